"""Read the dates of front matter, which may be relative, so that a demo always looks as if it were of this week."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from .front_matter import ContentError

_WHOLE = re.compile(r"(?P<day>.+?)(?:, (?P<weekday>\w+day) or later)?(?: at (?P<time>\d{1,2}:\d\d))?")
_FROM_TODAY = re.compile(r"in (?P<ahead>\d+) days?|(?P<back>\d+) days? ago|today")
_FROM_FIELD = re.compile(r"(?P<days>\d+) days? (?P<direction>before|after) (?P<field>\w+)")
_YEARLY = re.compile(r"next (?P<day>\w+ \d{1,2})")


def read_day(value: object, day_of: Callable[[str], date]) -> date:
    """Return a day such as “2023-09-06”, “in 3 days”, “2 days after date” or “next June 19”.

    “in 150 days, Wednesday or later” is the first Wednesday from there on.

    Args:
        value: a date or text.
        day_of: returns the date that another field holds.

    Raises:
        ContentError: if it is none of these.
    """
    if isinstance(value, date):
        return value
    whole = _WHOLE.fullmatch(str(value))
    day = _day(whole["day"], day_of) if whole else None
    if day is None:
        raise ContentError(f"“{value}” is no date; write 2023-09-06, in 3 days, 2 days ago or next June 19.")
    if whole["weekday"]:
        wanted = [f"{date(2024, 1, number):%A}" for number in range(1, 8)].index(whole["weekday"])
        day += timedelta(days=(wanted - day.weekday()) % 7)
    return day


def read_moment(value: object, day_of: Callable[[str], date]) -> datetime:
    """Return a day, at nine or a time such as “in 4 days at 9:00”, in the time zone of the site."""
    if isinstance(value, datetime):
        return value if timezone.is_aware(value) else timezone.make_aware(value)
    whole = _WHOLE.fullmatch(str(value))
    hour, minute = (int(part) for part in ((whole and whole["time"]) or "9:00").split(":"))
    return timezone.make_aware(datetime.combine(read_day(value, day_of), time(hour, minute)))


def _day(text: str, day_of: Callable[[str], date]) -> date | None:
    today = timezone.localdate()
    if found := _FROM_TODAY.fullmatch(text):
        return today + timedelta(days=int(found["ahead"] or 0) - int(found["back"] or 0))
    if found := _FROM_FIELD.fullmatch(text):
        days = timedelta(days=int(found["days"]))
        return day_of(found["field"]) + (days if found["direction"] == "after" else -days)
    try:
        if found := _YEARLY.fullmatch(text):
            day = datetime.strptime(f"{found['day']} {today.year}", "%B %d %Y").date()  # noqa: DTZ007 (a day)
            return day if day >= today else day.replace(year=today.year + 1)
        return date.fromisoformat(text)
    except ValueError:
        return None
