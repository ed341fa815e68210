"""Telling a missing database from a bug: only the first lets an older copy be served."""

import sys

from django.core.signals import got_request_exception
from django.db import InterfaceError, OperationalError


def connect():
    """Watch every exception that ends a request."""
    got_request_exception.connect(_mark, dispatch_uid="page_cache.outage")


def lacked_database(request, response):
    """Whether `response` is an error page because the database did not answer."""
    return response.status_code >= 500 and getattr(request, "page_cache_lacked_database", False)


def _mark(request=None, **kwargs):
    error = sys.exc_info()[1]
    while error is not None and request is not None:
        if isinstance(error, OperationalError | InterfaceError):
            request.page_cache_lacked_database = True
        error = error.__cause__
