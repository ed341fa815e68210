"""The admin as an editor uses it: nothing in it may breach the content security policy.

The fixture `open_page` fails a test on any message of the browser about the policy.
"""

import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import expect
from wagtail.documents.models import Document

from core.tests.factories import TopicFactory
from images.tests.factories import PhotoFactory, image_file
from news.models import BlogPost
from news.tests.factories import AuthorFactory, BlogPostFactory, SeriesFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LISTS = [
    "/admin/pages/",
    "/admin/posts/",
    "/admin/mentions/",
    "/admin/snippets/news/outlet/",
    "/admin/images/",
    "/admin/images/multiple/add/",
    "/admin/documents/",
    "/admin/documents/multiple/add/",
    "/admin/snippets/",
    "/admin/snippets/core/place/",
    "/admin/redirects/",
    "/admin/reports/locked/",
    "/admin/reports/workflow/",
    "/admin/reports/workflow_tasks/",
    "/admin/reports/site-history/",
    "/admin/reports/aging-pages/",
    "/admin/reports/page-types-usage/",
    "/admin/settings/core/sitesettings/",
    "/admin/account/",
]


@pytest.fixture
def post(blog):
    """A post, with something to choose in every chooser."""
    AuthorFactory(name="Press desk")
    SeriesFactory(name="Monthly round-up")
    TopicFactory(name="Housing")
    Document.objects.create(title="The toolkit", file=ContentFile(b"%PDF-1.4", name="toolkit.pdf"))
    return BlogPostFactory(parent=blog, title="Older post", lead_photo=PhotoFactory(title="Houses"))


@pytest.fixture
def desk(post, at_work):
    """The admin in a browser, signed in as an editor."""
    return at_work("Editors")


def choose(page, field_id, title):
    """Open the chooser of a field, choose by title, and wait until the field shows it."""
    chooser = page.locator(f"#{field_id}-chooser")
    chooser.locator("[data-chooser-action-choose]:visible").click()
    page.locator(".modal-dialog").locator("[data-chooser-modal-choice], .choose-page").filter(has_text=title).click()
    expect(chooser.locator("[data-chooser-title]")).to_contain_text(title)


def expect_calendar(page, field_id):
    """Expect the field to open a calendar."""
    page.locator(f"#{field_id}").click()
    expect(page.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)
    page.keyboard.press("Tab")


def open_block_picker(page):
    """Open the list of blocks at the end of the text and return its entries."""
    page.locator("#body-root button.c-sf-add-button").last.click()
    return page.locator(".w-combobox").get_by_role("option")


def test_lists_and_reports(desk):
    for address in LISTS:
        desk.goto(address)
        expect(desk.locator("main#main")).to_be_visible()
    desk.goto("/admin/reports/site-history/")
    desk.locator("main").get_by_role("button", name="Show filters").click()
    desk.locator("main").get_by_role("button", name="Date").click()
    expect_calendar(desk, "id_timestamp_0")


def test_a_post_with_everything_in_it(desk, blog):
    desk.goto(f"/admin/pages/add/news/blogpost/{blog.pk}/")
    desk.locator("#id_title").fill("A new post")
    expect_calendar(desk, "id_published_at")
    choose(desk, "id_lead_photo", "Houses")
    choose(desk, "id_series", "Monthly round-up")
    desk.locator("#id_bylines-ADD").click()
    choose(desk, "id_bylines-0-author", "Press desk")
    for number in range(2):
        desk.locator("#id_hand_picked-ADD").click()
        choose(desk, f"id_hand_picked-{number}-related", "Older post")

    open_block_picker(desk)
    desk.get_by_role("button", name="Preview", exact=True).first.click()
    expect(desk.frame_locator("iframe.w-combobox-preview__iframe").locator("main")).to_be_visible()
    desk.keyboard.press("Escape")
    # test_editor.py adds a block of every kind, under the same eyes.
    open_block_picker(desk).nth(list(BlogPost.body.field.stream_block.child_blocks).index("document")).click()
    choose(desk, "body-0-value-document", "The toolkit")


def test_preview_checks_schedule_and_user_bar(desk, post):
    desk.goto(f"/admin/pages/{post.pk}/edit/")
    desk.get_by_role("button", name="Toggle preview").click()
    expect(desk.frame_locator("#w-preview-iframe").locator("h1")).to_have_text("Older post")
    desk.get_by_role("button", name="Toggle checks").click()
    expect(desk.locator("[data-content-word-count]")).not_to_be_empty()
    desk.get_by_role("button", name="Toggle status").click()
    desk.get_by_role("button", name="Set schedule").click()
    expect_calendar(desk, "id_go_live_at")
    desk.goto(post.url)
    desk.locator("#wagtail-userbar-trigger").click()
    expect(desk.get_by_role("menuitem", name="Edit this page")).to_be_visible()


def test_a_review(desk, post):
    """Its actions open dialogs."""
    desk.goto(f"/admin/pages/{post.pk}/edit/")
    act(desk, "Submit to Post review")
    expect(desk.get_by_text("has been submitted for moderation")).to_be_visible()
    desk.goto(f"/admin/pages/{post.pk}/edit/")
    act(desk, "Request changes")
    dialog = desk.locator(".modal-dialog")
    dialog.get_by_label("Comment").fill("Please add a photo.")
    dialog.get_by_role("button", name="Request changes").click()
    expect(dialog).to_have_count(0)


def act(page, name):
    """Choose one of the actions at the foot of the page's form."""
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name=name).click()


def test_uploads_an_author_and_a_redirect(desk):
    desk.goto("/admin/images/multiple/add/")
    desk.locator("#fileupload").set_input_files(an_upload("steps.jpg", "#b8351a"))
    expect(desk.locator(".Draftail-Editor")).to_be_visible()

    desk.goto("/admin/snippets/news/author/add/")
    desk.locator("#id_name").fill("Policy team")
    desk.locator("#id_photo-chooser [data-chooser-action-choose]:visible").click()
    dialog = desk.locator(".modal-dialog")
    dialog.get_by_role("tab", name="Upload").click()
    expect(dialog.locator(".Draftail-Editor")).to_be_visible()  # its script came with the dialog
    dialog.locator("input[type=file]").set_input_files(an_upload("stairs.jpg", "#203050"))
    expect(dialog.get_by_label("Title")).to_have_value("stairs")
    dialog.get_by_role("button", name="Upload").click()
    expect(desk.locator("#id_photo-chooser [data-chooser-title]")).to_contain_text("stairs")
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.get_by_role("link", name="Policy team", exact=True)).to_be_visible()

    desk.goto("/admin/redirects/add/")
    choose(desk, "id_redirect_page", "Local Progress")


def an_upload(name, color):
    """A photo to upload, for Playwright."""
    return {"name": name, "mimeType": "image/jpeg", "buffer": image_file(name, color=color).read()}
