"""Getting a document from the web on behalf of an editor, without being led anywhere else.

Editors paste addresses that others wrote. Only public addresses of the internet are spoken to: the name is looked
up once, every answer is checked, and the connection goes to the very address that was checked, for each redirect
anew. So neither a redirect nor a name that changes its answer (DNS rebinding) reaches a machine behind the firewall.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from contextlib import contextmanager, suppress
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

import certifi
from django.utils.translation import gettext_lazy as _

SECONDS = 5  # for everything, redirects included
MOST_BYTES = 2 * 1024 * 1024  # of the document, once unpacked
MOST_REDIRECTS = 5
PORTS = {"http": 80, "https": 443}
HTML = ("text/html", "application/xhtml+xml")
REDIRECTS = (301, 302, 303, 307, 308)
HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; LocalProgressNewsroom/1.0)",
    "Accept": "text/html,application/xhtml+xml;q=0.9",
    "Accept-Encoding": "gzip",
    "Accept-Language": "en",
    "Connection": "close",
}
_UNICAST = ipaddress.ip_network("2000::/3")  # what has been given out of IPv6 (RFC 4291)
_CHUNK = 64 * 1024  # bytes


class NotFetched(Exception):
    """Nothing to read there; the message is a sentence for the editor."""


class Document(NamedTuple):
    """An HTML document: where it was found in the end, its bytes, and the charset that its header names (or "")."""

    address: str
    data: bytes
    charset: str


class _Target(NamedTuple):
    """An address taken apart: host as the domain name system knows it, port, path with query."""

    scheme: str
    host: str
    port: int
    path: str


def is_public(ip):
    """Whether an IP address (text) belongs to the public internet."""
    address = ipaddress.ip_address(ip.split("%")[0])
    if address.version == 6 and (address not in _UNICAST or address.sixtofour or address.teredo):
        return False  # the last two stand for addresses of IPv4, public or not
    return address.is_global and not address.is_multicast


def resolve(host, port):
    """The public addresses of a host, as a list of (IP address, port).

    Raises:
        NotFetched: if it has none, or if even one of its addresses is not public.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotFetched(_("We cannot find that site. Is the address complete?")) from error
    addresses = list(dict.fromkeys(one[4][:2] for one in found))
    if not addresses or not all(is_public(ip) for ip, _port in addresses):
        raise NotFetched(_("That address does not lead to a public site."))
    return addresses


def fetch(address, resolve=resolve):
    """Get an HTML document.

    Args:
        address: a web address.
        resolve: a function like `resolve` of this module.

    Returns:
        a `Document`; a longer one than `MOST_BYTES` is cut, since what we look for stands at its beginning.

    Raises:
        NotFetched: if there is none, for whatever reason.
    """
    deadline = time.monotonic() + SECONDS
    for _redirect in range(MOST_REDIRECTS + 1):
        target = _target(address)
        addresses = _resolved_in_time(resolve, target, deadline)
        try:
            with _answer(target, addresses, deadline) as answer:
                _check_time(deadline)  # an answer that was cut off looks like a short one
                place = answer.headers.get("Location") if answer.status in REDIRECTS else None
                found = None if place else _document(answer, address)
        except (OSError, ValueError, http.client.HTTPException, zlib.error) as error:
            raise _too_slow() if time.monotonic() >= deadline else _broken() from error
        _check_time(deadline)
        if found:
            return found
        address = urljoin(address, place)
    raise NotFetched(_("The site sends us from one address to the next without end."))


def _too_slow():
    return NotFetched(_("The site takes too long to answer."))


def _check_time(deadline):
    if time.monotonic() >= deadline:
        raise _too_slow()


def _broken():
    return NotFetched(_("The site does not answer as it should."))


def _target(address):
    try:
        parts = urlsplit(address.strip())
        port = parts.port or PORTS.get(parts.scheme)
        host = (parts.hostname or "").encode("idna").decode()
    except (ValueError, UnicodeError) as error:
        raise NotFetched(_("This is not a complete web address.")) from error
    if parts.scheme not in PORTS or not host:
        raise NotFetched(_("This is not a complete web address. It begins with https:// or http://."))
    if port not in PORTS.values() or parts.username is not None:
        raise NotFetched(_("We only read pages at the usual addresses, without a port or a password in them."))
    query = f"?{parts.query}" if parts.query else ""
    path = quote((parts.path or "/") + query, safe="/%:@!$&'()*+,;=~?-._")  # an escape stays what it is
    return _Target(parts.scheme, host, port, path)


def _resolved_in_time(resolve, target, deadline):
    """What `resolve` says; a name server that keeps silent is left alone."""
    result = []

    def ask():
        try:
            result.append(resolve(target.host, target.port))
        except NotFetched as error:
            result.append(error)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(max(0, deadline - time.monotonic()))
    if not result:
        raise _too_slow()
    if isinstance(result[0], NotFetched):
        raise result[0]
    return result[0]


@contextmanager
def _answer(target, addresses, deadline):
    """The answer of one of these addresses, cut off at the deadline whatever the other side is doing."""
    plain = _connected(addresses, deadline)
    guard = plain.dup()  # the same connection, whoever owns the socket by then

    def cut_off():
        with suppress(OSError):
            guard.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(max(0, deadline - time.monotonic()), cut_off)
    timer.daemon = True
    timer.start()
    connection = http.client.HTTPConnection(target.host, target.port)
    connection.default_port = target.port  # the Host header names no usual port
    try:
        connection.sock = plain
        if target.scheme == "https":
            context = ssl.create_default_context(cafile=certifi.where())
            connection.sock = context.wrap_socket(plain, server_hostname=target.host)
        connection.request("GET", target.path, headers=HEADERS)
        with connection.getresponse() as answer:
            yield answer
    finally:
        timer.cancel()
        connection.close()
        guard.close()


def _connected(addresses, deadline):
    for ip, port in addresses:
        try:
            return socket.create_connection((ip, port), max(0.001, deadline - time.monotonic()))
        except OSError as error:
            refusal = error
    raise refusal


def _document(answer, address):
    """The document of an answer that is no redirect."""
    if answer.status in (401, 402, 403, 429):
        raise NotFetched(_("The site does not let us read the page; it may need a subscription."))
    if answer.status != 200:
        raise NotFetched(_("There is no page at that address."))
    if answer.headers.get_content_type() not in HTML:
        raise NotFetched(_("That address leads to a file, not to a web page."))
    return Document(address, _data(answer), answer.headers.get_content_charset() or "")


def _data(answer):
    """The document unpacked, up to `MOST_BYTES`; never more than that is held, however well it is packed."""
    packing = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in ("identity", "", "gzip", "x-gzip"):
        raise _broken()
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16) if "gzip" in packing else None
    data = bytearray()
    while len(data) < MOST_BYTES and (chunk := answer.read(_CHUNK)):
        data += unpacker.decompress(chunk, MOST_BYTES - len(data)) if unpacker else chunk
    return bytes(data[:MOST_BYTES])
