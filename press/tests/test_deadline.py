"""The deadline page: whom to call and what we have said, small enough for any connection."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from core.models import SiteSettings
from images.tests.factories import PhotoFactory
from media_inquiries.models import MediaContact
from media_inquiries.tests.factories import ContactPersonFactory

from .factories import PressReleaseFactory
from .press_room import TUESDAY, scheduled

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_page_cache")]

MONDAY_TEN = datetime(2026, 11, 23, 15, tzinfo=UTC)  # 10 a.m. Eastern
NOW = "/press/now/"


def shown(client):
    response = client.get(NOW)
    assert response.status_code == 200
    return response.content.decode()


def with_hours():
    desk = MediaContact.objects.get()
    desk.office_hours.create(opens=time(9), closes=time(18))
    desk.save()
    return desk


def release(releases, number=1, **fields):
    return PressReleaseFactory(parent=releases, title=f"Number {number}", published_on=date(2026, 1, number), **fields)


class TestWhatItSays:
    """Contact, releases, who we are."""

    def test_whom_to_call_and_that_the_desk_is_open(self, client, releases, clock):
        desk = with_hours()
        ContactPersonFactory(contact=desk, name="Press officer", role="Mountain states")
        clock.move_to(MONDAY_TEN)
        html = shown(client)
        for words in ("tel:+12125550142", "mailto:desk@example.org", "Press officer, Mountain states", "Open now"):
            assert words in html

    def test_its_stored_copy_ends_when_the_desk_closes(self, client, releases, clock):
        with_hours()
        clock.move_to(MONDAY_TEN)
        request = client.get(NOW).wsgi_request
        assert datetime.fromtimestamp(request.page_cache_until, UTC) == MONDAY_TEN.replace(hour=23)

    def test_the_five_newest_releases_as_plain_text_from_their_dateline_on(self, client, releases):
        for number in range(1, 8):
            body = [{"type": "paragraph", "value": f"<p>Words <b>of {number}</b>.</p>"}]
            release(releases, number, body=body)
        html = shown(client)
        assert html.count("<article") == 5
        assert html.index("Number 7") < html.index("Number 3")
        assert "Number 2" not in html
        assert "Words of 7." in html
        assert "DENVER" in html.partition("Words of 7.")[0].rpartition("<p>")[2]

    def test_photos_are_told_by_their_captions(self, client, releases):
        photo = PhotoFactory(caption="<p>Members on the <b>steps</b>.</p>", credit="Photo: Staff")
        release(releases, lead_photo=photo, body=[{"type": "photo", "value": {"photo": photo.pk}}])
        html = shown(client)
        assert html.count("Photo: Members on the steps. (Photo: Staff)") == 1
        assert "<img" not in html

    def test_who_we_are(self, client, releases):
        settings = SiteSettings.objects.get_or_create(site_id=releases.get_site().pk)[0]
        settings.boilerplate = "<p>We are <b>local</b>.</p>"
        settings.save()
        assert "<p>We are local.</p>" in shown(client)

    def test_nothing_that_is_not_public(self, client, releases):
        scheduled(releases, TUESDAY, title="Secret")
        release(releases, live=False)
        html = shown(client)
        assert "Secret" not in html
        assert "Number 1" not in html

    def test_without_desk_and_releases_it_stands(self, client, home_page):
        assert "<h1>On deadline</h1>" in shown(client)


class TestForTheWorstConnection:
    """How much there is to load."""

    def test_page_and_stylesheet_stay_below_50_kb_without_any_compression(self, client, releases):
        long = [{"type": "paragraph", "value": f"<p>{'A rather long text of a release. ' * 40}</p>"} for _ in range(20)]
        for number in range(1, 6):
            release(releases, number, body=long)
        html = shown(client)
        size = len(html.encode()) + sum(
            Path(finders.find(name)).stat().st_size for name in ("css/deadline.css", "img/favicon.svg")
        )
        assert size < 50_000
        assert html.count("The rest of it") == 5
        assert html.count("<link") == 3  # the address itself, the stylesheet, the icon
        assert "<script" not in html

    def test_twenty_releases_take_as_many_queries_as_one(
        self, client, releases, django_assert_num_queries, django_assert_max_num_queries
    ):
        photo = PhotoFactory()
        release(releases, lead_photo=photo)
        shown(client)
        with django_assert_max_num_queries(20) as for_one:
            shown(client)
        for number in range(2, 21):
            release(releases, number, lead_photo=PhotoFactory())
        with django_assert_num_queries(len(for_one)):
            shown(client)


class TestTheWayThere:
    """Where it is linked from."""

    def test_from_the_press_page_and_from_what_is_not_found(self, client, releases):
        assert f'href="{NOW}"' in client.get("/press/").content.decode()
        assert f'href="{NOW}"' in client.get("/nowhere/").content.decode()

    def test_from_the_page_for_our_own_mistakes(self, releases, settings):
        settings.ROOT_URLCONF = "tests.urls"
        response = Client(raise_request_exception=False).get("/broken/")
        assert f'href="{NOW}"' in response.content.decode()
