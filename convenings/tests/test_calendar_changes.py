"""A calendar that somebody subscribes to learns of every change: SEQUENCE, the stored file, the UID."""

from datetime import date, time, timedelta
from functools import partial

import icalendar
import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Site

from convenings.models import Convening
from core.models import Place
from core.tests.factories import TopicFactory

from .factories import ConveningFactory, ConveningIndexFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(home_page, request, settings):
    settings.PAGE_CACHE_ENABLED = request.cls is TestTheStoredFile  # others do not commit, which the cache waits for
    return ConveningIndexFactory(parent=home_page)


@pytest.fixture
def convening(index):
    """A convening, published as an editor does."""
    convening = ConveningFactory(name="LP2023", live=False)
    convening.save_revision().publish()
    return reload(convening)


def reload(convening):
    return Convening.objects.get(pk=convening.pk)


def publish(convening):
    """Publish the changes to a convening as an editor does; returns it as the public sees it."""
    convening.save_revision().publish()
    return reload(convening)


def event_of(convening, path="/convenings/"):
    content = Client().get(f"{path}{convening.slug}/event.ics", headers={"host": "localhost"}).content
    return icalendar.Calendar.from_ical(content).events[0]


class TestSequence:
    """It grows with what calendars show, however that is published."""

    def test_it_begins_at_nought(self, convening):
        assert event_of(convening)["sequence"] == 0

    @pytest.mark.parametrize(
        "change",
        [
            {"name": "LP 2023"},
            {"slug": "lp-in-st-louis"},
            {"starts_on": date(2023, 9, 5)},
            {"ends_on": date(2023, 9, 8)},
            {"starts_at": time(9), "time_zone": "America/Chicago"},
            {"venue": "Union Hall"},
            {"status": "cancelled"},
            {"teaser": "Four days."},
            {"status": "open", "registration_url": "https://register.example.org/"},
        ],
    )
    def test_it_grows_with_what_a_calendar_shows(self, convening, change):
        for name, value in change.items():
            setattr(convening, name, value)
        assert publish(convening).sequence == 1

    def test_it_grows_with_place_and_topics(self, convening):
        convening.place = Place.objects.get(name="Missouri")
        convening = publish(convening)
        convening.topics.set([TopicFactory()])
        assert publish(convening).sequence == 2

    def test_it_stays_when_nothing_changes_that_a_calendar_shows(self, convening):
        convening.short_name, convening.online_address = "LP", "https://meet.example.org/secret"
        convening.audience, convening.registration_url = "public", "https://register.example.org/"
        convening = publish(convening)
        assert (convening.sequence, convening.short_name) == (0, "LP")

    def test_it_stays_while_a_change_is_a_draft(self, convening):
        convening.venue = "Union Hall"
        convening.save_revision()
        assert reload(convening).sequence == 0
        assert "location" not in event_of(convening)
        publish(convening)
        assert event_of(convening)["sequence"] == 1

    def test_it_grows_on_though_revisions_remember_older_numbers(self, convening):
        first = convening.latest_revision
        for number in range(3):
            convening.venue = f"Hall {number}"
            convening = publish(convening)
        first.publish()
        assert (reload(convening).sequence, reload(convening).venue) == (4, "")

    def test_drafts_before_the_first_publication_do_not_count(self, index):
        convening = ConveningFactory(live=False)
        for number in range(3):
            convening.venue = f"Hall {number}"
            convening.save_revision()
        assert publish(convening).sequence == 0

    def test_a_schedule_raises_it_when_its_moment_comes(self, convening):
        convening.venue, convening.go_live_at = "Union Hall", timezone.now() + timedelta(days=1)
        revision = convening.save_revision()
        revision.publish()
        assert reload(convening).sequence == 0
        past = timezone.now() - timedelta(hours=1)
        revision.content["go_live_at"] = past.isoformat()
        revision.approved_go_live_at = past
        revision.save()
        call_command("publish_scheduled")
        assert event_of(convening)["sequence"] == 1

    def test_it_does_not_begin_anew_after_a_time_in_hiding(self, convening):
        convening.venue = "Union Hall"
        convening = publish(convening)
        convening.unpublish()
        convening = reload(convening)
        convening.venue, convening.go_live_at = "City Hall", timezone.now() + timedelta(days=1)
        convening = publish(convening)
        assert not convening.live
        convening.go_live_at = None
        assert publish(convening).sequence == 2

    @pytest.mark.parametrize("options", [{}, {"update_fields": ["venue"]}])
    def test_a_plain_save_is_a_publication_too(self, convening, options):
        before = convening.last_published_at
        convening.venue = "Union Hall"
        convening.save(**options)
        event = event_of(convening)
        assert (event["sequence"], event["location"]) == (1, "Union Hall")
        assert event["last-modified"].dt > before.replace(microsecond=0) - timedelta(seconds=1)
        assert reload(convening).last_published_at > before

    def test_a_date_saved_alone_changes_when_it_is_over(self, convening):
        convening.ends_on = date(2023, 9, 10)
        convening.save(update_fields=["ends_on"])
        assert reload(convening).over_at.date() == date(2023, 9, 11)


