"""What higher rooms show in lower ones: a room registers its kinds of content, `core` never imports it."""

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
