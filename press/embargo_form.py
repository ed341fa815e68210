"""The embargo in the editor: typed and shown in the zone beside it, and what it means in words."""

from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel

from core.moments import validate_year
from core.time_zones import in_words

from .embargo import in_four_zones, moment_of


class WallTimeField(forms.DateTimeField):
    """A date and time as somebody reads it from a clock on the wall: without a zone of its own."""

    default_validators = [validate_year]

    def to_python(self, value):
        """A `datetime` without zone, or None."""
        return None if value in self.empty_values else forms.fields.BaseTemporalField.to_python(self, value)


class EmbargoForm(forms.BaseForm):
    """Part of the form of a page with an `Embargo`: its moment is typed in the zone of the release.

    Not in the zone of whoever is signed in, which is what Django does with all other moments.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        usual = self.fields["embargo_until"]
        self.fields["embargo_until"] = WallTimeField(
            required=False, label=usual.label, help_text=usual.help_text, widget=usual.widget
        )
        if moment := self.instance.embargo_until:
            self.initial["embargo_until"] = timezone.make_naive(moment, ZoneInfo(self.instance.embargo_zone))

    def clean(self):
        """Put the time and the zone together."""
        cleaned = super().clean()
        typed, zone = cleaned.pop("embargo_until", None), cleaned.get("embargo_zone")
        try:
            cleaned["embargo_until"] = moment_of(typed, zone) if typed and zone else None
        except ValueError:
            self.add_error(
                "embargo_until",
                _("On that day the clocks change, and they show this time twice or never. Choose another one."),
            )
        return cleaned


class EmbargoStatus(Panel):
    """Says what will happen, and leads to the rehearsal and to the links for reviewers."""

    class BoundPanel(Panel.BoundPanel):
        """The words for one release."""

        template_name = "admin/press/embargo_status.html"

        def is_shown(self):
            """Where there is an embargo, or a version waits for its moment."""
            page = self.instance
            return bool(page.pk and super().is_shown() and (page.embargo_in_words or page.scheduled_moment))

        def get_context_data(self, parent_context=None):
            """Add `scheduled`, `drafted`: moments in words or empty; `zones`: the one that counts in four zones."""
            page = self.instance
            scheduled, drafted = page.scheduled_moment, page.embargo_in_words
            return {
                **super().get_context_data(parent_context),
                "scheduled": in_words(scheduled, page.embargo_zone) if scheduled else "",
                "drafted": drafted,
                "zones": in_four_zones(scheduled or page.embargo_until),
            }


def embargo_panel():
    """The panel of the editor with all that concerns the embargo."""
    labels = {"data-schedule-label": _("Schedule"), "data-publish-label": _("Publish")}
    timing = FieldPanel("timing", attrs=labels)
    return MultiFieldPanel(
        [EmbargoStatus(), timing, FieldRowPanel(["embargo_until", "embargo_zone"])],
        heading=_("From when it may be used"),
        help_text=_("The page prints this as its first line. Do not type it into the text."),
    )
