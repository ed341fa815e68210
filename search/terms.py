"""Topics, places and series on the site: which are in use, and what is about one of them."""

from dataclasses import dataclass

from django.db.models import BigIntegerField, Count, F, Max, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from wagtail.models import Page, Site

from core.registry import Vocabulary, groups, vocabularies
from core.sites import site_of
from core.surfaces import path_of
from page_cache import remember

from .models import Entry, EntryTerm


@dataclass(frozen=True)
class Shelf:
    """Where the terms of a vocabulary have their pages on a site.

    Attributes:
        site: the Wagtail `Site`.
        vocabulary: the `core.registry.Vocabulary`.
        above: the page below which they lie and whose pages alone they show, such as a blog; None for the whole site.
    """

    site: Site
    vocabulary: Vocabulary
    above: Page | None = None

    @property
    def path(self):
        """The path in the page tree below which everything lies that its terms show."""
        return (self.above or self.site.root_page).path

    @property
    def entries(self):
        """Everything published that a page of a term could list, in no order."""
        return Entry.objects.published().news().filter(page__path__startswith=self.path)

    def about(self, term):
        """What is published about a term, or about one that it is broader than."""
        return self.entries.about(self.vocabulary.name, self.vocabulary.covered(term.pk))

    def groups(self, term, request):
        """Pairs of `core.registry.Group` and its items about a term; without empty groups."""
        name, covered = self.vocabulary.name, self.vocabulary.covered(term.pk)
        found = [(group, group.about(request, name, covered)) for group in groups()]
        return [(group, items) for group, items in found if items]

    def address(self, term, file_format=""):
        """The path of the page of a term, or of its feed."""
        where = {"page_path": path_of(self.above) if self.above else "", "path": self.vocabulary.path}
        if file_format:
            return reverse("term_feed", kwargs={**where, "slug": term.slug, "file_format": file_format})
        return reverse("term", kwargs={**where, "slug": term.slug})

    def in_use(self):
        """The `InUse` of every term that something published is about, by name; remembered, so nobody may alter them.

        Three queries at most.
        """
        key = ("terms in use", self.site.pk, self.vocabulary.name, self.above and self.above.pk)
        return remember(key, lambda: tuple(self._find_in_use()))

    def _find_in_use(self):
        found = self._tallies(F("term"))
        if self.vocabulary.broader:
            broader = self.vocabulary.model.objects.filter(pk=OuterRef("term")).values(f"{self.vocabulary.broader}_id")
            found |= self._tallies(
                Coalesce(Subquery(broader, BigIntegerField()), "term", output_field=BigIntegerField())
            )
        for term in self.vocabulary.model.objects.filter(pk__in=found).order_by("name"):
            broader = self.vocabulary.broader and getattr(term, f"{self.vocabulary.broader}_id")
            yield InUse(term, self.address(term), *found[term.pk], broader or None)

    def _tallies(self, term):
        """A dict of term and (number, newest date); a page about several terms that count as one is counted once."""
        links = EntryTerm.objects.of_news().filter(facet=self.vocabulary.name, entry__page__path__startswith=self.path)
        tallies = links.annotate(counts_as=term).values("counts_as").order_by()
        tallies = tallies.annotate(number=Count("entry", distinct=True), newest=Max("entry__published_at"))
        return {row["counts_as"]: (row["number"], row["newest"]) for row in tallies}


@dataclass(frozen=True)
class InUse:
    """A term that something published is about.

    Attributes:
        term: the `Term`.
        address: the path of its page.
        count: how many pages of news its page lists.
        newest: the date of the newest.
        broader: the id of the broader term, or None.
    """

    term: object
    address: str
    count: int
    newest: object
    broader: int | None


def shelf_at(request, page_path, path):
    """The `Shelf` of an address, or None if there is none that the public may see.

    Args:
        request: the request, for its site.
        page_path: the path of the page above, without the first slash; "" for the site itself.
        path: that of a vocabulary.
    """
    vocabulary = next((one for one in vocabularies() if one.path == path), None)
    if vocabulary is None or bool(page_path) != bool(vocabulary.below):
        return None
    site = site_of(request)
    if not vocabulary.below:
        return Shelf(site, vocabulary)
    above = vocabulary.below.objects.published().filter(url_path=site.root_page.url_path + page_path).first()
    return above and Shelf(site, vocabulary, above)


def shelves(site):
    """Every `Shelf` of a site that the public may see."""
    for vocabulary in vocabularies():
        if vocabulary.below:
            pages = vocabulary.below.objects.published().in_site(site)
            yield from (Shelf(site, vocabulary, page) for page in pages)
        else:
            yield Shelf(site, vocabulary)


def paths_in_use(site):
    """The paths of the pages of all terms in use on a site, for the sitemap."""
    return (one.address for shelf in shelves(site) for one in shelf.in_use())
