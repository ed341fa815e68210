"""The WSGI handler: stored pages go out before Django begins, everything else takes the usual way."""

import pytest
from django.core.signals import request_finished, request_started
from django.test import RequestFactory, override_settings

from page_cache import changed, token
from page_cache.tests import urls
from page_cache.wsgi import PageCacheHandler

pytestmark = [pytest.mark.urls("page_cache.tests.urls"), pytest.mark.django_db]


class Served:
    """A site behind the handler, as a server asks it."""

    def __init__(self):
        self.handler = PageCacheHandler()

    def ask(self, method="GET", path="/page/", **headers):
        """Status, headers and body of an answer."""
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        environ = RequestFactory().generic(method, path, headers={"host": "example.org", **names}).environ
        begun = []
        response = self.handler(environ, lambda status, headers: begun.append((status, dict(headers))))
        body = b"".join(response)
        if hasattr(response, "close"):
            response.close()
        [(status, headers)] = begun
        return status, headers, body

    def state(self, **kwargs):
        """What `X-Page-Cache` says."""
        return self.ask(**kwargs)[1]["X-Page-Cache"]


@pytest.fixture
def served(settings, monkeypatch):
    settings.MIDDLEWARE = ["page_cache.middleware.PageCacheMiddleware"]
    monkeypatch.setattr(urls, "failure", None)
    return Served()


def test_a_hit_is_the_answer_that_the_page_had_and_tells_django_nothing(served):
    first = served.ask()
    told = []
    for signal in (request_started, request_finished):
        signal.connect(lambda **kwargs: told.append(kwargs), weak=False, dispatch_uid="test_wsgi")
    try:
        status, headers, body = served.ask()
    finally:
        for signal in (request_started, request_finished):
            signal.disconnect(dispatch_uid="test_wsgi")
    assert (status, headers, body) == (first[0], {**first[1], "X-Page-Cache": "hit"}, first[2])
    assert body == b"<h1>Page</h1>"
    assert told == []


def test_a_missing_page_keeps_its_status(served):
    first, second = served.ask(path="/nowhere/"), served.ask(path="/nowhere/")
    assert first[0] == second[0] == "404 Not Found"
    assert second[1]["X-Page-Cache"] == "hit"


def test_head_and_a_page_that_the_visitor_has(served):
    _status, headers, body = served.ask()
    assert served.ask(method="HEAD") == ("200 OK", {**headers, "X-Page-Cache": "hit"}, b"")
    status, _headers, body = served.ask(if_none_match=headers["ETag"])
    assert (status, body) == ("304 Not Modified", b"")


def test_no_hit_once_the_site_has_changed(served):
    assert [served.state(), served.state()] == ["miss", "hit"]
    token._write()
    assert [served.state(), served.state()] == ["miss", "hit"]


@pytest.mark.django_db(transaction=True)
def test_a_change_is_heard(served):
    assert [served.state(), served.state()] == ["miss", "hit"]
    changed()
    assert served.state() == "miss"


def test_what_is_for_one_visitor_or_no_question_takes_the_usual_way(served):
    served.ask()
    assert served.state(cookie="sessionid=x") == "pass"
    assert served.state(authorization="Basic eDp5") == "pass"
    assert served.state(method="POST") == "pass"


def test_without_a_cache_that_answers_pages_are_rendered(served, settings):
    served.ask()
    broken = {**settings.CACHES, token.CACHE: {"BACKEND": "page_cache.tests.helpers.BrokenCache"}}
    with override_settings(CACHES=broken):
        assert served.state() == "pass"


def test_turned_off_it_is_djangos_own(settings):
    settings.PAGE_CACHE_ENABLED = False
    settings.MIDDLEWARE = []
    status, headers, body = Served().ask()
    assert (status, body) == ("200 OK", b"<h1>Page</h1>")
    assert "X-Page-Cache" not in headers
