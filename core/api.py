"""What the content of a room says in the API: its endpoints, and the fields that page types name in `api_fields`.

Wagtail's API v2 is the base (`search.api`). A field says in `schema` what it returns, as JSON Schema, so that the
description of the API (OpenAPI 3.1) is made of the same fields as its answers.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from rest_framework.fields import Field
from wagtail.models import Site

from images.renditions import file_for_sharing

from .blocks.body import statements
from .entries import feed_items
from .listing import Facet

TEXT = {"type": "string"}
TERM = {
    "type": "object",
    "properties": {"slug": TEXT, "name": TEXT},
    "required": ["slug", "name"],
    "additionalProperties": False,
}
WEB_ADDRESS = {"type": "string", "format": "uri"}


@dataclass(frozen=True, eq=False)  # comparing labels would translate them
class Endpoint:
    """One kind of content in the API.

    Attributes:
        name: its part of the address, such as "posts"; never changes.
        label: its name for readers, in the plural.
        model: its model, with `api_fields` and `api_meta_fields` as Wagtail documents them.
        rows: a function of a Wagtail `Site` that returns what the public may see on it, in its order, with all that
            the fields need.
        facets: what the list can be filtered by.
    """

    name: str
    label: str
    model: type
    rows: Callable[[Site], QuerySet]
    facets: tuple[Facet, ...] = ()


_endpoints = []


def register(endpoint):
    """Add an `Endpoint`; a room calls this when its app is ready."""
    _endpoints.append(endpoint)


def endpoints():
    """All registered endpoints, by name."""
    return sorted(_endpoints, key=lambda endpoint: endpoint.name)


class AddressField(Field):
    """The address of a page on the site."""

    schema = WEB_ADDRESS

    def __init__(self):
        super().__init__(source="*", read_only=True)

    def to_representation(self, page):
        """The address with scheme and host."""
        return page.get_full_url(self.context["request"])


class DayField(Field):
    """The day on which a page was published, in its own time zone."""

    schema = {"type": ["string", "null"], "format": "date"}

    def to_representation(self, day):
        """The day (ISO 8601)."""
        return day.isoformat()


class SummaryField(Field):
    """What lists say of a page: its teaser, or what the site shows in its place."""

    schema = {
        **TEXT,
        "description": _("What it is about in one or two sentences, as our lists say it; may be empty."),
    }

    def __init__(self):
        super().__init__(source="summary", read_only=True)

    def to_representation(self, summary):
        """The text."""
        return summary


class TermField(Field):
    """A topic, a place, a series or an outlet."""

    schema = {**TERM, "type": ["object", "null"]}

    def to_representation(self, term):
        """Its slug and name."""
        return {"slug": term.slug, "name": term.name}


class TermsField(Field):
    """Several topics or places."""

    schema = {"type": "array", "items": TERM}

    def to_representation(self, terms):
        """Their slugs and names."""
        return [{"slug": term.slug, "name": term.name} for term in terms.all()]


class TextField(Field):
    """A property of the model that is a text, such as a label."""

    schema = TEXT

    def to_representation(self, text):
        """The text."""
        return str(text)


class NamesField(Field):
    """Several names."""

    schema = {"type": "array", "items": TEXT}

    def to_representation(self, names):
        """The names."""
        return list(names)


class PhotoField(Field):
    """A photo as others may show it: file, size in pixels, alt text, and by whom and on what terms it is."""

    schema = {
        "type": ["object", "null"],
        "properties": {
            "url": WEB_ADDRESS,
            "width": {"type": "integer"},
            "height": {"type": "integer"},
            "alt": TEXT,
            "credit": TEXT,
            "terms": TEXT,
        },
        "required": ["url", "width", "height", "alt", "credit", "terms"],
        "additionalProperties": False,
    }

    def to_representation(self, photo):
        """The photo, or None while it has no files; it has to be fetched `for_display("share")`."""
        file = file_for_sharing(photo)
        if file is None:
            return None
        caption = getattr(photo, "image_caption", None)
        return {
            "url": self.context["request"].build_absolute_uri(file.url),
            "width": file.width,
            "height": file.height,
            "alt": photo.default_alt_text,
            "credit": photo.credit,
            "terms": str(caption.terms_in_words) if caption else "",
        }


class ContentField(Field):
    """The whole text of a page as HTML, the same as in its feed; addresses in it have scheme and host."""

    schema = TEXT

    def __init__(self):
        super().__init__(source="*", read_only=True)

    def to_representation(self, page):
        """The text."""
        return feed_items([page], self.context["request"])[0].content


class StatementsField(Field):
    """The statements in the text of a page, ready to be quoted, each with its address."""

    schema = {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {"speaker": TEXT, "title": TEXT, "place": TEXT, "html": TEXT, "url": WEB_ADDRESS},
            "required": ["speaker", "title", "place", "html", "url"],
            "additionalProperties": False,
        },
    }

    def __init__(self):
        super().__init__(source="*", read_only=True)

    def to_representation(self, page):
        """The statements from top to bottom."""
        url = page.get_full_url(self.context["request"])
        return [
            {
                "speaker": one["speaker"],
                "title": one["title"],
                "place": one["place"],
                "html": str(one["words"]),
                "url": f"{url}#{anchor}",
            }
            for anchor, one in statements(page.body)
        ]
