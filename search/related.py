"""What stands under an article: three pages of news on the same things, whatever their kind."""

from datetime import timedelta

from django.db.models import Case, Max, Q, Sum, Value, When

from core.sites import root_path_of
from page_cache import remember

from .cards import cards_of_news
from .models import Entry, EntryTerm

COUNT = 3

# Points for each term that two pages share: an issue of the same series is nearer than a page on the same topic, and
# that nearer than one from the same place, for most topics are narrower than a state.
POINTS = {"series": 4, "topic": 3, "place": 2}
# And for being recent, once: no more than a year older than the article. Less than any shared term, so that it
# decides between pages that share as much; among those still equal the newest comes first.
RECENT, RECENT_POINTS = timedelta(days=365), 1


def related(page):
    """Up to three published pages of news to read after this one, as `search.cards.cards` has them.

    First those that editors picked (`picked`), in their order, then those of its own site with the most points. What
    the page leads to anyway (its `neighbors`) is left out. A page that has never been published, or is outside every
    site, has only what was picked.
    """
    key = ("related", page.pk, page.published_at, tuple(page.picked), tuple(page.neighbors))
    return cards_of_news(remember(key, lambda: _picked(page) + _nearest(page)))[:COUNT]


def _picked(page):
    """Pairs of id and kind."""
    kind_of = Entry.objects.in_bulk(page.picked) if page.picked else {}
    return [(pk, kind_of[pk].kind) for pk in page.picked if pk in kind_of]


def _nearest(page):
    """Pairs of id and kind of the pages with the most points, as many as there is room for; one query."""
    root_path = root_path_of(page)
    if page.pk is None or page.published_at is None or root_path is None:
        return []
    own = EntryTerm.objects.filter(entry=page.pk)
    shared = Q()
    for facet in POINTS:
        shared |= Q(facet=facet, term__in=own.filter(facet=facet).values("term"))
    others = (
        EntryTerm.objects.of_news()
        .filter(shared, entry__page__url_path__startswith=root_path)
        .exclude(entry__in=[page.pk, *page.neighbors, *page.picked])
    )
    points = Sum(Case(*[When(facet=facet, then=Value(number)) for facet, number in POINTS.items()]))
    recent = Case(When(entry__published_at__gte=page.published_at - RECENT, then=RECENT_POINTS), default=0)
    nearest = others.values_list("entry", "entry__kind").annotate(points=points + Max(recent))
    nearest = nearest.order_by("-points", "-entry__published_at", "-entry")
    return [(pk, kind) for pk, kind, _points in nearest[:COUNT]]
