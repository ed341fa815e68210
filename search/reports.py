"""What editors learn of searches: what people looked for, and what they did not find."""

from django.db.models import IntegerField, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets import BooleanRadioSelect
from wagtail.contrib.search_promotions.models import Query, QueryDailyHits, SearchPromotion
from wagtail.permissions import policy_registry

from images.reports import as_words

from .models import Unanswered


def sum_of(model):
    """How often a query was counted in this model."""
    of_query = model.objects.filter(query=OuterRef("pk")).order_by().values("query")
    return Coalesce(Subquery(of_query.annotate(sum=Sum("hits")).values("sum"), IntegerField()), 0)


class SearchesFilterSet(WagtailFilterSet):
    """Only what was not found."""

    without_answer = BooleanFilter(label=_("Nothing found"), method="narrow", widget=BooleanRadioSelect)

    class Meta:
        model = Query
        fields = []

    def narrow(self, queryset, name, value):
        """The searches that have, or have not, been without a hit."""
        return queryset.filter(misses__gt=0) if value else queryset.filter(misses=0)


class SearchesReport(ReportView):
    """Searches by how often they were counted; see `search.counting` for what that means."""

    page_title = _("Searches")
    header_icon = "search"
    model = Query
    permission_required = "add"
    is_searchable = True
    search_fields = ["query_string"]
    filterset_class = SearchesFilterSet
    default_ordering = "-searches"
    index_url_name = "searches_report"
    index_results_url_name = "searches_report_results"
    columns = [
        Column("query_string", label=_("Searched for"), sort_key="query_string"),
        NumberColumn("searches", label=_("Times"), sort_key="searches"),
        NumberColumn("misses", label=_("Nothing found"), sort_key="misses"),
    ]
    export_headings = {"query_string": _("Searched for"), "searches": _("Times"), "misses": _("Nothing found")}
    list_export = ["query_string", "searches", "misses"]
    custom_value_preprocess = {**ReportView.custom_value_preprocess, str: {ReportView.FORMAT_CSV: as_words}}

    @property
    def permission_policy(self):
        """It is for those who choose what stands first."""
        return policy_registry.get_by_type(SearchPromotion)

    def get_base_queryset(self):
        """The queries that were counted at all, with both sums."""
        counted = Query.objects.annotate(searches=sum_of(QueryDailyHits), misses=sum_of(Unanswered))
        return counted.filter(searches__gt=0)


class SearchesMenuItem(MenuItem):
    """For those who may choose what stands first."""

    def is_shown(self, request):
        """Whether it is for this user."""
        return policy_registry.get_by_type(SearchPromotion).user_has_permission(request.user, "add")


def menu_item():
    """The report in the menu."""
    return SearchesMenuItem(_("Searches"), reverse("searches_report"), name="searches", icon_name="search", order=1300)


def without_wagtails_own(request, menu_items):
    """Wagtail's report of the same is for superusers only and does not know what was not found."""
    menu_items[:] = [item for item in menu_items if item.name != "search-terms"]


def addresses():
    """Where the report is."""
    return [
        path("reports/searches/", SearchesReport.as_view(), name="searches_report"),
        path("reports/searches/results/", SearchesReport.as_view(results_only=True), name="searches_report_results"),
    ]
