"""What higher rooms show in lower ones: a room registers what it has, `core` and `search` never import it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q


@dataclass(frozen=True, eq=False)  # comparing labels would translate them
class Kind:
    """A kind of pages that feeds, search and the pages of topics treat alike.

    Attributes:
        name: a short name without spaces, such as "post"; never changes.
        label: its name for readers, in the plural.
        singular: what one of them is called.
        model: the page type; its manager has the methods of `core.querysets.BasePageQuerySet`.
        is_news: False for what does not belong into feeds and lists of news, such as a desk or an About page.
        card: the template of one of them in a list of several kinds; it gets `page` (of `as_cards`), `level` (that of
            its headline) and `kind` (the words that name it).
        more_models: other page types that readers take for the same; only where the kind is no news.
    """

    name: str
    label: str
    singular: str
    model: type
    is_news: bool = True
    card: str = "components/card.html"
    more_models: tuple = ()

    @property
    def models(self):
        """All its page types."""
        return (self.model, *self.more_models)


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Terms that pages are about: they can be searched by them, and each term has a page of its own.

    Attributes:
        name: what the index (`index_terms`) and query strings call one, such as "topic"; never changes.
        label: what readers call one.
        plural: what readers call them all.
        path: the part of the address before the slug of a term.
        model: the type of the terms, a `core.models.taxonomy.Term`.
        broader: the field that leads from a term to the broader one whose page shows its pages too; "" without.
        below: the page type below whose pages the addresses lie; None for those of the whole site.
    """

    name: str
    label: str
    plural: str
    path: str
    model: type
    broader: str = ""
    below: type | None = None

    def covered(self, pk):
        """The ids of a term and of those that it is broader than, as a queryset."""
        wanted = Q(pk=pk) | Q(**{self.broader: pk}) if self.broader else Q(pk=pk)
        return self.model.objects.filter(wanted).order_by().values("pk")


@dataclass(frozen=True, eq=False)
class Group:
    """Things that are no pages and stand as a group of their own above pages, such as convenings.

    The functions return what the public may see, the first two ready for the template. They get the request too: what
    depends on time calls `page_cache.expires_at`.

    Attributes:
        name: a short name without spaces; never changes.
        label: the heading of the group.
        template: shows `items`; `level` is that of their headlines.
        matching: a function of (request, words) for the results of a search.
        about: a function of (request, name of a `Vocabulary`, ids of terms as a queryset) for the page of a term.
        named: a function of (request) for what the search field suggests: pairs of name and address.
    """

    name: str
    label: str
    template: str
    matching: Callable
    about: Callable
    named: Callable = lambda request: ()


@dataclass(frozen=True, eq=False)
class Addresses:
    """Public addresses of one sort that are no pages, for the sitemap.

    Attributes:
        name: a short name without spaces, such as "convenings"; never changes.
        find: a function that gets a Wagtail `Site` and yields paths of what is public, a few thousand at most.
    """

    name: str
    find: Callable


_registered: dict[type, dict] = {Kind: {}, Vocabulary: {}, Group: {}, Addresses: {}}


def register(one):
    """Add a `Kind`, a `Vocabulary`, a `Group` or `Addresses`; a room calls this when its app is ready.

    Raises:
        ValueError: if another of the same sort has this name.
    """
    if _registered[type(one)].setdefault(one.name, one) is not one:
        raise ValueError(f"A {type(one).__name__} named {one.name!r} is registered already.")


def kinds():
    """All registered kinds, in the order of their registration."""
    return list(_registered[Kind].values())


def page_types():
    """The page types of all registered kinds, likewise."""
    return [model for kind in kinds() for model in kind.models]


def vocabularies():
    """All registered vocabularies, likewise."""
    return list(_registered[Vocabulary].values())


def groups():
    """All registered groups, likewise."""
    return list(_registered[Group].values())


def addresses():
    """All registered addresses, likewise."""
    return list(_registered[Addresses].values())


_press_contact = []


def register_press_contact(find):
    """Say where reporters ask; `find` is a function of the request that returns a full address, empty without one."""
    _press_contact[:] = [find]


def press_contact(request):
    """The full address of the desk that answers reporters; empty without one."""
    return next((find(request) for find in _press_contact), "")
