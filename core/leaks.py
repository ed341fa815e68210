"""Looks at the site as a stranger does, and reports where it tells what it should not tell yet."""

import json
import re
from html import unescape
from typing import NamedTuple
from urllib.parse import quote

from django.test import Client
from wagtail.models import Site

from .surfaces import Closed, addresses


class Finding(NamedTuple):
    """What one address told.

    Attributes:
        surface: the name of the address in the URL configuration.
        address: the path and query string.
        status: of the answer.
        leaks: which of the secrets stood in it; for an address that should have been closed, that it was not.
    """

    surface: str
    address: str
    status: int
    leaks: list[str]


def search(hidden, secrets, also=(), site=None):
    """Fetch every public surface without signing in, within this process, and yield a `Finding` for each address.

    Args:
        hidden: pages that the public may not see.
        secrets: texts that must not stand anywhere. Letter case and white space make no difference.
        also: further pairs of (surface, address).
        site: the Wagtail `Site` to look at; the default site if None.
    """
    wanted = {secret: {plain(secret), plain(json.dumps(secret)[1:-1])} for secret in secrets if secret.strip()}
    site = site or Site.objects.get(is_default_site=True)
    stranger = Client(raise_request_exception=False, headers={"host": site.root_url.partition("://")[2]})
    seen = set()
    for surface, address in [*addresses(hidden), *also]:
        if address not in seen:
            seen.add(address)
            yield _finding(stranger, site, surface, address, wanted)


def _finding(stranger, site, surface, address, wanted):
    response = stranger.get(address, secure=site.root_url.startswith("https"))
    asked, told = plain(address), plain(_text(response))
    if any(words in asked for forms in wanted.values() for words in forms):
        for echo in (address, quote(address), quote(address, safe="")):  # what we said ourselves is no leak
            told = told.replace(plain(echo), "")
    leaks = [secret for secret, forms in wanted.items() if any(words in told for words in forms)]
    if isinstance(address, Closed) and response.status_code == 200:
        leaks.append("It is answered, although it should not be.")
    return Finding(surface, str(address), response.status_code, leaks)


def _text(response):
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return body.decode(errors="replace") + "\n" + response.headers.get("Location", "")


def plain(text):
    """A text as it is compared: without entities, letter case and differences in white space."""
    return re.sub(r"\s+", " ", unescape(text)).strip().casefold()
