"""Photos as editors keep them: advice about alt texts, and one photo in its uses."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.models import Site

from images.metadata import PublicTexts, with_credit
from images.models import Photo
from images.tests.factories import PhotoFactory, image_file
from news.tests.factories import BlogPostFactory

from .admin import Editor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FILE_NAME = "The alt text is a file name."
OPENING = "The alt text says that it is a photo."
CREDIT = "The alt text holds a credit."
TOO_LONG = "The alt text is longer than 150 characters."
REPEATS_CAPTION = "The alt text repeats the caption."
REPEATS_TITLE = "The alt text repeats the title."


@pytest.fixture
def blog(blog, live_server):
    """The blog of a site that is at the address of the running server."""
    Site.objects.update(port=live_server.thread.port)
    return blog


# What is typed as alt text, and what is said about it.
ALT_TEXTS = {
    "": [],
    "Six people at a long table": [],
    "A photographer shows her picture of the bridge": [],
    "Children’s drawings, with a sign that says “Homes for all: now”": [],
    "Image of hope: a mural by the river": [OPENING],
    "council.jpg": [FILE_NAME],
    "IMG_2034.HEIC": [FILE_NAME],
    "DSC 0042": [FILE_NAME],
    "Screenshot 2024-03-12": [FILE_NAME],
    "council_meeting": [FILE_NAME],
    "20240312-114500": [FILE_NAME],
    "photo 3": [FILE_NAME],
    "Photo of six people at a table": [OPENING],
    "A picture showing six people": [OPENING],
    "an image of a council": [OPENING],
    "This photograph depicts a bridge": [OPENING],
    "Six people at a table. Photo by the staff": [CREDIT],
    "Photo: Staff": [CREDIT],
    "A bridge, courtesy of the city": [CREDIT],
    "A bridge © the city": [CREDIT],
    "A bridge. Credit: the city": [CREDIT],
    "x" * 150: [],
    "x" * 151: [TOO_LONG],
    "é" * 150: [],
    "Council at work": [REPEATS_TITLE],
    "council at work.": [REPEATS_TITLE],
    "The council in Lakeside": [REPEATS_CAPTION],
    "Photo of IMG_1.jpg": [FILE_NAME, OPENING],
}


def advice(form):
    """What a form advises about the alt text."""
    return form.locator("textarea[name$=description] + [role=status] > *")


def advice_for(form, text):
    """What the form advises about a text: the first sentence of each piece of advice."""
    form.get_by_label("Alt text").fill(text)
    return [f"{words.strip().split('. ')[0]}." for words in advice(form).all_inner_texts()]


class TestAdviceWhileSomebodyTypes:
    """Every form of a photo says what could be better, and saves all the same."""

    def test_for_each_rule(self, at_work, blog):
        photo = PhotoFactory(title="Council at work", caption="<p>The council in <b>Lakeside</b>.</p>")
        page = at_work("Editors")
        page.goto(reverse("wagtailimages:edit", args=[photo.pk]))
        form = page.locator("main form").filter(has=page.get_by_label("Alt text"))
        assert {text: advice_for(form, text) for text in ALT_TEXTS} == ALT_TEXTS
        form.get_by_label("Alt text").fill("Photo of the council")
        form.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Image 'Council at work' updated.")).to_be_visible()
        photo.refresh_from_db()
        assert photo.description == "Photo of the council"

    def test_when_a_caption_is_written_that_says_the_same(self, at_work, blog):
        page = at_work("Editors")
        page.goto(reverse("wagtailimages:add"))
        form = page.locator("main form").filter(has=page.get_by_label("Alt text"))
        form.get_by_label("Alt text").fill("Six people at a long table")
        expect(advice(form)).to_have_count(0)
        Editor(page).write(form, "Six people at a long table.")
        form.get_by_role("textbox", name="Credit line").focus()
        expect(advice(form)).to_contain_text([REPEATS_CAPTION])

    def test_in_the_dialog_of_a_photo_field(self, at_work, blog):
        editor = Editor(at_work("Writers"))
        editor.page.goto(f"/admin/pages/add/news/blogpost/{blog.pk}/")
        editor.open_chooser(editor.panel("Lead photo"))
        editor.modal.get_by_role("tab", name="Upload").click()
        editor.modal.get_by_label("Alt text").fill("Photo of a bridge")
        expect(advice(editor.modal)).to_contain_text([OPENING])
        editor.modal.get_by_label("Alt text").fill("A bridge")
        expect(advice(editor.modal)).to_have_count(0)

    def test_for_each_of_several_uploads(self, at_work, blog):
        page = at_work("Editors")
        page.goto(reverse("wagtailimages:add_multiple"))
        page.locator("input[type=file]").set_input_files([an_upload("first.jpg", "#111111"), an_upload("second.jpg")])
        forms = page.locator("#upload-list form")
        expect(forms).to_have_count(2)
        forms.nth(1).get_by_role("textbox", name="Title").fill("A bridge")
        forms.nth(1).get_by_label("Alt text").fill("A bridge")
        expect(advice(forms.nth(1))).to_contain_text([REPEATS_TITLE])
        expect(advice(forms.nth(0))).to_have_count(0)


class TestTheChecksOfAPage:
    """The panel beside the editor and the bar on the page say what the page's photos lack."""

    @pytest.fixture
    def post(self, blog):
        caption = "<p>The council in Lakeside</p>"
        lead = PhotoFactory(description="Photo of the council", caption=caption, credit="Photo: Staff")
        in_text = PhotoFactory(description="The council in Lakeside", caption=caption)
        unwritten = PhotoFactory(description="", credit="Photo: Staff")
        return BlogPostFactory(
            parent=blog,
            lead_photo=lead,
            body=[
                {"type": "photo", "value": {"photo": in_text.pk}},
                {"type": "photo", "value": {"photo": unwritten.pk}},
                {"type": "photo", "value": {"photo": unwritten.pk, "decorative": True}},
                {"type": "photo", "value": {"photo": unwritten.pk, "own_alt": "Six people at a long table"}},
            ],
        )

    FOUND = [
        "The alt text says that it is a photo",
        "This photo has no credit",
        "The alt text repeats the caption",
        "This photo has no alt text",
    ]

    def test_in_the_editor(self, at_work, post):
        page = at_work("Writers")
        page.goto(f"/admin/pages/{post.pk}/edit/")
        page.get_by_role("button", name="Toggle checks").click()
        checks = page.locator("[data-checks-panel] [data-content-checker-name]")
        expect(checks).to_have_count(len(self.FOUND))
        assert sorted(checks.all_inner_texts()) == sorted(self.FOUND)

    def test_on_the_page(self, at_work, post):
        page = at_work("Editors")
        page.goto(post.url)
        page.locator("#wagtail-userbar-trigger").click()
        page.get_by_role("menuitem", name="Checks").click()
        checks = page.locator("#checker-results [data-content-checker-name]")
        expect(checks).to_have_count(len(self.FOUND))
        assert sorted(checks.all_inner_texts()) == sorted(self.FOUND)


