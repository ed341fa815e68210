"""A convening is announced once and right everywhere, in a browser."""

from datetime import date

import pytest
from django.urls import reverse
from icalendar import Calendar
from playwright.sync_api import expect
from wagtail.models import Revision, Site

from convenings.models import Convening
from convenings.tests.factories import ConveningFactory, ConveningIndexFactory
from core.models import Place
from news.tests.factories import BlogPostFactory
from press.models import PressRelease
from press.tests.factories import PressIndexFactory, PressReleaseIndexFactory

from .admin import Editor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NAME = "National convention 2093"
CALENDAR = "/convenings/calendar.ics"
REGISTRATION = "https://example.org/register"
LIST = "/admin/snippets/convenings/convening/"


@pytest.fixture
def post(home_page, blog, live_server):
    """A post on a site that is at the address of the running server, with a list of convenings and a city."""
    Site.objects.update(port=live_server.thread.port)
    ConveningIndexFactory(parent=home_page)
    Place.objects.create(name="St. Louis", state=Place.objects.get(abbreviation="MO"))
    post = BlogPostFactory(parent=blog, title="Come to St. Louis", slug="come")
    post.save_revision().publish()
    return post


@pytest.fixture
def desk(post, at_work):
    """The admin in a browser, signed in as an editor."""
    return at_work("Editors")


def choose(chooser, name):
    """Search for something by its name in a chooser of snippets, and choose it."""
    chooser.locator("[data-chooser-action-choose]:visible").click()
    modal = chooser.page.locator(".modal-dialog")
    modal.get_by_role("textbox", name="Search term").fill(name)
    modal.locator("[data-chooser-modal-choice]", has_text=name).click()
    expect(chooser.locator("[data-chooser-title]")).to_contain_text(name)


def open_actions(desk):
    """Open the menu beside the heading."""
    desk.locator("header").get_by_role("button", name="Actions", exact=True).click()


def event(visitor):
    """The convening as calendars get it."""
    [found] = Calendar.from_ical(visitor.request.get(CALENDAR).body()).walk("VEVENT")
    return found


class TestAnnouncedOnce:
    """An editor writes it once, places it twice, and changes it in one place."""

    def test_it(self, desk, open_page, home_page, post):
        self.write_the_save_the_date(desk)
        self.place_it_in_a_post(desk, post)
        self.place_it_on_the_home_page(desk, home_page)
        visitor = open_page()
        for address in ("/", "/blog/come/"):
            self.see_the_save_the_date(visitor, address)
        before = event(visitor)
        assert (before["DTSTART"].dt, before["DTEND"].dt) == (date(2093, 9, 6), date(2093, 9, 10))
        assert before["STATUS"] == "TENTATIVE"

        touched = self.touched()
        self.open_registration(desk)
        for address in ("/", "/blog/come/"):
            self.see_that_registration_is_open(visitor, address)
        after = event(visitor)
        assert (after["UID"], after["STATUS"]) == (before["UID"], "CONFIRMED")
        assert after["SEQUENCE"] > before["SEQUENCE"]
        assert self.touched() == touched

    def touched(self):
        """What has been saved of other things than convenings."""
        return Revision.objects.exclude(content_type__app_label="convenings").count()

    def write_the_save_the_date(self, desk):
        editor = Editor(desk, "description")
        desk.goto(LIST)
        desk.get_by_role("link", name="Add convening").first.click()
        editor.fill("Name*", NAME)
        editor.fill("First day", "2093-09-06")
        editor.fill("Last day", "2093-09-09")
        choose(desk.locator("#id_place-chooser"), "St. Louis")
        editor.fill("Teaser", "Registration, financial aid and travel follow.")
        editor.act("Publish")
        expect(desk.get_by_text(f"Live now: “{NAME}”.")).to_be_visible()
        assert Convening.objects.get().live

    def place_it_in_a_post(self, desk, post):
        editor = Editor(desk)
        desk.goto(reverse("wagtailadmin_pages:edit", args=[post.pk]))
        block = editor.add_block("Convening")
        choose(block, NAME)
        editor.act("Publish")

    def place_it_on_the_home_page(self, desk, home_page):
        editor = Editor(desk, "sections")
        desk.goto(reverse("wagtailadmin_pages:edit", args=[home_page.pk]))
        editor.add_block("Next convening")
        editor.act("Publish")

    def see_the_save_the_date(self, visitor, address):
        visitor.goto(address)
        card = visitor.get_by_role("main")
        for words in (NAME, "September 6–9, 2093", "St. Louis, Missouri", "Save the date"):
            expect(card.get_by_text(words).first).to_be_visible()
        expect(card.get_by_role("link", name="Register")).to_have_count(0)

    def open_registration(self, desk):
        editor = Editor(desk, "description")
        desk.goto(LIST)
        desk.get_by_role("link", name=NAME, exact=True).click()
        desk.get_by_role("combobox", name="Status*", exact=True).select_option("Registration open")
        editor.act("Publish")
        expect(desk.get_by_text("Registration is open: say where.")).to_be_visible()
        editor.fill("Registration address", REGISTRATION)
        editor.act("Publish")

    def see_that_registration_is_open(self, visitor, address):
        visitor.goto(address)
        main = visitor.get_by_role("main")
        expect(main.get_by_role("link", name="Register")).to_have_attribute("href", REGISTRATION)
        expect(main.get_by_text("Save the date")).to_have_count(0)


