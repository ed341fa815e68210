"""Texts of 300 characters, from the keys of an editor to the eyes of readers; and what the form says of longer ones."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.models import Site

from images.models import Photo
from images.tests.factories import image_file
from news.models import BlogPost, NewsMention
from news.tests.factories import BlogPostFactory, NewsMentionFactory, NewsMentionIndexFactory
from press.tests.factories import PressIndexFactory

from .admin import Editor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def fill_up(text):
    """Return 300 characters of a text that repeats itself."""
    return f"{(text * 9)[:298]}x."


NOTE = fill_up("It counts what tenants won in three cities and what it cost. ")
TEASER = fill_up("Council members wrote the law with those who rent. ")
ALT_TEXT = fill_up("Six people stand on the steps of a city hall and hold keys. ")
CAPTION = fill_up("From left, the head of the union, two council members and a lawyer. ")


@pytest.fixture
def drafts(home_page, blog, live_server):
    """A mention without note and a post without teaser, neither with a photo."""
    Site.objects.update(port=live_server.thread.port)
    coverage = NewsMentionIndexFactory(parent=PressIndexFactory(parent=home_page))
    mention = NewsMentionFactory(parent=coverage, title="A long story", slug="story", teaser="", live=False)
    post = BlogPostFactory(parent=blog, title="A long day", slug="day", teaser="", live=False)
    for page in (mention, post):
        page.save_revision()
    return mention, post


def open_draft(editor, draft):
    """Open the editor of a draft."""
    editor.page.goto(reverse("wagtailadmin_pages:edit", args=[draft.pk]))
    editor.wait_until_settled()


def upload_photo(editor, chooser):
    """Upload a photo in the dialog of a photo field; alt text and caption go in by keys."""
    editor.open_chooser(chooser)
    modal = editor.modal
    modal.get_by_role("tab", name="Upload").click()
    modal.get_by_label("File").set_input_files(
        {"name": "steps.jpg", "mimeType": "image/jpeg", "buffer": image_file().read()}
    )
    modal.get_by_label("Alt text").press_sequentially(ALT_TEXT)
    editor.write(modal, CAPTION)
    modal.get_by_role("button", name="Upload", exact=True).click()
    expect(chooser.get_by_text("steps (no credit yet)")).to_be_visible()


def count_of(field):
    """What the counter of a field shows."""
    return field.locator("xpath=..").locator(".text-length")


def test_texts_of_300_characters_are_typed_published_and_read_whole(at_work, open_page, drafts):
    mention, post = drafts
    editor, reader = Editor(at_work("Editors")), open_page()
    open_draft(editor, mention)
    type_the_note(editor)
    upload_photo(editor, editor.page.locator("#panel-child-content-photo-section"))
    editor.act("Publish")
    open_draft(editor, post)
    paste_the_teaser(editor)
    editor.choose_photo(editor.panel("Lead photo"), "steps")
    editor.act("Publish")
    photo = Photo.objects.get()
    assert (photo.description, photo.image_caption.plain_caption) == (ALT_TEXT, CAPTION)
    assert (NewsMention.objects.get().teaser, BlogPost.objects.get().teaser) == (NOTE, TEASER)
    for address in ("/press/in-the-news/", "/press/", "/press/in-the-news/story/"):
        read(reader, address, NOTE, caption=CAPTION)
    read(reader, "/blog/", TEASER)
    read(reader, "/blog/day/", TEASER, caption=CAPTION)
    for address, text in (("/press/in-the-news/feed.rss", NOTE), ("/feed.json", TEASER)):
        assert text in reader.request.get(address).text()


def type_the_note(editor):
    """Type more than fits, see the counter, keep the draft, and make the note fit."""
    note = editor.page.get_by_role("textbox", name="Our note")
    note.press_sequentially(NOTE[:159])
    expect(count_of(note)).to_have_count(0)
    note.press_sequentially(NOTE[159:])
    expect(count_of(note)).to_have_text(re.compile("^300 of 300 characters"))
    note.press_sequentially("And so on...")
    expect(count_of(note)).to_have_text("This is 12 characters too long; 300 fit.")
    expect(editor.page.get_by_role("status").get_by_text("This is 12 characters too long")).to_be_attached()
    expect(note).to_have_value(f"{NOTE}And so on...")
    editor.act("Save draft")
    assert NewsMention.objects.get().get_latest_revision_as_object().teaser == f"{NOTE}And so on..."
    note = editor.page.get_by_role("textbox", name="Our note")
    expect(note).to_have_value(f"{NOTE}And so on...")
    note.focus()
    editor.page.keyboard.press("End")
    editor.page.keyboard.press("Control+End")
    for _ in range(12):
        editor.page.keyboard.press("Backspace")
    expect(note).to_have_value(NOTE)


def paste_the_teaser(editor):
    """Paste more than fits into the field and try to publish; the text stays, with the sentence."""
    teaser = editor.page.get_by_role("textbox", name="Teaser")
    teaser.focus()
    editor.page.keyboard.insert_text(f"{TEASER}y")
    expect(teaser).to_have_value(f"{TEASER}y")
    editor.act("Publish")
    teaser = editor.page.get_by_role("textbox", name="Teaser")
    expect(editor.panel("Teaser").get_by_text("This is 1 character too long; 300 fit.").first).to_be_visible()
    expect(teaser).to_have_value(f"{TEASER}y")
    teaser.focus()
    editor.page.keyboard.press("Control+End")
    editor.page.keyboard.press("Backspace")


def read(reader, address, text, caption=""):
    """Read a text, and a caption, at three widths, with nothing cut."""
    reader.goto(address)
    for width in (1440, 390, 320):
        reader.set_viewport_size({"width": width, "height": 900})
        for words in filter(None, [text, caption]):
            shown = reader.get_by_role("main").get_by_text(words).first
            expect(shown).to_be_visible()
            assert shown.evaluate("one => one.scrollHeight <= one.clientHeight + 1 || one.clientHeight === 0")
        assert reader.evaluate("document.documentElement.scrollWidth") == width
    if caption:
        expect(reader.get_by_role("figure").get_by_alt_text(ALT_TEXT).first).to_be_attached()
