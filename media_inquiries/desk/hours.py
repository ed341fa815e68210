"""Office hours: whether a desk is open, until when that is so, and how people say it.

Everything here works on plain values. Weekdays count from Monday, 0, as `date.weekday()` does; times of day are those
of the desk's clock; a moment is an aware datetime. Rules of the house:

- Hours that close at or before the time at which they open end on the next day; midnight to midnight is a whole day.
- Days that run past Sunday go on with Monday.
- A closed day is closed from midnight to midnight, whatever began the evening before.
- A time that the clock skips in spring counts by the clock before the change (RFC 5545, 3.3.5). One that comes twice
  in fall opens the first time and closes the second.
"""

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
FARTHEST = timedelta(days=400)  # nobody asks whether a desk is open later than that


class Hours(NamedTuple):
    """From when to when a desk is open on a run of weekdays."""

    first_day: int
    last_day: int
    opens: time
    closes: time

    @property
    def ends_next_day(self) -> bool:
        """Whether midnight passes before the desk closes."""
        return self.closes <= self.opens

    def begin_on(self, weekday: int) -> bool:
        """Whether the desk opens for these hours on a weekday."""
        return (weekday - self.first_day) % 7 <= (self.last_day - self.first_day) % 7


class Status(NamedTuple):
    """Whether a desk is open, and the moment when that changes; None if it never does."""

    is_open: bool
    changes_at: datetime | None


def status_at(moment: datetime, hours: Collection[Hours], closed_days: Collection[date], zone: str) -> Status | None:
    """Whether a desk is open at a moment; None if it has no hours.

    Args:
        moment: the moment.
        hours: when the desk is open.
        closed_days: the days on which it is not.
        zone: the IANA name of its time zone.
    """
    if not hours:
        return None
    today = moment.astimezone(ZoneInfo(zone)).date()
    last = min(max(closed_days, default=today), today + FARTHEST)
    last = max(last, today) + WEEK + DAY
    for start, end in _stretches(today - DAY, last, hours, frozenset(closed_days), ZoneInfo(zone)):
        if moment < start:
            return Status(False, start)
        if moment < end:
            goes_on = end == _moment(last + DAY, time.min, ZoneInfo(zone))
            return Status(True, None if goes_on else end)
    return Status(False, None)


def _stretches(first, last, hours, closed_days, zone) -> Iterator[tuple[datetime, datetime]]:
    """The stretches in which the desk is open, from one day through another; what touches is one stretch."""
    current = None
    for number in range((last - first).days + 1):
        for start, end in sorted(_parts_of(first + number * DAY, hours, closed_days, zone)):
            if current and start <= current[1]:
                current = (current[0], max(current[1], end))
                continue
            if current:
                yield current
            current = (start, end)
    if current:
        yield current


def _parts_of(day, hours, closed_days, zone):
    """What of one day the desk is open, as pairs of moments."""
    if day in closed_days:
        return
    midnight = _moment(day + DAY, time.min, zone)
    for one in hours:
        if one.begin_on(day.weekday()):
            end = midnight if one.ends_next_day else _closing(day, one.closes, zone)
            yield from _forward(_moment(day, one.opens, zone), end)
        if one.ends_next_day and one.begin_on((day - DAY).weekday()):
            yield from _forward(_moment(day, time.min, zone), _closing(day, one.closes, zone))


def _forward(start, end):
    if start < end:
        yield start, end


def _moment(day, clock, zone):
    return datetime.combine(day, clock, zone).astimezone(UTC)


def _closing(day, clock, zone):
    return max(_moment(day, clock, zone), _moment(day, clock.replace(fold=1), zone))


# --- In words ---------------------------------------------------------------------------------


def status_in_words(status: Status | None, moment: datetime, zone: str, zone_name: str) -> str:
    """A sentence such as “Open now, until 6 p.m. Eastern”; empty if there is no status.

    It names a day only if it is another than that of the moment, so it is right until the status changes
    or the day ends: see `right_until`.
    """
    if status is None:
        return ""
    if status.changes_at is None:
        return _("Open now, around the clock") if status.is_open else _("Closed until further notice")
    today = moment.astimezone(ZoneInfo(zone)).date()
    change = status.changes_at.astimezone(ZoneInfo(zone))
    day = (change - datetime.resolution).date()  # midnight ends a day, as newspapers have it
    values = {"time": time_in_words(change.time()), "zone": zone_name, "day": _day_in_words(day, today)}
    if status.is_open:
        sentence = _("Open now, until %(day)s at %(time)s %(zone)s")
        sentence_today = _("Open now, until %(time)s %(zone)s")
    else:
        sentence = _("Closed now. Opens %(day)s at %(time)s %(zone)s")
        sentence_today = _("Closed now. Opens at %(time)s %(zone)s")
    return (sentence_today if day == today else sentence) % values


def right_until(status: Status | None, moment: datetime, zone: str) -> datetime:
    """Until when the words of `status_in_words` are right: the change, or the end of the day in the desk's zone."""
    today = moment.astimezone(ZoneInfo(zone)).date()
    midnight = _moment(today + DAY, time.min, ZoneInfo(zone))
    return min(midnight, status.changes_at) if status and status.changes_at else midnight


def _day_in_words(day, today):
    if day - today < WEEK:
        return str(WEEKDAYS[day.weekday()])
    return date_format(day, "l, F j,")


def time_in_words(clock: time) -> str:
    """A time of day as newspapers write it: 9 a.m., 5:30 p.m., noon, midnight."""
    return date_format(clock, "P")


def week_in_words(hours: Collection[Hours]) -> list[tuple[str, str]]:
    """The hours of a week as (days, times), such as (“Weekdays”, “9 a.m. to 6 p.m.”), in their own order."""
    return [
        (days_in_words(first, last), get_text_list([_times_in_words(one) for one in same_days], _("and")))
        for (first, last), same_days in groupby(hours, key=lambda one: one[:2])
    ]


def days_in_words(first: int, last: int) -> str:
    """A run of weekdays: Weekdays, Every day, Saturday, Friday to Monday."""
    if (last - first) % 7 == 6:
        return _("Every day")
    if (first, last) == (0, 4):
        return _("Weekdays")
    if first == last:
        return str(WEEKDAYS[first])
    return _("%(first)s to %(last)s") % {"first": WEEKDAYS[first], "last": WEEKDAYS[last]}


def _times_in_words(one):
    if one.opens == one.closes:
        return _("around the clock")
    values = {"opens": time_in_words(one.opens), "closes": time_in_words(one.closes)}
    if one.ends_next_day and one.closes != time.min:
        return _("%(opens)s to %(closes)s the next day") % values
    return _("%(opens)s to %(closes)s") % values


def week_in_a_line(hours: Collection[Hours], zone_name: str) -> str:
    """The hours of a week in one line: “Weekdays, 9 a.m. to 6 p.m. Eastern”; empty if there are none."""
    week = "; ".join(f"{days}, {times}" for days, times in week_in_words(hours))
    is_around_the_clock = all(one.opens == one.closes for one in hours)
    return week if is_around_the_clock else f"{week} {zone_name}"
