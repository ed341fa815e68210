"""The page of a desk: what it says of itself, of now and of its people."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page

from core.publication import PublicationRefused
from core.tests.factories import PlaceFactory, TopicFactory
from images.tests.factories import PhotoFactory
from media_inquiries.models import MediaContact
from press.tests.factories import PressIndexFactory

from .factories import ContactPersonFactory, MediaContactFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/press/media-inquiries/"
MONDAY_TEN = datetime(2026, 11, 23, 15, tzinfo=UTC)  # 10 a.m. Eastern


@pytest.fixture
def press(home_page):
    return PressIndexFactory(parent=home_page)


@pytest.fixture
def desk(press):
    """A desk that is open on weekdays from 9 to 6, Eastern."""
    desk = MediaContactFactory(parent=press)
    desk.office_hours.create(opens=time(9), closes=time(18))
    desk.save()
    return desk


@pytest.fixture
def clock(clock):
    """The clock, which begins at ten on a Monday."""
    clock.move_to(MONDAY_TEN)
    return clock


def shown(client, address=ADDRESS):
    """The HTML at an address."""
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


class TestThePage:
    """What a reporter finds."""

    def test_the_phone_number_can_be_tapped_and_the_address_written_to(self, client, desk):
        html = shown(client)
        assert html.count('href="tel:+12125550142"') == 2  # the footer has it too
        assert 'href="mailto:desk@example.org"' in html

    def test_it_says_who_the_desk_is_and_what_it_promises(self, client, desk):
        desk.introduction = "<p>We find the right <b>voice</b>.</p>"
        desk.promise = "We answer within two hours."
        desk.what_to_include = "<ul><li>Your deadline</li></ul>"
        desk.save()
        html = shown(client)
        for words in ("right <b>voice</b>", "We answer within two hours.", "<li>Your deadline</li>"):
            assert words in html

    def test_people_come_with_what_they_know(self, client, desk):
        person = ContactPersonFactory(
            contact=desk, name="Press officer", role="Mountain states", phone="(555) 010-0160", languages="Spanish"
        )
        person.topics.add(TopicFactory(name="Transit"))
        person.places.add(PlaceFactory(name="Hill County"))
        person.save()
        html = shown(client)
        for words in ("Press officer", "Mountain states", "tel:+15550100160", "Transit, Hill County", "Spanish"):
            assert words in html

    def test_twenty_people_take_as_many_queries_as_one(
        self, client, desk, django_assert_num_queries, django_assert_max_num_queries, settings
    ):
        settings.PAGE_CACHE_ENABLED = False

        def hire():
            person = ContactPersonFactory(contact=desk, photo=PhotoFactory())
            person.topics.add(TopicFactory())
            person.places.add(PlaceFactory())
            person.save()

        hire()
        shown(client)
        with django_assert_max_num_queries(32) as for_one:
            shown(client)
        for _number in range(19):
            hire()
        with django_assert_num_queries(len(for_one)):
            assert shown(client).count("Press officer") >= 20

    def test_the_form_is_on_it_and_posts_elsewhere(self, client, desk):
        html = shown(client)
        assert f'action="{ADDRESS}ask/"' in html
        assert 'href="#ask"' in html

    def test_without_the_form_nothing_leads_to_it(self, client, desk):
        desk.has_form = False
        desk.save()
        html = shown(client)
        assert 'method="post"' not in html
        assert "#ask" not in html

    def test_it_is_stored_for_everybody_and_sets_no_cookie(self, client, desk, clock):
        first, second = client.get(ADDRESS), client.get(ADDRESS)
        assert (first["X-Page-Cache"], second["X-Page-Cache"]) == ("miss", "hit")
        assert not first.cookies

    def test_a_preview_of_a_new_desk_works(self, client, press, rf):
        desk = MediaContact(title="New", email="new@example.org")
        desk.people.create(name="Press officer")
        desk.office_hours.create(opens=time(9), closes=time(18))
        press.add_child(instance=desk)
        desk = desk.save_revision().as_object()
        html = desk.make_preview_request().render().content.decode()
        assert "Press officer" in html
        assert "Weekdays" in html


class TestOpenNow:
    """What it says of now."""

    @pytest.mark.parametrize(
        ("hour", "words"),
        [
            (13, "Closed now. Opens at 9 a.m. Eastern"),
            (15, "Open now, until 6 p.m. Eastern"),
            (23, "Closed now. Opens Tuesday at 9 a.m. Eastern"),
        ],
    )
    def test_the_page_says_whether_the_desk_is_open(self, client, desk, clock, hour, words):
        clock.move_to(MONDAY_TEN.replace(hour=hour))
        assert words in shown(client)

    def test_a_holiday_counts_and_is_named_while_it_is_ahead(self, client, desk, clock):
        desk.closed_days.create(date=date(2026, 11, 23), name="Founders’ day")
        desk.closed_days.create(date=date(2026, 11, 20), name="The day that was")
        desk.save()
        html = shown(client)
        assert "Closed now. Opens Tuesday" in html
        assert "Mon, Nov. 23, 2026" in html
        assert "Founders’ day" in html
        assert "The day that was" not in html

    def test_the_stored_copy_ends_when_the_desk_closes(self, client, desk, clock):
        response = client.get(ADDRESS)
        until = response.wsgi_request.page_cache_until
        assert datetime.fromtimestamp(until, UTC) == MONDAY_TEN.replace(hour=23)

    def test_without_hours_nothing_is_said(self, client, press):
        MediaContactFactory(parent=press)
        html = shown(client)
        assert "open-now" not in html
        assert "Office hours" not in html


class TestPublication:
    """What a desk needs to be published."""

    def publish(self, desk):
        desk.save_revision().publish()

    def test_hours_of_no_length_are_refused(self, desk):
        desk.office_hours.create(opens=time(9), closes=time(9))
        with pytest.raises(PublicationRefused, match="at the same time"):
            self.publish(desk)

    @pytest.mark.parametrize(("opens", "closes"), [(time(0), time(0)), (time(22), time(6))])
    def test_a_whole_day_and_a_night_are_not(self, desk, opens, closes):
        desk.office_hours.create(first_day=5, last_day=0, opens=opens, closes=closes)
        self.publish(desk)
        assert desk.office_hours.count() == 2

    def test_a_desk_has_no_end(self, desk):
        desk.expire_at = timezone.now() + timedelta(days=30)
        with pytest.raises(PublicationRefused, match="cannot end by itself"):
            self.publish(desk)

    def test_a_draft_keeps_everything(self, desk):
        desk.office_hours.create(opens=time(9), closes=time(9))
        assert desk.save_revision().as_object().office_hours.count() == 2


def test_a_desk_stands_below_the_press_page(press):
    assert MediaContact in type(press).allowed_subpage_models()
    assert MediaContact.allowed_subpage_models() == []
    assert Page not in MediaContact.allowed_parent_page_models()
