"""The work of the staff in the admin, each in the role that they have; none of them is a superuser."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.models import Site, Workflow

from images.models import Photo
from images.tests.factories import PhotoFactory, image_file
from news.models import BlogPost
from news.tests.factories import BlogIndexFactory, BlogPostFactory

from .admin import WINDOW, Editor, person, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WRITE_A_TEASER = "Write a teaser: one or two sentences that stand for the post in lists."


@pytest.fixture
def blog(home_page, blog, live_server):
    """The blog of a site that is at the address of the running server; home shows its newest posts."""
    home_page.sections = [{"type": "latest_posts", "value": {"title": "News", "count": "3"}}]
    home_page.save()
    Site.objects.update(port=live_server.thread.port)
    return blog


MISSING_ICONS = """() => [...document.querySelectorAll("svg use")]
    .map((use) => use.getAttribute("href"))
    .filter((href) => !document.getElementById(href.slice(1)))"""


def draft(blog, **fields):
    """A draft as an editor leaves it."""
    post = BlogPostFactory(parent=blog, live=False, **fields)
    post.save_revision()
    return post


class TestAPostFromTheFirstWordToItsReaders:
    """A writer begins, an editor publishes, visitors read."""

    def test_it(self, at_work, open_page, blog):
        writer = Editor(open_page(viewport=WINDOW))
        sign_in(writer.page, person("Writers", "writers"))
        post = self.save_a_draft_with_gaps(writer, blog)
        self.upload_a_photo(writer)
        self.write_the_rest(writer)
        self.preview(writer)
        self.submit(writer)
        self.approve(Editor(at_work("Editors")))
        post.refresh_from_db()
        assert post.live
        visitor = open_page()
        self.read(visitor)
        self.read_in_feeds(visitor)

    def save_a_draft_with_gaps(self, writer, blog):
        writer.page.goto(f"/admin/pages/{blog.pk}/")
        writer.page.get_by_role("link", name="Add child page").first.click()
        writer.wait_until_settled()
        writer.fill("Title*", "A new day")
        expect(writer.page.locator("#w-autosave-indicator").get_by_text("Saved", exact=True)).to_be_visible()
        writer.add_block("Statement")
        writer.act("Save draft")
        post = BlogPost.objects.get(title="A new day")
        assert not post.live
        assert post.get_latest_revision_as_object().body[0].value["speaker"] == ""
        return post

    def upload_a_photo(self, writer):
        writer.upload_photo(
            writer.panel("Lead photo"),
            title="Council",
            alt_text="Six people at a long table",
            caption="The council in its first week.",
            credit="Photo: Staff",
        )
        photo = Photo.objects.get()
        assert (photo.title, photo.description) == ("Council", "Six people at a long table")
        assert photo.image_caption.plain_caption == "The council in its first week."
        assert photo.credit == "Photo: Staff"

    def write_the_rest(self, writer):
        writer.write(writer.block(0), "We begin by listening.")
        writer.write(writer.add_block("Text"), "The council met for the first time.")
        writer.add_block("Heading").get_by_role("textbox", name="Heading").fill("What it did")
        writer.add_block("Quote").get_by_role("textbox", name="Words").fill("We asked who was missing.")
        writer.choose_photo(writer.add_block("Photo"), "Council")

    def preview(self, writer):
        writer.page.get_by_role("button", name="Toggle preview").click()
        preview = writer.page.frame_locator("#w-preview-iframe")
        for words in ("We begin by listening.", "The council met", "What it did", "We asked who was missing."):
            expect(preview.get_by_text(words)).to_be_visible()
        expect(preview.get_by_text("The council in its first week.")).to_have_count(2)

    def submit(self, writer):
        assert not writer.button("Publish").is_visible()
        writer.act("Submit to Post review")
        expect(writer.block(0).get_by_text("Say who makes the statement.")).to_be_visible()
        writer.block(0).get_by_role("textbox", name="Speaker").fill("Board member")
        writer.act("Submit to Post review")
        expect(writer.panel("Teaser").get_by_text(WRITE_A_TEASER)).to_be_visible()
        writer.fill("Teaser", "Six new members, one long table.")
        writer.act("Submit to Post review")
        expect(writer.page.get_by_text("has been submitted for moderation")).to_be_visible()

    def approve(self, editor):
        editor.page.goto("/admin/")
        editor.page.get_by_role("link", name="A new day").first.click()
        editor.fill("Teaser", "")
        editor.act("Approve and Publish")
        expect(editor.panel("Teaser").get_by_text(WRITE_A_TEASER)).to_be_visible()
        editor.fill("Teaser", "Six new members, one long table.")
        editor.act("Approve and Publish")

    def read(self, visitor):
        visitor.goto("/")
        expect(visitor.get_by_role("link", name="A new day")).to_be_visible()
        visitor.goto("/blog/")
        visitor.get_by_role("link", name="A new day").click()
        expect(visitor.get_by_role("heading", name="A new day", level=1)).to_be_visible()
        photo = visitor.get_by_role("img", name="Six people at a long table")
        lead = visitor.get_by_role("figure").filter(has=photo).first
        expect(lead).to_contain_text("The council in its first week.")
        expect(lead).to_contain_text("Photo: Staff")
        for words in (
            "The council met for the first time.",
            "What it did",
            "We asked who was missing.",
            "Board member",
        ):
            expect(visitor.get_by_text(words, exact=True)).to_be_visible()

    def read_in_feeds(self, visitor):
        for address in ("/blog/feed.rss", "/feed.json"):
            feed = visitor.request.get(address).text()
            for words in ("A new day", "Six new members", "The council met", "in its first week.", "Photo: Staff"):
                assert words in feed, address


class TestWhatIsNotReady:
    """An editor is told in plain words what is missing, by whatever way they publish."""

    def test_in_the_editor(self, at_work, blog):
        post = draft(blog, teaser="", lead_photo=PhotoFactory(title="Council", description=""))
        editor = Editor(at_work("Editors"))
        editor.page.goto(f"/admin/pages/{post.pk}/edit/")
        editor.act("Publish")
        expect(editor.panel("Teaser").get_by_text(WRITE_A_TEASER)).to_be_visible()
        expect(editor.panel("Lead photo").get_by_text("“Council” has no alt text yet")).to_be_visible()

    def test_many_at_once(self, at_work, blog):
        ready, unready = draft(blog, title="Ready"), draft(blog, title="Unready", teaser="")
        page = at_work("Editors")
        page.goto(f"/admin/pages/{blog.pk}/")
        for post in (ready, unready):
            link = page.get_by_role("link", name=post.title, exact=True)
            page.get_by_role("row").filter(has=link).get_by_role("checkbox").check()
        page.get_by_role("link", name="Publish selected pages", exact=True).click()
        page.get_by_role("button", name="Yes, publish").click()
        left = page.get_by_role("listitem").filter(has=page.get_by_role("link", name="Unready"))
        expect(left).to_contain_text(WRITE_A_TEASER)
        assert list(BlogPost.objects.live()) == [ready]

    def test_in_the_workflow(self, at_work, blog):
        post = draft(blog, teaser="")
        Workflow.objects.get(name="Post review").start(post, person("Writers", "absent"))
        page = at_work("Editors")
        page.goto("/admin/")
        row = page.get_by_role("row").filter(has_text=post.title)
        row.get_by_role("button", name="Actions").click()
        page.get_by_role("button", name="Approve", exact=True).click()
        expect(page.get_by_text(WRITE_A_TEASER)).to_be_visible()
        assert not BlogPost.objects.live().exists()


def test_an_editor_takes_a_post_back(at_work, open_page, blog):
    post = BlogPostFactory(parent=blog, title="Too early")
    page = at_work("Editors")
    page.goto(f"/admin/pages/{post.pk}/unpublish/")
    page.get_by_role("button", name="Yes, unpublish").click()
    expect(page.get_by_text("'Too early' unpublished")).to_be_visible()
    assert open_page().goto("/blog/too-early/").status == 404


def test_an_editor_moves_a_post_to_another_blog(at_work, open_page, home_page, blog):
    other = BlogIndexFactory(parent=home_page, title="Letters", slug="letters")
    post = BlogPostFactory(parent=blog, title="A letter", slug="a-letter")
    page = at_work("Editors")
    page.goto(f"/admin/pages/{post.pk}/move/{other.pk}/confirm/")
    page.get_by_role("button", name="Yes, move this page").click()
    visitor = open_page()
    assert visitor.goto("/blog/a-letter/").url.endswith("/letters/a-letter/")
    assert visitor.goto("/letters/a-letter/").status == 200


def test_a_writer_takes_nothing_back(at_work, blog):
    post = BlogPostFactory(parent=blog)
    page = at_work("Writers")
    page.goto(f"/admin/pages/{post.pk}/unpublish/")
    expect(page.get_by_text("you do not have permission")).to_be_visible()


def test_every_block_can_be_added_and_saved_empty(at_work, blog):
    editor = Editor(at_work("Writers"))
    editor.page.goto(f"/admin/pages/add/news/blogpost/{blog.pk}/")
    editor.fill("Title*", "All of them")
    editor.open_block_menu()
    names = editor.kinds_of_block.all_inner_texts()
    assert editor.page.evaluate(MISSING_ICONS) == []
    editor.page.keyboard.press("Escape")
    for name in names:
        editor.add_block(name)
    editor.act("Save draft")
    saved = BlogPost.objects.get(title="All of them").get_latest_revision_as_object().body
    assert len(saved) == len(names) > 12


def test_photos_added_to_the_library_have_caption_and_credit(at_work, blog):
    page = at_work("Editors")
    editor = Editor(page)
    page.goto(reverse("wagtailimages:add_multiple"))
    page.locator("input[type=file]").set_input_files(
        {"name": "council.jpg", "mimeType": "image/jpeg", "buffer": image_file().read()}
    )
    form = page.locator("#upload-list form")
    form.get_by_role("textbox", name="Title").fill("Council")
    editor.write(form, "The council in its first week.")
    form.get_by_role("textbox", name="Credit line").fill("Photo: Staff")
    form.get_by_role("button", name="Update").click()
    expect(page.get_by_text("Photo saved.").first).to_be_visible()
    photo = Photo.objects.get()
    assert photo.image_caption.plain_caption == "The council in its first week."
    assert photo.credit == "Photo: Staff"


def test_what_can_be_done_with_one_page_breaks_no_policy(at_work, blog):
    post = draft(blog)
    page = at_work("Editors")
    for view in ("history", "usage", "workflow_history", "move", "copy", "delete", "unpublish", "revisions_index"):
        page.goto(reverse(f"wagtailadmin_pages:{view}", args=[post.pk]))
        expect(page.locator("main#main")).to_be_visible()
    photo = PhotoFactory(caption="<p>Caption</p>")
    for address in (
        reverse("wagtailimages:edit", args=[photo.pk]),
        reverse("wagtailimages:image_usage", args=[photo.pk]),
        reverse("wagtailsnippets_images_imagecaption:list"),
        reverse("wagtailsnippets_images_imagecaption:edit", args=[photo.image_caption.pk]),
        reverse("wagtailsnippets_core_topic:add"),
        reverse("wagtailadmin_home"),
    ):
        page.goto(address)
        expect(page.locator("main#main")).to_be_visible()
