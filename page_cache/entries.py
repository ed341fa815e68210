"""The stored entry: what a page was when it was rendered, and until when that is right."""

import gzip
import time
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from django.utils import timezone

try:
    import brotli
except ImportError:  # without it, gzip serves everybody
    brotli = None

LARGEST_BODY = 2 * 1024 * 1024  # bytes
NOT_FOUND_SECONDS = 60
STORED_STATUSES = {200, 301, 404}
# Written anew for each answer (page_cache.answers), or meant for the one visitor who asked.
OWN_HEADERS = {"cache-control", "content-encoding", "content-length", "etag", "expires", "pragma", "vary"}


def expires_at(request, moment):
    """Say that the page rendered for `request` changes by itself at `moment`; the earliest call counts.

    Args:
        request: the request being answered.
        moment: an aware datetime. One that has passed keeps the page from being reused.

    Raises:
        ValueError: for a naive datetime.
    """
    if timezone.is_naive(moment):
        raise ValueError("expires_at() needs an aware datetime.")
    known = getattr(request, "page_cache_until", None)
    until = moment.timestamp()
    request.page_cache_until = until if known is None else min(known, until)


def is_storable(response):
    """Whether a response is the same for every visitor, so that it may be stored.

    A response that varies by anything but its coding is not: sessions, users, CSRF and languages all announce
    themselves in `Vary` (RFC 9110, 12.5.5), even where this visitor had none. One with a CSP nonce is not:
    a nonce that is served twice protects nobody.
    """
    if response.streaming or response.status_code not in STORED_STATUSES or response.cookies:
        return False
    headers = response.headers
    if _directives(headers, "Cache-Control") & {"private", "no-store", "no-cache"}:
        return False
    if _directives(headers, "Vary") - {"accept-encoding"}:
        return False
    if "Set-Cookie" in headers or "Content-Encoding" in headers:
        return False
    return "'nonce-" not in headers.get("Content-Security-Policy", "") and len(response.content) <= LARGEST_BODY


def _directives(headers, name):
    return {part.partition("=")[0].strip().lower() for part in headers.get(name, "").split(",")} - {""}


@dataclass(frozen=True)
class Entry:
    """A page as stored: status, headers, the body in each coding it is kept in, and how long it is right."""

    status: int
    headers: dict[str, str]
    bodies: dict[str, bytes]
    digest: str
    length: int
    token: str
    until: float | None  # seconds since the epoch

    @classmethod
    def of(cls, request, response, token):
        """Return the entry for a storable response that was rendered under `token`."""
        until = getattr(request, "page_cache_until", None)
        if response.status_code == 404:
            soon = time.time() + NOT_FOUND_SECONDS
            until = soon if until is None else min(soon, until)
        body = response.content
        return cls(
            status=response.status_code,
            headers={name: value for name, value in response.items() if name.lower() not in OWN_HEADERS},
            bodies=_encoded(body),
            digest=blake2b(body, digest_size=12).hexdigest(),
            length=len(body),
            token=token,
            until=until,
        )

    def is_right(self, token):
        """Whether this is what the site would render now, `token` being the current one."""
        return self.token == token and (self.until is None or time.time() < self.until)

    @cached_property
    def identity(self):
        """The body without any coding."""
        return gzip.decompress(self.bodies["gzip"])

    @property
    def size(self):
        """Bytes taken in memory once every form has been asked for."""
        return self.length + sum(map(len, self.bodies.values()))

    @cached_property
    def answers(self):
        """Room for what `page_cache.answers` has made of this entry, by coding."""
        return {}


def _encoded(body):
    bodies = {"gzip": gzip.compress(body, compresslevel=6, mtime=0)}
    if brotli:
        bodies["br"] = brotli.compress(body, quality=5)
    return bodies
