"""Inquiries as a spreadsheet, and what somebody's spreadsheet program must not take for a formula."""

import re
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import ModelLogEntry

from media_inquiries.models import MediaInquiry
from media_inquiries.permissions import display_name
from texts.clean import clean_text

# With these a cell becomes a formula (owasp.org, “CSV Injection”); leading space does not protect.
_FORMULA = re.compile(r"\s*[=+\-@\t\r|%]")

COLUMNS = {
    "reference": _("Reference"),
    "state": _("State"),
    "created_at": _("Asked"),
    "deadline": _("Deadline"),
    "outlet": _("Outlet"),
    "name": _("Name"),
    "email": _("Email"),
    "phone": _("Phone"),
    "topic": _("Topic"),
    "place": _("Place"),
    "about": _("About the page"),
    "message": _("Message"),
    "assignee": _("Assigned to"),
    "answered_at": _("Answered"),
    "closed_at": _("Closed"),
}


def row(inquiry):
    """The values of one inquiry, by column, ready for a cell: all text harmless, moments in the local time zone."""
    values = {name: getattr(inquiry, name) for name in COLUMNS}
    values["state"] = inquiry.get_state_display()
    values["assignee"] = display_name(inquiry.assignee) if inquiry.assignee else ""
    return {name: _cell(value) for name, value in values.items()}


def _cell(value):
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    return harmless("" if value is None else str(value))


def harmless(text):
    """Text that no spreadsheet program runs: an apostrophe stands before what would begin a formula."""
    text = clean_text(text)
    return f"'{text}" if _FORMULA.match(text) else text


def log_export(count, user):
    """Note in the site's history that this many inquiries left the house, and with whom."""
    ModelLogEntry.objects.create(
        content_type=ContentType.objects.get_for_model(MediaInquiry),
        object_id="0",  # of the list, not of one inquiry
        label=ngettext("%(count)d inquiry", "%(count)d inquiries", count) % {"count": count},
        action="inquiry.exported",
        timestamp=timezone.now(),
        user=user,
    )