class TestAPhotoFromItsFileToItsReaders:
    """A writer uploads it and mends its caption, an editor uses it; a better file comes later."""

    def test_it(self, at_work, open_page, blog):
        writer, editor, visitor = Editor(at_work("Writers")), Editor(at_work("Editors")), open_page()
        photo = self.upload(writer)
        self.edit_the_caption(writer, photo)
        self.place_it_in_a_post(editor, blog)
        visitor.goto("/blog/a-new-day/")
        self.expect_figures(visitor, caption="The council in Lakeside. It met for the first time.", credit="Staff")
        before = self.files_shown(visitor)
        self.replace_the_file(writer, photo)
        visitor.goto("/blog/a-new-day/")
        self.expect_figures(visitor, caption="The council in its new room.", credit="Member")
        assert not before & self.files_shown(visitor)

    def upload(self, writer):
        writer.page.goto(reverse("wagtailimages:add"))
        texts = PublicTexts(caption="The council in Lakeside.", credit="Photo: Staff", alt="Six people at a table")
        writer.page.get_by_label("File").set_input_files(an_upload("council.jpg", texts=texts))
        writer.page.get_by_role("textbox", name="Title").fill("Council")
        writer.page.get_by_role("button", name="Upload").click()
        expect(writer.page.get_by_text("Image 'Council' added.")).to_be_visible()
        photo = Photo.objects.get()
        assert (photo.description, photo.credit) == ("Six people at a table", "Photo: Staff")
        assert photo.image_caption.from_file
        return photo

    def edit_the_caption(self, writer, photo):
        form = self.open_form(writer, photo)
        expect(form.get_by_text("please check").first).to_be_visible()
        writer.rewrite(form, "The council in Lakeside. It met for the first time.")
        self.save(writer, form)
        photo.image_caption.refresh_from_db()
        assert not photo.image_caption.from_file

    def place_it_in_a_post(self, editor, blog):
        editor.page.goto(f"/admin/pages/add/news/blogpost/{blog.pk}/")
        editor.fill("Title*", "A new day")
        editor.fill("Teaser", "Six new members, one long table.")
        editor.choose_photo(editor.panel("Lead photo"), "Council")
        block = editor.add_block("Photo")
        editor.choose_photo(block, "Council")
        block.get_by_role("button", name="Settings").click()
        block.get_by_label("Another alt text here").fill("An empty chair at the end of the table")
        editor.act("Publish")

    def replace_the_file(self, writer, photo):
        form = self.open_form(writer, photo)
        texts = PublicTexts(caption="Not asked for", credit="Photo: Nobody", alt="Not asked for")
        form.get_by_label("Replace the file").set_input_files(an_upload("better.jpg", "#b8351a", texts))
        form.get_by_label("Alt text").fill("Seven people at a table")
        writer.rewrite(form, "The council in its new room.")
        form.get_by_role("textbox", name="Credit line").fill("Photo: Member")
        self.save(writer, form)

    def expect_figures(self, visitor, caption, credit):
        """The lead photo has the photo's alt text, the one in the text its own; both have its caption and credit."""
        inherited = Photo.objects.get().description
        for alt_text in (inherited, "An empty chair at the end of the table"):
            photo = visitor.get_by_role("img", name=alt_text, exact=True)
            figure = visitor.get_by_role("figure").filter(has=photo)
            expect(figure).to_have_count(1)
            expect(figure.locator("figcaption > div")).to_have_text(caption)
            expect(figure.locator(".credit")).to_have_text(f"Photo: {credit}")

    def files_shown(self, visitor):
        return set(visitor.locator("figure.photo img").evaluate_all("photos => photos.map(photo => photo.src)"))

    def open_form(self, writer, photo):
        writer.page.goto(reverse("wagtailimages:edit", args=[photo.pk]))
        form = writer.page.locator("main form").filter(has=writer.page.get_by_label("Alt text"))
        expect(form.locator(".Draftail-Editor")).to_be_visible()
        return form

    def save(self, writer, form):
        form.get_by_role("button", name="Save").click()
        expect(writer.page.get_by_text("Image 'Council' updated.")).to_be_visible()


def an_upload(name, color="#0a6660", texts=None):
    """A photo to upload, for Playwright; `texts` are written into the file."""
    file = image_file(name, color=color).read()
    return {"name": name, "mimeType": "image/jpeg", "buffer": with_credit(file, "jpeg", texts) if texts else file}
