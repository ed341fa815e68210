"""What the databases need to find words as the search page does (docs/decisions/0022-search.md).

PostgreSQL: word stems without accents, the index that Wagtail's own condition needs, and trigrams of titles. SQLite: a
second full-text table with word stems beside Wagtail's, which has whole words, as the admin's suggestions need them.
"""

from django.db import DatabaseError, migrations, transaction

POSTGRESQL = """
CREATE TEXT SEARCH CONFIGURATION site_search (COPY = pg_catalog.english);
CREATE INDEX search_title_body ON wagtailsearch_indexentry USING gin ((title || body));
"""
# Both extensions are "trusted": who may create tables in the database may create them, where they are installed.
WITHOUT_ACCENTS = """
CREATE EXTENSION IF NOT EXISTS unaccent;
ALTER TEXT SEARCH CONFIGURATION site_search ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
"""
TRIGRAMS = """
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX search_title_trigrams ON wagtailcore_page USING gin (title gin_trgm_ops);
"""
POSTGRESQL_BACK = """
DROP INDEX IF EXISTS search_title_trigrams;
DROP INDEX IF EXISTS search_title_body;
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
    """Make it, without what a server does not allow: then accents count, and misspellings are found more slowly."""
    if schema_editor.connection.vendor == "sqlite":
        for statement in SQLITE:
            schema_editor.execute(statement)
        return
    schema_editor.execute(POSTGRESQL)
    for statements in (WITHOUT_ACCENTS, TRIGRAMS):
        try:
            with transaction.atomic(using=schema_editor.connection.alias):
                schema_editor.execute(statements)
        except DatabaseError:  # no such extension here, or no right to create it
            pass


def backwards(apps, schema_editor):
    """Take it away; the extensions stay, since others may use them."""
    for statement in SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else [POSTGRESQL_BACK]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0002_kinds_have_names"),
        ("wagtailsearch", "0010_add_text_fields"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(forwards, backwards)]
