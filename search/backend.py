"""The search backend of the database in use, safe for whatever people type."""

from django.db import connection
from modelsearch.backends import database

from .typed import folded

# Made by search/migrations/0002_words.py: English word stems, without accents where the server can.
CONFIGURATION = "site_search"
# Made by search/migrations/0002_words.py, for what is found while typing: whole words, likewise without accents.
NAMES = "site_names"


def SearchBackend(params):  # noqa: N802  (the name by which Wagtail looks for it)
    """The backend for the settings `params` of WAGTAILSEARCH_BACKENDS."""
    if connection.vendor == "postgresql":
        from modelsearch.backends.database.postgres import postgres  # its models exist on PostgreSQL only

        _fold_index_of(postgres)
        backend = database.SearchBackend({"SEARCH_CONFIG": CONFIGURATION, **params})
        backend.autocomplete_config = NAMES
        return backend
    from modelsearch.backends.database.sqlite import sqlite  # its models exist on SQLite only

    from .sqlite_backend import QuotingBackend

    _fold_index_of(sqlite)
    return QuotingBackend(params)


class _Folding:
    """Part of an indexer of modelsearch: writes words as people type them."""

    def prepare_value(self, value):
        """A value as text."""
        return folded(super().prepare_value(value))


def _fold_index_of(module):
    """Have the backend in a module of modelsearch fold what it indexes; it offers no other place for that."""
    if not issubclass(module.ObjectIndexer, _Folding):
        module.ObjectIndexer = type("ObjectIndexer", (_Folding, module.ObjectIndexer), {})
