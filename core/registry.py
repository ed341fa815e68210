"""What higher rooms show in lower ones: a room registers its kinds of content, `core` never imports it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet


@dataclass(frozen=True)
class Kind:
    """A kind of content that lists, feeds and search treat alike.

    Attributes:
        name: a short name without spaces, such as "post"; never changes.
        label: its name for readers, in the plural.
        listing: a function without arguments that returns the published pages, newest first, ready to be
            listed (`.for_listing()`).
        feed: a function without arguments that returns the published pages, newest first, ready for a
            feed (`.for_feed()`).
    """

    name: str
    label: str
    listing: Callable[[], QuerySet]
    feed: Callable[[], QuerySet]


_kinds = {}


def register(kind):
    """Add a `Kind`; a room calls this when its app is ready.

    Raises:
        ValueError: if another kind has this name.
    """
    if _kinds.setdefault(kind.name, kind) is not kind:
        raise ValueError(f"A kind named {kind.name!r} is registered already.")


def kinds():
    """All registered kinds, in the order of their registration."""
    return list(_kinds.values())
