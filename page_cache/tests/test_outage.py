"""The database or the cache does not answer."""

import pytest
from django.core.cache import caches
from django.db import DataError, InterfaceError, OperationalError, ProgrammingError

from page_cache import changed, token
from page_cache.tests import urls


@pytest.fixture
def site(client, settings):
    """A client of a site whose pages can be made to fail."""
    settings.MIDDLEWARE = ["page_cache.middleware.PageCacheMiddleware", "django.middleware.common.CommonMiddleware"]
    settings.ROOT_URLCONF = "page_cache.tests.urls"
    client.raise_request_exception = False
    return client


@pytest.fixture
def failing(monkeypatch):
    """Make every page fail with an exception."""
    return lambda exception: monkeypatch.setattr(urls, "failure", exception)


@pytest.mark.parametrize("error", [OperationalError("connection refused"), InterfaceError("connection closed")])
@pytest.mark.parametrize("path", ["/page/", "/wrapped/"])
@pytest.mark.parametrize("process", ["same", "another"])
def test_without_database_the_last_copy_is_served_and_marked(site, failing, forget, error, path, process):
    content = site.get(path).content
    changed()
    failing(error)
    if process == "another":
        forget()
    response = site.get(path)
    assert (response.status_code, response["X-Page-Cache"]) == (200, "stale")
    assert response.content == content
    assert "s-maxage" not in response["Cache-Control"]


def test_a_page_that_is_right_needs_no_database(site, failing):
    site.get("/page/")
    failing(OperationalError())
    assert site.get("/page/")["X-Page-Cache"] == "hit"


def test_when_the_database_is_back_so_is_the_new_page(site, failing):
    site.get("/page/")
    changed()
    failing(OperationalError())
    assert site.get("/page/")["X-Page-Cache"] == "stale"
    failing(None)
    assert site.get("/page/")["X-Page-Cache"] == "miss"


@pytest.mark.parametrize("error", [ValueError(), KeyError(), ProgrammingError(), DataError()])
@pytest.mark.parametrize("path", ["/page/", "/wrapped/"])
def test_a_bug_stays_an_error(site, failing, error, path):
    site.get(path)
    changed()
    failing(error)
    response = site.get(path)
    assert (response.status_code, response["X-Page-Cache"]) == (500, "pass")


def test_a_page_never_seen_is_an_error(site, failing):
    failing(OperationalError())
    assert site.get("/page/").status_code == 500


class TestWithoutCache:
    @pytest.fixture(autouse=True)
    def _broken(self, settings, visited):
        self.working = settings.CACHES
        visited.ask("/kept/")
        settings.CACHES = {**settings.CACHES, token.CACHE: {"BACKEND": "page_cache.tests.helpers.BrokenCache"}}

    def test_every_page_is_rendered(self, visited):
        assert visited.state() == visited.state() == visited.state("/kept/") == "pass"
        assert visited.ask().content == visited.body

    def test_saving_goes_on_and_the_failure_is_logged(self, caplog):
        changed()
        assert "could not be told" in caplog.text

    def test_the_change_is_told_once_the_cache_is_back(self, visited, settings):
        changed()
        assert visited.state("/kept/") == "pass"
        settings.CACHES = self.working
        assert visited.state("/kept/") == "miss"
        assert visited.state("/kept/") == "hit"


@pytest.mark.parametrize("method", ["get", "set"])
def test_entries_that_cannot_be_read_or_written_do_not_matter(visited, monkeypatch, forget, method):
    def fail(self, key, *args, **kwargs):
        if key.startswith("page:"):
            raise OSError
        return original(self, key, *args, **kwargs)

    cache = type(caches[token.CACHE])
    original = getattr(cache, method)
    monkeypatch.setattr(cache, method, fail)
    assert visited.is_stored()
    forget()
    assert visited.ask().content == visited.body


def test_a_damaged_entry_is_rendered_anew(visited, forget):
    visited.ask()
    cache = caches[token.CACHE]
    for path in cache._list_cache_files():
        if path != cache._key_to_file(token.KEY):
            with open(path, "wb") as file:  # noqa: PTH123  (Django's own path)
                file.write(b"\x80damaged")
    forget()
    assert visited.state() == "miss"
    assert visited.state() == "hit"


def test_a_lost_token_makes_every_page_new(visited):
    visited.ask()
    caches[token.CACHE].delete(token.KEY)
    assert visited.state() == "miss"
    assert visited.state() == "hit"
