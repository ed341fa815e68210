"""Topics and places in the admin."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import UsageCountColumn
from wagtail.models import ReferenceIndex
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from .models import Place, Topic

USAGE = UsageCountColumn("usage_count", label=_("Usage"), width="12%")


class TermIndexView(IndexView):
    """A list of terms with how often each is used, counted for those on the page by one query."""

    def decorate_paginated_queryset(self, object_list):
        """Give each term what `UsageCountColumn` shows."""
        terms = list(super().decorate_paginated_queryset(object_list))
        counts = ReferenceIndex.get_count_references_to_in_bulk(terms)
        usage = self.model.snippet_viewset.get_url_name("usage")
        for term in terms:
            term.usage_count = counts.get(term, 0)
            term.usage_url = reverse(usage, args=[term.pk])
        return terms


class TermViewSet(SnippetViewSet):
    """A list of terms; `USAGE` is one of the columns that it can show."""

    index_view_class = TermIndexView


class TopicViewSet(TermViewSet):
    """The list of topics."""

    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    list_display = ["name", "description", "synonyms", USAGE]


class PlaceViewSet(TermViewSet):
    """The list of places: all states, and the cities that editors add."""

    model = Place
    icon = "globe"
    menu_label = _("Places")
    list_display = ["name", "state", "abbreviation", USAGE]
    list_filter = ["state"]
    list_per_page = 60

    def get_queryset(self, request):
        """With the states of cities, by the same query."""
        return Place.objects.select_related("state")


class TaxonomyViewSetGroup(SnippetViewSetGroup):
    """What pages are about, under one menu."""

    items = (TopicViewSet, PlaceViewSet)
    menu_icon = "tag"
    menu_label = _("Topics, places")
    menu_name = "taxonomy"
    menu_order = 320
