"""Lists with filters and pages: what a query string asks for, checked once, and its addresses."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.core.validators import slug_re
from django.db.models import CharField, Count, F, Value, Window
from django.db.models.functions import Cast, ExtractYear
from django.http import Http404

from page_cache import remember

from .moments import plausible_only


@dataclass(frozen=True, eq=False)  # comparing labels would translate them each time
class Facet:
    """Something a list can be filtered by.

    Attributes:
        parameter: its name in the query string.
        label: its name for readers.
        field: the relation to a `Term`, the field of a moment whose year is meant, or a field with choices.
        by_year: True if `field` is a moment.
    """

    parameter: str
    label: str
    field: str
    by_year: bool = False

    def validated(self, model, value):
        """What to show for a chosen value: the name of the term, the year, or the label of the choice.

        Raises:
            Http404: if there is no such term or choice, or the value is no year.
        """
        if self.by_year:
            if not (value.isascii() and value.isdigit() and len(value) == 4 and "1900" <= value < "2200"):
                raise Http404
            return value
        if choices := self._choices(model):
            if value not in choices:
                raise Http404
            return choices[value]
        if not slug_re.fullmatch(value):
            raise Http404
        term_model = model._meta.get_field(self.field).related_model
        name = term_model.objects.filter(slug=value).values_list("name", flat=True).first()
        if name is None:
            raise Http404
        return name

    def narrow(self, queryset, value):
        """The part of a queryset that has this value."""
        if self.by_year:
            return queryset.filter(**{f"{self.field}__year": int(value)})
        return queryset.filter(**{self.field if self._choices(queryset.model) else f"{self.field}__slug": value})

    def _choices(self, model):
        """The choices of the field as a dict of value and label; empty for a relation or a date."""
        return dict(model._meta.get_field(self.field).flatchoices)

    def counted(self, queryset):
        """Rows of (parameter, value, label, count) for the values in use, to be joined by UNION."""
        rows = queryset.order_by().filter(**{f"{self.field}__isnull": False})
        if self.by_year:
            rows = rows.filter(**plausible_only(self.field))
            value = label = Cast(ExtractYear(self.field), CharField())
        elif self._choices(queryset.model):
            value = label = F(self.field)
        else:
            value, label = F(f"{self.field}__slug"), F(f"{self.field}__name")
        return (
            rows.annotate(_value=value, _label=label)
            .values_list(Value(self.parameter), "_value", "_label")
            .annotate(Count("pk"))
        )

    def named(self, model, rows):
        """Rows of (value, label, count) as readers see them, of those that `counted` found."""
        choices = self._choices(model)
        return [(value, choices.get(value, label), count) for value, label, count in rows] if choices else rows


@dataclass(frozen=True)
class Option:
    """One value of a facet: what the query string says, what the reader sees, how many there are."""

    value: str
    label: str
    count: int
    is_current: bool
    url: str


class Listing:
    """One page of a filtered list.

    An unreadable page number is page 1, a page beyond the last is not found, and so is a filter value
    that does not exist. Parameters that the list does not know are ignored.

    Args:
        request: the request; only its address is used.
        queryset: all rows of the list, in order.
        fetch: a function that gets ids and returns a dict of id and row, as the list shows it.
        facets: the `Facet`s it can be filtered by.
        per_page: rows on a page.
        kept: a dict of other parameters that every address of the list has, such as the words of a search.

    Raises:
        Http404: see above.
    """

    def __init__(self, request, queryset, fetch, facets=(), per_page=12, kept=None):
        self.host = request.get_host()
        self.path = request.path
        self.kept = kept or {}
        self.facets = tuple(facets)
        self.queryset = queryset
        self.fetch = fetch
        asked = {facet: request.GET.get(facet.parameter, "") for facet in self.facets}
        self.chosen = {facet: value for facet, value in asked.items() if value}
        self.chosen_labels = {facet: self._label(facet, value) for facet, value in self.chosen.items()}
        self._ids, self.page = self._page(request.GET.get("page", ""), per_page)

    def _label(self, facet, value):
        """What to show for a chosen value; see `Facet.validated`."""
        return facet.validated(self.queryset.model, value)

    def _page(self, number, per_page):
        """The ids of the rows on a page, and the page."""
        # Nine digits are more than any list has pages; int() refuses thousands.
        number = (int(number[:9]) if number.isascii() and number.isdigit() else 1) or 1
        ids, count = self._slice((number - 1) * per_page, number * per_page)
        if not ids and number > 1:
            raise Http404
        return ids, Paginator(range(count), per_page).page(number)

    def _slice(self, start, stop):
        """The ids of these rows, and the count of all, by the same query; 0 if there are none on the page."""
        found = list(self._narrowed().annotate(_count=Window(Count("pk"))).values_list("pk", "_count")[start:stop])
        return [pk for pk, _count in found], found[0][1] if found else 0

    def _narrowed(self, except_facet=None):
        queryset = self.queryset
        for facet, value in self.chosen.items():
            if facet is not except_facet:
                queryset = facet.narrow(queryset, value)
        return queryset

    @cached_property
    def items(self):
        """The rows of this page."""
        rows = self.fetch(self._ids)
        return [rows[pk] for pk in self._ids if pk in rows]

    @property
    def count(self):
        """How many rows the filters leave."""
        return self.page.paginator.count

    @property
    def is_filtered(self):
        """True if any filter is chosen."""
        return bool(self.chosen)

    @property
    def is_first_page(self):
        """True for the first page of the list, filtered or not."""
        return self.page.number == 1

    @cached_property
    def options(self):
        """For each facet its `Option`s: the values in use under the other filters. One query for all."""
        if not self.facets:
            return {}
        in_use = self._values_in_use()
        return {facet: self._options(facet, in_use[facet]) for facet in self.facets}

    def _values_in_use(self):
        """Rows of (value, label, count) by facet."""
        return remember(("options", self.host, self.path, *self.chosen.items()), self._find_values_in_use)

    def _find_values_in_use(self):
        by_parameter = {facet.parameter: [] for facet in self.facets}
        parts = [facet.counted(self._narrowed(except_facet=facet)) for facet in self.facets]
        for parameter, value, label, count in parts[0].union(*parts[1:], all=True):
            by_parameter[parameter].append((value, label, count))
        return {facet: facet.named(self.queryset.model, by_parameter[facet.parameter]) for facet in self.facets}

    def _options(self, facet, rows):
        chosen = self.chosen.get(facet)
        if chosen and chosen not in [value for value, _label, _count in rows]:
            rows = [*rows, (chosen, self.chosen_labels[facet], 0)]  # else the form would forget it
        return [
            Option(value, label, count, value == chosen, self.url(facet, value))
            for value, label, count in sorted(rows, key=lambda row: row[1], reverse=facet.by_year)
        ]

    @property
    def filters(self):
        """For templates: a list of (facet, options, the label chosen or "", address without this filter)."""
        return [
            (facet, options, self.chosen_labels.get(facet, ""), self.url(facet, ""))
            for facet, options in self.options.items()
        ]

    def url(self, facet=None, value="", page=1):
        """The address of the list with one filter set to another value, or of another page."""
        chosen = {**self.chosen, **({facet: value} if facet else {})}
        return self._address({known.parameter: chosen[known] for known in self.facets if chosen.get(known)}, page)

    @property
    def unfiltered_url(self):
        """The address of the list without any filter."""
        return self._address({})

    def _address(self, filters, page=1):
        query = {**self.kept, **filters, **({"page": page} if page > 1 else {})}
        return f"{self.path}?{urlencode(query)}" if query else self.path

    @property
    def own_url(self):
        """The address of just this page of the list, without what the list does not know."""
        return self.url(page=self.page.number)

    @property
    def pages(self):
        """For the page links: a list of (number or None for a gap, address, is current)."""
        paginator = self.page.paginator
        return [
            (number, self.url(page=number), number == self.page.number)
            if number != Paginator.ELLIPSIS
            else (None, "", False)
            for number in paginator.get_elided_page_range(self.page.number, on_each_side=1, on_ends=1)
        ]

    @property
    def previous_url(self):
        """The address of the page with newer rows, or an empty text."""
        return self.url(page=self.page.previous_page_number()) if self.page.has_previous() else ""

    @property
    def next_url(self):
        """The address of the page with older rows, or an empty text."""
        return self.url(page=self.page.next_page_number()) if self.page.has_next() else ""
