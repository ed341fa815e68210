"""Views in a line, and a cache out of order."""

from django.core.cache.backends.base import BaseCache
from django.http import HttpResponse


def responding(body=b"page", status=200, headers=None):
    """A view that always gives this response."""
    return lambda request: HttpResponse(body, status=status, headers=headers)


def with_headers(headers):
    """A view whose response has these headers."""
    return responding(headers=headers)


class BrokenCache(BaseCache):
    """A cache whose server is gone."""

    def __init__(self, location, params):
        super().__init__(params)

    def _fail(self, *args, **kwargs):
        raise ConnectionError("The cache does not answer.")

    get = set = add = delete = touch = clear = _fail
