import threading

import pytest
from django.core.cache import caches
from django.http import HttpResponse
from django.test import RequestFactory

from page_cache import store, token
from page_cache.middleware import PageCacheMiddleware


@pytest.fixture(autouse=True)
def _empty_page_cache(settings, monkeypatch):
    settings.PAGE_CACHE_ENABLED = True
    settings.PAGE_CACHE_QUERY_PARAMETERS = ("page", "topic")
    settings.ALLOWED_HOSTS = ["example.org", "www.example.org", "localhost", "testserver"]
    monkeypatch.setattr(token, "_owed", False)
    caches[token.CACHE].clear()
    store.memory.clear()


class Visited:
    """A site of one view behind the page cache; counts what it renders."""

    def __init__(self):
        self.body = b"<h1>Our blog</h1>"
        self.requests = []
        self._lock = threading.Lock()

    def view(self, request):
        """The view that the cache stands before; tests replace it."""
        return HttpResponse(self.body)

    def _count(self, request):
        with self._lock:
            self.requests.append(request)
        return self.view(request)

    @property
    def renders(self):
        return len(self.requests)

    def ask(self, path="/blog/", method="GET", host="example.org", cookies=None, **headers):
        """The response to a request; `headers` by their names in Python, as `accept_encoding`."""
        request = RequestFactory().generic(method, path, headers={"host": host, **_names(headers)})
        request.COOKIES.update(cookies or {})
        if cookies:
            request.META["HTTP_COOKIE"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
        return PageCacheMiddleware(self._count)(request)

    def state(self, *args, **kwargs):
        """What `X-Page-Cache` says."""
        return self.ask(*args, **kwargs)["X-Page-Cache"]

    def is_stored(self, *args, **kwargs):
        """Whether asking twice renders once."""
        self.ask(*args, **kwargs)
        return self.state(*args, **kwargs) == "hit"


def _names(headers):
    return {name.replace("_", "-"): value for name, value in headers.items()}


@pytest.fixture
def visited():
    return Visited()


@pytest.fixture
def forget():
    """Empty the memory of this process, which makes it another one."""
    return store.memory.clear
