"""Leaks that other systems had, planted one by one on a small site: no surface may tell of them.

What stands here is what editors do in good faith: an alias made ahead, a link to what comes tomorrow. The words of the
hidden page stand nowhere else. `core.leaks` looks at every surface; tests/test_leaks.py sees that it finds leaks.
"""

import json
import re

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from core import leaks
from home.tests.factories import HomePageFactory, StandardPageFactory
from media_inquiries.models import DeskSettings, MediaContact
from news.models import BlogPost
from news.tests.factories import BlogIndexFactory, BlogPostFactory
from press.models import PressRelease

from .page_types import CHILD_TYPES, fresh, in_a_day, make, publish, schedule

pytestmark = [pytest.mark.django_db, pytest.mark.indexes, pytest.mark.usefixtures("_small_site")]

WORD = "zqplanted"


@pytest.fixture
def _small_site(home_page, blog, settings):
    settings.PAGE_CACHE_ENABLED = False
    DeskSettings.objects.create(site=Site.objects.get(), default_desk=make(MediaContact))


def hidden(model):
    """A draft with the word in headline and slug."""
    return make(model, live=False, title=f"{WORD} headline", slug=f"{WORD}-slug")


def assert_nothing_tells_of(*pages):
    found = [one for one in leaks.search([fresh(page) for page in pages], [WORD]) if one.leaks]
    assert found == []


@pytest.mark.parametrize("model", [PressRelease, BlogPost])
def test_an_alias_and_a_copy_made_before_the_page_is_scheduled(model):
    page = hidden(model)
    page.save_revision()
    alias = page.create_alias(update_slug=f"{WORD}-alias")
    copy = page.copy(update_attrs={"slug": f"{WORD}-copy"})
    page = schedule(fresh(page), in_a_day())
    assert_nothing_tells_of(page, alias, copy)


@pytest.mark.parametrize("model", [PressRelease, BlogPost])
def test_an_alias_and_a_copy_made_after_the_page_is_scheduled(model):
    page = schedule(hidden(model), in_a_day())
    alias = page.create_alias(update_slug=f"{WORD}-alias")
    copy = page.copy(update_attrs={"slug": f"{WORD}-copy"})
    assert_nothing_tells_of(page, alias, copy)


def test_an_alias_and_a_copy_of_a_public_post_whose_next_version_is_scheduled():
    post = publish(make(BlogPost))
    post.title = f"{WORD} headline"
    draft = schedule(post, in_a_day()).get_latest_revision_as_object()
    alias = draft.create_alias(update_slug="alias")
    copy = draft.copy(update_attrs={"slug": "copy"})
    assert_nothing_tells_of(post, alias, copy)


def test_an_alias_of_a_post_that_is_made_private(home_page):
    post = make(BlogPost, title=f"{WORD} headline", slug=f"{WORD}-slug")
    alias = post.create_alias(parent=BlogIndexFactory(parent=home_page, slug="outer"))
    post.view_restrictions.create(restriction_type="login")
    assert_nothing_tells_of(post, alias)


def test_the_redirects_of_a_draft(blog, django_capture_on_commit_callbacks):
    draft = BlogPostFactory(parent=blog, live=False, slug="first")
    draft.slug = f"{WORD}-slug"
    with django_capture_on_commit_callbacks(execute=True):
        draft.save()
    assert not Redirect.objects.exists()
    Redirect.objects.create(old_path="/flyer", redirect_page=draft)
    Redirect.objects.create(old_path="/poster", redirect_link=f"http://localhost/blog/{WORD}-slug/")
    assert_nothing_tells_of(draft)


def links_to(page):
    """A text with each kind of link to a page."""
    link = {"label": "", "page": page.pk, "url": ""}
    return [
        {"type": "paragraph", "value": f'<p>See <a linktype="page" id="{page.pk}">more</a>.</p>'},
        {"type": "call_to_action", "value": {"heading": "Read", "text": "More.", "link": {**link, "label": "More"}}},
        {"type": "pages", "value": {"title": "Read more", "pages": [page.pk]}},
    ]


@pytest.mark.parametrize("model", [PressRelease, BlogPost])
def test_a_public_page_that_links_to_a_scheduled_one(blog, home_page, model):
    page = schedule(hidden(model), in_a_day())
    BlogPostFactory(parent=blog, body=links_to(page))
    StandardPageFactory(parent=home_page, body=links_to(page))
    home_page.sections = [
        {"type": "links", "value": {"title": "More", "links": [{"label": "", "page": page.pk, "url": ""}]}}
    ]
    home_page.save()
    assert_nothing_tells_of(page)


@pytest.mark.parametrize("has_site", [True, False])
def test_a_post_of_another_site_or_of_none(has_site):
    other = HomePageFactory(parent=Page.objects.get(depth=1), slug="other")
    if has_site:
        Site.objects.create(hostname="other.example.org", root_page=other)
    BlogPostFactory(parent=BlogIndexFactory(parent=other), title=f"{WORD} headline", slug=f"{WORD}-slug")
    findings = list(leaks.search([], [WORD]))
    assert [one for one in findings if one.leaks or one.status >= 500] == []


@pytest.mark.parametrize("model", CHILD_TYPES)
def test_a_headline_does_not_end_the_json_ld(client, model):
    headline = f'</script><b>{WORD}</b> & "quotes" <!-- \u2028'
    page = make(model, title=headline, slug="headline")
    html = client.get(page.get_url(), headers={"host": "localhost"}).content.decode()
    assert f"<b>{WORD}" not in html
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    assert headline.strip() in json.dumps([json.loads(block) for block in blocks], ensure_ascii=False).replace(
        '\\"', '"'
    )
