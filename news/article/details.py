"""What an article says about itself: by JSON-LD (schema.org), OpenGraph, or the meta tags of newsrooms."""

import codecs
import datetime
import json
import re
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from html import unescape

from django.utils import timezone
from lxml import etree

_ARTICLE = re.compile(r"(?:\w*Article|\w*BlogPosting|VideoObject|AudioObject|\w*Episode)$")
_HEADLINES = ("og:title", "twitter:title", "parsely-title", "dc.title")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher")
_BYLINES = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_DATES = (
    "article:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "datepublished",
    "pubdate",
    "publish-date",
    "dc.date.issued",
    "dc.date",
    "date",
)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?([\w:.-]+)""", re.IGNORECASE)
_MOST_NAMES = 5


@dataclass(frozen=True)
class Details:
    """What was found out; an empty text or None where nothing was."""

    headline: str = ""
    outlet: str = ""
    byline: str = ""
    published_on: datetime.date | None = None


def read_details(document):
    """The `Details` of a `news.article.fetch.Document`, as far as it tells them; never fails on what is broken."""
    root = _parsed(_text(document))
    data, meta = _json_ld(root), _meta(root)
    return Details(
        headline=_first(data.get("headline"), data.get("name"), *map(meta.get, _HEADLINES), root.findtext(".//title")),
        outlet=_first(*_names(data.get("publisher")), *map(meta.get, _OUTLETS)),
        byline=_byline(data, meta),
        published_on=_first_date(data.get("datePublished"), *map(meta.get, _DATES)),
    )


def _text(document):
    """The document as text; the header knows better than the document, and Latin-1 stands for Windows-1252."""
    declared = document.charset or (_CHARSET.search(document.data[:4096]) or [b"", b""])[1].decode()
    for charset in (declared, "utf-8-sig"):
        with suppress(LookupError, ValueError):
            name = codecs.lookup(charset).name
            return document.data.decode("cp1252" if name in ("ascii", "iso8859-1") else name)
    # Cut in the middle of a character, or wrong in places.
    text = document.data.decode("utf-8-sig", "replace")
    return text if text.count("\N{REPLACEMENT CHARACTER}") < 3 else document.data.decode("cp1252", "replace")


def _parsed(text):
    """The root element. libxml2, because it takes no longer for what is made to be slow."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:  # nothing in it
        root = None
    return etree.Element("html") if root is None else root


def _meta(root):
    """The contents of the meta elements by name or property in lower case, the first of each."""
    found = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if content := _line(element.get("content")):
            found.setdefault(name.strip().lower(), content)
    return found


def _json_ld(root):
    """The article among the structured data, each member as a list; an empty dict if there is none."""
    things = []
    for script in root.iter("script"):
        if "ld+json" in script.get("type", "").lower():
            with suppress(ValueError, RecursionError):  # broken data say nothing; other elements may be whole
                things += _things(json.loads(script.text or "", strict=False))
    by_id = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and len(thing) > 1}
    article = next((thing for thing in things if any(map(_ARTICLE.match, _types(thing)))), {})
    return {name: _resolved(value, by_id) for name, value in article.items()}


def _things(data):
    """Every object within JSON-LD, from the outside in."""
    found, waiting = [], deque([data])
    while waiting:
        current = waiting.popleft()
        if isinstance(current, dict):
            found.append(current)
            waiting += current.values()
        elif isinstance(current, list):
            waiting += current
    return found


def _types(thing):
    kinds = thing.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _resolved(value, by_id):
    """The value as a list, with what its members refer to by id put in their place."""
    values = value if isinstance(value, list) else [value]
    return [by_id.get(str(one.get("@id")), one) if isinstance(one, dict) else one for one in values]


def _names(values):
    """The names of people or organizations: of a list of texts, or of objects with a name."""
    names = [_line(one.get("name") if isinstance(one, dict) else one) for one in (values or [])[:_MOST_NAMES]]
    return [name for name in names if name and "://" not in name]  # some sites name the address of a profile


def _byline(data, meta):
    names = _names(data.get("author")) or next(filter(None, (_names([meta.get(name)]) for name in _BYLINES)), [])
    return re.sub(r"^by:?\s+", "", ", ".join(dict.fromkeys(names)), flags=re.IGNORECASE)


def _first(*texts):
    return next(filter(None, map(_line, texts)), "")


def _line(value):
    """A text on one line; empty for anything that is no text."""
    if isinstance(value, list):
        value = next(iter(value), "")
    # Structured data are not HTML, yet many sites escape them.
    return " ".join(unescape(value).replace("\0", "").split()) if isinstance(value, str) else ""


def _first_date(*texts):
    return next(filter(None, (_date(_line(text)) for text in texts)), None)


def _date(text):
    """The day that an article names: where its time is given for no place (UTC), the day in our time zone."""
    for read in (datetime.datetime.fromisoformat, parsedate_to_datetime, _beginning):
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            moment = read(text)
            return (timezone.localtime(moment) if moment.utcoffset() == datetime.timedelta(0) else moment).date()
    return None


def _beginning(text):
    """The date that a text begins with."""
    return datetime.datetime.fromisoformat(text[:10])
