"""The dates and times of a convening as a person would write them.

The manner is that of the Chicago Manual of Style: an en dash stands alone between single numbers, and between spaces
where a part has spaces itself; “noon” and “midnight” are words. Days and hours are written by patterns of Django's
date format, so that a translation can turn around what stands where: “j.” and “j. F Y” make “6.–9. September 2023”.
"""

from datetime import time, timedelta

from django.conf import settings
from django.utils.dateformat import format as date_format
from django.utils.dateformat import time_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.time_zones import zone_name

NOON = time(12)
# Who goes home after midnight has been out for one evening, not for two days.
EARLY = time(6)


def in_words(convening):
    """All that is known of when a convening takes place: “Tuesday, March 3, 2026, 6:00–7:30 p.m. Eastern”.

    Args:
        convening: a `Convening`, or anything with `starts_on`, `ends_on`, `starts_at`, `ends_at` and `time_zone`.

    Returns:
        one line; an empty text while it has no dates.
    """
    if not convening.starts_on:
        return ""
    first, last = _days_of(convening)
    begins, ends = convening.starts_at, convening.ends_at
    if first == last:
        return _joined(date_format(first, _("l, F j, Y")), _hours(begins, ends), convening)
    return _joined(_days(first, last), _hours_of_several(first, last, begins, ends), convening)


def in_short(convening):
    """The days, and for a single day when it begins: “March 3, 2026, 6:00 p.m. Eastern”. See `in_words`."""
    if not convening.starts_on:
        return ""
    first, last = _days_of(convening)
    return _joined(_days(first, last), _hours(convening.starts_at, None) if first == last else "", convening)


def _days_of(convening):
    """The first and the last day, as people count them."""
    first, last = sorted([convening.starts_on, convening.ends_on or convening.starts_on])
    begins, ends = convening.starts_at, convening.ends_at
    is_one_evening = begins and ends and begins >= NOON and ends <= EARLY and last - first == timedelta(days=1)
    return first, first if is_one_evening else last


def _days(first, last):
    if first == last:
        return date_format(first, _("F j, Y"))
    if first.year != last.year:
        start, end, dash = _("F j, Y"), _("F j, Y"), " – "
    elif first.month != last.month:
        start, end, dash = pgettext("first day, in another month", "F j"), _("F j, Y"), " – "
    else:
        start, end, dash = pgettext("first day, in the same month", "F j"), pgettext("last day", "j, Y"), "–"
    return date_format(first, start) + dash + date_format(last, end)


def _hours(begins, ends):
    """The hours of one day: “6:00–7:30 p.m.”."""
    if not ends or begins == ends:
        return _hour(begins) if begins else ""
    if not begins:
        return _("until %(hour)s") % {"hour": _hour(ends)}
    if (
        begins < ends
        and (begins.hour < 12) == (ends.hour < 12)
        and not {_minute(begins), _minute(ends)} & {time(), NOON}
    ):
        return time_format(begins, pgettext("from, in the same half of the day", "g:i")) + "–" + _hour(ends)
    return f"{_hour(begins)} – {_hour(ends)}"


def _hours_of_several(first, last, begins, ends):
    """When it begins and ends, by days of the week, lest anybody think of the hours of each day."""
    begins = begins and _weekday_and_hour(first, begins)
    ends = ends and _weekday_and_hour(last, ends)
    if begins and ends:
        return _("from %(begins)s to %(ends)s") % {"begins": begins, "ends": ends}
    if begins:
        return _("from %(begins)s") % {"begins": begins}
    return _("until %(hour)s") % {"hour": ends} if ends else ""


def _weekday_and_hour(day, hour):
    return _("%(weekday)s, %(hour)s") % {"weekday": date_format(day, "l"), "hour": _hour(hour)}


def _hour(hour):
    if _minute(hour) in (time(), NOON):
        return _("noon") if hour.hour else _("midnight")
    return time_format(hour, _("g:i a"))


def _minute(hour):
    """The hour as readers see it, without seconds."""
    return time(hour.hour, hour.minute)


def _joined(days, hours, convening):
    if not hours:
        return days
    parts = {"days": days, "hours": hours, "zone": zone_name(convening.time_zone or settings.TIME_ZONE)}
    return _("%(days)s, %(hours)s %(zone)s") % parts
