"""Photos on their way into the library: one or many, new or there already, good or broken."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from images.models import Photo
from images.tests.factories import PhotoFactory, image_file
from images.tests.sample_files import FULL, FULL_XMP, encoded
from news.tests.factories import BlogPostFactory

from .admin import Editor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ROLES = ["Writers", "Editors"]


def upload(name, content):
    """A file as Playwright takes it."""
    return {"name": name, "mimeType": "image/jpeg", "buffer": content}


def entries(page):
    """What the page for many photos says of each file."""
    return page.locator("#upload-list > li")


class TestTheSameFileAgain:
    """The first one is shown, and can be used in place of the new one."""

    @pytest.fixture
    def first(self):
        photo = PhotoFactory(title="The first", file=image_file())
        photo.get_file_hash()  # stored with an upload, by which the same file is known
        return photo

    @pytest.fixture
    def lead_photo(self, at_work, blog, request):
        post = BlogPostFactory(parent=blog, live=False)
        post.save_revision()
        editor = Editor(at_work(request.param))
        editor.page.goto(f"/admin/pages/{post.pk}/edit/")
        return editor, editor.panel("Lead photo")

    def upload_it(self, editor, chooser):
        editor.open_chooser(chooser)
        editor.modal.get_by_role("tab", name="Upload").click()
        editor.modal.get_by_label("File").set_input_files(upload("again.jpg", image_file().read()))
        expect(editor.modal.get_by_role("textbox", name="Title")).to_have_value("again")
        editor.modal.get_by_role("button", name="Upload", exact=True).click()
        expect(editor.modal.get_by_role("link", name="The first")).to_be_visible()

    @pytest.mark.parametrize("lead_photo", ROLES, indirect=True)
    def test_in_the_chooser_the_first_is_used(self, first, lead_photo):
        editor, chooser = lead_photo
        self.upload_it(editor, chooser)
        editor.modal.get_by_role("link", name="Use the one in the library").click()
        expect(chooser.get_by_text("The first")).to_be_visible()
        assert list(Photo.objects.all()) == [first]

    @pytest.mark.parametrize("lead_photo", ["Writers"], indirect=True)
    def test_in_the_chooser_the_new_one_is_used_on_purpose(self, first, lead_photo):
        editor, chooser = lead_photo
        self.upload_it(editor, chooser)
        editor.modal.get_by_role("link", name="Keep both").click()
        expect(chooser.get_by_text("again")).to_be_visible()
        assert Photo.objects.count() == 2

    @pytest.mark.parametrize("role", ROLES)
    def test_among_many_the_new_one_goes(self, first, at_work, role):
        page = at_work(role)
        page.goto(reverse("wagtailimages:add_multiple"))
        page.locator("#fileupload").set_input_files(upload("again.jpg", image_file().read()))
        expect(entries(page).get_by_text("The first")).to_be_visible()
        entries(page).get_by_role("link", name="Delete the new one").click()
        expect(entries(page)).to_have_count(0)
        assert list(Photo.objects.all()) == [first]

    def test_among_many_the_new_one_stays_on_purpose(self, first, at_work):
        page = at_work("Writers")
        page.goto(reverse("wagtailimages:add_multiple"))
        page.locator("#fileupload").set_input_files(upload("again.jpg", image_file().read()))
        entries(page).get_by_role("button", name="Keep both").click()
        expect(entries(page).get_by_role("textbox", name="Title")).to_have_value("again")


@pytest.mark.parametrize("role", ROLES)
def test_each_of_many_files_keeps_its_own_texts(at_work, role):
    page = at_work(role)
    page.goto(reverse("wagtailimages:add_multiple"))
    page.locator("#fileupload").set_input_files(
        [
            upload("told.jpg", encoded(xmp=FULL_XMP.encode())),
            upload("plain.jpg", image_file().read()),
            upload("broken.jpg", b"no photo at all"),
            {"name": "drawing.svg", "mimeType": "image/svg+xml", "buffer": b"<svg/>"},
        ]
    )
    told, plain, broken, drawing = (
        entries(page).filter(has_text=name) for name in ("told.jpg", "plain.jpg", "broken.jpg", "drawing.svg")
    )
    expect(told.get_by_role("textbox", name="Credit line")).to_have_value(FULL.credit)
    expect(told.get_by_text("Read from the file; please check.").first).to_be_visible()
    expect(told.get_by_label("Date taken")).to_have_value("2026-05-03")
    expect(plain.get_by_role("textbox", name="Credit line")).to_have_value("")
    expect(broken.get_by_text("This file was not added.").first).to_be_visible()
    expect(drawing.get_by_text("Not a supported image format.")).to_be_visible()
    plain.get_by_role("textbox", name="Credit line").fill("Photo: Staff")
    plain.get_by_label("Alt text").fill("A green wall")
    plain.get_by_role("button", name="Update").click()
    expect(plain).to_have_count(0)
    written = {
        photo.title: (photo.credit, photo.description) for photo in Photo.objects.select_related("image_caption")
    }
    assert written == {"told": (FULL.credit, FULL.alt), "plain": ("Photo: Staff", "A green wall")}
