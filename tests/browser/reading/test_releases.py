"""What a reporter takes away from a release, in a browser."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

RELEASE = "/press/releases/every-part/"
READ_CLIPBOARD = """async () => {
    const [item] = await navigator.clipboard.read();
    const text = async type => (await item.getType(type)).text();
    return [await text("text/plain"), await text("text/html")];
}"""


@pytest.fixture
def page(open_page):
    """A browser that lets the site write to its clipboard, at the release."""
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(RELEASE)
    return page


def test_the_whole_release_is_copied_as_text_and_with_formatting(page):
    page.get_by_role("button", name="Copy the release").click()
    expect(page.get_by_role("button", name="Release copied")).to_be_visible()
    plain, rich = page.evaluate(READ_CLIPBOARD)
    assert plain.startswith("FOR IMMEDIATE RELEASE")
    assert "AURORA, Colo. — March 1, 2024 — Members met" in plain
    assert "###" in plain
    assert "Every part &amp; then some" in rich
    assert "Link to this statement" not in rich
    assert "class=" not in rich
    assert "<h1>" in rich
    assert "<button" not in rich


def test_a_statement_is_copied_with_its_speaker_and_address(page):
    page.get_by_role("button", name="Copy with name").first.click()
    expect(page.get_by_role("button", name="Statement copied")).to_be_visible()
    plain, rich = page.evaluate(READ_CLIPBOARD)
    assert plain.startswith("“Members met in two cities")
    assert "— Board member, Council member, Ohio" in plain
    assert plain.endswith(f"{RELEASE}#board-member")
    assert "<blockquote>" in rich


def test_the_link_to_a_statement_leads_to_it(page):
    page.get_by_role("link", name="Link to this statement").first.click()
    assert page.url.endswith("#board-member")
    expect(page.locator("#board-member")).to_be_in_viewport()


def test_without_script_no_button_is_shown_and_the_plain_text_is_there(open_page):
    page = open_page(java_script_enabled=False)
    page.goto(RELEASE)
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    page.get_by_role("link", name="Plain text").click()
    assert page.url.endswith("release.txt")
    expect(page.get_by_text("FOR IMMEDIATE RELEASE")).to_be_visible()


def test_on_paper_the_contact_stands_on_top_and_nothing_of_the_site_beside_it(page):
    page.emulate_media(media="print")
    contact = page.locator(".release-top").get_by_text("@example.org")
    expect(contact).to_be_visible()
    assert contact.bounding_box()["y"] < 300
    for part in (".site-foot", ".menu", ".breadcrumbs", ".release-page > aside", ".statement-tools >> nth=0"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.get_by_text("###")).to_be_visible()
