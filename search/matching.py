"""Finding what has the words of a search, in the index that Wagtail keeps.

In SQL of our own: Wagtail's queries rank each hit by a search of its own on SQLite, and know no phrases there.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import connection

from .backend import CONFIGURATION

# The title counts most, then what has a boost (PostgreSQL's weight A), then the text. Long texts count a little less.
POSTGRESQL = """
SELECT object_id FROM wagtailsearch_indexentry, (SELECT {query} AS words) AS typed
WHERE (title || body) @@ words AND content_type_id IN ({types})
ORDER BY ts_rank('{{0.05, 0.2, 0.4, 1}}', title, words) * 4 +
         ts_rank('{{0.05, 0.2, 0.4, 1}}', title || body, words, 1) DESC, id DESC
"""
SQLITE = """
SELECT object_id FROM search_words JOIN wagtailsearch_indexentry entry ON entry.id = search_words.rowid
WHERE search_words MATCH %s AND content_type_id IN ({types})
ORDER BY bm25(search_words, 8, 1), entry.id DESC
"""


def matching(typed, models):
    """The ids of the objects of these models that have all words of a search, best first; also of hidden ones.

    Args:
        typed: a `Typed`.
        models: classes that Wagtail indexes and whose ids are numbers.
    """
    if not typed.groups:
        return []
    types = ContentType.objects.get_for_models(*models, for_concrete_models=False).values()
    marks = ", ".join(["%s"] * len(models))
    if connection.vendor == "sqlite":
        sql, words = SQLITE.format(types=marks), [sqlite_query(typed.groups)]
    else:
        query = " && ".join([f"phraseto_tsquery('{CONFIGURATION}', %s)"] * len(typed.groups))
        sql, words = POSTGRESQL.format(query=query, types=marks), [" ".join(group) for group in typed.groups]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*words, *(one.pk for one in types)])
        return [int(pk) for (pk,) in cursor.fetchall()]


def sqlite_query(groups):
    """The words as FTS5 takes them; quoted, so that none of them is an operator."""
    return " AND ".join(f'"{" ".join(group)}"' for group in groups)
