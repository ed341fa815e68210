"""A site of its own to measure: database, files and caches of which nothing remains."""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import environ
import psycopg2
from psycopg2 import sql

from scripts import postgres
from scripts.prepare import ROOT


@contextmanager
def site():
    """Load the demo into a fresh site, in the environment of this process; delete everything afterwards.

    Yields:
        what the database is, in a word.
    """
    folder = Path(tempfile.mkdtemp(prefix="lp-cms-bench-"))
    try:
        with database(folder) as (kind, url):
            set_environment(folder, url)
            subprocess.run([sys.executable, "-m", "scripts.prepare"], cwd=ROOT, check=True)
            yield kind
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def database(folder):
    """Yield the name and the URL of an empty database: on PostgreSQL if there is one, else SQLite."""
    with postgres.server() as server:
        if server is None:
            yield "SQLite", f"sqlite:///{folder / 'site.sqlite3'}"
            return
        name = f"lp_cms_bench_{os.getpid()}"
        execute(server, "CREATE DATABASE {}", name)
        try:
            yield "PostgreSQL", f"{server.rpartition('/')[0]}/{name}"
        finally:
            execute(server, "DROP DATABASE {} WITH (FORCE)", name)


def execute(server, statement, name):
    """Run a statement about a database on a server."""
    config = environ.Env.db_url_config(server)
    connection = psycopg2.connect(
        host=config["HOST"],
        port=config["PORT"] or None,
        user=config["USER"] or None,
        password=config["PASSWORD"] or None,
        dbname="postgres",
    )
    connection.autocommit = True  # databases cannot be made within a transaction
    try:
        connection.cursor().execute(sql.SQL(statement).format(sql.Identifier(name)))
    finally:
        connection.close()


def set_environment(folder, url):
    """Production settings as `make run` has them, in that folder; caches are files."""
    os.environ.pop("REDIS_URL", None)
    os.environ.update(
        DJANGO_SETTINGS_MODULE="lp_cms.settings.production",
        SECRET_KEY=secrets.token_urlsafe(64),
        ALLOWED_HOSTS="localhost,127.0.0.1",
        BASE_URL="http://localhost",
        DEMO="1",
        DATABASE_URL=url,
        VAR_DIR=str(folder),
        MEDIA_ROOT=str(folder / "media"),
        LOG_LEVEL="WARNING",
        GRANIAN_LOG_LEVEL="warning",
    )
