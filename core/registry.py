"""What higher rooms show in lower ones: a room registers its kinds of content, `core` never imports it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)  # comparing labels would translate them
class Kind:
    """A kind of pages that feeds, search and the pages of topics treat alike.

    Attributes:
        name: a short name without spaces, such as "post"; never changes.
        label: its name for readers, in the plural.
        singular: what one of them is called.
        model: the page type; its manager has the methods of `core.querysets.BasePageQuerySet`.
        is_news: False for what does not belong into feeds and lists of news, such as a desk or an About page.
    """

    name: str
    label: str
    singular: str
    model: type
    is_news: bool = True


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


@dataclass(frozen=True, eq=False)
class Addresses:
    """Public addresses of one sort that are no pages, for the sitemap.

    Attributes:
        name: a short name without spaces, such as "convenings"; never changes.
        rows: a function that gets a Wagtail `Site` and returns a queryset of what is public, with integer ids.
        address: a function of (row, site) that returns the path.
        changed: the name of the field with the moment of the last change, if there is one.
        photo: the name of the field with the photo, if there is one.
    """

    name: str
    rows: Callable
    address: Callable
    changed: str = ""
    photo: str = ""


_addresses = {}


def register_addresses(addresses):
    """Add `Addresses`; a room calls this when its app is ready."""
    _addresses[addresses.name] = addresses


def addresses():
    """All registered `Addresses`, in the order of their registration."""
    return list(_addresses.values())


_press_contact = []


def register_press_contact(find):
    """Say where reporters ask; `find` is a function of the request that returns a full address, empty without one."""
    _press_contact[:] = [find]


def press_contact(request):
    """The full address of the desk that answers reporters; empty without one."""
    return next((find(request) for find in _press_contact), "")
