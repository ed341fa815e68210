"""The press page as the owner of the site described it, made and arranged in the admin alone."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.models import Site

from images.tests.factories import PhotoFactory
from media_inquiries.tests.factories import MediaContactFactory
from news.tests.factories import NewsMentionFactory, NewsMentionIndexFactory, OutletFactory
from press.tests.factories import PressIndexFactory, PressReleaseFactory, PressReleaseIndexFactory

from .admin import Editor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CONTACT, COVERAGE, RELEASES = "Have a media inquiry?", "In the news", "Press releases"


@pytest.fixture
def press(home_page, live_server):
    """A new press page with a desk and both lists: three articles and four releases from before."""
    Site.objects.update(port=live_server.thread.port)
    press = PressIndexFactory(parent=home_page)
    MediaContactFactory(parent=press, title=CONTACT)
    coverage, releases = NewsMentionIndexFactory(parent=press), PressReleaseIndexFactory(parent=press)
    photo = PhotoFactory(caption="<p>Members on the steps.</p>", credit="Photo: Staff")
    outlet = OutletFactory(name="The Example Tribune")
    for number in range(1, 4):
        day = date(2026, 1, number)
        NewsMentionFactory(
            parent=coverage, title=f"Article {number}", outlet=outlet, lead_photo=photo, published_on=day
        )
    for number in range(1, 5):
        PressReleaseFactory(parent=releases, title=f"Release {number}", published_on=date(2026, 1, number))
    return press


class TestThePressPageOfTheBrief:
    """Somebody of the press team adds the newest article and the newest release, and arranges the page."""

    def test_it(self, at_work, open_page, press):
        page = at_work("Press team")
        self.add_an_article(Editor(page), press)
        self.add_a_release(Editor(page), press)
        reader = open_page()
        self.read(reader)
        self.drag_the_releases_up(Editor(page, "sections"), press)
        expect(self.headings(reader)).to_have_text([CONTACT, RELEASES, COVERAGE])
        self.move_them_down_by_keyboard(Editor(page, "sections"), press)
        reader.reload()
        expect(self.headings(reader)).to_have_text([CONTACT, COVERAGE, RELEASES])

    def add_an_article(self, editor, press):
        coverage = press.get_children().get(slug="in-the-news")
        editor.page.goto(reverse("wagtailadmin_pages:add", args=["news", "newsmention", coverage.pk]))
        editor.wait_until_settled()
        headline = editor.page.get_by_role("textbox", name="Headline")
        headline.fill("What a council did about rents")
        headline.blur()
        editor.fill("Article address", "https://tribune.example.org/rents")
        editor.page.get_by_role("textbox", name="Our note").fill("Worth reading for the numbers.")
        editor.upload_photo(
            editor.page.locator("#id_lead_photo-chooser"),
            title="The hearing",
            alt_text="Six people at a long table",
            caption="The hearing on rents.",
            credit="Photo: The Example Tribune",
        )
        editor.page.locator("#id_outlet-chooser").get_by_role("button", name="Choose").first.click()
        editor.modal.get_by_role("link", name="The Example Tribune").click()
        date_field = editor.page.locator("#id_published_on")
        date_field.fill("2026-02-01")
        date_field.press("Tab")
        editor.act("Publish")

    def add_a_release(self, editor, press):
        releases = press.get_children().get(slug="releases")
        editor.page.goto(reverse("wagtailadmin_pages:add", args=["press", "pressrelease", releases.pk]))
        editor.wait_until_settled()
        headline = editor.page.get_by_role("textbox", name="Headline")
        headline.fill("Release 5")
        headline.blur()
        editor.page.get_by_role("textbox", name="Teaser").fill("What was decided.")
        editor.write(editor.add_block("Text"), "Nine cities have signed.")
        editor.act("Publish")

    def read(self, reader):
        reader.goto("/press/")
        expect(self.headings(reader)).to_have_text([CONTACT, COVERAGE, RELEASES])
        expect(reader.get_by_role("link", name="(212) 555-0142").first).to_be_visible()
        expect(reader.locator("article.mention")).to_have_count(4)
        newest = reader.locator("article.mention").first
        for words in ("The hearing on rents.", "Photo: The Example Tribune", "Worth reading for the numbers."):
            expect(newest.get_by_text(words)).to_be_visible()
        expect(newest.get_by_role("link", name="What a council did about rents")).to_have_attribute(
            "href", "https://tribune.example.org/rents"
        )
        expect(newest.get_by_role("img", name="Six people at a long table")).to_be_visible()
        assert reader.locator("article.release h3").all_inner_texts() == [f"Release {n}" for n in (5, 4, 3, 2, 1)]

    def headings(self, reader):
        reader.goto("/press/")
        return reader.locator("main h2")

    def open_sections(self, editor, press):
        editor.page.goto(reverse("wagtailadmin_pages:edit", args=[press.pk]))
        editor.wait_until_settled()
        expect(editor.blocks).to_have_count(3)

    def titles(self, editor):
        """The title field of both lists, from top to bottom."""
        return [field.input_value() for field in editor.blocks.locator("input[name$='-value-title']").all()]

    def drag_the_releases_up(self, editor, press):
        self.open_sections(editor, press)
        assert self.titles(editor) == [COVERAGE, RELEASES]
        for block in editor.blocks.all():
            block.locator("[data-panel-toggle]").first.click()  # closed, all of them are in sight
        handle = editor.block(2).locator("[data-streamfield-action='DRAG']")
        handle.drag_to(editor.block(1).locator("[data-streamfield-action='DRAG']"))
        editor.page.wait_for_function(
            "(first) => document.querySelector(\"[name$='-value-title']\").value === first", arg=RELEASES
        )
        editor.act("Publish")

    def move_them_down_by_keyboard(self, editor, press):
        self.open_sections(editor, press)
        assert self.titles(editor) == [RELEASES, COVERAGE]
        button = editor.block(1).get_by_role("button", name="Move down").first
        button.focus()
        editor.page.keyboard.press("Enter")
        editor.page.wait_for_function(
            "(first) => document.querySelector(\"[name$='-value-title']\").value === first", arg=COVERAGE
        )
        editor.act("Publish")
