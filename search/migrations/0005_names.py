"""On PostgreSQL, headlines are suggested whatever accents somebody types (docs/decisions/0018-search.md)."""

from django.db import DatabaseError, migrations, transaction

CREATE = "CREATE TEXT SEARCH CONFIGURATION site_names (COPY = pg_catalog.simple)"
WITHOUT_ACCENTS = (
    "ALTER TEXT SEARCH CONFIGURATION site_names ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple"
)
DROP = "DROP TEXT SEARCH CONFIGURATION IF EXISTS site_names"


def forwards(apps, schema_editor):
    """Make it; without the extension of 0003, accents count."""
    if schema_editor.connection.vendor != "postgresql":
        return
    schema_editor.execute(CREATE)
    try:
        with transaction.atomic(using=schema_editor.connection.alias):
            schema_editor.execute(WITHOUT_ACCENTS)
    except DatabaseError:  # no such extension here
        pass


def backwards(apps, schema_editor):
    """Take it away."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(DROP)


class Migration(migrations.Migration):
    dependencies = [("search", "0004_unanswered")]
    operations = [migrations.RunPython(forwards, backwards)]
