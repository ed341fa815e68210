"""A convening for search engines: schema.org `Event`, parsed from its page."""

import json
import re
from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from core.models import Place
from core.tests.factories import PlaceFactory
from images.tests.factories import PhotoFactory

from .factories import ConveningFactory

pytestmark = [pytest.mark.django_db, pytest.mark.indexes]


@pytest.fixture
def event_of(client, convenings, settings):
    """A function: the `Event` on the page of a convening with these fields."""
    settings.PAGE_CACHE_ENABLED = False

    def find(**fields):
        convening = ConveningFactory(**fields)
        html = client.get(f"/convenings/{convening.slug}/").content.decode()
        scripts = re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', html, re.DOTALL)
        found = [data for data in map(json.loads, scripts) if data["@type"] == "Event"]
        return found[0] if found else None

    return find


def test_says_what_it_is_and_who_invites(event_of):
    event = event_of(name="LP “2023” </script>", slug="lp2023", teaser="Four days.")
    assert event["@context"] == "https://schema.org"
    assert (event["name"], event["description"]) == ("LP “2023” </script>", "Four days.")
    assert event["url"] == "http://localhost/convenings/lp2023/"
    assert event["organizer"]["name"] == "Local Progress"
    assert event["organizer"]["url"] == "http://localhost/"


class TestTheTime:
    """Dates, or moments with the offset of their day."""

    def test_whole_days_are_dates_and_the_last_is_the_end(self, event_of):
        event = event_of(starts_on=date(2023, 9, 6), ends_on=date(2023, 9, 9))
        assert (event["startDate"], event["endDate"]) == ("2023-09-06", "2023-09-09")

    @pytest.mark.parametrize(("day", "offset"), [(date(2026, 3, 7), "-06:00"), (date(2026, 3, 8), "-05:00")])
    def test_hours_carry_the_offset_of_the_day(self, event_of, day, offset):
        hours = {"starts_at": time(9), "ends_at": time(17, 30), "time_zone": "America/Chicago"}
        event = event_of(starts_on=day, ends_on=None, **hours)
        assert event["startDate"] == f"{day}T09:00:00{offset}"
        assert event["endDate"] == f"{day}T17:30:00{offset}"

    def test_an_end_that_nobody_knows_is_left_out(self, event_of):
        assert "endDate" not in event_of(ends_on=None, starts_at=time(9), time_zone="America/Chicago")
        assert event_of(starts_at=time(9), time_zone="America/Chicago")["endDate"] == "2023-09-09"

    def test_without_dates_it_is_no_event(self, event_of):
        assert event_of(starts_on=None, ends_on=None) is None


@pytest.mark.parametrize(
    ("status", "name"),
    [
        ("save-the-date", "EventScheduled"),
        ("open", "EventScheduled"),
        ("closed", "EventScheduled"),
        ("postponed", "EventPostponed"),
        ("cancelled", "EventCancelled"),
    ],
)
def test_the_status_is_one_of_the_vocabulary(event_of, status, name):
    assert event_of(status=status)["eventStatus"] == f"https://schema.org/{name}"


class TestThePlace:
    """`Place`, `VirtualLocation` or both."""

    def test_a_venue_has_a_postal_address(self, event_of):
        city = PlaceFactory(name="St. Louis", state=Place.objects.get(name="Missouri"))
        event = event_of(venue="Union Hall", street="18 Market Street", place=city)
        assert event["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
        assert event["location"] == {
            "@type": "Place",
            "name": "Union Hall",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "18 Market Street",
                "addressLocality": "St. Louis",
                "addressRegion": "MO",
                "addressCountry": "US",
            },
        }

    def test_a_state_is_a_region(self, event_of):
        location = event_of(place=Place.objects.get(name="Missouri"))["location"]
        assert location["name"] == "Missouri"
        assert location["address"] == {"@type": "PostalAddress", "addressRegion": "MO", "addressCountry": "US"}

    def test_a_street_alone_names_the_place(self, event_of):
        assert event_of(street="18 Market Street")["location"]["name"] == "18 Market Street"

    @pytest.mark.parametrize("is_public", [True, False])
    def test_an_online_address_is_told_once_it_is_public(self, event_of, is_public):
        online = {"online_address": "https://meet.example.org/room", "online_address_is_public": is_public}
        event = event_of(attendance="online", venue="Not shown", **online)
        assert event["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
        expected = {"@type": "VirtualLocation", "url": "https://meet.example.org/room"} if is_public else None
        assert event.get("location") == expected

    def test_both_are_told_where_both_are_open(self, event_of):
        online = {"online_address": "https://meet.example.org/room", "online_address_is_public": True}
        event = event_of(attendance="both", venue="Union Hall", **online)
        assert event["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
        assert [location["@type"] for location in event["location"]] == ["Place", "VirtualLocation"]


class TestTheOffer:
    """Registration, while it is open."""

    def test_is_there_until_the_last_day_to_register(self, event_of):
        today = timezone.localdate()
        event = event_of(
            starts_on=today + timedelta(days=30),
            ends_on=None,
            status="open",
            registration_url="https://register.example.org/",
            registration_closes_on=today + timedelta(days=3),
        )
        assert event["offers"] == {
            "@type": "Offer",
            "url": "https://register.example.org/",
            "availability": "https://schema.org/InStock",
            "validThrough": str(today + timedelta(days=3)),
        }

    @pytest.mark.parametrize(
        "fields",
        [
            {"status": "closed"},
            {"status": "open", "registration_closes_on": date(2020, 1, 1)},
            {"status": "open", "starts_on": date(2020, 1, 1)},
            {"status": "cancelled"},
        ],
    )
    def test_goes_when_registration_closes(self, event_of, fields):
        later = timezone.localdate() + timedelta(days=30)
        address = {"registration_url": "https://register.example.org/"}
        assert "offers" not in event_of(**{"starts_on": later, "ends_on": None, **address, **fields})


def test_the_photo_is_an_image_with_its_credit(event_of):
    event = event_of(photo=PhotoFactory(credit="Photo: Staff"))
    assert event["image"]["@type"] == "ImageObject"
    assert event["image"]["contentUrl"].startswith("http://")
    assert event["image"]["creditText"] == "Photo: Staff"
    assert "image" not in event_of()
