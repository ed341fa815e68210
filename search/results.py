"""The hits of a search, as a list with filters and pages."""

from urllib.parse import urlencode

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.listing import Facet, Listing
from core.models.lists import YEAR
from core.registry import page_types, vocabularies
from core.sites import site_of

from .cards import cards
from .catalogue import catalogue
from .matching import matching
from .models import Entry
from .spelling import better

BY_DATE = "date"
KIND = Facet("kind", gettext_lazy("Kind"), "kind")


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
        self._site = site_of(request)
        self._catalogue = catalogue(self._site)
        self._ranked = self._find()
        self._hits = self._catalogue.set_of(self._ranked)
        facets = (KIND, *(Facet(one.name, one.label, "terms") for one in vocabularies()), YEAR)
        kept = {"q": typed.text, **({"sort": BY_DATE} if self.is_by_date else {})}
        published = Entry.objects.published().in_site(self._site)
        super().__init__(request, published, self._fetch, facets, per_page=10, kept=kept)

    def _find(self):
        """The ids of the hits, the best first."""
        ranked = self._matching(self.typed)
        self.has_all_words = bool(ranked)
        if not ranked and (meant := better(self.typed, self._site)):
            ranked = self._matching(meant)
            self.instead = meant if ranked else None
        return ranked or self._matching(self.typed, any_word=True)

    def _matching(self, typed, *, any_word=False):
        return self._catalogue.public(matching(typed, page_types(), any_word=any_word))

    @staticmethod
    def _fetch(pks):
        return {page.pk: page for page in cards(pks)}

    def _label(self, facet, value):
        """As in every list, but of a term that nothing public is about not even the name is told."""
        if facet in (KIND, YEAR):
            return super()._label(facet, value)
        if value not in self._catalogue.values[facet.parameter]:
            raise Http404
        label, _pages = self._catalogue.values[facet.parameter][value]
        return label

    def _slice(self, start, stop):
        """By date the catalogue knows the order, by relevance the search does."""
        ids = self._ranked
        if self.chosen or self.is_by_date:
            ids = self._catalogue.newest_first(self._narrowed())
        if self.chosen and not self.is_by_date:
            left = set(ids)
            ids = [pk for pk in self._ranked if pk in left]
        return ids[start:stop], len(ids)

    def _narrowed(self, except_facet=None):
        """The set of the hits that the filters leave."""
        pages = self._hits
        for facet, value in self.chosen.items():
            if facet is not except_facet:
                pages &= self._catalogue.having(facet.parameter, value)
        return pages

    def _values_in_use(self):
        """Counted anew each time: as quick as to remember them, and nobody can fill the memory by typing."""
        return {facet: self._catalogue.counted(facet.parameter, self._narrowed(facet)) for facet in self.facets}

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
