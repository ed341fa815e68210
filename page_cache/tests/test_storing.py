"""What is stored, and what never is."""

from datetime import UTC, datetime, timedelta

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.utils import timezone

import page_cache
from page_cache import entries
from page_cache.entries import LARGEST_BODY
from page_cache.middleware import PageCacheMiddleware
from page_cache.tests.helpers import responding, with_headers


def test_a_page_is_rendered_once(visited):
    assert visited.state() == "miss"
    assert visited.state() == "hit"
    assert visited.ask().content == visited.body
    assert visited.renders == 1


def test_another_process_finds_the_page(visited, forget):
    visited.ask()
    forget()
    assert visited.state() == "hit"
    assert visited.renders == 1


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_other_methods_pass(visited, method):
    visited.ask()
    assert visited.state(method=method) == "pass"


@pytest.mark.parametrize(
    "request_",
    [
        {"cookies": {"sessionid": "abc"}},
        {"cookies": {"messages": "abc"}},
        {"authorization": "Basic YTpi"},
    ],
)
def test_a_known_visitor_neither_gets_nor_leaves_a_stored_page(visited, request_):
    visited.body = b"for everybody"
    visited.ask()
    visited.body = b"for one"
    response = visited.ask(**request_)
    assert (response.content, response["X-Page-Cache"]) == (b"for one", "pass")
    assert response["Cache-Control"] == "private, no-store"
    assert visited.ask().content == b"for everybody"


def test_a_cookie_that_says_nothing_of_the_visitor_does_no_harm(visited):
    visited.ask()
    assert visited.state(cookies={"consent": "yes"}) == "hit"


@pytest.mark.parametrize("path", ["/admin/", "/admin/pages/2/", "/documents/1/a.pdf", "/static/a.css", "/media/a.jpg"])
def test_paths_without_pages_pass_with_their_whole_query(visited, path):
    response = visited.ask(path + "?next=/admin/")
    assert response["X-Page-Cache"] == "pass"
    assert visited.requests[0].GET.dict() == {"next": "/admin/"}


def test_exempt_paths_are_a_setting(visited, settings):
    settings.PAGE_CACHE_EXEMPT_PATHS = ["/search/"]
    assert not visited.is_stored("/search/")
    assert visited.is_stored("/admin/")


def test_a_preview_neither_gets_nor_leaves_a_stored_page(visited, rf):
    visited.ask()
    visited.body = b"draft"
    request = rf.get("/blog/", headers={"host": "example.org"})
    request.is_dummy = True  # as Wagtail marks it, see test_previews in test_freshness
    assert PageCacheMiddleware(visited.view)(request).content == b"draft"
    assert visited.ask().content != b"draft"


@pytest.mark.parametrize(
    "view",
    [
        responding(status=302, headers={"Location": "/"}),
        responding(status=403),
        responding(status=410),
        responding(status=500),
        responding(headers={"Cache-Control": "private"}),
        responding(headers={"Cache-Control": "max-age=60, No-Store"}),
        responding(headers={"Cache-Control": 'no-cache="Set-Cookie"'}),
        responding(headers={"Vary": "Cookie"}),
        responding(headers={"Vary": "Accept-Encoding, Accept-Language"}),
        responding(headers={"Vary": "*"}),
        responding(headers={"Set-Cookie": "a=b"}),
        responding(headers={"Content-Encoding": "gzip"}),
        responding(headers={"Content-Security-Policy": "script-src 'nonce-abc'"}),
        responding(b"x" * (LARGEST_BODY + 1)),
        lambda request: StreamingHttpResponse([b"x"]),
    ],
)
def test_never_stored(visited, view):
    visited.view = view
    assert not visited.is_stored()
    assert visited.state() == "pass"


def test_a_response_that_sets_a_cookie_is_never_stored(visited):
    def view(request):
        response = HttpResponse()
        response.set_cookie("language", "en")
        return response

    visited.view = view
    assert not visited.is_stored()


