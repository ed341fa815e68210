"""What the press desk has to show for itself: how many inquiries came, and how quickly they were answered."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from django.db.models import F
from django.utils import timezone

from media_inquiries.models import MediaInquiry

MOST_ROWS = 12  # of a table by topic or by outlet


@dataclass(frozen=True)
class Asked:
    """What counts of one inquiry."""

    created_at: datetime
    answered_at: datetime | None
    deadline: datetime | None
    topic: str | None
    outlet: str

    @property
    def was_in_time(self) -> bool | None:
        """Whether the answer came before the deadline; None without deadline, or while there is time left."""
        if self.deadline is None or (self.answered_at is None and self.deadline > timezone.now()):
            return None
        return self.answered_at is not None and self.answered_at <= self.deadline


@dataclass(frozen=True)
class Line:
    """One line of a table: some inquiries, and how they were answered."""

    name: object
    inquiries: list[Asked]

    @property
    def count(self) -> int:
        """How many there were."""
        return len(self.inquiries)

    @property
    def answered(self) -> int:
        """How many were answered."""
        return sum(one.answered_at is not None for one in self.inquiries)

    @property
    def median_time(self) -> timedelta | None:
        """The time to the answer that half of them stayed below; None if none was answered."""
        seconds = [(one.answered_at - one.created_at).total_seconds() for one in self.inquiries if one.answered_at]
        return timedelta(seconds=median(seconds)) if seconds else None

    @property
    def share_in_time(self) -> int | None:
        """Per cent answered before their deadline, of those whose deadline decides; None if there are none."""
        known = [one.was_in_time for one in self.inquiries if one.was_in_time is not None]
        return round(100 * sum(known) / len(known)) if known else None


@dataclass(frozen=True)
class Statistics:
    """The numbers of a period, from its first month to its last, both included."""

    first: date
    last: date
    total: Line
    months: list[Line]
    topics: list[Line]
    outlets: list[Line]


def of_period(first, last):
    """The statistics of a run of months, made of one query.

    Suspect inquiries do not count; erased ones do.

    Args:
        first, last: a day in the first and in the last month.
    """
    months = list(months_between(first, last))
    begin, end = _midnight(months[0]), _midnight(next_month(months[-1]))
    rows = MediaInquiry.objects.exclude(state=MediaInquiry.State.QUARANTINE).filter(
        created_at__gte=begin, created_at__lt=end
    )
    names = ("created_at", "answered_at", "deadline")
    inquiries = [Asked(*row) for row in rows.values_list(*names, F("topic__name"), "outlet")]
    by_month = _grouped(inquiries, lambda one: timezone.localtime(one.created_at).date().replace(day=1))
    return Statistics(
        first=months[0],
        last=months[-1],
        total=Line("", inquiries),
        months=[Line(month, by_month.get(month, [])) for month in months],
        topics=_most(_grouped(inquiries, lambda one: one.topic or "")),
        outlets=_most(_grouped(inquiries, lambda one: " ".join(one.outlet.split()))),
    )


def months_between(first, last):
    """The first day of each month from one day's to another's."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = next_month(month)


def next_month(month):
    """The first day of the month after that of a day."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)


def _midnight(day):
    return timezone.make_aware(datetime(day.year, day.month, day.day))  # noqa: DTZ001  (made aware here)


def _grouped(inquiries, key):
    groups = {}
    for one in inquiries:
        groups.setdefault(key(one), []).append(one)
    return groups


def _most(groups):
    """The largest groups as lines, the rest left out; names that differ in case only are one."""
    merged, spellings = {}, {}
    for name, inquiries in groups.items():
        merged.setdefault(name.casefold(), []).extend(inquiries)
        spellings.setdefault(name.casefold(), Counter())[name] += len(inquiries)
    lines = [Line(spellings[key].most_common(1)[0][0], inquiries) for key, inquiries in merged.items()]
    return sorted(lines, key=lambda line: (-line.count, line.name))[:MOST_ROWS]
