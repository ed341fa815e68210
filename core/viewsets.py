"""Topics and places in the admin."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.models import ReferenceIndex
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from .models import Place, Topic

USES = Column("uses", label=_("Uses"), width="10%")


class TermIndexView(IndexView):
    """A list of terms with how often each is used, counted for those on the page by one query."""

    def paginate_queryset(self, queryset, page_size):
        """Give each term on the page its `uses`."""
        paginator, page, found, has_others = super().paginate_queryset(queryset, page_size)
        page.object_list = terms = list(found)
        uses = _count_uses(self.model, [term.pk for term in terms])
        for term in terms:
            term.uses = uses.get(str(term.pk), 0)
        return paginator, page, terms, has_others


def _count_uses(model, pks):
    """A dict of id, as text, and the number of pages, snippets and settings that use it, drafts among them."""
    text = CharField()
    user = Concat(Cast("base_content_type_id", text), Value(" "), "object_id", output_field=text)
    rows = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(model), to_object_id__in=[str(pk) for pk in pks]
    )
    rows = rows.values("to_object_id").annotate(uses=Count(user, distinct=True))
    return dict(rows.values_list("to_object_id", "uses"))


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
