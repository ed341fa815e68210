"""Releases in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from .models import PressRelease

_OWN = {column.name: column for column in PageListingViewSet.columns}


class PressReleaseListingViewSet(PageListingViewSet):
    """All releases of all lists, with what the press team looks for."""

    model = PressRelease
    icon = "doc-full-inverse"
    menu_label = _("Releases")
    menu_order = 151
    add_to_admin_menu = True
    columns = [
        *(column for name, column in _OWN.items() if name in ("bulk_actions", "title")),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind", width="13%"),
        Column("timing", label=_("Timing"), accessor="timing_in_words", sort_key="embargo_until", width="22%"),
        Column("published_at", label=_("Date"), sort_key="published_at", width="15%"),
        _OWN["latest_revision_created_at"],
        _OWN["status"],
    ]
