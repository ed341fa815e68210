"""The index: what each public page is about, in one place for search, topics, related pages and sitemaps.

Wagtail keeps the words of pages in its own search index. This one holds what words cannot say: the kind, the date
and the terms of every page, whatever its type.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.moments import MomentField
from core.querysets import public
from core.registry import kinds


def kind_choices():
    """The registered kinds by name, with their label."""
    return [(kind.name, kind.label) for kind in kinds()]


class EntryQuerySet(models.QuerySet):
    """Entries."""

    def published(self):
        """Those whose pages anybody may see; asked of the page itself, never of the index."""
        return self.filter(public("page__"))

    def in_site(self, site):
        """Those whose pages lie on a Wagtail `Site`."""
        return self.filter(page__path__startswith=site.root_page.path)

    def newest_first(self):
        """By the moment of publication, then by id."""
        return self.order_by("-published_at", "-pk")

    def news(self):
        """Those of kinds that are news."""
        return self.filter(kind__in=[kind.name for kind in kinds() if kind.is_news])

    def about(self, facet, term_ids):
        """Those that have one of these terms: ids, or a queryset of them."""
        return self.filter(
            models.Exists(EntryTerm.objects.filter(entry=models.OuterRef("pk"), facet=facet, term__in=term_ids))
        )


class Entry(models.Model):
    """One published page of a registered kind."""

    page = models.OneToOneField(
        "wagtailcore.Page", primary_key=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=kind_choices, db_index=True)
    published_at = MomentField(_("date"), db_index=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")

    def __str__(self):
        return f"{self.kind} {self.page_id}"


class EntryTermQuerySet(models.QuerySet):
    """Terms of entries."""

    def of_news(self):
        """Those of published pages of news; see `EntryQuerySet`."""
        names = [kind.name for kind in kinds() if kind.is_news]
        return self.filter(public("entry__page__"), entry__kind__in=names)


class EntryTerm(models.Model):
    """A term that a page has: a topic, a place, a series. `term` is its id in the table of its facet."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="terms")
    facet = models.CharField(max_length=20)
    term = models.PositiveBigIntegerField()

    objects = EntryTermQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["facet", "term", "entry"], name="term_once_per_entry")]

    def __str__(self):
        return f"{self.facet} {self.term}"


class Unanswered(models.Model):
    """How often nothing was found for a search on one day; see `search.counting`."""

    query = models.ForeignKey("wagtailsearchpromotions.Query", on_delete=models.CASCADE, related_name="unanswered")
    date = models.DateField()
    hits = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["query", "date"], name="unanswered_once_per_day")]

    def __str__(self):
        return f"{self.query} {self.date}"
