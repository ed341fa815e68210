"""The inquiry form for everybody: small screens, light and dark, keyboard, errors, and when it is not taken."""

import pytest
from playwright.sync_api import expect
from wagtail.models import Site

from media_inquiries.inquiry_form import limits
from media_inquiries.models import DeskSettings, MediaInquiry
from media_inquiries.tests.factories import MediaContactFactory
from press.tests.factories import PressIndexFactory

from .axe import faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ASK = "/press/media-inquiries/ask/"


@pytest.fixture
def desk(home_page):
    """The default desk of the site."""
    what = "<ul><li>Your outlet</li><li>Whom you need</li></ul>"
    desk = MediaContactFactory(parent=PressIndexFactory(parent=home_page), what_to_include=what)
    DeskSettings.objects.create(site=Site.objects.get(), default_desk=desk)
    return desk


def fill_in(page):
    """Fill in what has to be, with the keyboard alone."""
    page.get_by_label("Your name").focus()
    for words in ("Zora Quill", "The Example Courier", "zora@example.com", ""):
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    page.get_by_label("I have no deadline").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("Who passed the first one?")
    page.get_by_label("You may use this to answer me.").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_form_and_what_follows_it(open_page, scheme, monkeypatch):
    monkeypatch.setattr(limits, "PER_ADDRESS", limits.Limit("address", 1))
    page = open_page(color_scheme=scheme)
    page.goto(ASK)
    wrong = [*faults(page, "form")]
    page.get_by_role("button", name="Send inquiry").click()
    expect(page.locator(".error-summary")).to_be_visible()
    wrong += faults(page, "form with errors")
    fill_in(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("We have your inquiry")
    wrong += faults(page, "confirmation")
    page.goto(ASK)
    fill_in(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Too many inquiries")
    wrong += faults(page, "not taken")
    assert not wrong, "\n".join(wrong)


@pytest.mark.usefixtures("desk")
def test_errors_are_where_the_reporter_looks_and_lead_to_their_fields(open_page):
    page = open_page(java_script_enabled=True, viewport={"width": 390, "height": 844})
    page.goto(ASK)
    page.get_by_label("Your question").fill("Who passed the first one?")
    page.get_by_role("button", name="Send inquiry").click()
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("heading")).to_be_in_viewport()
    summary.get_by_role("link", name="Tell us your email address").click()
    expect(page.get_by_label("Email")).to_be_focused()
    expect(page.get_by_label("Your question")).to_have_value("Who passed the first one?")


@pytest.mark.usefixtures("desk")
def test_the_form_on_the_desks_page_is_sent_without_a_cookie(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/press/media-inquiries/")
    fill_in(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("We have your inquiry")
    expect(page.locator(".reference")).to_have_text(MediaInquiry.objects.get().reference)
    page.reload()
    assert MediaInquiry.objects.count() == 1
    assert page.context.cookies() == []
