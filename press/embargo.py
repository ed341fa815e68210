"""The embargo: one moment, in the time zone that its editor chose, at which a release goes live by itself.

That moment is the only schedule a release has: it is what Wagtail schedules by (`go_live_at`), whoever saves the
release and however. So nothing else can say another moment.
"""

from zoneinfo import ZoneInfo

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.locks import ScheduledForPublishLock

from core.moments import READABLE, moment_text
from core.publication import Problem
from core.time_zones import in_words

# The zones of the mainland, from the east: what reporters ask for.
FOUR_ZONES = ("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles")


class Timing(models.TextChoices):
    """From when a release may be used."""

    IMMEDIATE = "immediate", _("For immediate release")
    EMBARGOED = "embargoed", _("Under embargo")


def moment_of(typed, zone):
    """The moment at which clocks in a time zone show a date and time.

    Args:
        typed: a `datetime` without a zone.
        zone: the name of an IANA time zone.

    Raises:
        ValueError: if they never show it or show it twice, because they are set forward or back.
    """
    moment = typed.replace(tzinfo=ZoneInfo(zone))
    if moment.utcoffset() != moment.replace(fold=1).utcoffset():
        raise ValueError(f"{typed} in {zone} is no moment, or two")
    return moment


def in_four_zones(moment):
    """A moment as it is said in each of `FOUR_ZONES`, a list of texts."""
    return [in_words(moment, zone) for zone in FOUR_ZONES]


class Embargo:
    """Mixin for a page with the fields `timing`, `embargo_until` and `embargo_zone`."""

    @property
    def embargo_in_words(self):
        """When the embargo ends, in its own zone; empty where there is none."""
        return in_words(self._embargo_moment, self.embargo_zone) if self._embargo_moment else ""

    @property
    def zone(self):
        """That of its embargo, in which reporters are told of moments."""
        return self.embargo_zone

    @property
    def published_text(self):
        """Date, time and zone: “December 3, 2026, 9 a.m. Eastern”."""
        return moment_text(self.public_at, self.zone, READABLE)

    @property
    def updated_text(self):
        """Likewise; empty if it was never shown as updated."""
        return moment_text(self.updated_at, self.zone, READABLE) if self.updated_at else ""

    @property
    def is_under_embargo(self):
        """Whether nobody may use it yet."""
        return bool(self._embargo_moment and self._embargo_moment > timezone.now())

    @property
    def scheduled_moment(self):
        """The moment at which a version of it goes live by itself, or None."""
        return self.revisions.values_list("approved_go_live_at", flat=True).exclude(approved_go_live_at=None).first()

    @property
    def _embargo_moment(self):
        return self.embargo_until if self.timing == Timing.EMBARGOED else None

    def get_lock(self):
        """As for other pages, but a schedule is no lock: what is not public yet is still being written.

        Wagtail locks what is scheduled, so that nobody wonders which version goes live; the editor of a release says
        so, and an embargo that must be cancelled to mend a typing error is easily forgotten.
        """
        lock = super().get_lock()
        return None if isinstance(lock, ScheduledForPublishLock) else lock

    def clean(self):
        """Have Wagtail's schedule follow the embargo; to the minute, which is all that the editor shows."""
        super().clean()
        if self.embargo_until:
            self.embargo_until = self.embargo_until.replace(second=0, microsecond=0)
        self.go_live_at = self._embargo_moment

    def publication_problems(self):
        """An embargo needs a moment to come, and nobody may have seen the release before."""
        yield from super().publication_problems()
        if self.timing != Timing.EMBARGOED:
            return
        if self.embargo_until is None:
            yield Problem("embargo_until", _("Say when the embargo ends, or choose “For immediate release”."))
        elif self.live and self.pk:  # a new page says that it is live until it is saved
            if not self._went_live_with_this_embargo():
                yield Problem(
                    "timing",
                    _(
                        "This release is public already: what everybody can read cannot be put under embargo, nor can "
                        "the moment change at which it went live. Set the timing back to what it was. If it must go "
                        "away, unpublish it first, and tell those who may have used it."
                    ),
                )
        elif self.embargo_until <= timezone.now() and not self._may_have_ended():
            yield Problem(
                "embargo_until",
                _("This moment has passed. Choose a later one, or “For immediate release” to publish it now."),
            )

    def _went_live_with_this_embargo(self):
        rows = type(self)._base_manager.filter(pk=self.pk).values_list("timing", "embargo_until")
        return (self.timing, self.embargo_until) in rows

    def _may_have_ended(self):
        """Whether it is right that the moment has passed: it has been public, or was to be from then on."""
        return self.first_published_at or self.scheduled_moment == self.embargo_until
