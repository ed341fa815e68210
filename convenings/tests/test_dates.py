"""Dates and times are written as a person would write them. The tables are the style guide."""

import datetime
import re
from types import SimpleNamespace

import pytest
from django.utils import translation
from hypothesis import example, given
from hypothesis import strategies as st

from convenings.dates import in_short, in_words

MONTHS = [datetime.date(2000, month, 1).strftime("%B") for month in range(1, 13)]
WEEKDAYS = [datetime.date(2001, 1, day).strftime("%A") for day in range(1, 8)]  # a Monday
EASTERN, CENTRAL = "America/New_York", "America/Chicago"


def convening(starts_on, ends_on=None, starts_at=None, ends_at=None, time_zone=""):
    """Anything with dates; days and times as in ISO 8601."""
    day, hour = datetime.date.fromisoformat, datetime.time.fromisoformat
    return SimpleNamespace(
        starts_on=starts_on and day(starts_on),
        ends_on=ends_on and day(ends_on),
        starts_at=starts_at and hour(starts_at),
        ends_at=ends_at and hour(ends_at),
        time_zone=time_zone,
    )


STYLE_GUIDE = [
    # Days
    (("2023-09-06",), "Wednesday, September 6, 2023"),
    (("2023-09-06", "2023-09-06"), "Wednesday, September 6, 2023"),
    (("2023-09-06", "2023-09-09"), "September 6–9, 2023"),
    (("2023-09-06", "2023-09-07"), "September 6–7, 2023"),
    (("2023-09-29", "2023-10-02"), "September 29 – October 2, 2023"),
    (("2023-12-30", "2024-01-02"), "December 30, 2023 – January 2, 2024"),
    (("2023-09-06", "2024-09-06"), "September 6, 2023 – September 6, 2024"),
    ((None,), ""),
    # Hours of one day
    (("2026-03-03", None, "18:00", "19:30", EASTERN), "Tuesday, March 3, 2026, 6:00–7:30 p.m. Eastern"),
    (("2026-03-03", None, "09:15", "11:45", EASTERN), "Tuesday, March 3, 2026, 9:15–11:45 a.m. Eastern"),
    (("2026-03-03", None, "11:00", "13:00", CENTRAL), "Tuesday, March 3, 2026, 11:00 a.m. – 1:00 p.m. Central"),
    (("2026-03-03", None, "10:00", "12:00", CENTRAL), "Tuesday, March 3, 2026, 10:00 a.m. – noon Central"),
    (("2026-03-03", None, "12:00", "13:30", CENTRAL), "Tuesday, March 3, 2026, noon – 1:30 p.m. Central"),
    (("2026-03-03", None, "12:30", "13:30", CENTRAL), "Tuesday, March 3, 2026, 12:30–1:30 p.m. Central"),
    (("2026-03-03", None, "00:30", "01:30", CENTRAL), "Tuesday, March 3, 2026, 12:30–1:30 a.m. Central"),
    (("2026-03-03", None, "18:00", None, EASTERN), "Tuesday, March 3, 2026, 6:00 p.m. Eastern"),
    (("2026-03-03", None, "18:00", "18:00", EASTERN), "Tuesday, March 3, 2026, 6:00 p.m. Eastern"),
    (("2026-03-03", None, "12:00", None, EASTERN), "Tuesday, March 3, 2026, noon Eastern"),
    (("2026-03-03", None, None, "17:00", EASTERN), "Tuesday, March 3, 2026, until 5:00 p.m. Eastern"),
    (("2026-03-03", None, "18:00", None, "Pacific/Honolulu"), "Tuesday, March 3, 2026, 6:00 p.m. Hawaii"),
    # An evening is one day, even when it ends after midnight
    (("2026-03-06", "2026-03-07", "20:00", "01:00", EASTERN), "Friday, March 6, 2026, 8:00 p.m. – 1:00 a.m. Eastern"),
    (("2026-03-06", "2026-03-07", "20:00", "00:00", EASTERN), "Friday, March 6, 2026, 8:00 p.m. – midnight Eastern"),
    # Several days with hours: the weekday says to which of them an hour belongs
    (
        ("2023-09-06", "2023-09-09", "09:00", "13:00", CENTRAL),
        "September 6–9, 2023, from Wednesday, 9:00 a.m. to Saturday, 1:00 p.m. Central",
    ),
    (("2023-09-06", "2023-09-09", "12:00", None, CENTRAL), "September 6–9, 2023, from Wednesday, noon Central"),
    (("2023-09-06", "2023-09-09", None, "13:00", CENTRAL), "September 6–9, 2023, until Saturday, 1:00 p.m. Central"),
    (
        ("2026-03-06", "2026-03-07", "09:00", "17:00", EASTERN),
        "March 6–7, 2026, from Friday, 9:00 a.m. to Saturday, 5:00 p.m. Eastern",
    ),
]
SHORT = [
    (("2023-09-06",), "September 6, 2023"),
    (("2023-09-06", "2023-09-09"), "September 6–9, 2023"),
    (("2023-09-29", "2023-10-02"), "September 29 – October 2, 2023"),
    (("2023-12-30", "2024-01-02"), "December 30, 2023 – January 2, 2024"),
    (("2026-03-03", None, "18:00", "19:30", EASTERN), "March 3, 2026, 6:00 p.m. Eastern"),
    (("2026-03-06", "2026-03-07", "20:00", "01:00", EASTERN), "March 6, 2026, 8:00 p.m. Eastern"),
    (("2023-09-06", "2023-09-09", "09:00", "13:00", CENTRAL), "September 6–9, 2023"),
    (("2026-03-03", None, None, "17:00", EASTERN), "March 3, 2026"),
    ((None,), ""),
]


