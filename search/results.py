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
from .spelling import better

BY_DATE = "date"


class Results(Listing):
    """One page of what a search has found: published pages of every kind, the best first or the newest.

    Where nothing has all words, it holds what has the words that were probably meant, else what has some of them.

    Args:
        request: the request.
        typed: a `Typed`.

    Attributes:
        instead: the `Typed` that was probably meant and is shown, or None.
        has_all_words: False if nothing has all words that were typed.
    """

    def __init__(self, request, typed):
        self.typed = typed
        self.instead = None
        self.is_by_date = request.GET.get("sort") == BY_DATE
        self._ranked = self._find()
        found = Entry.objects.published().filter(OneOf("pk", self._ranked)).newest_first()
        kept = {"q": typed.text, **({"sort": BY_DATE} if self.is_by_date else {})}
        super().__init__(request, found, self._fetch, facets(), per_page=10, kept=kept)

    def _find(self):
        """The ids of the hits, the best first."""
        ranked = ids_of_published(self.typed)
        self.has_all_words = bool(ranked)
        if not ranked and (meant := better(self.typed)):
            ranked = ids_of_published(meant)
            self.instead = meant if ranked else None
        return ranked or ids_of_published(self.typed, any_word=True)

    @staticmethod
    def _fetch(pks):
        return {page.pk: page for page in cards(pks)}

    def _slice(self, start, stop):
        """By date the database knows the order, by relevance the search does."""
        if self.is_by_date:
            return super()._slice(start, stop)
        ranked = self._ranked
        if self.chosen:
            left = set(self._narrowed().order_by().values_list("pk", flat=True))
            ranked = [pk for pk in ranked if pk in left]
        return ranked[start:stop], len(ranked)

    @property
    def words(self):
        """The words that the hits have."""
        return (self.instead or self.typed).words

    @property
    def orders(self):
        """The two orders: a list of (label, address, is current). Choosing one begins at the first page."""
        query = {"q": self.typed.text, **{facet.parameter: value for facet, value in self.chosen.items()}}
        by_date = {**query, "sort": BY_DATE}
        return [
            (_("relevance"), f"{self.path}?{urlencode(query)}", not self.is_by_date),
            (_("date"), f"{self.path}?{urlencode(by_date)}", self.is_by_date),
        ]

    @property
    def instead_url(self):
        """The address of the search that was probably meant."""
        return f"{self.path}?{urlencode({'q': self.instead.text})}"


def ids_of_published(typed, *, any_word=False):
    """The ids of the published pages that have all words, or any, the best first."""
    ids = matching(typed, [kind.model for kind in kinds()], any_word=any_word)
    if not ids:
        return []
    public = set(Entry.objects.published().filter(OneOf("pk", ids)).values_list("pk", flat=True))
    return [pk for pk in ids if pk in public]
