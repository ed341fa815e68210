"""Requests that make no sense get a clean answer, and where the site itself fails it says so in its own design."""

import pytest
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client

from home.tests.factories import StandardPageFactory
from news.tests.factories import BlogPostFactory
from page_cache import store

pytestmark = pytest.mark.django_db

PAGES = ["/", "/blog/", "/blog/a-post/", "/about/"]
FEEDS = [f"{place}feed.{name}" for place in ("/", "/blog/") for name in ("rss", "atom", "json")]
ODD_VALUES = [
    "%00",
    "%FF%FE",  # no UTF-8
    "%ED%A0%80",  # half of a surrogate pair
    "%F0%9F%98%80",
    "%D9%A2",  # a digit, but not one of ours
    "9" * 5000,
    "x" * 5000,
    "-1",
    "1e9",
    "0x10",
    "%27%22%3C%3E--",
    "../../etc/passwd",
    "{{7*7}}",
    "",
]
ODD_QUERIES = [
    "%00",
    "%FF=%FF",
    "&&==&",
    "x" * 5000,
    "page=1&page=abc",
    "page[]=1",
    "&".join(f"parameter{number}=1" for number in range(900)),
]
ODD_PATHS = [
    "/%00/",
    "/blog/%00/",
    "/blog/%00/feed.rss",
    "/%FF%FE/",
    "/blog/%FF/",
    "/%ED%A0%80/",
    "/%F0%9F%98%80/",
    "/%0d%0aSet-Cookie:%20a=b/",
    "/%3Cscript%3E/",
    "/%%/",
    "/..%2f..%2fetc%2fpasswd",
    "/a" * 2000 + "/",
    "/a" * 500 + "/feed.rss",
    "/" + "a" * 5000 + "/",
    "/blog/" + "a" * 300 + "/",
    "/blog/a-post/further/",
    "/blog//a-post/",
    "/BLOG/",
    "/documents/0/x.pdf",
    "/documents/99999999999999999999/x.pdf",
    "/documents/1/%00.pdf",
    "/documents/one/x.pdf",
    "/media/%00",
    "/static/%00",
]


@pytest.fixture
def site(home_page, blog):
    """One page of each type."""
    BlogPostFactory(parent=blog, slug="a-post")
    StandardPageFactory(parent=home_page)


@pytest.fixture
def visitor():
    """A client that gets what visitors get when a view fails."""
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("address", [*PAGES, *FEEDS, "/healthz"])
def test_pages_and_feeds_ignore_what_they_do_not_know(visitor, site, address):
    queries = [*ODD_QUERIES, *(f"unknown={value}" for value in ODD_VALUES)]
    answers = {query: visitor.get(f"{address}?{query}").status_code for query in queries}
    assert {query[:40]: status for query, status in answers.items() if status != 200} == {}


@pytest.mark.parametrize("parameter", ["page", "series", "topic", "place", "year"])
def test_a_list_shows_itself_or_is_not_found_whatever_its_parameters_say(visitor, site, parameter):
    answers = {value: visitor.get(f"/blog/?{parameter}={value}").status_code for value in ODD_VALUES}
    assert {value[:40]: status for value, status in answers.items() if status not in (200, 404)} == {}


@pytest.mark.parametrize("parameter", ["page", "series", "topic", "place", "year"])
def test_other_pages_do_not_read_the_parameters_of_the_list(visitor, site, parameter):
    for address in ("/", "/blog/a-post/", "/about/", "/blog/feed.rss"):
        assert visitor.get(f"{address}?{parameter}=9999").status_code == 200


@pytest.mark.parametrize("path", ODD_PATHS, ids=lambda path: path[:30])
def test_an_odd_path_is_not_found(visitor, site, path):
    response = visitor.get(path, follow=True)
    assert response.status_code == 404
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("path", ["//example.org/", "//example.org", "/\\example.org", "/blog//example.org"])
def test_no_path_leads_to_another_site(visitor, site, path):
    response = visitor.get("/", PATH_INFO=path)
    assert response.status_code in (301, 404)
    assert not response.headers.get("Location", "").startswith(("//", "/\\", "http"))


