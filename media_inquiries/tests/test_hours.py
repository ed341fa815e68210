"""Whether a desk is open, and how that is said."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_inquiries.desk.hours import Hours, days_in_words, right_until, status_at, status_in_words, week_in_a_line

EASTERN = "America/New_York"
NINE, NOON, SIX = time(9), time(12), time(18)
MIDNIGHT = time(0)
OFFICE = [Hours(0, 4, NINE, SIX)]
ALWAYS = [Hours(0, 6, MIDNIGHT, MIDNIGHT)]
NIGHTS = [Hours(0, 4, time(22), time(6))]
LUNCH = [Hours(0, 4, NINE, NOON), Hours(0, 4, time(13, 30), SIX)]
WEEKEND = [Hours(4, 0, NINE, SIX)]
THANKSGIVING = [date(2026, 11, 26), date(2026, 11, 27)]


def at(day, clock, zone=EASTERN):
    """A moment by the clock of a zone: a day as ISO 8601 has it, a time of day likewise."""
    return datetime.combine(date.fromisoformat(day), time.fromisoformat(clock), ZoneInfo(zone))


def words(moment, hours, closed_days=(), zone=EASTERN, name="Eastern"):
    """The sentence for a moment."""
    return status_in_words(status_at(moment, hours, closed_days, zone), moment, zone, name)


# 2026-11-23 is a Monday.
SENTENCES = [
    ("an office day", OFFICE, (), "2026-11-23", "10:00", "Open now, until 6 p.m. Eastern"),
    ("its first minute", OFFICE, (), "2026-11-23", "09:00", "Open now, until 6 p.m. Eastern"),
    ("its last second", OFFICE, (), "2026-11-23", "17:59:59", "Open now, until 6 p.m. Eastern"),
    ("its end", OFFICE, (), "2026-11-23", "18:00", "Closed now. Opens Tuesday at 9 a.m. Eastern"),
    ("the morning before", OFFICE, (), "2026-11-23", "06:00", "Closed now. Opens at 9 a.m. Eastern"),
    ("a Friday evening", OFFICE, (), "2026-11-20", "19:00", "Closed now. Opens Monday at 9 a.m. Eastern"),
    ("a Sunday", OFFICE, (), "2026-11-22", "12:00", "Closed now. Opens Monday at 9 a.m. Eastern"),
    ("a holiday", OFFICE, THANKSGIVING, "2026-11-26", "10:00", "Closed now. Opens Monday at 9 a.m. Eastern"),
    ("its eve", OFFICE, THANKSGIVING, "2026-11-25", "19:00", "Closed now. Opens Monday at 9 a.m. Eastern"),
    ("lunch", LUNCH, (), "2026-11-23", "12:30", "Closed now. Opens at 1:30 p.m. Eastern"),
    ("the hour before it", LUNCH, (), "2026-11-23", "11:00", "Open now, until noon Eastern"),
    ("a night shift", NIGHTS, (), "2026-11-23", "23:00", "Open now, until Tuesday at 6 a.m. Eastern"),
    ("the same, past midnight", NIGHTS, (), "2026-11-24", "01:00", "Open now, until 6 a.m. Eastern"),
    ("the night to Saturday", NIGHTS, (), "2026-11-28", "01:00", "Open now, until 6 a.m. Eastern"),
    ("the night to Monday", NIGHTS, (), "2026-11-23", "01:00", "Closed now. Opens at 10 p.m. Eastern"),
    ("a holiday cuts it", NIGHTS, THANKSGIVING, "2026-11-25", "23:00", "Open now, until midnight Eastern"),
    ("the week wraps", WEEKEND, (), "2026-11-23", "10:00", "Open now, until 6 p.m. Eastern"),
    ("and ends", WEEKEND, (), "2026-11-23", "19:00", "Closed now. Opens Friday at 9 a.m. Eastern"),
    ("always", ALWAYS, (), "2026-11-23", "03:00", "Open now, around the clock"),
    ("always, but", ALWAYS, THANKSGIVING, "2026-11-24", "03:00", "Open now, until Wednesday at midnight Eastern"),
    ("always, but, on the eve", ALWAYS, THANKSGIVING, "2026-11-25", "03:00", "Open now, until midnight Eastern"),
    (
        "always, but today",
        ALWAYS,
        THANKSGIVING,
        "2026-11-26",
        "03:00",
        "Closed now. Opens Friday at midnight Eastern",
    ),
    (
        "one day a week, and a holiday",
        [Hours(3, 3, NINE, SIX)],
        [date(2026, 11, 26)],
        "2026-11-24",
        "10:00",
        "Closed now. Opens Thursday, December 3, at 9 a.m. Eastern",
    ),
    ("no hours at all", [], (), "2026-11-23", "10:00", ""),
]


@pytest.mark.parametrize(
    ("hours", "closed_days", "day", "clock", "sentence"),
    [row[1:] for row in SENTENCES],
    ids=[row[0] for row in SENTENCES],
)
def test_says_it_as_people_do(hours, closed_days, day, clock, sentence):
    assert words(at(day, clock), hours, closed_days) == sentence


def test_a_reader_anywhere_gets_the_clock_of_the_desk():
    moment = at("2026-11-23", "07:30", "America/Los_Angeles")
    assert words(moment, OFFICE) == "Open now, until 6 p.m. Eastern"
    assert words(moment, OFFICE, zone="Pacific/Honolulu", name="Hawaii") == "Closed now. Opens at 9 a.m. Hawaii"


def test_a_desk_without_any_day_ahead_promises_none():
    every_day = [date(2026, 11, 23) + timedelta(days=number) for number in range(450)]
    assert words(at("2026-11-23", "10:00"), OFFICE, every_day) == "Closed until further notice"


class TestDaylightSaving:
    """In 2026 the clocks of the United States go forward on March 8 and back on November 1, at 2 a.m."""

    def test_nine_is_nine_before_and_after(self):
        before = status_at(at("2026-03-06", "20:00"), OFFICE, (), EASTERN).changes_at
        assert before == datetime(2026, 3, 9, 13, tzinfo=UTC)
        assert status_at(at("2026-03-02", "08:00"), OFFICE, (), EASTERN).changes_at == datetime(
            2026, 3, 2, 14, tzinfo=UTC
        )

    def test_a_night_is_an_hour_shorter_or_longer(self):
        nights = [Hours(5, 6, time(22), time(6))]
        spring = status_at(at("2026-03-07", "22:00"), nights, (), EASTERN).changes_at
        fall = status_at(at("2026-10-31", "22:00"), nights, (), EASTERN).changes_at
        assert spring - at("2026-03-07", "22:00").astimezone(UTC) == timedelta(hours=7)
        assert fall - at("2026-10-31", "22:00").astimezone(UTC) == timedelta(hours=9)

    def test_a_time_that_comes_twice_closes_the_second_time(self):
        until_half_past_one = [Hours(6, 6, MIDNIGHT, time(1, 30))]
        second = at("2026-11-01", "01:15").replace(fold=1).astimezone(UTC)
        assert status_at(second, until_half_past_one, (), EASTERN).is_open
        assert not status_at(second + timedelta(minutes=15), until_half_past_one, (), EASTERN).is_open

    def test_a_time_that_is_skipped_is_taken_by_the_clock_before(self):
        from_half_past_two = [Hours(6, 6, time(2, 30), time(5))]
        opens = status_at(at("2026-03-08", "00:00"), from_half_past_two, (), EASTERN).changes_at
        assert opens == at("2026-03-08", "03:30").astimezone(UTC)


class TestRightUntil:
    """Until when a page may keep the sentence."""

    def test_until_the_desk_opens_or_closes(self):
        moment = at("2026-11-23", "10:00")
        assert right_until(status_at(moment, OFFICE, (), EASTERN), moment, EASTERN) == at("2026-11-23", "18:00")

    def test_or_until_midnight_at_the_desk_since_today_has_no_name(self):
        moment = at("2026-11-23", "19:00")
        assert right_until(status_at(moment, OFFICE, (), EASTERN), moment, EASTERN) == at("2026-11-24", "00:00")
        assert right_until(status_at(moment, ALWAYS, (), EASTERN), moment, EASTERN) == at("2026-11-24", "00:00")


@pytest.mark.parametrize(
    ("hours", "line"),
    [
        (OFFICE, "Weekdays, 9 a.m. to 6 p.m. Eastern"),
        (LUNCH, "Weekdays, 9 a.m. to noon and 1:30 p.m. to 6 p.m. Eastern"),
        (NIGHTS, "Weekdays, 10 p.m. to 6 a.m. the next day Eastern"),
        (WEEKEND, "Friday to Monday, 9 a.m. to 6 p.m. Eastern"),
        (ALWAYS, "Every day, around the clock"),
        ([*OFFICE, Hours(5, 5, NINE, NOON)], "Weekdays, 9 a.m. to 6 p.m.; Saturday, 9 a.m. to noon Eastern"),
        ([Hours(5, 6, SIX, MIDNIGHT)], "Saturday to Sunday, 6 p.m. to midnight Eastern"),
        ([], ""),
    ],
)
def test_the_week_fits_into_a_line(hours, line):
    assert week_in_a_line(hours, "Eastern") == line


def test_seven_days_are_every_day_wherever_they_begin():
    assert {days_in_words(first, (first + 6) % 7) for first in range(7)} == {"Every day"}


# --- What holds for all hours --------------------------------------------------------------------

ZONES = ["America/New_York", "America/Phoenix", "Pacific/Honolulu", "Australia/Lord_Howe", "Asia/Kathmandu"]
clocks = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
weekdays = st.integers(0, 6)
weeks = st.lists(st.builds(Hours, weekdays, weekdays, clocks, clocks), min_size=1, max_size=4)
moments = st.floats(0, 730).map(lambda days: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=days))
closed = st.lists(st.dates(date(2025, 12, 25), date(2028, 1, 10)), max_size=8)


@given(moments, weeks, closed, st.sampled_from(ZONES), st.integers(0, 999))
def test_nothing_changes_before_the_change(moment, hours, closed_days, zone, thousandths):
    status = status_at(moment, hours, closed_days, zone)
    end = status.changes_at or moment + timedelta(days=30)
    assert moment < end
    between = status_at(moment + (end - moment) * thousandths / 1000, hours, closed_days, zone)
    assert between.is_open is status.is_open
    assert between == status or status.changes_at is None


@given(moments, weeks, closed, st.sampled_from(ZONES))
def test_the_change_is_one(moment, hours, closed_days, zone):
    status = status_at(moment, hours, closed_days, zone)
    if status.changes_at:
        assert status_at(status.changes_at, hours, closed_days, zone).is_open is not status.is_open
        just_before = status.changes_at - timedelta(microseconds=1)
        assert status_at(just_before, hours, closed_days, zone) == status


@given(moments, weeks, closed, st.sampled_from(ZONES))
def test_the_clock_on_the_wall_decides(moment, hours, closed_days, zone):
    wall = moment.astimezone(ZoneInfo(zone))
    noon = datetime.combine(wall.date(), NOON, ZoneInfo(zone))
    if any((noon + timedelta(days=number)).utcoffset() != noon.utcoffset() for number in (-1, 1)):
        return  # a clock that is changed has rules of its own, above
    yesterday = (wall - timedelta(days=1)).weekday()
    is_open = wall.date() not in closed_days and any(
        (one.begin_on(wall.weekday()) and one.opens <= wall.time() and (one.ends_next_day or wall.time() < one.closes))
        or (one.ends_next_day and one.begin_on(yesterday) and wall.time() < one.closes)
        for one in hours
    )
    assert status_at(moment, hours, closed_days, zone).is_open is is_open


@given(moments, closed, st.sampled_from(ZONES))
def test_a_desk_that_is_always_open_closes_on_closed_days_only(moment, closed_days, zone):
    today = moment.astimezone(ZoneInfo(zone)).date()
    assert status_at(moment, ALWAYS, closed_days, zone).is_open is (today not in closed_days)


@given(moments, weeks, closed, st.sampled_from(ZONES))
def test_there_are_words_for_everything_and_they_end(moment, hours, closed_days, zone):
    status = status_at(moment, hours, closed_days, zone)
    assert status_in_words(status, moment, zone, "Eastern").startswith("Open now" if status.is_open else "Closed")
    assert moment < right_until(status, moment, zone) <= moment + timedelta(hours=26)
