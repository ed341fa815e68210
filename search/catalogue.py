"""Everything published on a site, held so that hits are narrowed and counted at once, however many there are.

Each page has a place, the newest the first. A set of pages is a whole number whose bit N says whether the page at
place N is in it: `&` narrows it and `bit_count` counts it, in microseconds for twenty thousand pages.
"""

from collections import defaultdict
from functools import partial

from django.utils import timezone

from core.registry import kinds, vocabularies
from page_cache import remember

from .models import Entry, EntryTerm


def catalogue(site):
    """The `Catalogue` of a Wagtail `Site`; remembered, so nobody may alter it."""
    return remember(("catalogue", site.pk), partial(Catalogue, site))


class Catalogue:
    """The published pages of a site, of every registered kind. Made by two queries, and one for each vocabulary.

    Attributes:
        values: what pages can be filtered by: a dict of parameter (`kind`, `year`, the name of a vocabulary) and dict
            of value, as query strings have it, and (label, set of pages). Of terms only those that something public
            is about.
    """

    def __init__(self, site):
        entries = Entry.objects.published().in_site(site)
        rows = list(entries.newest_first().values_list("pk", "kind", "published_at"))
        self._ids = [pk for pk, _kind, _moment in rows]
        self._places = {pk: place for place, pk in enumerate(self._ids)}
        having = defaultdict(lambda: defaultdict(list))
        here = timezone.get_default_timezone()
        for pk, kind, moment in rows:
            having["kind"][kind].append(pk)
            if moment:
                having["year"][str(moment.astimezone(here).year)].append(pk)
        for facet, term, pk in EntryTerm.objects.values_list("facet", "term", "entry"):
            if pk in self._places:
                having[facet][term].append(pk)
        self.values = {
            "kind": {kind.name: (kind.label, self.set_of(having["kind"][kind.name])) for kind in kinds()},
            "year": {year: (year, self.set_of(pks)) for year, pks in having["year"].items()},
            **{vocabulary.name: self._terms(vocabulary, having[vocabulary.name]) for vocabulary in vocabularies()},
        }

    def _terms(self, vocabulary, having):
        terms = vocabulary.model.objects.filter(pk__in=list(having)).values_list("pk", "slug", "name")
        return {slug: (name, self.set_of(having[pk])) for pk, slug, name in terms}

    def public(self, pks):
        """Those of these ids that are published pages, in their order."""
        return [pk for pk in pks if pk in self._places]

    def set_of(self, pks):
        """The set of the pages with these ids, without hidden ones."""
        bits = bytearray(len(self._ids) // 8 + 1)
        for pk in self.public(pks):
            place = self._places[pk]
            bits[place >> 3] |= 1 << (place & 7)
        return int.from_bytes(bits, "little")

    def newest_first(self, pages):
        """The ids of a set of pages, the newest first, those of a day by id."""
        return [self._ids[place] for place, bit in enumerate(reversed(f"{pages:b}")) if bit == "1"]

    def having(self, parameter, value):
        """The set of pages that have this value; empty if there is none."""
        _label, pages = self.values[parameter].get(value, ("", 0))
        return pages

    def counted(self, parameter, pages):
        """Rows of (value, label, number of these pages that have it), without values that none has."""
        counted = ((value, label, (pages & own).bit_count()) for value, (label, own) in self.values[parameter].items())
        return [row for row in counted if row[2]]
