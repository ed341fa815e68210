"""Convenings in people's own calendars, read back by two parsers that know nothing of each other."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from convenings.calendar import LAST_YEAR, calendar_of
from convenings.models import Convening
from core.models import Place
from core.tests.factories import PlaceFactory, TopicFactory
from texts.clean import clean_line

from .factories import ConveningFactory, ConveningIndexFactory

pytestmark = pytest.mark.django_db

CHICAGO = ZoneInfo("America/Chicago")
AWKWARD = "Núria’s “school”, 日本; half past five 👩‍👩‍👧‍👦 : and so on, " + "on and on 🎉 " * 9


@pytest.fixture(autouse=True)
def index(home_page, settings):
    settings.PAGE_CACHE_ENABLED = False
    return ConveningIndexFactory(parent=home_page, slug="meet-us", title="Convenings")


def fetch(client, path="calendar.ics"):
    """A file below the list, as both parsers read it."""
    response = client.get(f"/meet-us/{path}")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return icalendar.Calendar.from_ical(response.content), vobject.readOne(response.content.decode())


def fetch_event(client, **fields):
    """The one event of the calendar, as both parsers read it, of a convening with these fields."""
    topics = fields.pop("topics", [])
    convening = ConveningFactory(**fields)
    convening.topics.set(topics)
    convening.save()
    ours, others = fetch(client)
    return ours.events[0], others.vevent


class TestTheTime:
    """DTSTART and DTEND."""

    def test_september_6_to_9_is_four_days(self, client):
        event, other = fetch_event(client, starts_on=date(2023, 9, 6), ends_on=date(2023, 9, 9))
        assert event.start == other.dtstart.value == date(2023, 9, 6)
        assert event.end == other.dtend.value == date(2023, 9, 10)
        assert event.duration == timedelta(days=4)
        assert "DTSTART;VALUE=DATE:20230906\r\n" in client.get("/meet-us/calendar.ics").content.decode()

    def test_one_day_ends_with_the_next(self, client):
        event, other = fetch_event(client, starts_on=date(2024, 2, 29), ends_on=None)
        assert event.end == other.dtend.value == date(2024, 3, 1)

    @pytest.mark.parametrize(
        ("day", "hour", "in_utc"),
        [
            (date(2026, 3, 7), 10, 16),
            (date(2026, 3, 8), 10, 15),
            (date(2026, 10, 31), 10, 15),
            (date(2026, 11, 1), 10, 16),
            (date(2026, 1, 1), 0, 6),
            (date(2026, 12, 31), 12, 18),
        ],
    )
    def test_hours_are_right_whatever_the_clocks_do(self, client, day, hour, in_utc):
        begins, ends = time(hour), time(hour + 2)
        event, other = fetch_event(
            client, starts_on=day, ends_on=None, starts_at=begins, ends_at=ends, time_zone="America/Chicago"
        )
        assert event["dtstart"].params["TZID"] == "America/Chicago"
        assert event.start == datetime.combine(day, begins, tzinfo=CHICAGO)
        # The other parser knows of the zone only what the file says of it.
        assert other.dtstart.value.astimezone(UTC) == datetime.combine(day, time(in_utc), tzinfo=UTC)
        assert other.dtend.value - other.dtstart.value == timedelta(hours=2)

    def test_a_night_in_which_the_clocks_change_is_an_hour_shorter(self, client):
        event, other = fetch_event(
            client,
            starts_on=date(2026, 3, 7),
            ends_on=date(2026, 3, 8),
            starts_at=time(20),
            ends_at=time(8),
            time_zone="America/New_York",
        )
        assert other.dtend.value.astimezone(UTC) - other.dtstart.value.astimezone(UTC) == timedelta(hours=11)
        assert event.end.astimezone(UTC) - event.start.astimezone(UTC) == timedelta(hours=11)

    def test_a_zone_without_daylight_saving(self, client):
        _event, other = fetch_event(
            client, starts_on=date(2026, 7, 1), ends_on=None, starts_at=time(9), time_zone="America/Phoenix"
        )
        assert other.dtstart.value.astimezone(UTC).hour == 16
        assert not hasattr(other, "dtend")

    def test_each_zone_stands_in_the_file_once_and_no_other(self, client):
        for zone in ("America/New_York", "America/Denver", "America/New_York"):
            ConveningFactory(starts_at=time(9), time_zone=zone)
        ConveningFactory()
        ours, _others = fetch(client)
        assert [zone["tzid"] for zone in ours.timezones] == ["America/Denver", "America/New_York"]

    @pytest.mark.parametrize("year", [1, 1066, LAST_YEAR + 1, 9998])
    def test_years_that_somebody_mistyped_do_no_harm(self, client, year):
        event, _other = fetch_event(
            client, starts_on=date(year, 5, 1), ends_on=None, starts_at=time(9), time_zone="America/New_York"
        )
        assert event.start.year == year

    def test_an_end_before_the_beginning_is_left_out(self, client):
        event, _other = fetch_event(client, starts_on=date(2023, 9, 6), ends_on=date(2023, 9, 1))
        assert event.end == date(2023, 9, 7)
        Convening.objects.all().delete()
        event, _other = fetch_event(client, ends_on=None, starts_at=time(9), ends_at=time(8))
        assert "dtend" not in event


class TestTheWords:
    """What it is, where it is and what is known of it."""

    @pytest.mark.parametrize(
        ("status", "word", "summary"),
        [
            ("save-the-date", "TENTATIVE", "LP2023"),
            ("open", "CONFIRMED", "LP2023"),
            ("closed", "CONFIRMED", "LP2023"),
            ("postponed", "TENTATIVE", "Postponed: LP2023"),
            ("cancelled", "CANCELLED", "Cancelled: LP2023"),
        ],
    )
    def test_the_status_stands_also_where_everybody_sees_it(self, client, status, word, summary):
        event, other = fetch_event(client, name="LP2023", status=status)
        assert event["status"] == other.status.value == word
        assert event["summary"] == other.summary.value == summary

    def test_the_place_is_an_address(self, client):
        city = PlaceFactory(name="St. Louis", state=Place.objects.get(name="Missouri"))
        event, other = fetch_event(client, venue="Union Hall", street="18 Market St; Suite 2", place=city)
        assert event["location"] == other.location.value == "Union Hall, 18 Market St; Suite 2, St. Louis, Missouri"

    @pytest.mark.parametrize(
        ("attendance", "is_public", "location"),
        [
            ("online", False, "Online"),
            ("online", True, "https://meet.example.org/room"),
            ("both", False, "Union Hall and online"),
            ("in-person", True, "Union Hall"),
        ],
    )
    def test_an_online_address_is_told_once_it_is_public(self, client, attendance, is_public, location):
        venue = "" if attendance == "online" else "Union Hall"
        fields = {"online_address": "https://meet.example.org/room", "online_address_is_public": is_public}
        event, _other = fetch_event(client, attendance=attendance, venue=venue, **fields)
        assert event["location"] == location
        told = "meet.example.org" in client.get("/meet-us/calendar.ics").content.decode().replace("\r\n ", "")
        assert told == (is_public and attendance != "in-person")

    def test_the_description_says_why_and_how(self, client):
        registering = {"registration_url": "https://register.example.org/", "registration_closes_on": date(2023, 8, 1)}
        event, other = fetch_event(client, name="LP", status="open", teaser="Four days; and nights", **registering)
        assert event["description"] == other.description.value
        assert event["description"].splitlines() == [
            "Four days; and nights",
            "Register by August 1, 2023: https://register.example.org/",
            "More: http://localhost/meet-us/lp/",
        ]
        assert event["url"] == other.url.value == "http://localhost/meet-us/lp/"

    def test_one_cannot_register_for_what_is_cancelled(self, client):
        event, _other = fetch_event(client, status="cancelled", registration_url="https://register.example.org/")
        assert "register" not in event["description"]

    def test_topics_are_categories(self, client):
        topics = [TopicFactory(name="Schools"), TopicFactory(name="Housing, land; homes")]
        event, other = fetch_event(client, topics=topics)
        assert event.categories == other.categories.value == ["Housing, land; homes", "Schools"]

    # The library takes a typed \N for a line break.
    @given(name=st.text(st.characters(exclude_characters="\\", exclude_categories=["Cs"]), min_size=1, max_size=100))
    @example(name=AWKWARD[:100])
    @example(name="Line\r\nbreak\x00\x0b\x85\u2028and\tmore")
    @settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    def test_any_name_arrives_as_it_is_stored(self, name):
        convening = ConveningFactory.build(pk=1, name=name, slug="any", teaser=name * 3)
        content = calendar_of([convening], "http://localhost/").to_ical()
        lines = content.split(b"\r\n")
        assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
        expected = " ".join(clean_line(name).split())
        assert str(icalendar.Calendar.from_ical(content).events[0].get("summary", "")) == expected
        if expected:
            assert vobject.readOne(content.decode()).vevent.summary.value == expected


class TestTheFiles:
    """Where they are, and what stands in them."""

    def test_the_calendar_asks_to_be_looked_at_again(self, client):
        ConveningFactory()
        ours, others = fetch(client)
        assert ours["version"] == "2.0"
        assert ours["prodid"] == others.prodid.value == "-//Local Progress//Convenings//EN"
        assert str(ours.calendar_name) == others.x_wr_calname.value == "Local Progress · Convenings"
        assert "name" in ours
        assert ours.refresh_interval == timedelta(hours=6)
        assert others.x_published_ttl.value == "PT6H"

    @pytest.mark.indexes
    def test_the_list_and_each_convening_lead_to_them(self, client):
        ConveningFactory(slug="next", starts_on=timezone.localdate() + timedelta(days=9), ends_on=None)
        assert 'href="calendar.ics"' in client.get("/meet-us/").content.decode()
        assert 'href="event.ics"' in client.get("/meet-us/next/").content.decode()

    def test_only_what_is_published_and_has_a_date_appears(self, client):
        for fields in ({"live": False}, {"starts_on": None, "ends_on": None}):
            hidden = ConveningFactory(**fields)
            assert client.get(f"/meet-us/{hidden.slug}/event.ics").status_code == 404
        assert fetch(client)[0].events == []

    def test_postponed_and_cancelled_ones_stay_and_so_do_past_ones(self, client):
        later = timezone.localdate() + timedelta(days=30)
        ConveningFactory(name="C", starts_on=later, ends_on=None, status="cancelled")
        ConveningFactory(name="B", starts_on=later - timedelta(days=1), ends_on=None, status="postponed")
        ConveningFactory(name="A")
        assert [event["summary"] for event in fetch(client)[0].events] == ["A", "Postponed: B", "Cancelled: C"]

    def test_one_convening_has_the_same_event_in_a_file_of_its_own(self, client):
        ConveningFactory(name="Other")
        ConveningFactory(name="LP 2023", starts_at=time(9), time_zone="America/Chicago")
        alone, _other = fetch(client, "lp-2023/event.ics")
        (event,) = alone.events
        assert event in fetch(client)[0].events
        assert [zone["tzid"] for zone in alone.timezones] == ["America/Chicago"]
        assert "lp-2023.ics" in client.get("/meet-us/lp-2023/event.ics")["Content-Disposition"]

    @pytest.mark.parametrize(
        "path",
        [
            "/calendar.ics",
            "/nothing/calendar.ics",
            "/meet-us/nothing/event.ics",
            "/meet-us/a/b/event.ics",
            "/meet-us/%00/event.ics",
            "/meet-us/..%2f..%2f/event.ics",
            "/meet-us/'; drop--/event.ics",
            "/meet-us/" + "x" * 3000 + "/event.ics",
            "/meet-us/日本/event.ics",
            "/meet-us/convening/calendar.ics",
        ],
    )
    def test_other_addresses_are_not_found(self, client, path):
        ConveningFactory(name="Convening")
        assert client.get(path).status_code == 404

    def test_a_list_that_is_private_or_a_draft_has_none(self, client, index):
        slug = ConveningFactory().slug
        restriction = PageViewRestriction.objects.create(page=index, restriction_type="login")
        assert client.get("/meet-us/calendar.ics").status_code == 404
        assert client.get(f"/meet-us/{slug}/event.ics").status_code == 404
        restriction.delete()
        assert client.get("/meet-us/calendar.ics").status_code == 200
        index.unpublish()
        assert client.get("/meet-us/calendar.ics").status_code == 404
        assert client.get(f"/meet-us/{slug}/event.ics").status_code == 404

    def test_twenty_take_as_many_queries_as_one(self, client, django_assert_max_num_queries):
        def make():
            city = PlaceFactory(state=Place.objects.get(name="Missouri"))
            convening = ConveningFactory(place=city, starts_at=time(9), time_zone="America/Chicago")
            convening.topics.set([TopicFactory()])
            convening.save()

        make()
        client.get("/meet-us/calendar.ics")
        with django_assert_max_num_queries(30) as for_one:
            client.get("/meet-us/calendar.ics")
        for _number in range(19):
            make()
        with django_assert_max_num_queries(len(for_one)):
            assert len(fetch(client)[0].events) == 20
