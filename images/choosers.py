"""The chosen photo in the forms of the admin."""

from django.utils.translation import gettext as _
from wagtail.images.views.chooser import ImageChosenResponseMixin
from wagtail.images.widgets import AdminImageChooser


def name_missing_credit():
    """Show beside every chosen photo whether it lacks a credit; call it once."""
    AdminImageChooser.get_display_title = _display_title
    ImageChosenResponseMixin.get_display_title = _display_title


def _display_title(self, photo):
    return photo.title if photo.credit.strip() else _("%(title)s (no credit yet)") % {"title": photo.title}
