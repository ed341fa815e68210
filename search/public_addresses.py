"""The surfaces of this room: the pages of topics, places and series; see `core.surfaces`."""

from django.urls import reverse

from core.feeds import FORMATS
from core.registry import vocabularies
from core.surfaces import register

from .terms import shelves


def register_all():
    """Tell `core.surfaces`; to be called once."""
    register_terms()


def register_terms():
    """The pages of topics, places and series, their feeds and lists."""
    register("terms", lambda hidden: [reverse("terms", args=[path]) for path in ("topics", "places")])
    register("term", term_pages)
    register("term_feed", term_feeds)


def term_pages(hidden):
    """Each with the pages of its list, and with the filters under which hidden pages would stand."""
    years = sorted({f"year={page.published_on.year}" for page in hidden if getattr(page, "published_on", None)})
    for shelf, term in _terms(hidden):
        address = shelf.address(term)
        yield address
        yield from (f"{address}?{query}" for query in ("kind=post", "kind=mention", "kind=release", "page=2", *years))


def term_feeds(hidden):
    """Each in every format."""
    for shelf, term in _terms(hidden):
        yield from (shelf.address(term, name) for name in FORMATS)


def _terms(hidden):
    """Pairs of shelf and term: those in use, and those that hidden pages are about."""
    wanted = {pair for page in hidden if hasattr(page, "index_terms") for pair in page.index_terms()}
    names = {vocabulary.name: vocabulary for vocabulary in vocabularies()}
    for shelf in shelves():
        pks = {pk for name, pk in wanted if names.get(name) is shelf.vocabulary}
        terms = dict.fromkeys(one.term for one in shelf.in_use()) | dict.fromkeys(
            shelf.vocabulary.model.objects.filter(pk__in=pks)
        )
        yield from ((shelf, term) for term in terms)
