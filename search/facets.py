"""What hits can be filtered by."""

from functools import cache

from django.db.models import CharField, Count, Value
from django.db.models.functions import Cast
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from core.listing import Facet
from core.models.lists import YEAR
from core.registry import vocabularies
from page_cache import remember

from .models import Entry, EntryTerm

KIND = Facet("kind", _("Kind"), "kind")


class TermFacet(Facet):
    """The terms of a `Vocabulary`. The index knows their ids, query strings their slugs."""

    @property
    def _vocabulary(self):
        return next(one for one in vocabularies() if one.name == self.parameter)

    def validated(self, model, value):
        """The name of a term in use.

        Raises:
            Http404: if there is none with this slug, or nothing public is about it: its name may still be a secret.
        """
        name = dict(self._in_use().values()).get(value)
        if name is None:
            raise Http404
        return name

    def narrow(self, queryset, value):
        """The entries that have this term itself, as it is counted."""
        return queryset.about(self.parameter, self._vocabulary.model.objects.filter(slug=value).values("pk"))

    def counted(self, queryset):
        """Rows of (parameter, id of a term, nothing, count)."""
        rows = EntryTerm.objects.filter(facet=self.parameter, entry__in=queryset.order_by().values("pk"))
        return (
            rows.annotate(_value=Cast("term", CharField()))
            .values_list(Value(self.parameter), "_value", Value(""))
            .annotate(Count("entry"))
        )

    def named(self, model, rows):
        """Rows of (slug, name, count)."""
        terms = self._in_use()
        return [(*terms[value], count) for value, _nothing, count in rows if value in terms]

    def _in_use(self):
        """A dict of id and (slug, name) of the terms that something public is about."""
        return remember(("terms in search", self.parameter), self._find_in_use)

    def _find_in_use(self):
        used = EntryTerm.objects.filter(facet=self.parameter, entry__in=Entry.objects.published())
        found = self._vocabulary.model.objects.filter(pk__in=used.values("term"))
        return {str(pk): (slug, name) for pk, slug, name in found.values_list("pk", "slug", "name")}


@cache  # what is remembered of a list has the very facets as keys
def facets():
    """Kind, the terms of every vocabulary, year."""
    return (KIND, *(TermFacet(one.name, one.label, "terms") for one in vocabularies()), YEAR)