@pytest.mark.parametrize(
    "host", ["example.com", "localhost.example.com", "a" * 300, "[::1", "localhost\x00", "ö.example", "a b", ""]
)
@pytest.mark.parametrize("address", ["/", "/blog/feed.rss", "/nowhere/", "/admin/login/"])
def test_an_unknown_host_is_refused(visitor, site, host, address):
    assert visitor.get(address, headers={"host": host}).status_code == 400


def test_too_many_parameters_are_refused_where_they_are_read(visitor, site):
    query = "&".join(f"parameter{number}=1" for number in range(20_000))
    for address in PAGES:
        assert visitor.get(f"{address}?{query}").status_code in (200, 400)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_no_method_makes_a_page_fail(visitor, site, method):
    for address in [*PAGES, *FEEDS, "/nowhere/"]:
        body = {"data": b"\xff\x00", "content_type": "application/x-www-form-urlencoded"}
        assert visitor.generic(method, address, **body).status_code in (200, 404, 405)


@pytest.mark.parametrize(
    "headers",
    [
        {"accept-encoding": "gzip;q=x, \xff"},
        {"accept-language": "x" * 2000},
        {"cookie": "sessionid=\x00; \xff=\xff; messages=[["},
        {"if-none-match": '"' * 50},
        {"if-modified-since": "never"},
        {"range": "bytes=9-1"},
        {"authorization": "Basic ÿÿ"},
        {"x-forwarded-host": "example.com", "x-forwarded-proto": "gopher"},
    ],
    ids=lambda headers: next(iter(headers)),
)
def test_no_header_makes_a_page_fail(visitor, site, headers):
    for address in (*PAGES, "/blog/feed.rss"):
        response = visitor.get(address, headers=headers)
        assert response.status_code == 200
        assert b"example.com" not in response.content


def test_what_is_not_found_gets_the_404_page(visitor, site):
    response = visitor.get("/nowhere/")
    assert response.status_code == 404
    assert 'href="/blog/"' in response.content.decode()


def is_the_500_page(response):
    return response.status_code == 500 and "Something went wrong on our side" in response.content.decode()


class TestWhenTheSiteFails:
    """A mistake in the code, or no database."""

    @pytest.fixture
    def no_database(self, monkeypatch):
        """Let the database vanish, as one that has been stopped, before any page has been seen."""
        store.memory.clear()

        def refuse(connection):
            raise OperationalError("the server closed the connection unexpectedly")

        monkeypatch.setattr(BaseDatabaseWrapper, "ensure_connection", refuse)

    @pytest.fixture
    def broken_view(self, settings):
        settings.ROOT_URLCONF = "tests.urls"
        return "/broken/"

    def test_a_broken_view_gets_the_500_page(self, visitor, site, broken_view):
        assert is_the_500_page(visitor.get(broken_view))

    def test_the_500_page_needs_no_database(self, visitor, site, broken_view, no_database):
        assert is_the_500_page(visitor.get(broken_view))

    def test_it_keeps_the_error_to_itself(self, visitor, site, broken_view):
        content = visitor.get(broken_view).content.decode()
        assert "on purpose" not in content
        assert "Traceback" not in content

    def test_it_is_kept_by_no_cache(self, visitor, site, broken_view):
        response = visitor.get(broken_view)
        assert "no-store" in response["Cache-Control"]

    @pytest.mark.parametrize("address", [*PAGES, *FEEDS, "/nowhere/", "/documents/1/x.pdf"])
    def test_every_address_says_so_when_the_database_is_gone(self, visitor, site, no_database, address):
        assert is_the_500_page(visitor.get(address))

    def test_it_is_not_what_the_next_visitor_gets(self, visitor, site, no_database, monkeypatch):
        visitor.get("/blog/")
        monkeypatch.undo()
        assert visitor.get("/blog/").status_code == 200