class TestTheAdmin:
    """Its form, its list and its buttons; no script of them breaches the policy."""

    def test_the_form_has_calendars_and_a_preview(self, desk):
        editor = Editor(desk, "description")
        desk.goto(f"{LIST}add/")
        editor.fill("Name*", NAME)
        for field in ("starts_on", "ends_on", "registration_closes_on", "starts_at", "ends_at"):
            desk.locator(f"#id_{field}").click()
            expect(desk.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)
            # Not with Tab: the field after it would open its calendar too, whenever it likes.
            desk.locator(f"#id_{field}").blur()
            expect(desk.locator(".xdsoft_datetimepicker:visible")).to_have_count(0)
        desk.get_by_role("button", name="Toggle preview").click()
        expect(desk.frame_locator("#w-preview-iframe").locator("h1")).to_have_text(NAME)

    def test_the_list_filters_and_its_views_open(self, desk):
        convening = ConveningFactory(name="LP2023")
        convening.save_revision().publish()
        desk.goto(LIST)
        desk.get_by_role("button", name="Show filters").click()
        desk.get_by_role("button", name="When").click()
        desk.get_by_role("radio", name="Upcoming").check()
        expect(desk.get_by_role("link", name="LP2023", exact=True)).to_have_count(0)
        for view in ("history", "usage", "delete", "unpublish", "workflow_history", "copy"):
            desk.goto(reverse(Convening.snippet_viewset.get_url_name(view), args=[convening.pk]))
            expect(desk.locator("main#main")).to_be_visible()

    def test_next_year_begins_with_this_year(self, desk):
        convening = ConveningFactory(name="LP2023", teaser="Come and see.", status="open")
        editor = Editor(desk, "description")
        desk.goto(f"{LIST}edit/{convening.pk}/")
        open_actions(desk)
        desk.get_by_role("link", name="Duplicate for next year").click()
        expect(desk.get_by_role("textbox", name="Name*", exact=True)).to_have_value("LP2024")
        editor.act("Save draft")
        copy = Convening.objects.get(name="LP2024")
        assert (copy.live, copy.slug, copy.teaser, copy.status) == (False, "lp2024", "Come and see.", "save-the-date")

    def test_one_button_starts_an_advisory(self, desk, home_page):
        PressReleaseIndexFactory(parent=PressIndexFactory(parent=home_page))
        convening = ConveningFactory(name="LP2023")
        desk.goto(f"{LIST}edit/{convening.pk}/")
        open_actions(desk)
        desk.get_by_role("button", name="Start an advisory").click()
        expect(desk.get_by_role("textbox", name="Headline*", exact=True)).to_have_value("LP2023")
        assert PressRelease.objects.get().kind == "advisory"
