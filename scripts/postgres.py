"""A PostgreSQL server for the tests: one that is named, one that runs here, or one of our own."""

import getpass
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import psycopg2

DATABASE = "lp_cms"  # the tests put their own prefix and suffix to it
SOCKET_FOLDERS = ("/var/run/postgresql", "/tmp")  # noqa: S108  (where servers put their socket)
HOW_TO_GET_IT = "install PostgreSQL, or set TEST_DATABASE_URL=postgres://user:password@host/name"


@contextmanager
def server():
    """Yield the URL of a server on which databases may be created, or None where there is none."""
    if url := os.environ.get("TEST_DATABASE_URL") or running_server():
        yield url
    elif programs := installed_programs():
        with private_server(programs) as private:
            yield private.url
    else:
        yield None


def running_server():
    """The URL of a server on this machine that lets us in without a password, or None."""
    for host in ("127.0.0.1", *SOCKET_FOLDERS):
        for user in dict.fromkeys(["postgres", getpass.getuser()]):
            if may_create_databases(host, user):
                address = f"/{host}" if host in SOCKET_FOLDERS else host  # as django-environ writes it
                return f"postgres://{user}@{address}/{DATABASE}"
    return None


def may_create_databases(host, user):
    """Whether the server there accepts the user and lets it create databases."""
    try:
        connection = psycopg2.connect(host=host, user=user, dbname="postgres", connect_timeout=2)
    except psycopg2.OperationalError:
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = current_user")
        allowed = cursor.fetchone()[0]
    connection.close()
    return allowed


def installed_programs():
    """The folder with `initdb` and `pg_ctl`, the newest version first, or None."""
    candidates = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -float(path.parent.name))
    if found := shutil.which("initdb"):
        candidates.append(Path(found).resolve().parent)
    for folder in candidates:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    return None


class PrivateServer:
    """A server in a temporary folder, which is not yet started.

    PostgreSQL refuses to run as root, so root runs it as the user `postgres` or `nobody`.
    """

    def __init__(self, programs):
        self._programs = programs
        self._identity = unprivileged_identity()
        self._folder = Path(tempfile.mkdtemp(prefix="lp-cms-postgres-"))
        if self._identity:
            os.chown(self._folder, self._identity["user"], self._identity["group"])
        self._port = free_port()
        self.url = f"postgres://postgres@127.0.0.1:{self._port}/{DATABASE}"

    def create(self):
        """Make its data folder."""
        self._run("initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-sync")

    def start(self):
        """Start it and wait until it answers."""
        # The data is thrown away, so it need not survive a power cut.
        options = (
            f"-p {self._port} -k {self._folder} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off"
        )
        self._run("pg_ctl", "-w", "-l", self._folder / "log", "-o", options, "start")

    def stop(self):
        """Stop it at once, as if it had crashed."""
        self._run("pg_ctl", "-m", "immediate", "stop")

    def remove(self):
        """Stop it, if it runs, and delete its folder."""
        if (self._folder / "data" / "postmaster.pid").exists():
            self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self, program, *arguments):
        subprocess.run(
            [self._programs / program, "-D", self._folder / "data", *arguments],
            check=True,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            **self._identity,
        )


@contextmanager
def private_server(programs):
    """Start a `PrivateServer`, yield it and remove it afterwards."""
    private = PrivateServer(programs)
    try:
        private.create()
        private.start()
        yield private
    finally:
        private.remove()


def unprivileged_identity():
    """The arguments that make `subprocess.run` run as somebody else than root; none for others."""
    if os.getuid() != 0:
        return {}
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    user = names.get("postgres") or names["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def free_port():
    """A port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
