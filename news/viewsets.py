"""Posts and mentions in the admin, and what they belong to."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.viewsets import USES, TermViewSet

from .models import Author, BlogPost, NewsMention, Outlet, Series


class BlogPostListingViewSet(PageListingViewSet):
    """All posts of all blogs, with what editors look for."""

    model = BlogPost
    icon = "doc-full"
    menu_label = _("Posts")
    menu_order = 150
    add_to_admin_menu = True
    columns = [
        column
        for column in PageListingViewSet.columns
        if column.name not in ("parent", "type", "latest_revision_created_at", "status")
    ] + [
        Column("series", label=_("Series"), sort_key="series__name"),
        Column("published_at", label=_("Date"), sort_key="published_at", width="16%"),
        *(column for column in PageListingViewSet.columns if column.name in ("latest_revision_created_at", "status")),
    ]


class SeriesViewSet(TermViewSet):
    """The list of recurring series."""

    model = Series
    icon = "list-ul"
    menu_label = _("Series")
    list_display = ["name", "description", Column("get_cadence_display", label=_("How often")), USES]


class AuthorViewSet(TermViewSet):
    """The list of authors."""

    model = Author
    icon = "user"
    menu_label = _("Authors")
    list_display = ["name", "role", USES]


class BlogViewSetGroup(SnippetViewSetGroup):
    """What posts belong to, under one menu."""

    items = (SeriesViewSet, AuthorViewSet)
    menu_icon = "list-ul"
    menu_label = _("Series, authors")
    menu_name = "series-and-authors"
    menu_order = 310


class NewsMentionFilterSet(PageFilterSet):
    """Mentions by outlet, kind and date."""

    published_on = django_filters.DateFromToRangeFilter(label=_("Date"), widget=DateRangePickerWidget)

    class Meta:
        model = NewsMention
        fields = ["outlet", "kind", "published_on"]


class NewsMentionIndexView(IndexView):
    """All mentions with their outlets, by one query for these."""

    def annotate_queryset(self, pages):
        """As always; `specific()` would fetch each outlet by itself."""
        return super().annotate_queryset(pages).prefetch_related("outlet")


class NewsMentionListingViewSet(PageListingViewSet):
    """All mentions, with what editors look for."""

    model = NewsMention
    icon = "openquote"
    menu_label = _("In the news")
    menu_order = 151
    add_to_admin_menu = True
    index_view_class = NewsMentionIndexView
    filterset_class = NewsMentionFilterSet
    ordering = "-published_on"
    columns = [
        column
        for column in PageListingViewSet.columns
        if column.name not in ("parent", "type", "latest_revision_created_at", "status")
    ] + [
        Column("outlet", label=_("Outlet")),
        Column("get_kind_display", label=_("Kind")),
        Column("published_on", label=_("Date"), sort_key="published_on", width="14%"),
        *(column for column in PageListingViewSet.columns if column.name == "status"),
    ]


class OutletViewSet(SnippetViewSet):
    """The list of outlets."""

    model = Outlet
    icon = "site"
    menu_label = _("Outlets")
    menu_order = 315
    add_to_admin_menu = True
    list_display = ["name", "home_page"]
