"""The search backend of the database in use, safe for whatever people type."""

from django.db import connection
from modelsearch.backends import database

# Made by search/migrations/0002_words.py: English word stems, without accents where the server can.
CONFIGURATION = "site_search"
# Made by search/migrations/0002_words.py, for what is found while typing: whole words, likewise without accents.
NAMES = "site_names"


def SearchBackend(params):  # noqa: N802  (the name by which Wagtail looks for it)
    """The backend for the settings `params` of WAGTAILSEARCH_BACKENDS."""
    if connection.vendor == "postgresql":
        backend = database.SearchBackend({"SEARCH_CONFIG": CONFIGURATION, **params})
        backend.autocomplete_config = NAMES
        return backend
    from .sqlite_backend import QuotingBackend  # its models exist on SQLite only

    return QuotingBackend(params)
