"""The dates of a page in its editor: in whose zone they are typed, which years they may have, whether they agree."""

from django import forms
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from .moments import moment_text, validate_year
from .time_zones import zone_name


class ScheduleForm(forms.BaseForm):
    """Part of the form of whatever has Wagtail's schedule."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        zone = zone_name(timezone.get_current_timezone_name())
        for name in {"published_at", "go_live_at", "expire_at"} & set(self.fields):
            field = self.fields[name]
            field.help_text = format_lazy(_("{help} In {zone} time."), help=field.help_text, zone=zone).lstrip()
            if name != "published_at":  # which has it from its model
                field.validators.append(validate_year)


class DatedForm(ScheduleForm):
    """Part of the form of a `Dated` page: asks if it is scheduled for another moment than the date it is to carry.

    The form has a field `keeps_date`, the answer.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "published_at" not in self.fields:
            del self.fields["keeps_date"]

    def clean_published_at(self):
        """Return the moment: with its seconds if nobody changed it, and the first one again if somebody empties it."""
        typed, known = self.cleaned_data["published_at"], self.instance.published_at
        if not typed and self.instance.live:
            return self.instance.first_published_at and self.instance.first_published_at.replace(microsecond=0)
        return known if typed and known and known.replace(second=0, microsecond=0) == typed else typed

    def _post_clean(self):
        super()._post_clean()
        if self._must_be_asked():
            self.add_error(
                "keeps_date",
                format_lazy(
                    _(
                        "The page goes live {moment}, but its date is {date}. Empty the date so that both agree, or "
                        "tick “Keep this date” to date the page back on purpose."
                    ),
                    moment=moment_text(self.instance.go_live_at),
                    date=moment_text(self.instance.published_at),
                ),
            )

    def _must_be_asked(self):
        page = self.instance
        if self.is_deferred_validation or self.cleaned_data.get("keeps_date") or "published_at" not in self.fields:
            return False
        if not (page.published_at and page.go_live_at and timezone.now() < page.go_live_at):
            return False
        if page.published_at >= page.go_live_at or (page.pk and page.live):
            return False
        return not (page.pk and self._is_known())

    def _is_known(self):
        """Whether the date is that of an earlier publication, or has been agreed to for the same schedule."""
        page = self.instance
        if page.first_published_at and "published_at" not in self.changed_data:
            return True
        scheduled = page.get_scheduled_revision_as_object()
        dates = (page.published_at, page.go_live_at)
        return bool(scheduled and (scheduled.published_at, scheduled.go_live_at) == dates)
