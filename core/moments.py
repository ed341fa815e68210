"""Moments: how they are kept, which of them can be right, and how people read them.

Hours and months are written as the Associated Press does it: “Dec 3, 2026, 9 a.m. Eastern”. What Wagtail's own
templates write goes through `core.formats`, which uses the same pattern.
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .time_zones import zone_name

# Patterns of Django's date format for `moment_text`.
SHORT = "M j, Y, P"  # in the admin
READABLE = "F j, Y, P"  # for readers
FULL = "l, F j, Y, P"  # where somebody must not err, such as an embargo
DAY = "F j, Y"

FIRST_DAY = date(1990, 1, 1)
YEARS_AHEAD = 5
# Moments outside are typing errors that an older version let in; they cannot all be converted between zones.
_KNOWN = (datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC))


class MomentField(models.DateTimeField):
    """A moment; one that nobody can have meant, such as in the year 1, is read as none."""

    def from_db_value(self, value, expression, connection):
        """Return the moment, or None for one that is no year of ours."""
        return plausible(value)


def plausible(moment: datetime | None) -> datetime | None:
    """Return a moment that lies between the years 1900 and 2200, None for any other."""
    return moment if moment and _KNOWN[0] <= moment < _KNOWN[1] else None


def plausible_only(field: str) -> dict:
    """Return the conditions of a query for rows whose moment in this field is `plausible`."""
    return {f"{field}__gte": _KNOWN[0], f"{field}__lt": _KNOWN[1]}


def validate_year(value: date | datetime) -> None:
    """Refuse a date or a moment whose year is surely a typing error.

    Raises:
        ValidationError: if it lies before 1990 or more than five years ahead.
    """
    day = value.date() if isinstance(value, datetime) else value
    today = timezone.localdate()
    is_too_far = (day.year - YEARS_AHEAD, day.month, day.day) > (today.year, today.month, today.day)
    if day < FIRST_DAY or is_too_far:
        raise ValidationError(
            _("Please check the year. It cannot be before 1990, nor more than five years ahead."), code="year"
        )


def at_noon(day: date) -> datetime:
    """Return noon of a day in the site's time zone, so that it is the same day in all of the US."""
    return datetime.combine(day, time(12), timezone.get_default_timezone())


def moment_text(moment: datetime, zone: str = "", pattern: str = SHORT) -> str:
    """Return a moment as people write it, with the name of its zone: “Dec 3, 2026, 9 a.m. Eastern”.

    Args:
        moment: an aware datetime.
        zone: the name of an IANA time zone; that of the user (in the admin) or of the site if empty.
        pattern: a pattern of Django's date format.
    """
    zone = zone or timezone.get_current_timezone_name()
    return f"{date_format(moment.astimezone(ZoneInfo(zone)), pattern)} {zone_name(zone)}"


def coming_text(moment: datetime, zone: str = "") -> str:
    """Return a moment soon to come, with its weekday: “Thu, Dec 3, 9 a.m. Eastern”; with the year if it is another."""
    here = timezone.get_current_timezone() if not zone else ZoneInfo(zone)
    is_this_year = moment.astimezone(here).year == timezone.now().astimezone(here).year
    return moment_text(moment, zone, "D, M j, P" if is_this_year else f"D, {SHORT}")
