"""Topics and places in the admin."""

from collections import Counter

from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from .models import Place, Topic

USES = Column("uses", label=_("Uses"), width="10%")


class TermIndexView(IndexView):
    """A list of terms with how often each is used, counted for those on the page by one query.

    Wagtail's reference index knows nothing of relations to many, such as the topics of a page.
    """

    def paginate_queryset(self, queryset, page_size):
        """Give each term on the page its `uses`."""
        paginator, page, found, has_others = super().paginate_queryset(queryset, page_size)
        page.object_list = terms = list(found)
        uses = Counter()
        for pk, count in _links_to(self.model, [term.pk for term in terms]):
            uses[pk] += count
        for term in terms:
            term.uses = uses[term.pk]
        return paginator, page, terms, has_others


def _links_to(model, pks):
    """Rows of (id, number) for each table that names one of these terms."""
    relations = [one for one in model._meta.get_fields(include_hidden=True) if one.auto_created and one.one_to_many]
    fields = [one.field for one in relations if one.related_model is not model]
    first, *others = (
        field.model._base_manager.filter(**{f"{field.name}__in": pks})
        .order_by()
        .values_list(field.name)
        .annotate(Count("pk"))
        for field in fields
    )
    return first.union(*others, all=True)


class TermViewSet(SnippetViewSet):
    """A list of terms; `USES` is one of the columns that it can show."""

    index_view_class = TermIndexView


class TopicViewSet(TermViewSet):
    """The list of topics."""

    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    list_display = ["name", "description", "synonyms", USES]


class PlaceViewSet(TermViewSet):
    """The list of places: all states, and the cities that editors add."""

    model = Place
    icon = "globe"
    menu_label = _("Places")
    list_display = ["name", "state", "abbreviation", USES]
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
