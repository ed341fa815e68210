"""Coverage by others: the editor's form and its button, and the list for readers."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from news import views
from news.article.fetch import fetch
from news.models import NewsMention, Outlet
from news.tests.factories import NewsMentionFactory, NewsMentionIndexFactory, OutletFactory
from news.tests.web import HEADLINE, Web
from press.tests.factories import PressIndexFactory

from .admin import Editor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def coverage(home_page):
    return NewsMentionIndexFactory(parent=PressIndexFactory(parent=home_page))


@pytest.fixture
def _web(monkeypatch):
    with Web() as web:
        monkeypatch.setattr(views, "fetch", lambda address: fetch(address, web.resolve))
        yield


@pytest.fixture
def desk(coverage, at_work):
    """The admin in a browser, signed in as somebody of the press team."""
    return at_work("Press team")


def open_form(page, coverage):
    page.goto(reverse("wagtailadmin_pages:add", args=["news", "newsmention", coverage.pk]))


def fetch_details(page, address):
    """Paste an address and go on by keyboard: the button comes after the field."""
    page.get_by_role("textbox", name="Article address").fill(address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Fetch details")).to_be_focused()
    page.keyboard.press("Enter")


def status(page):
    return page.locator("[data-fetch-details-target=status]")


@pytest.mark.usefixtures("_web")
def test_details_fill_the_empty_fields_and_the_outlet_is_added_by_keyboard(desk, coverage):
    editor = Editor(desk)
    open_form(desk, coverage)
    desk.get_by_role("textbox", name="Byline").fill("Typed before")
    fetch_details(desk, "http://news.test/graph")
    expect(status(desk)).to_contain_text("Please check them")
    expect(desk.get_by_role("textbox", name="Headline")).to_have_value(HEADLINE)
    expect(desk.get_by_role("textbox", name="Byline")).to_have_value("Typed before")
    expect(desk.locator("#id_published_on")).to_have_value("2025-07-04")
    desk.get_by_role("button", name="Add “The Example Tribune”").press("Enter")
    expect(desk.locator("#id_outlet-chooser [data-chooser-title]")).to_have_text("The Example Tribune")
    expect(status(desk)).to_contain_text("added and chosen")
    editor.act("Save draft")
    mention = NewsMention.objects.get()
    assert (mention.title, mention.outlet, mention.byline) == (HEADLINE, Outlet.objects.get(), "Typed before")


@pytest.mark.usefixtures("_web")
def test_a_failure_is_said_and_the_fields_stay(desk, coverage):
    open_form(desk, coverage)
    desk.get_by_role("textbox", name="Byline").fill("Typed before")
    fetch_details(desk, "http://news.test/pdf")
    expect(status(desk)).to_contain_text("leads to a file, not to a web page. Please fill in the fields yourself.")
    expect(desk.get_by_role("textbox", name="Byline")).to_have_value("Typed before")
    desk.get_by_role("textbox", name="Article address").fill("")
    desk.get_by_role("button", name="Fetch details").click()
    expect(status(desk)).to_contain_text("Paste the address")


@pytest.mark.usefixtures("_web")
def test_a_known_outlet_is_chosen_and_a_listed_article_is_named(desk, coverage):
    OutletFactory(name="The Tribune", home_page="https://www.news.test/")
    first = NewsMentionFactory(parent=coverage, title="The first", article_url="http://news.test/open-graph")
    open_form(desk, coverage)
    fetch_details(desk, "http://news.test/graph")
    expect(desk.locator("#id_outlet-chooser [data-chooser-title]")).to_have_text("The Tribune")
    fetch_details(desk, "https://www.news.test/open-graph/?utm_source=letter")
    link = status(desk).get_by_role("link", name="The first")
    expect(link).to_have_attribute("href", reverse("wagtailadmin_pages:edit", args=[first.pk]))
