"""One normal form for every address: nothing stored twice, nothing under a foreign address."""

import pytest
from django.http import HttpResponse, HttpResponsePermanentRedirect

from page_cache.addresses import LONGEST_VALUE
from page_cache.tests.helpers import responding


def echo(request):
    """A page that shows all it can learn of its own address."""
    return HttpResponse(f"{request.GET.urlencode()} {request.META['QUERY_STRING']} {request.get_full_path()}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/blog/", "/blog/?"),
        ("/blog/", "/blog/?utm_source=letter"),
        ("/blog/?page=2", "/blog/?page=2&fbclid=abc"),
        ("/blog/?page=2&topic=housing", "/blog/?topic=housing&page=2"),
        ("/blog/?page=2", "/blog/?page=1&page=2"),
        ("/blog/?topic=fair+housing", "/blog/?topic=fair%20housing"),
        ("/blog/caf%C3%A9/", "/blog/caf%c3%a9/"),
    ],
)
def test_the_same_page(visited, one, other):
    visited.view = echo
    assert visited.ask(one).content == visited.ask(other).content
    assert visited.renders == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/blog/", "/blog/?page=2"),
        ("/blog/?page=2", "/blog/?page=3"),
        ("/blog/?page=", "/blog/"),
        ("/blog/", "/Blog/"),
        ("/blog/", "/blog//"),
        ("/blog/?page=2", "/blog/%3Fpage=2"),
        ("/blog/?page=2%26topic%3Da", "/blog/?page=2&topic=a"),
        ("/?page=2", "/%20page=2"),
    ],
)
def test_not_the_same_page(visited, one, other):
    visited.ask(one)
    assert visited.state(other) == "miss"


def test_scheme_and_host_are_part_of_the_address(visited, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    visited.ask()
    assert visited.state(host="www.example.org") == "miss"
    assert visited.state(host="example.org:8000") == "miss"
    assert visited.state(x_forwarded_proto="https") == "miss"
    assert visited.state(host="EXAMPLE.org") == "hit"


def test_a_page_cannot_show_what_is_not_in_its_address(visited):
    visited.view = echo
    content = visited.ask("/blog/?utm_source=%3Cscript%3E&page=2").content.decode()
    assert content == "page=2 page=2 /blog/?page=2"


def test_the_request_is_as_it_was_after_the_render(visited):
    visited.view = echo
    visited.ask("/blog/?utm_source=letter", method="HEAD", if_none_match='"x"', accept_encoding="br")
    request = visited.requests[0]
    assert (request.method, request.META["REQUEST_METHOD"]) == ("HEAD", "HEAD")
    assert request.GET.dict() == {"utm_source": "letter"}
    assert (request.META["HTTP_IF_NONE_MATCH"], request.META["HTTP_ACCEPT_ENCODING"]) == ('"x"', "br")


@pytest.mark.parametrize(
    "query",
    [
        "page=" + "9" * (LONGEST_VALUE + 1),
        "topic=%F0%9F%8F%A0" + "x" * 5000,
        "&".join(f"a{number}=1" for number in range(20_000)),
    ],
)
def test_endless_queries_are_not_stored(visited, settings, query):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
    assert visited.state(f"/blog/?{query}") == "pass"
    assert visited.requests[0].META["QUERY_STRING"] == query


def test_an_endless_value_that_no_view_reads_does_no_harm(visited):
    visited.ask()
    assert visited.state("/blog/?utm_source=" + "x" * 5000) == "hit"


@pytest.mark.parametrize("query", ["page=%00", "page=%FF%FE", "%=&=&&&", "page=<script>", "page=" + "%25" * 60])
def test_strange_queries_are_answered(visited, query):
    visited.view = echo
    assert visited.is_stored(f"/blog/?{query}")


@pytest.mark.parametrize("host", ["evil.example", "example.org.evil.example", "example.org@evil.example", "", "a b"])
def test_django_answers_for_foreign_hosts(client, settings, host):
    settings.MIDDLEWARE = [
        "page_cache.middleware.PageCacheMiddleware",
        "django.middleware.common.CommonMiddleware",
    ]
    settings.ROOT_URLCONF = "page_cache.tests.urls"
    response = client.get("/page/", headers={"host": host})
    assert response.status_code == 400
    assert response["X-Page-Cache"] == "pass"
    assert client.get("/page/", headers={"host": "example.org"})["X-Page-Cache"] == "miss"


def test_a_redirect_may_hang_on_a_parameter_that_pages_do_not_see(visited):
    def view(request):
        if request.get_full_path() == "/old.php?id=7":
            return HttpResponsePermanentRedirect("/blog/")
        return responding(status=404)(request)

    visited.view = view
    assert visited.ask("/old.php?id=8").status_code == 404
    response = visited.ask("/old.php?id=7")
    assert (response.status_code, response["X-Page-Cache"]) == (301, "pass")
