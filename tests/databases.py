"""The tests' database: migrated once for all steps of `make test`, and copied for each process that tests.

`python -m tests.databases` migrates it anew, so it is never older than the code; `pytest --copy-db` begins with a copy.
"""

import os
import shutil

from django.db import connection, transaction


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


class InitialData:
    """The rows that the migrations have written, kept in the test database beside the tables they belong to.

    Tests that commit begin with them like all others. Django would empty every table, which takes PostgreSQL some
    seconds, and save each row as an object with all that listens to that; SQL does the same at once.
    """

    def __init__(self):
        self._tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
        self._kept = self._filled()
        with transaction.atomic(), connection.cursor() as cursor:
            for table in self._kept:
                cursor.execute(f'DROP TABLE IF EXISTS "kept_{table}"')
                cursor.execute(f'CREATE TABLE "kept_{table}" AS SELECT * FROM "{table}"')

    def put_back(self):
        """Put these rows in place of all others; foreign keys are checked at the end."""
        filled = self._filled()
        with transaction.atomic(), connection.cursor() as cursor:
            for table in filled:
                cursor.execute(f'DELETE FROM "{table}"')
            for table in self._kept:
                cursor.execute(f'INSERT INTO "{table}" SELECT * FROM "kept_{table}"')

    def _filled(self):
        """The tables that have any rows."""
        each = (f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM \"{table}\")" for table in self._tables)
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(each))
            return [table for (table,) in cursor]


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lp_cms.settings.test")
    django.setup()
    migrate()
