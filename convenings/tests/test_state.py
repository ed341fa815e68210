"""What readers see of a convening follows from its status, its dates and the clock."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convenings.models import Attendance, Convening, Status
from convenings.state import state_at

ZONE = ZoneInfo("America/Chicago")


def convening(**fields):
    """September 6–9, 2023 in Central time; registration is open through the first of the month."""
    defaults = {
        "name": "LP2023",
        "starts_on": date(2023, 9, 6),
        "ends_on": date(2023, 9, 9),
        "time_zone": "America/Chicago",
        "status": Status.OPEN,
        "registration_url": "https://example.org/register",
        "registration_closes_on": date(2023, 9, 1),
    }
    return Convening(**{**defaults, **fields})


def online(**fields):
    """One that everybody may join online, on September 6 at noon."""
    defaults = {
        "ends_on": None,
        "starts_at": time(12),
        "ends_at": time(13),
        "attendance": Attendance.ONLINE,
        "online_address": "https://example.org/join",
        "online_address_is_public": True,
        "registration_closes_on": None,
    }
    return convening(**{**defaults, **fields})


def at(*moment):
    """A moment in Central time."""
    return datetime(*moment, tzinfo=ZONE)


IN_AUGUST = at(2023, 8, 1)


@pytest.mark.parametrize(
    ("status", "label"),
    [
        (Status.SAVE_THE_DATE, "Save the date"),
        (Status.OPEN, "Registration open"),
        (Status.CLOSED, "Registration closed"),
        (Status.POSTPONED, "Postponed"),
        (Status.CANCELLED, "Cancelled"),
    ],
)
def test_before_it_begins_the_label_is_the_status(status, label):
    assert state_at(convening(status=status), IN_AUGUST).label == label


def test_only_while_registration_is_open_there_is_a_button_for_it():
    assert state_at(convening(), IN_AUGUST).button == ("Register", "https://example.org/register")
    for status in set(Status) - {Status.OPEN}:
        assert state_at(convening(status=status), IN_AUGUST).button is None


def test_the_last_day_to_register_ends_in_the_zone_of_the_convening():
    last, after = at(2023, 9, 1, 23, 59, 59), at(2023, 9, 2)
    assert state_at(convening(), last).name == "open"
    assert state_at(convening(), last).until == after
    assert state_at(convening(), after)[:3] == ("closed", "Registration closed", None)
    assert state_at(convening(), after).until == at(2023, 9, 10)


def test_without_a_closing_day_one_can_register_until_it_is_over():
    assert state_at(convening(registration_closes_on=None), IN_AUGUST).until == at(2023, 9, 10)


def test_it_has_taken_place_when_its_last_day_is_over():
    assert state_at(convening(), at(2023, 9, 9, 23, 59)).name == "closed"
    over = state_at(convening(), at(2023, 9, 10))
    assert over == ("past", "Took place", None, None)


@pytest.mark.parametrize("status", [Status.POSTPONED, Status.CANCELLED])
def test_what_was_called_off_stays_called_off(status):
    for moment in (IN_AUGUST, at(2030, 1, 1)):
        state = state_at(online(status=status), moment)
        assert (state.name, state.button, state.until) == (status, None, None)


def test_one_can_join_online_where_everybody_may_until_it_is_over():
    briefing = online(status=Status.SAVE_THE_DATE)
    assert state_at(briefing, IN_AUGUST).button == ("Join online", "https://example.org/join")
    assert state_at(briefing, at(2023, 9, 6, 13)).button is None


@pytest.mark.parametrize("hidden", [{"online_address_is_public": False}, {"attendance": Attendance.IN_PERSON}])
def test_an_online_address_that_is_not_public_is_no_button(hidden):
    assert state_at(online(status=Status.CLOSED, **hidden), at(2023, 9, 6, 12, 30)).button is None


def test_one_registers_before_it_begins_and_joins_after():
    before = state_at(online(), IN_AUGUST)
    assert before.button.label == "Register"
    assert before.until == at(2023, 9, 6, 12)
    assert state_at(online(), before.until).button.label == "Join online"


def test_without_dates_it_is_what_its_status_says():
    assert state_at(convening(starts_on=None, ends_on=None), IN_AUGUST).until is None


any_convening = st.builds(
    online,
    status=st.sampled_from(Status),
    attendance=st.sampled_from(Attendance),
    starts_on=st.dates(date(2023, 1, 1), date(2023, 6, 30)),
    ends_on=st.none() | st.dates(date(2023, 7, 1), date(2023, 9, 30)),
    starts_at=st.none() | st.times(),
    ends_at=st.none(),
    online_address_is_public=st.booleans(),
    registration_url=st.sampled_from(["", "https://example.org/register"]),
    registration_closes_on=st.none() | st.dates(date(2022, 12, 1), date(2023, 12, 31)),
)
moments = st.integers(0, 450 * 24 * 60).map(lambda minutes: at(2022, 11, 1) + timedelta(minutes=minutes))


@given(any_convening, moments)
def test_until_the_moment_that_is_told_nothing_changes_and_then_something_does(one, now):
    state = state_at(one, now)
    if state.until is None:
        assert state_at(one, now + timedelta(days=1000)) == state
        return
    assert state.until > now
    assert state_at(one, state.until - timedelta(microseconds=1)) == state
    assert state_at(one, state.until) != state
