"""The tests: everything real but the mail, tasks done at once, files in a folder of their own."""

import os
from pathlib import Path

os.environ["ENV_FILE"] = os.devnull  # a developer's .env names no place to test on

from .base import *  # noqa: F403  (settings modules extend each other by convention)
from .base import CACHES, DATABASES, INSTALLED_APPS, STORAGES, VAR_DIR, database

_worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
_scratch = VAR_DIR / "tests" / _worker  # of this checkout, so that two of them can be tested at once

DEMO = True
INSTALLED_APPS = ["demo", *INSTALLED_APPS]
SECRET_KEY = "only-for-tests"  # noqa: S105  (guards nothing)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
BASE_URL = WAGTAILADMIN_BASE_URL = "http://localhost"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = _scratch / "media"
DESK_COPY_FILE = _scratch / "desk.json"
STATIC_ROOT = _scratch / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns where there is none
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {
    name: {
        "BACKEND": "page_cache.backends.FileCache",
        "LOCATION": _scratch / "cache" / name,
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
    for name in CACHES
}

if os.environ.get("TEST_DATABASE_URL"):
    DATABASES["default"] = database("TEST_DATABASE_URL")
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file beside the ordinary one, so that browser tests can share it and --reuse-db can keep it.
    _file = Path(DATABASES["default"]["NAME"])
    DATABASES["default"]["TEST"] = {"NAME": _file.with_name(f"test-{_file.name}")}
else:
    DATABASES["default"]["OPTIONS"]["options"] += " -c synchronous_commit=off"  # nobody misses what a power cut takes
DATABASES["default"]["CONN_MAX_AGE"] = 0