@pytest.mark.parametrize(("dates", "words"), STYLE_GUIDE)
def test_the_style_guide(dates, words):
    assert in_words(convening(*dates)) == words


@pytest.mark.parametrize(("dates", "words"), SHORT)
def test_the_style_guide_for_cards(dates, words):
    assert in_short(convening(*dates)) == words


def test_hours_without_a_zone_are_those_of_the_site(settings):
    settings.TIME_ZONE = "America/Denver"
    assert in_words(convening("2026-03-03", None, "18:00")) == "Tuesday, March 3, 2026, 6:00 p.m. Mountain"


def test_another_language_has_its_own_names_of_months_and_days():
    with translation.override("de"):
        assert "Mittwoch" in in_words(convening("2023-09-06"))
        assert "Dezember" in in_words(convening("2023-12-06", "2023-12-09"))


hours = st.none() | st.times()
convenings = st.builds(
    lambda begins, length, starts_at, ends_at, zone: SimpleNamespace(
        starts_on=begins,
        ends_on=length and min(begins.toordinal() + length, datetime.date.max.toordinal()),
        starts_at=starts_at,
        ends_at=ends_at,
        time_zone=zone,
    ),
    st.dates(),
    st.none() | st.integers(0, 400),
    hours,
    hours,
    st.sampled_from(["", EASTERN, CENTRAL, "Pacific/Honolulu"]),
).map(lambda one: SimpleNamespace(**{**vars(one), "ends_on": one.ends_on and datetime.date.fromordinal(one.ends_on)}))


def is_an_evening(one):
    """Whether it begins in the afternoon and ends in the small hours of the next day."""
    if not (one.ends_on and one.starts_at and one.ends_at):
        return False
    is_next_day = (one.ends_on - one.starts_on).days == 1
    return is_next_day and one.starts_at >= datetime.time(12) and one.ends_at <= datetime.time(6)


def days_named(words):
    """The days that a text names, read back; what an end leaves out (month, year) is that of the other end."""
    month = "|".join(MONTHS)
    found = re.match(
        rf"(?:(?:{'|'.join(WEEKDAYS)}), )?(?P<m1>{month}) (?P<d1>\d+)(?:, (?P<y1>\d{{4}}))?"
        rf"(?: ?– ?(?:(?P<m2>{month}) )?(?P<d2>\d+), (?P<y2>\d{{4}}))?",
        words,
    )
    first = (found["y1"] or found["y2"], found["m1"], found["d1"])
    last = (found["y2"] or first[0], found["m2"] or first[1], found["d2"] or first[2])
    return [datetime.date(int(year), MONTHS.index(month) + 1, int(day)) for year, month, day in (first, last)]


EVENING = convening("2026-03-06", "2026-03-07", "20:00", "01:00", EASTERN)
LAST_DAY_OF_ALL = convening("9999-12-31", None, "20:00", "01:00", EASTERN)


@given(convenings)
@example(EVENING)
@example(LAST_DAY_OF_ALL)
def test_no_day_is_lost(one):
    last = one.starts_on if is_an_evening(one) else one.ends_on or one.starts_on
    assert days_named(in_words(one)) == days_named(in_short(one)) == [one.starts_on, last]


@given(convenings)
def test_a_month_is_named_once_in_a_year_and_so_is_the_year(one):
    for words in (in_words(one), in_short(one)):
        days = days_named(words)
        months = re.findall("|".join(MONTHS), words)
        if days[0].year == days[1].year:
            assert len(months) == len(set(months))
            assert len(re.findall(r"\b\d{4}\b", words)) == 1


@given(convenings)
def test_every_hour_that_is_known_is_told_with_its_zone(one):
    words = in_words(one)
    told = re.findall(r"\d{1,2}:\d{2}|noon|midnight", words)
    known = {(hour.hour, hour.minute) for hour in (one.starts_at, one.ends_at) if hour}
    assert len(told) >= min(len(known), 1)
    assert ("Eastern" in words or "Central" in words or "Hawaii" in words) == bool(known)
    for hour in (one.starts_at, one.ends_at):
        if hour:
            minutes = f"{(hour.hour - 1) % 12 + 1}:{hour.minute:02}"
            assert minutes in told or {"noon", "midnight"} & set(told)


@given(convenings)
def test_it_is_one_line_with_single_spaces(one):
    for words in (in_words(one), in_short(one)):
        assert words == " ".join(words.split())
        assert not re.search(r"[ –,]{3,}|,,|, *$|^[ ,]|– –", words.replace(" – ", "–"))


@given(convenings)
def test_a_card_says_no_more_than_the_page(one):
    assert len(in_short(one)) <= len(in_words(one))
