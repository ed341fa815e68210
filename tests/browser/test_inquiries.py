"""From a reporter's question on a phone to an answered inquiry, as reporter and press officer do it."""

import csv
from datetime import timedelta

import pytest
from playwright.sync_api import expect
from wagtail.models import Site

from core.roles import EDITORS, PRESS_TEAM, WRITERS
from core.tests.factories import TopicFactory
from media_inquiries.inquiry_form import spam
from media_inquiries.models import DeskSettings, MediaInquiry
from media_inquiries.tests.factories import MediaContactFactory, MediaInquiryFactory
from media_inquiries.tests.press_room import hours
from news.tests.factories import BlogPostFactory
from press.tests.factories import PressIndexFactory

from .axe import WCAG, faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 390, "height": 844}
INBOX = "/admin/inquiries/"
OURS = ".inquiries"  # the admin around it is Wagtail's


@pytest.fixture
def desk(home_page):
    """The default desk of the site."""
    desk = MediaContactFactory(parent=PressIndexFactory(parent=home_page))
    DeskSettings.objects.create(site=Site.objects.get(), default_desk=desk)
    return desk


def ask_about(page, post):
    """Fill in the form about a page as a reporter does, and send it; returns the reference."""
    page.goto(post.get_url())
    page.get_by_role("link", name="Ask our press desk").click()
    page.get_by_label("Your name").fill("Zora Quill")
    page.get_by_label("Outlet").fill("The Example Courier")
    page.get_by_label("Email").fill("zora@example.com")
    page.get_by_label("I have no deadline").check()
    page.get_by_label("Topic").select_option("Housing")
    page.get_by_label("Your question").fill("Who passed the first one?\n=1+1")
    page.get_by_label("You may use this to answer me.").check()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="We have your inquiry")).to_be_visible()
    return page.locator(".reference").inner_text()


def test_a_question_from_a_phone_without_javascript_is_answered(open_page, at_work, blog, desk, monkeypatch):
    monkeypatch.setattr(spam, "QUICKEST", timedelta(0))  # a browser fills in the form faster than a person
    TopicFactory(name="Housing")
    post = BlogPostFactory(parent=blog, title="Rents in our cities")
    reporter = open_page(viewport=PHONE, java_script_enabled=False)
    reference = ask_about(reporter, post)

    page = at_work(PRESS_TEAM)
    page.goto("/admin/")
    page.get_by_role("link", name="Inquiries (1 new)").click()
    expect(page.get_by_role("row", name="The Example Courier")).to_contain_text("About “Rents in our cities”")
    page.get_by_role("link", name="The Example Courier").click()
    expect(page.get_by_role("heading", name="Zora Quill")).to_be_visible()
    expect(page.get_by_role("link", name="Rents in our cities")).to_have_attribute("href", post.full_url)
    assert reference in page.get_by_role("link", name="Reply").get_attribute("href")

    page.get_by_role("button", name="Assign to me").click()
    expect(page.get_by_text("assigned to press", exact=True)).to_be_visible()
    page.get_by_label("New note").fill("Called her back.")
    page.get_by_role("button", name="Add the note").click()
    expect(page.locator("article").filter(has_text="Called her back.")).to_be_visible()
    page.get_by_role("button", name="Mark as answered").click()
    expect(page.get_by_role("button", name="Reopen")).to_be_visible()
    history = page.get_by_role("region", name="History")
    for words in ("Asked", "Assigned to press", "Marked as answered"):
        expect(history.get_by_text(words)).to_be_visible()

    page.goto(INBOX)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download CSV").click()
    with download.value.path().open(encoding="utf-8", newline="") as file:
        [_head, line] = csv.reader(file)
    assert {reference, "Answered", "Zora Quill", "Housing", "Rents in our cities"} <= set(line)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download XLSX").click()
    assert download.value.suggested_filename.endswith(".xlsx")


@pytest.mark.parametrize("group", [WRITERS, EDITORS])
def test_others_in_the_admin_neither_see_the_menu_nor_get_in(at_work, desk, group):
    inquiry = MediaInquiryFactory(desk=desk, name="Zora Quill")
    page = at_work(group)
    page.goto("/admin/")
    expect(page.get_by_role("link", name="Posts")).to_be_visible()
    expect(page.get_by_role("link", name="Inquiries")).to_have_count(0)
    for address in (INBOX, f"{INBOX}inspect/{inquiry.pk}/", f"{INBOX}?export=csv", "/admin/reports/inquiries/"):
        page.goto(address)
        expect(page.get_by_text("you do not have permission")).to_be_visible()
        expect(page.get_by_text("Zora Quill")).to_have_count(0)


@pytest.fixture
def busy_day(desk, blog):
    """Inquiries of every state; returns one of them."""
    topic = TopicFactory(name="Housing")
    for number, state in enumerate(MediaInquiry.State.values):
        MediaInquiryFactory(desk=desk, state=state, topic=topic, deadline=hours(5 * number - 7), suspicion="Why")
    return MediaInquiryFactory(desk=desk, about=blog, phone="(212) 555-0142", deadline=hours(2), outlet="")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_it_is_accessible_and_fits_a_phone(at_work, busy_day, scheme):
    page = at_work(PRESS_TEAM, color_scheme=scheme)
    wrong = []
    for address in (
        "/admin/",
        INBOX,
        f"{INBOX}?state=closed&q=nothing",
        f"{INBOX}inspect/{busy_day.pk}/",
        "/admin/reports/inquiries/",
        f"{INBOX}person/",
    ):
        page.goto(address)
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 900})
            expect(page.locator(OURS).first).to_be_visible()
            wrong += faults(page, address, widths=[width], rules=WCAG, within=OURS)
    assert not wrong, "\n".join(wrong)


def test_the_keyboard_is_enough(at_work, busy_day):
    page = at_work(PRESS_TEAM)
    page.goto(INBOX)
    page.get_by_role("searchbox", name="Search").last.focus()
    page.keyboard.type(busy_day.reference)
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 inquiry", exact=True)).to_be_visible()
    page.get_by_role("link", name="Reporter", exact=False).last.focus()
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name="Assign to me")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("assigned to press", exact=True)).to_be_visible()


def test_a_correction_breaks_no_policy(at_work, busy_day):
    page = at_work(PRESS_TEAM)
    page.goto(f"{INBOX}edit/{busy_day.pk}/")
    page.get_by_role("textbox", name="Outlet").fill("The Example Gazette")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Reporter, The Example Gazette")).to_be_visible()


def test_one_persons_data_is_erased(at_work, busy_day):
    page = at_work(PRESS_TEAM)
    page.goto(f"{INBOX}person/")
    page.get_by_label("Email address").fill(busy_day.email)
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name=busy_day.reference)).to_be_visible()
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Erase").click()
    expect(page.get_by_text("1 inquiry is erased.")).to_be_visible()
