"""What the databases need to find words as the search page does (docs/decisions/0018-search.md).

PostgreSQL: word stems without accents, names without accents for the headlines that are suggested while somebody types,
and the index that a condition on title and text together needs. SQLite: a second full-text table with word stems beside
Wagtail's, which has whole words, as the admin's search while typing needs them.
"""

from django.db import DatabaseError, migrations, transaction

POSTGRESQL = """
CREATE TEXT SEARCH CONFIGURATION site_search (COPY = pg_catalog.english);
CREATE TEXT SEARCH CONFIGURATION site_names (COPY = pg_catalog.simple);
CREATE INDEX search_title_body ON wagtailsearch_indexentry USING gin ((title || body));
"""
# The extension is "trusted": who may create tables in a database may create it, where it is installed.
WITHOUT_ACCENTS = """
CREATE EXTENSION IF NOT EXISTS unaccent;
ALTER TEXT SEARCH CONFIGURATION site_search ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
ALTER TEXT SEARCH CONFIGURATION site_names ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
"""
POSTGRESQL_BACK = """
DROP INDEX IF EXISTS search_title_body;
DROP TEXT SEARCH CONFIGURATION IF EXISTS site_names;
DROP TEXT SEARCH CONFIGURATION IF EXISTS site_search;
"""

# An external-content table and the triggers that keep it (sqlite.org/fts5.html, 4.4.3).
SQLITE = [
    "CREATE VIRTUAL TABLE search_words USING fts5(title, body, content='wagtailsearch_indexentry', content_rowid='id',"
    " tokenize='porter unicode61 remove_diacritics 2')",
    "INSERT INTO search_words(search_words) VALUES ('rebuild')",
    "CREATE TRIGGER search_words_added AFTER INSERT ON wagtailsearch_indexentry BEGIN"
    " INSERT INTO search_words(rowid, title, body) VALUES (NEW.id, NEW.title, NEW.body); END",
    "CREATE TRIGGER search_words_gone AFTER DELETE ON wagtailsearch_indexentry BEGIN"
    " INSERT INTO search_words(search_words, rowid, title, body) VALUES ('delete', OLD.id, OLD.title, OLD.body); END",
    "CREATE TRIGGER search_words_changed AFTER UPDATE OF title, body ON wagtailsearch_indexentry BEGIN"
    " INSERT INTO search_words(search_words, rowid, title, body) VALUES ('delete', OLD.id, OLD.title, OLD.body);"
    " INSERT INTO search_words(rowid, title, body) VALUES (NEW.id, NEW.title, NEW.body); END",
]
SQLITE_BACK = [
    "DROP TRIGGER IF EXISTS search_words_changed",
    "DROP TRIGGER IF EXISTS search_words_gone",
    "DROP TRIGGER IF EXISTS search_words_added",
    "DROP TABLE IF EXISTS search_words",
]


def forwards(apps, schema_editor):
    """Make it; where the server does not allow the extension, accents count."""
    if schema_editor.connection.vendor == "sqlite":
        for statement in SQLITE:
            schema_editor.execute(statement)
        return
    schema_editor.execute(POSTGRESQL)
    try:
        with transaction.atomic(using=schema_editor.connection.alias):
            schema_editor.execute(WITHOUT_ACCENTS)
    except DatabaseError:  # no such extension here, or no right to create it
        pass


def backwards(apps, schema_editor):
    """Take it away; the extension stays, since others may use it."""
    for statement in SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else [POSTGRESQL_BACK]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0001_initial"),
        ("wagtailsearch", "0010_add_text_fields"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(forwards, backwards)]
