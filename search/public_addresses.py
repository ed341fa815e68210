"""The surfaces of this room: searching, and the pages of topics, places and series; see `core.surfaces`."""

from urllib.parse import urlencode

from django.urls import reverse
from wagtail.models import Site

from core.feeds import FORMATS
from core.registry import addresses, kinds, vocabularies
from core.surfaces import exempt, fixed, register

from .sitemaps import PART_LENGTH, page_types
from .terms import shelves
from .typed import words_of


def register_all():
    """Tell `core.surfaces`; to be called once."""
    register("search", searches)
    register("suggest", suggestions)
    register_terms()
    register_sitemaps()
    exempt("robots", "Names what is no content; knows no pages.")
    exempt("security", "Says whom to tell of a weak spot; knows no pages.")


def register_sitemaps():
    """The index, each of its parts, and the news."""
    register("sitemap_index", fixed("sitemap_index"))
    register("sitemap_part", sitemap_parts)
    register("news_sitemap", fixed("news_sitemap"))


def sitemap_parts(hidden):
    """The parts in which public pages and hidden ones would stand, and those of what is no page."""
    for name in page_types():
        parts = {page.pk // PART_LENGTH for page in hidden if page._meta.model_name == name}
        yield from (reverse("sitemap_part", args=[name, part]) for part in {0, *parts})
    yield from (reverse("sitemap_part", args=[one.name, 0]) for one in addresses())


def searches(hidden):
    """The search page; searches that hidden pages would answer, in each order and with each filter that they fit."""
    yield reverse("search")
    found = {query for page in hidden for words in words_for(page) for query in queries(page, words)}
    yield from (f"{reverse('search')}?{urlencode(query)}" for query in sorted(found))


def suggestions(hidden):
    """What the field would suggest on the way to hidden pages."""
    found = {words for page in hidden for words in words_for(page)}
    yield from (f"{reverse('suggest')}?{urlencode({'q': words})}" for words in sorted(found))


def words_for(page):
    """What somebody might type who looks for a page: the last word of its headline; the first one, nearly typed."""
    words = words_of(page.title) or [""]
    return {words[-1], words[0][:-1]}


def queries(page, words):
    """Query strings with these words as tuples of pairs."""
    asked = ("q", words)
    yield (asked,)
    yield asked, ("sort", "date")
    kind = next((kind for kind in kinds() if isinstance(page, kind.models)), None)
    if kind:
        yield asked, ("kind", kind.name)
    if hasattr(page, "year"):
        yield asked, ("year", str(page.year))
    for vocabulary in vocabularies():
        ids = [pk for facet, pk in page.index_terms() if facet == vocabulary.name] if kind else []
        for slug in vocabulary.model.objects.filter(pk__in=ids).values_list("slug", flat=True):
            yield asked, (vocabulary.name, slug)


def register_terms():
    """The pages of topics, places and series, their feeds and lists."""
    register("terms", lambda hidden: [reverse("terms", args=[path]) for path in ("topics", "places")])
    register("term", term_pages)
    register("term_feed", term_feeds)


def term_pages(hidden):
    """Each with the pages of its list, and with the filters under which hidden pages would stand."""
    years = sorted({f"year={page.year}" for page in hidden if hasattr(page, "year")})
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
    for shelf in (shelf for site in Site.objects.select_related("root_page") for shelf in shelves(site)):
        pks = {pk for name, pk in wanted if names.get(name) is shelf.vocabulary}
        terms = dict.fromkeys(one.term for one in shelf.in_use()) | dict.fromkeys(
            shelf.vocabulary.model.objects.filter(pk__in=pks)
        )
        yield from ((shelf, term) for term in terms)
