"""The tests' database: migrated once for all steps of `make test`, and copied for each process that tests.

`python -m tests.databases` migrates it anew, so it is never older than the code; `pytest --copy-db` begins with a copy.
"""

import os
import shutil

from django.db import connection


def migrate():
    """Make the database that tests without xdist use, in place of any older one."""
    from django.test.utils import setup_databases

    setup_databases(verbosity=0, interactive=False, serialized_aliases=[])
    connection.close()


def name():
    """What the tests' database is called, as the settings stand now."""
    return connection.creation._get_test_db_name()


def copy(source, target):
    """Put a copy of one test database in place of another."""
    if connection.vendor == "sqlite":
        shutil.copyfile(source, target)
    else:
        source, target = map(connection.ops.quote_name, (source, target))
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {target}")
            cursor.execute(f"CREATE DATABASE {target} TEMPLATE {source}")


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lp_cms.settings.test")
    django.setup()
    migrate()
