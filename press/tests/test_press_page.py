"""The press page: its sections, its desks, and who may publish it."""

from datetime import UTC, datetime, time

import pytest
from django.contrib.auth.models import Group, User
from wagtail.models import GroupPagePermission, Site

from core.roles import PRESS_TEAM
from media_inquiries.models import DeskSettings
from media_inquiries.tests.factories import ContactPersonFactory, MediaContactFactory
from press.models import PressIndex

from .factories import PressIndexFactory

pytestmark = pytest.mark.django_db

MONDAY_TEN = datetime(2026, 11, 23, 15, tzinfo=UTC)  # 10 a.m. Eastern


@pytest.fixture
def press(home_page):
    return PressIndexFactory(parent=home_page)


@pytest.fixture
def desk(press):
    desk = MediaContactFactory(parent=press)
    desk.office_hours.create(opens=time(9), closes=time(18))
    desk.save()
    return desk


@pytest.fixture
def clock(clock):
    clock.move_to(MONDAY_TEN)


def shown(client):
    """The main part of the press page."""
    response = client.get("/press/")
    assert response.status_code == 200
    return response.content.decode().partition("<main")[2].partition("</main>")[0]


def contact(desk=None):
    """The raw value of a contact section."""
    return {"type": "inquiry_contact", "value": {"desk": desk and desk.pk}}


class TestSections:
    """What editors arrange."""

    @pytest.fixture(autouse=True)
    def _without_page_cache(self, settings):
        settings.PAGE_CACHE_ENABLED = False

    def test_a_new_page_begins_with_the_default_desk(self, client, press, desk):
        assert press.sections[0].block_type == "inquiry_contact"
        html = shown(client)
        assert "Have a media inquiry?" in html
        assert "tel:+12125550142" in html

    def test_the_first_person_stands_beside_the_number_of_the_desk(self, client, press, desk):
        ContactPersonFactory(contact=desk, name="Press officer", role="Mountain states", phone="(555) 010-0160")
        html = shown(client)
        assert "<strong>Press officer</strong>, Mountain states" in html
        assert "tel:+15550100160" in html

    def test_it_leads_to_the_form_where_there_is_one(self, client, press, desk):
        assert 'href="/press/media-inquiries/#ask"' in shown(client)
        desk.has_form = False
        desk.save()
        assert "#ask" not in shown(client)

    def test_another_desk_can_be_shown(self, client, press, desk):
        second = MediaContactFactory(parent=press, slug="second", email="second@example.org")
        press.sections = [contact(second)]
        press.save()
        html = shown(client)
        assert "second@example.org" in html
        assert "mailto:desk@example.org" not in html

    def test_a_draft_is_never_shown_the_default_desk_stands_in(self, client, press, desk):
        DeskSettings.objects.create(site=Site.objects.get(), default_desk=desk)
        draft = MediaContactFactory(parent=press, slug="draft", email="draft@example.org", live=False)
        press.sections = [contact(draft)]
        press.save()
        html = shown(client)
        assert "draft@example.org" not in html
        assert "mailto:desk@example.org" in html

    def test_without_any_desk_the_page_stands(self, client, press):
        assert "<h1>Press</h1>" in shown(client)

    def test_texts_and_links_stand_in_the_order_of_the_editor(self, client, press, desk):
        link = {"label": "Our desk", "page": desk.pk, "url": ""}
        press.sections = [
            {"type": "links", "value": {"title": "Ways to go on", "links": [link]}},
            {"type": "text", "value": {"heading": "How to quote us", "text": "<p>By <b>name</b>.</p>"}},
            contact(),
        ]
        press.save()
        html = shown(client)
        places = [html.index(words) for words in ("Ways to go on", "By <b>name</b>.", 'class="desk"')]
        assert places == sorted(places)

    def test_five_desks_take_as_many_queries_as_one(
        self, client, press, desk, django_assert_num_queries, django_assert_max_num_queries
    ):
        press.sections = [contact(desk)]
        press.save()
        shown(client)
        with django_assert_max_num_queries(26) as for_one:
            shown(client)
        others = [MediaContactFactory(parent=press, slug=f"desk-{number}") for number in range(4)]
        DeskSettings.objects.update_or_create(site=Site.objects.get(), defaults={"default_desk": desk})
        for other in others:
            other.office_hours.create(opens=time(9), closes=time(18))
            other.save()
            ContactPersonFactory(contact=other)
        press.sections = [contact(one) for one in (desk, *others)]
        press.save()
        with django_assert_num_queries(len(for_one)):
            assert shown(client).count('class="desk"') == 5


class TestNow:
    """Whether the desk is open."""

    def test_it_says_so(self, client, press, desk, clock):
        assert "Open now, until 6 p.m. Eastern" in shown(client)

    def test_the_stored_copy_ends_then(self, client, press, desk, clock):
        request = client.get("/press/").wsgi_request
        assert datetime.fromtimestamp(request.page_cache_until, UTC) == MONDAY_TEN.replace(hour=23)


class TestWhoMayPublish:
    """The press team, within the press page."""

    @pytest.fixture
    def officer(self):
        user = User.objects.create_user("officer")
        user.groups.add(Group.objects.get(name=PRESS_TEAM))
        return user

    def test_the_press_team_publishes_the_page_and_its_desks(self, officer, press, desk):
        assert press.permissions_for_user(officer).can_publish()
        assert desk.permissions_for_user(officer).can_publish()

    def test_and_nothing_else(self, officer, press, home_page, blog):
        assert not home_page.permissions_for_user(officer).can_publish()
        assert not blog.permissions_for_user(officer).can_publish()

    def test_writers_do_not(self, press):
        writer = User.objects.create_user("writer")
        writer.groups.add(Group.objects.get(name="Writers"))
        assert not press.permissions_for_user(writer).can_publish()

    def test_what_somebody_has_taken_back_stays_so(self, officer, press):
        GroupPagePermission.objects.filter(page=press.page_ptr).delete()
        press.save_revision().publish()
        press.save()
        assert not PressIndex.objects.get().permissions_for_user(officer).can_publish()

    def test_without_the_group_a_page_can_be_made(self, home_page):
        Group.objects.get(name=PRESS_TEAM).delete()
        assert PressIndexFactory(parent=home_page).pk
