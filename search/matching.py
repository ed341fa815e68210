"""Finding what has the words of a search, in the index that Wagtail keeps.

In SQL of our own: Wagtail's queries rank each hit by a search of its own on SQLite, and know no phrases there.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction

from .backend import CONFIGURATION, NAMES

# What is called exactly so comes first. The title counts most, then what has a boost (PostgreSQL's weight A), then the
# text; long texts count a little less.
# Of more than a thousand hits the texts are not weighed: reading them all takes longer than everything else.
POSTGRESQL = """
WITH typed AS (SELECT {query} AS words),
     many AS (SELECT 1 FROM wagtailsearch_indexentry, typed WHERE (title || body) @@ words OFFSET 1000 LIMIT 1)
SELECT CAST(object_id AS integer) FROM wagtailsearch_indexentry, typed
WHERE (title || body) @@ words AND content_type_id IN ({types})
ORDER BY CASE WHEN title @@ words THEN lower(title_text) = lower(%s) ELSE FALSE END DESC,
         ts_rank('{{0.05, 0.2, 0.4, 1}}', title, words) * 4 + CASE WHEN EXISTS (SELECT FROM many) THEN 0
         ELSE ts_rank('{{0.05, 0.2, 0.4, 1}}', title || body, words, 1) END DESC, id DESC
"""
# PostgreSQL takes reading all texts for cheap, because it does not count that long ones are stored packed.
WITH_THE_INDEX = "SET LOCAL enable_seqscan = off"
SQLITE = """
SELECT CAST(object_id AS integer)
FROM search_words JOIN wagtailsearch_indexentry entry ON entry.id = search_words.rowid
WHERE search_words MATCH %s AND content_type_id IN ({types})
ORDER BY lower(entry.title) = lower(%s) DESC, bm25(search_words, 8, 1), entry.id DESC
"""


POSTGRESQL_BEGINNING = """
SELECT CAST(object_id AS integer) FROM wagtailsearch_indexentry
WHERE autocomplete @@ to_tsquery(CAST(%s AS regconfig), %s) AND content_type_id IN ({types})
"""
SQLITE_BEGINNING = """
SELECT CAST(object_id AS integer)
FROM wagtailsearch_indexentry_fts found JOIN wagtailsearch_indexentry entry ON entry.id = found.rowid
WHERE wagtailsearch_indexentry_fts MATCH %s AND content_type_id IN ({types})
"""


def matching(typed, models, *, any_word=False):
    """The ids of the objects of these models that have the words of a search, best first; also of hidden ones.

    Args:
        typed: a `Typed`.
        models: classes that Wagtail indexes and whose ids are numbers.
        any_word: whether one of the words is enough.
    """
    if not typed.groups:
        return []
    if connection.vendor == "sqlite":
        words = (" OR " if any_word else " AND ").join(map(quoted, typed.groups))
        return _ids(SQLITE, [words], models, typed.text)
    phrases = [f"phraseto_tsquery('{CONFIGURATION}', %s)"] * len(typed.groups)
    sql = POSTGRESQL.replace("{query}", (" || " if any_word else " && ").join(phrases))
    return _ids(sql, [" ".join(group) for group in typed.groups], models, typed.text)


def beginning(words, models):
    """The ids, in no order, of the objects of these models whose name has words that begin so; also of hidden ones.

    Args:
        words: a list of words, not empty.
        models: as above.
    """
    if connection.vendor == "sqlite":
        beginnings = " AND ".join(f"{quoted([word])} *" for word in words)
        return _ids(SQLITE_BEGINNING, [f"autocomplete : ({beginnings})"], models)
    return _ids(POSTGRESQL_BEGINNING, [NAMES, " & ".join(f"{word}:*" for word in words)], models)


def _ids(sql, words, models, *title):
    types = ContentType.objects.get_for_models(*models, for_concrete_models=False).values()
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(WITH_THE_INDEX)
        cursor.execute(sql.format(types=", ".join(["%s"] * len(types))), [*words, *(one.pk for one in types), *title])
        return [pk for (pk,) in cursor.fetchall()]


def quoted(words):
    """Words that stand together as FTS5 takes them; in quotation marks, so that none of them is an operator."""
    return f'"{" ".join(words)}"'
