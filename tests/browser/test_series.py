"""A new issue of a series in the editor."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from images.tests.factories import PhotoFactory
from news.tests.factories import SeriesFactory

from .admin import Editor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FILLED = "Empty fields are filled with what the series proposes."


@pytest.fixture
def editor(blog, at_work):
    """The form of a new post, in the browser of a writer."""
    editor = Editor(at_work("Writers"))
    editor.page.goto(reverse("wagtailadmin_pages:add", args=["news", "blogpost", blog.pk]))
    return editor


@pytest.fixture
def series(db):
    return SeriesFactory(
        name="Download", title_pattern="Network Download, {issue}", default_photo=PhotoFactory(title="The desk")
    )


def choose_series(editor, series):
    editor.page.locator("#id_series-chooser").get_by_role("button").first.click()
    editor.modal.get_by_role("link", name=series.name).click()
    expect(editor.page.locator("#id_series")).to_have_value(str(series.pk))


def test_an_empty_headline_and_photo_are_proposed_and_the_label_is_followed(editor, series):
    choose_series(editor, series)
    expect(editor.page.locator("#id_lead_photo")).to_have_value(str(series.default_photo_id))
    expect(editor.page.get_by_text(FILLED)).to_be_visible()
    title = editor.page.locator("#id_title")
    expect(title).to_have_value("")
    editor.fill("Issue", "May 2023")
    expect(title).to_have_value("Network Download, May 2023")
    editor.fill("Issue", "June 2023")
    expect(title).to_have_value("Network Download, June 2023")
    expect(editor.page.locator("#id_slug")).to_have_value("network-download-june-2023")


def test_what_was_typed_stays(editor, series):
    own = PhotoFactory(title="Another photo")
    title = editor.page.locator("#id_title")
    title.fill("My own headline")
    editor.fill("Issue", "May 2023")
    editor.page.evaluate(
        "id => document.getElementById('id_lead_photo-chooser').widget.setState({id, title: 'x', preview: {url: ''}})",
        own.pk,
    )
    with editor.page.expect_response("**/series-proposal/"):
        choose_series(editor, series)
    editor.fill("Issue", "June 2023")
    expect(title).to_have_value("My own headline")
    expect(editor.page.locator("#id_lead_photo")).to_have_value(str(own.pk))
