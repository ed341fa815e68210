"""What the search field suggests while somebody types: headlines and terms in which every word begins as typed."""

from wagtail.models import Page

from core.registry import groups, kinds, page_types
from core.sites import site_of

from .catalogue import catalogue
from .matching import beginning
from .models import Entry
from .terms import shelves
from .typed import words_of

MOST = 8
MOST_TERMS = 3  # of them topics, places and series
SHORTEST = 2  # letters


def suggestions(request, typed):
    """At most eight things with a page of their own, as dicts of `label`, `kind` (in words) and `url`.

    Terms come first, then convenings and the like, then pages, the newest first. In a fixed number of queries.
    """
    words = words_of(typed.text)
    if len("".join(words)) < SHORTEST:
        return []
    found = [*list(_terms(site_of(request), words))[:MOST_TERMS], *_things(request, words)][: MOST - 2]
    return [*found, *_pages(request, words, MOST - len(found))]


def _terms(site, words):
    for shelf in shelves(site):
        for used in shelf.in_use():
            if _begins(used.term.name, words):
                yield {"label": used.term.name, "kind": str(shelf.vocabulary.label), "url": used.address}


def _things(request, words):
    for group in groups():
        for label, url in group.named(request):
            if _begins(label, words):
                yield {"label": label, "kind": str(group.label), "url": url}


def _begins(name, words):
    return all(any(own.startswith(word) for own in words_of(name)) for word in words)


def _pages(request, words, most):
    known = catalogue(site_of(request))
    newest = known.newest_first(known.set_of(beginning(words, page_types())))[:most]
    singular = {kind.name: str(kind.singular) for kind in kinds()}
    of_kind = dict(Entry.objects.published().filter(pk__in=newest).newest_first().values_list("pk", "kind"))
    pages = Page.objects.in_bulk(of_kind)
    return [
        {"label": pages[pk].title, "kind": singular[kind], "url": pages[pk].get_url(request)}
        for pk, kind in of_kind.items()
    ]
