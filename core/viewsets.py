"""Topics and places in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import Place, Topic


class TopicViewSet(SnippetViewSet):
    """The list of topics."""

    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    list_display = ["name", "description"]


class PlaceViewSet(SnippetViewSet):
    """The list of places: all states, and the cities that editors add."""

    model = Place
    icon = "globe"
    menu_label = _("Places")
    list_display = ["name", "state", "abbreviation"]
    list_filter = ["state"]
    list_per_page = 60


class TaxonomyViewSetGroup(SnippetViewSetGroup):
    """What pages are about, under one menu."""

    items = (TopicViewSet, PlaceViewSet)
    menu_icon = "tag"
    menu_label = _("Topics, places")
    menu_name = "taxonomy"
    menu_order = 320
