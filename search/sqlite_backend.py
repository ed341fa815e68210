"""Search on SQLite."""

from modelsearch.backends.database.sqlite.sqlite import SQLiteSearchBackend

from .typed import folded


class QuotingBackend(SQLiteSearchBackend):
    """Wagtail's backend for SQLite, which takes a quotation mark for a part of its query language and fails."""

    def search(self, query, *args, **kwargs):
        """Find whole words."""
        return super().search(_quoted(query), *args, **kwargs)

    def autocomplete(self, query, *args, **kwargs):
        """Find the beginnings of words."""
        return super().autocomplete(_quoted(query), *args, **kwargs)


def _quoted(query):
    """A query that stays within its quotation marks (FTS5 string syntax); structured ones are left alone."""
    return folded(query).replace('"', '""') if isinstance(query, str) else query
