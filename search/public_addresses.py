"""The surfaces of this room; see `core.surfaces`."""

from urllib.parse import urlencode

from django.urls import reverse

from core.registry import kinds, vocabularies
from core.surfaces import register

from .typed import words_of


def register_all():
    """Tell `core.surfaces`; to be called once."""
    register("search", searches)


def searches(hidden):
    """The search page; searches that hidden pages would answer, in each order and with each filter that they fit."""
    yield reverse("search")
    found = {query for page in hidden for words in words_for(page) for query in queries(page, words)}
    yield from (f"{reverse('search')}?{urlencode(query)}" for query in sorted(found))


def words_for(page):
    """What somebody might type who looks for a page: the last word of its headline; the first one, nearly typed."""
    words = words_of(page.title) or [""]
    return {words[-1], words[0][:-1]}


def queries(page, words):
    """Query strings with these words as tuples of pairs."""
    asked = ("q", words)
    yield (asked,)
    yield asked, ("sort", "date")
    kind = next((kind for kind in kinds() if isinstance(page, kind.model)), None)
    if kind:
        yield asked, ("kind", kind.name)
    if getattr(page, "published_on", None):
        yield asked, ("year", str(page.published_on.year))
    for vocabulary in vocabularies():
        ids = [pk for facet, pk in page.index_terms() if facet == vocabulary.name] if kind else []
        for slug in vocabulary.model.objects.filter(pk__in=ids).values_list("slug", flat=True):
            yield asked, (vocabulary.name, slug)