def test_a_form_is_never_stored(client, settings):
    settings.MIDDLEWARE = ["page_cache.middleware.PageCacheMiddleware", "django.middleware.csrf.CsrfViewMiddleware"]
    settings.ROOT_URLCONF = "page_cache.tests.urls"
    first, second = client.get("/form/"), client.get("/form/")
    assert first["X-Page-Cache"] == second["X-Page-Cache"] == "pass"


@pytest.mark.parametrize("status", [200, 301, 404])
def test_stored_statuses(visited, status):
    visited.view = responding(status=status, headers={"Location": "/there/"})
    assert visited.is_stored()
    assert visited.ask().status_code == status
    assert visited.ask()["Location"] == "/there/"


def test_an_address_where_nothing_is_is_kept_for_a_minute_and_by_this_process_only(visited, forget, clock):
    visited.view = responding(status=404)
    assert visited.is_stored()
    forget()
    assert visited.state() == "miss"
    clock.shift(timedelta(seconds=entries.NOT_FOUND_SECONDS))
    assert visited.state() == "miss"


def test_headers_of_the_page_are_stored_with_it(visited):
    visited.view = with_headers({"Content-Type": "application/rss+xml", "X-Frame-Options": "DENY"})
    visited.ask()
    response = visited.ask()
    assert response["Content-Type"] == "application/rss+xml"
    assert response["X-Frame-Options"] == "DENY"


def test_a_page_of_one_visitor_keeps_its_own_cache_control(visited):
    visited.view = with_headers({"Cache-Control": "private, max-age=5"})
    assert visited.ask()["Cache-Control"] == "private, max-age=5"


def test_browsers_ask_each_time(visited):
    visited.ask()
    assert visited.ask()["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_an_outer_cache_may_keep_the_page(visited, settings):
    settings.PAGE_CACHE_OUTER_SECONDS = 600
    assert visited.ask()["Cache-Control"] == "public, max-age=0, must-revalidate, s-maxage=600"


def test_an_outer_cache_may_not_keep_the_page_past_its_moment(visited, settings):
    settings.PAGE_CACHE_OUTER_SECONDS = 600

    def view(request):
        page_cache.expires_at(request, timezone.now() + timedelta(seconds=60))
        return HttpResponse()

    visited.view = view
    seconds = int(visited.ask()["Cache-Control"].partition("s-maxage=")[2])
    assert 50 < seconds <= 60


def test_the_middleware_can_be_switched_off(client, settings):
    settings.PAGE_CACHE_ENABLED = False
    settings.MIDDLEWARE = ["page_cache.middleware.PageCacheMiddleware"]
    settings.ROOT_URLCONF = "page_cache.tests.urls"
    assert "X-Page-Cache" not in client.get("/page/")


class TestExpiry:
    MOMENT = datetime(2030, 9, 6, 12, tzinfo=UTC)

    @pytest.fixture
    def at(self, clock):
        """Set the clock, in seconds from the moment."""
        return lambda seconds: clock.move_to(self.MOMENT + timedelta(seconds=seconds))

    def test_a_page_is_right_until_the_moment_it_names(self, visited, at):
        def view(request):
            page_cache.expires_at(request, self.MOMENT + timedelta(hours=1))
            page_cache.expires_at(request, self.MOMENT)
            page_cache.expires_at(request, self.MOMENT + timedelta(hours=2))
            return HttpResponse()

        visited.view = view
        at(-10)
        assert visited.is_stored()
        at(-1)
        assert visited.state() == "hit"
        at(0)
        assert visited.state() == "miss"

    def test_a_moment_in_the_past_keeps_the_page_from_being_reused(self, visited, at):
        def view(request):
            page_cache.expires_at(request, self.MOMENT)
            return HttpResponse()

        visited.view = view
        at(1)
        assert not visited.is_stored()

    def test_a_moment_without_a_zone_is_a_mistake(self, rf):
        with pytest.raises(ValueError, match="aware"):
            page_cache.expires_at(rf.get("/"), datetime(2030, 9, 6))  # noqa: DTZ001  (the mistake)
