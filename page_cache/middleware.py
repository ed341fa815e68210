"""The page cache, first in the chain: a stored page costs one look at the token and nothing of what follows."""

import time
from contextlib import contextmanager

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import MiddlewareNotUsed

from page_cache import store, token
from page_cache.addresses import Addresses
from page_cache.answers import STATE_HEADER, answer
from page_cache.entries import Entry, is_storable
from page_cache.flights import flight
from page_cache.outage import lacked_database

# What one visitor's client asks of the transfer, not of the page: the page is rendered without.
OF_THE_CLIENT = (
    "HTTP_ACCEPT_ENCODING",
    "HTTP_IF_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_RANGE",
    "HTTP_IF_UNMODIFIED_SINCE",
    "HTTP_RANGE",
)


class PageCacheMiddleware:
    """Answers anonymous GET and HEAD requests from stored pages; passes everything else through.

    Every response says in `X-Page-Cache` what it is: `hit` (stored before), `miss` (rendered now and stored),
    `stale` (an older copy, because the database does not answer) or `pass` (not stored).
    """

    def __init__(self, get_response):
        if not getattr(settings, "PAGE_CACHE_ENABLED", True):
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.addresses = Addresses(getattr(settings, "PAGE_CACHE_QUERY_PARAMETERS", ()))
        self.exempt = tuple(getattr(settings, "PAGE_CACHE_EXEMPT_PATHS", default_exempt_paths()))
        self.wait_seconds = getattr(settings, "PAGE_CACHE_WAIT_SECONDS", 10)
        self.outer_seconds = getattr(settings, "PAGE_CACHE_OUTER_SECONDS", 0)
        self.personal_cookies = {settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name}

    def __call__(self, request):
        """Return the stored page where it is right, else what the site renders now."""
        address, response = self.look_up(request)
        if response is not None:
            return response
        if address is None:
            return passed(self.get_response(request))
        return self.answer_in_turn(request, address)

    def look_up(self, request):
        """Return the address of a request and the stored page there, if it is right.

        None for the page where it has to be rendered, None for both where it could not be stored.
        """
        address = self.addresses.of(request) if self.is_for_everybody(request) else None
        now = token.current() if address else None
        if now is None:
            return None, None
        entry = store.find(address.key, now)
        if entry is None or not entry.is_right(now):
            return address, None
        return address, answer(request, entry, "hit", self.outer_seconds)

    def is_for_everybody(self, request):
        """Whether the answer to a request may be one that all visitors share."""
        return (
            request.method in ("GET", "HEAD")
            and not request.path.startswith(self.exempt)
            and "HTTP_AUTHORIZATION" not in request.META
            and not ("HTTP_COOKIE" in request.META and self.personal_cookies & request.COOKIES.keys())
            # Wagtail renders a preview as a request for the page's own address.
            and not getattr(request, "is_dummy", False)
        )

    def answer_in_turn(self, request, address):
        """Render the page, or wait while another request does; look again at token and entry after that."""
        deadline = time.monotonic() + self.wait_seconds
        while True:
            with flight(address.key) as (current, ours):
                waited_in_vain = not ours and not (current.wait(deadline - time.monotonic()) and current.kept)
                now = token.current()
                if now is None:
                    return passed(self.get_response(request))
                last = store.find(address.key, now)
                if last is not None and last.is_right(now):
                    return answer(request, last, "hit", self.outer_seconds)
                if ours or waited_in_vain:
                    response, current.kept = self.render(request, address, now, last)
                    return response

    def render(self, request, address, now, last):
        """Return the page as the site renders it under the token `now`, and whether others can use it.

        Where the database does not answer, it is the `last` copy, if there is one.
        """
        with as_for_everybody(request, address.query):
            response = self.get_response(request)
        if last is not None and lacked_database(request, response):
            return answer(request, last, "stale"), False
        if response.status_code == 404 and address.is_shortened:
            # A redirect of the site may hang on the parameters that were left out.
            return passed(self.get_response(request)), False
        if not is_storable(response):
            return passed(response), False
        entry = Entry.of(request, response, now)
        store.keep(address.key, entry)
        return answer(request, entry, "miss", self.outer_seconds), entry.is_right(now)


def default_exempt_paths():
    """Return the path prefixes that hold no pages: the admin, documents, static files, media."""
    return ("/admin/", "/django-admin/", "/documents/", *filter(None, (settings.STATIC_URL, settings.MEDIA_URL)))


@contextmanager
def as_for_everybody(request, query):
    """For the time of a render, let a request hold only what all visitors to the page have in common."""
    meta, method = request.META, request.method
    own = {name: meta.pop(name) for name in OF_THE_CLIENT if name in meta}
    own["QUERY_STRING"] = meta.get("QUERY_STRING", "")
    _ask(request, "GET", query)
    try:
        yield
    finally:
        meta.update(own)
        _ask(request, method, own["QUERY_STRING"])


def _ask(request, method, query):
    request.method = request.META["REQUEST_METHOD"] = method
    request.META["QUERY_STRING"] = query
    request.__dict__.pop("GET", None)  # parsed anew when asked for


def passed(response):
    """Mark a response that is not stored, and keep pages of one visitor out of other caches too."""
    response.headers[STATE_HEADER] = "pass"
    if response.headers.get("Content-Type", "").startswith("text/html"):
        response.headers.setdefault("Cache-Control", "private, no-store")
    return response
