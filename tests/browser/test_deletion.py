"""An editor wants to delete what is still used."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from core.tests.factories import TopicFactory
from images.tests.factories import PhotoFactory
from news.models import Byline
from news.tests.factories import AuthorFactory, BlogPostFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def post(blog):
    """A published post, in whose draft there are a topic, an author and a photo."""
    post = BlogPostFactory(parent=blog, title="What members did")
    post.topics.add(TopicFactory(name="Housing"))
    post.bylines.add(Byline(author=AuthorFactory(name="A passing author")))
    post.lead_photo = PhotoFactory(title="Members on the steps")
    post.save_revision()
    return post


def questions(post):
    """The addresses that ask whether to delete these."""
    topic, author = post.topics.get(), post.bylines.get().author
    return {
        "topic": reverse(topic.snippet_viewset.get_url_name("delete"), args=[topic.pk]),
        "author": reverse(author.snippet_viewset.get_url_name("delete"), args=[author.pk]),
        "photo": reverse("wagtailimages:delete", args=[post.lead_photo_id]),
    }


@pytest.mark.parametrize("kind", ["topic", "author", "photo"])
def test_the_editor_is_told_where_it_is_used_and_is_led_there(at_work, post, kind):
    page = at_work("Editors")
    page.goto(questions(post)[kind])
    expect(page.get_by_text("It cannot be deleted while it is used")).to_be_visible()
    expect(page.get_by_role("button", name="Yes, delete")).to_have_count(0)
    use = page.get_by_role("listitem").filter(has_text="What members did")
    expect(use).to_contain_text("in its draft")
    use.get_by_role("link").click()
    expect(page.get_by_role("textbox", name="Title")).to_have_value("What members did")
