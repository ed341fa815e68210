"""When two web addresses are those of the same article."""

import hashlib
import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

# Parameters that say where a reader came from. All others may choose the article and are kept.
_TRACKING = re.compile(
    r"utm_\w+|_hs\w+|hsctatracking|mc_[ce]id|[gd]clid|gclsrc|[gw]braid|fbclid|msclkid|yclid|twclid|ttclid|li_fat_id"
    r"|igshid|igsh|_ga|_gl|mkt_tok|oly_(?:anon|enc)_id|vero_id|s_cid|cmpid|ncid|smid|smtyp|trk|ref_src|ref_url"
    r"|__twitter_impression|guce\w+|guccounter",
    re.IGNORECASE,
)
_USUAL_PORTS = (None, 80, 443)


def host_of(address):
    """The host of a web address in lower case, without `www.`; empty if it has none."""
    try:
        host = urlsplit(address.strip()).hostname or ""
    except ValueError:  # such as one bracket of two
        return ""
    return _ascii(host.rstrip(".")).removeprefix("www.")


def key_of(address):
    """What addresses of the same article have in common, as 64 characters; None for no address.

    The scheme, `www.`, the case of the host, a slash at the end, the fragment, the order of parameters and those
    that only track readers make no difference.
    """
    address = address.strip()
    if not address:
        return None
    return hashlib.sha256(_normal_form(address).encode("utf-8", "replace")).hexdigest()


def _normal_form(address):
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return address
    path = quote(unquote(parts.path)).rstrip("/")
    query = sorted((name, value) for name, value in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(name))
    shown_port = "" if port in _USUAL_PORTS else f":{port}"
    return f"{host_of(address)}{shown_port}{path}?{urlencode(query)}"


def _ascii(host):
    """A host as the domain name system knows it."""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host
