"""The hits of a search, as a list with filters and pages."""

from urllib.parse import urlencode

from django.utils.translation import gettext as _

from core.listing import Listing
from core.registry import kinds

from .cards import cards
from .facets import facets
from .matching import matching
from .models import Entry
from .numbers import OneOf

BY_DATE = "date"


class Results(Listing):
    """One page of what a search has found: published pages of every kind, the best first or the newest.

    Args:
        request: the request.
        typed: a `Typed`.
    """

    def __init__(self, request, typed):
        self.typed = typed
        self.is_by_date = request.GET.get("sort") == BY_DATE
        self._ranked = matching(typed, [kind.model for kind in kinds()])
        found = Entry.objects.published().filter(OneOf("pk", self._ranked)).newest_first()
        kept = {"q": typed.text, **({"sort": BY_DATE} if self.is_by_date else {})}
        super().__init__(request, found, self._fetch, facets(), per_page=10, kept=kept)

    @staticmethod
    def _fetch(pks):
        return {page.pk: page for page in cards(pks)}

    def _slice(self, start, stop):
        """By date the database knows the order, by relevance the search does."""
        if self.is_by_date:
            return super()._slice(start, stop)
        left = set(self._narrowed().order_by().values_list("pk", flat=True))
        ranked = [pk for pk in self._ranked if pk in left]
        return ranked[start:stop], len(ranked)

    @property
    def orders(self):
        """The two orders: a list of (label, address, is current). Choosing one begins at the first page."""
        filters = {facet.parameter: value for facet, value in self.chosen.items()}
        words = {"q": self.typed.text}
        by_date = {**words, "sort": BY_DATE}
        return [
            (_("relevance"), f"{self.path}?{urlencode({**words, **filters})}", not self.is_by_date),
            (_("date"), f"{self.path}?{urlencode({**by_date, **filters})}", self.is_by_date),
        ]
