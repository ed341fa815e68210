"""Answers from a stored page: codings, validators, HEAD."""

import gzip

import brotli
import pytest
from django.http import HttpResponse

from page_cache.answers import StoredResponse, preferred_coding
from page_cache.tests.helpers import responding

BODY = b"<p>Local Progress</p>" * 100


@pytest.fixture(params=["rendered", "remembered", "fetched"])
def page(request, visited, forget):
    """A page with text, in the three ways an answer can come about; `ask` it."""
    visited.body = BODY
    if request.param != "rendered":
        visited.ask()
    if request.param == "fetched":
        forget()
    return visited


@pytest.mark.parametrize(
    ("accepted", "coding", "decode"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip, deflate", "gzip", gzip.decompress),
        ("deflate", None, bytes),
        (None, None, bytes),
    ],
)
def test_the_body_comes_in_the_best_coding_the_client_takes(page, accepted, coding, decode):
    response = page.ask(**({"accept_encoding": accepted} if accepted else {}))
    assert response.get("Content-Encoding") == coding
    assert decode(response.content) == BODY
    assert int(response["Content-Length"]) == len(response.content)
    assert response["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("", "identity"),
        ("identity", "identity"),
        ("*", "br"),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0, gzip;q=0", "identity"),
        ("*;q=0", "identity"),
        ("gzip;q=0.5, identity", "identity"),
        ("GZIP", "gzip"),
        ("gzip ; q=0.8 , br ; q = 0.9", "br"),
        ("br;q=much", "identity"),
        ("br;level=4", "br"),
        (",,;", "identity"),
    ],
)
def test_weights_of_codings(accepted, coding):
    assert preferred_coding(accepted, ("gzip", "br")) == coding


def test_without_brotli_there_is_gzip():
    assert preferred_coding("gzip, br", ("gzip",)) == "gzip"


def test_each_coding_has_a_strong_etag_of_its_own(page):
    tags = [page.ask(accept_encoding=coding)["ETag"] for coding in ("br", "gzip", "identity")]
    assert len(set(tags)) == 3
    assert all(tag.startswith('"') and tag.endswith('"') for tag in tags)


def test_the_etag_follows_the_text_and_nothing_else(visited):
    visited.body = BODY
    tag = visited.ask("/a/")["ETag"]
    assert visited.ask("/b/")["ETag"] == tag
    visited.body = BODY + b"!"
    assert visited.ask("/c/")["ETag"] != tag


@pytest.mark.parametrize("known", ["{}", "W/{}", '"other", {}', "*"])
def test_a_visitor_who_has_the_page_gets_headers_only(page, known):
    tag = page.ask(accept_encoding="br")["ETag"]
    response = page.ask(accept_encoding="br", if_none_match=known.format(tag))
    assert response.status_code == 304
    assert response.content == b""
    assert response["ETag"] == tag
    assert (response["Vary"], response["Cache-Control"]) == ("Accept-Encoding", "public, max-age=0, must-revalidate")
    assert "Content-Length" not in response
    assert "Content-Type" not in response


def test_a_visitor_who_has_another_form_gets_the_page(page):
    tag = page.ask(accept_encoding="gzip")["ETag"]
    assert page.ask(accept_encoding="br", if_none_match=tag).status_code == 200
    assert page.ask(accept_encoding="gzip", if_none_match='"other"').status_code == 200


def test_only_what_is_there_is_unchanged(visited):
    visited.view = responding(status=404)
    assert visited.ask(if_none_match=visited.ask()["ETag"]).status_code == 404


def test_the_view_never_sees_what_one_client_asked_of_the_transfer(visited):
    def view(request):
        assert not {"HTTP_RANGE", "HTTP_IF_NONE_MATCH", "HTTP_ACCEPT_ENCODING"} & request.META.keys()
        return responding(BODY)(request)

    visited.view = view
    assert visited.ask(range="bytes=0-5", if_none_match='"x"', accept_encoding="br").status_code == 200
    assert visited.ask().content == BODY


def test_head_has_the_headers_of_get_and_no_body(page):
    head = page.ask(method="HEAD", accept_encoding="gzip")
    get = page.ask(accept_encoding="gzip")
    assert head.content == b""
    ours = {"X-Page-Cache"}
    assert {name: value for name, value in head.items() if name not in ours} == {
        name: value for name, value in get.items() if name not in ours
    }


def test_a_page_first_asked_for_by_head_is_stored_whole(visited):
    visited.view = lambda request: responding(b"" if request.method == "HEAD" else BODY)(request)
    visited.ask(method="HEAD")
    response = visited.ask()
    assert (response["X-Page-Cache"], response.content) == ("hit", BODY)


def test_changing_an_answer_does_not_change_the_stored_page(page):
    page.ask()["X-Page-Cache"] = "mine"
    response = page.ask()
    response["Content-Type"] = "text/plain"
    del response["ETag"]
    assert page.ask()["Content-Type"].startswith("text/html")
    assert "ETag" in page.ask()


def test_a_stored_response_is_made_like_any_other():
    # It sets by hand what Django's own sets; a new version of Django may have more.
    stored = StoredResponse(b"text", 404, {"content-type": ("Content-Type", "text/plain")})
    ordinary = HttpResponse(b"text", status=404, content_type="text/plain")
    assert vars(stored).keys() == vars(ordinary).keys()
    assert stored.serialize() == ordinary.serialize()
    assert (stored.reason_phrase, stored.charset) == (ordinary.reason_phrase, ordinary.charset)
