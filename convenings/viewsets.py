"""Convenings in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Convening


class ConveningViewSet(SnippetViewSet):
    """The list of convenings."""

    model = Convening
    icon = "date"
    menu_label = _("Convenings")
    menu_order = 160
    add_to_admin_menu = True
    list_display = ["name", "starts_on", "status"]
