"""What a site needs before it can start: static files, the tables and, on a first run, the demo.

`python -m scripts.prepare` does it with the settings that DJANGO_SETTINGS_MODULE names;
`python -m scripts.prepare --reset` throws the demo away first.
"""

import fcntl
import hashlib
import os
import shutil
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("VAR_DIR", ROOT / "var"))


def prepare(*, serving=False):
    """Bring files and database up to date; quick when they are.

    Args:
        serving: whether this process holds `as_server`, so that no other one serves the site on another port.

    Returns:
        Who can log in and with which password, while the demo's public one is in use; else an empty text.

    Raises:
        SystemExit: if the database cannot be brought up to date; then nothing has been touched.
    """
    import django
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.db import connections

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lp_cms.settings.development")
    django.setup()
    require_known_database()
    if not settings.DEBUG:
        collect_static(Path(settings.STATIC_ROOT))
    with announced("Bringing the database up to date"):
        call_command("migrate", interactive=False, verbosity=0)
    if settings.DEMO and not get_user_model().objects.exists():  # nobody could log in: a first run
        with announced("Loading the demo content"):
            call_command("load_demo")
    if serving or not served_at():
        follow_address(settings.BASE_URL)
    login = demo_login()
    connections.close_all()
    return login


def require_known_database():
    """Leave with a sentence if the database was made by migrations that this version does not have.

    Until a site is deployed, an app's first migration is made anew with every change of its tables (CONTRIBUTING.md).

    Raises:
        SystemExit: if it was.
    """
    if not made_by_another_version():
        return
    if os.environ.get("DATABASE_URL"):
        sys.exit("The database at DATABASE_URL was made by another version of this site; name an empty one instead.")
    sys.exit(
        f"The database in {VAR} was made by another version of this site. "
        "`make demo-reset` throws it away and loads the demo anew; to keep it, move that folder away."
    )


def made_by_another_version():
    """Whether applied migrations of ours are gone, or tables of apps that lack none are not those of the models."""
    from django.apps import apps
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    ours = {config.label for config in apps.get_app_configs() if Path(config.path).parent == ROOT}
    known = {key for key in loader.disk_migrations if key[0] in ours}
    applied = {key for key in loader.applied_migrations if key[0] in ours}
    if applied - known:
        return True
    up_to_date = ours - {app for app, _name in known - applied}
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.app_label in up_to_date]
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        return any(
            model._meta.db_table not in tables or columns(model) != stored_columns(cursor, model) for model in models
        )


def columns(model):
    """The columns that a model's table should have."""
    return {field.column for field in model._meta.local_concrete_fields}


def stored_columns(cursor, model):
    """The columns that a model's table has; Django's introspection takes a second for all tables of SQLite."""
    cursor.execute(f'SELECT * FROM "{model._meta.db_table}" LIMIT 0')  # noqa: S608  (a name of ours)
    return {column[0] for column in cursor.description}


def follow_address(address):
    """Tell the local site the port it is served on this time, for the absolute addresses in its feeds."""
    from wagtail.models import Site

    site = Site.objects.filter(is_default_site=True, hostname="localhost").first()
    port = urlsplit(address).port or 80
    if site and site.port != port:
        site.port = port
        site.save()


def demo_login():
    """Return the demo's accounts and their password, but for those that have another one by now."""
    from core.demo_accounts import NAMES, PASSWORD, open_accounts

    names = ", ".join(open_accounts(*NAMES))
    return f"{names}; password: {PASSWORD}" if names else ""


def collect_static(target):
    """Hash and compress the static files, unless they are the same as last time."""
    from django.core.management import call_command

    stamp = target.with_suffix(".collected")  # beside the folder, because everything in it is public
    state = static_state()
    if target.exists() and stamp.exists() and stamp.read_text() == state:
        return
    with announced("Compressing the static files"):
        call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(state)


def static_state():
    """A digest that changes with any of our static files and with the packages, which bring their own."""
    digest = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for file in sorted((ROOT / "static").rglob("*")):
        if file.is_file():
            digest.update(f"{file.relative_to(ROOT)} {file.stat().st_mtime_ns}\n".encode())
    return digest.hexdigest()


@contextmanager
def announced(what):
    """Say what is being done, and how long it took."""
    print(f"{what} …", flush=True)
    began = time.monotonic()
    yield
    print(f"  done in {time.monotonic() - began:.1f} s", flush=True)


@contextmanager
def in_use(*, alone=False):
    """Hold the data in var/ while working on it; `alone` shuts everybody else out.

    Raises:
        SystemExit: if somebody else is using it.
    """
    VAR.mkdir(exist_ok=True)
    with (VAR / "in-use").open("w") as lock:
        try:
            fcntl.flock(lock, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.exit("The site is running (or being reset); stop it first.")
        yield


@contextmanager
def as_server(url):
    """Be the one that serves the site in var/ as visitors get it; its URLs carry the port.

    Raises:
        SystemExit: if another process does, with its URL.
    """
    VAR.mkdir(exist_ok=True)
    with (VAR / "served-at").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.exit(f"This site runs already, on {served_at()}. Stop it first, or run another clone.")
        lock.truncate(0)
        lock.write(url)
        lock.flush()
        yield


def served_at():
    """Return the URL on which a process serves the site in var/, or an empty text."""
    file = VAR / "served-at"
    if not file.exists():
        return ""
    with file.open() as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return lock.read()
    return ""


def reset():
    """Delete the demo's database, files and cached pages; nothing outside var/ is touched."""
    if os.environ.get("DATABASE_URL") or os.environ.get("MEDIA_ROOT"):
        sys.exit("demo-reset works on the site in var/ only; unset DATABASE_URL and MEDIA_ROOT.")
    for file in VAR.glob("site.sqlite3*"):
        file.unlink()
    for folder in ("media", "cache"):
        shutil.rmtree(VAR / folder, ignore_errors=True)


if __name__ == "__main__":
    if "--reset" in sys.argv:
        with in_use(alone=True):
            reset()
            prepare()
    else:
        with in_use():
            if login := prepare():
                print(f"Log in as {login}")