class TestIdentity:
    """A calendar knows an event by its UID."""

    def test_the_uid_survives_another_name_and_address(self, convening, index):
        before = event_of(convening)["uid"]
        convening.name, convening.slug = "St. Louis", "st-louis"
        publish(convening)
        index.slug = "meet"
        index.save_revision().publish()
        site = Site.objects.get()
        site.hostname = "127.0.0.1"
        site.save()
        content = Client().get("/meet/st-louis/event.ics", headers={"host": "127.0.0.1"}).content
        (event,) = icalendar.Calendar.from_ical(content).events
        assert event["url"] == "http://127.0.0.1/meet/st-louis/"
        assert event["uid"] == before

    def test_no_two_have_the_same(self, index):
        assert event_of(ConveningFactory())["uid"] != event_of(ConveningFactory())["uid"]

    def test_the_stamps_are_those_of_the_last_publication(self, convening):
        event = event_of(convening)
        assert event["dtstamp"].dt == event["last-modified"].dt == convening.last_published_at.replace(microsecond=0)


@pytest.mark.django_db(transaction=True)
class TestTheStoredFile:
    """The page cache keeps the files, and never an old one."""

    @pytest.fixture(params=["/convenings/calendar.ics", "/convenings/lp2023/event.ics"])
    def get(self, request, convening):
        get = partial(Client().get, request.param, headers={"host": "localhost"})
        get()  # the first request of a site may create its settings, which is a change
        get()
        return get

    def test_it_is_served_from_the_cache_until_something_changes(self, get, convening):
        stored = get()
        assert stored["X-Page-Cache"] == "hit"
        assert stored["Content-Type"] == "text/calendar; charset=utf-8"
        convening.venue = "Union Hall"
        convening.save_revision()
        assert get()["X-Page-Cache"] == "hit"
        publish(convening)
        fresh = get()
        assert b"LOCATION:Union Hall" in fresh.content
        assert fresh["ETag"] != stored["ETag"]

    def test_it_is_not_sent_again_to_whom_has_it(self, get):
        stored = get()
        again = Client().get(
            stored.request["PATH_INFO"], headers={"host": "localhost", "if-none-match": stored["ETag"]}
        )
        assert (again.status_code, again.content) == (304, b"")

    def test_head_answers_without_a_body(self, get):
        answer = Client().head(get().request["PATH_INFO"], headers={"host": "localhost"})
        assert (answer.status_code, answer.content) == (200, b"")
        assert answer["ETag"] == get()["ETag"]

    def test_it_is_the_same_file_when_it_is_made_anew(self, get):
        before = get()
        Site.objects.get().save()
        assert get().content == before.content
