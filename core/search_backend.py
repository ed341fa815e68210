"""The search backend of the database in use, safe for whatever people type."""

from django.db import connection
from modelsearch.backends import database


def SearchBackend(params):  # noqa: N802  (the name by which Wagtail looks for it)
    """The backend for the settings `params` of WAGTAILSEARCH_BACKENDS."""
    if connection.vendor != "sqlite":
        return database.SearchBackend(params)
    from .sqlite_search import QuotingBackend  # its models exist on SQLite only

    return QuotingBackend(params)
