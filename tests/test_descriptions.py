"""Every page type describes itself by what OpenGraph and schema.org require; a new type must be entered here."""

import json

import pytest
from django.test import Client, TestCase
from wagtail.models import Page, get_page_models

from core.models import BasePage
from core.surfaces import public_pages

from . import sample_site
from .test_html import Document, values_of

pytestmark = pytest.mark.django_db

CRUMBS = {"BreadcrumbList": {"itemListElement"}}
ARTICLE = {
    "headline",
    "datePublished",
    "dateModified",
    "author",
    "publisher",
    "image",
    "mainEntityOfPage",
    "description",
}
# What the structured data of a page type must hold: its types, and the members that each requires.
REQUIRED = {
    "homepage": {"NGO": {"name", "url", "logo"}, "WebSite": {"name", "url", "potentialAction"}},
    "standardpage": CRUMBS,
    "blogindex": CRUMBS,
    "blogpost": {**CRUMBS, "BlogPosting": ARTICLE},
    "pressindex": CRUMBS,
    "pressreleaseindex": CRUMBS,
    "pressrelease": {**CRUMBS, "NewsArticle": ARTICLE | {"dateline"}},
    "newsmentionindex": CRUMBS,
    "newsmention": {**CRUMBS, "WebPage": {"name", "url", "citation"}},
    "mediacontact": {**CRUMBS, "ContactPage": {"name", "url", "mainEntity"}},
    "conveningindex": CRUMBS,
}
FEEDS = {"application/rss+xml", "application/atom+xml", "application/feed+json"}
ADVERTISED = {
    **dict.fromkeys(["homepage", "blogindex", "pressindex", "pressreleaseindex", "newsmentionindex"], FEEDS),
    "conveningindex": {"text/calendar"},
}


@pytest.fixture(scope="module")
def documents(django_db_setup, django_db_blocker):
    """The documents of all public pages of the sample site, by the name of their type."""
    with sample_site.for_a_while(django_db_blocker):
        with TestCase.captureOnCommitCallbacks(execute=True):
            sample_site.build()
        client = Client(SERVER_NAME="localhost")
        found = {}
        for page in (page for page in public_pages() if isinstance(page, BasePage)):  # not Wagtail’s welcome page
            document = Document(client.get(page.url))
            photo = page.share_image or page.lead_photo
            document.has_small_photo = bool(photo) and photo.width < 1200  # photos are never enlarged
            found.setdefault(page._meta.model_name, []).append((page, document))
        return found


def test_every_page_type_is_in_the_table():
    types = {model._meta.model_name for model in get_page_models() if model is not Page}
    assert types == set(REQUIRED)
    assert all(issubclass(model, BasePage) for model in get_page_models() if model is not Page)


@pytest.mark.parametrize("name", REQUIRED)
class TestEach:
    """Of each type, every page of the sample site."""

    def test_structured_data(self, documents, name):
        for page, document in documents[name]:
            data = document.json_ld
            assert set(REQUIRED[name]) <= set(data), page
            for kind, members in REQUIRED[name].items():
                assert members <= set(data[kind]), (page, kind, members - set(data[kind]))
                assert all(values_of(data[kind])), (page, kind)
                assert json.loads(json.dumps(data[kind]))["@context"] == "https://schema.org"

    def test_open_graph(self, documents, name):
        for page, document in documents[name]:
            wanted = ["title", "type", "url", "site_name", "locale", "description", "image", "image:alt"]
            for one in wanted:
                (content,) = document.meta(f"og:{one}")
                assert content.strip(), (page, one)
            if not document.has_small_photo:
                assert document.meta("og:image:width") == ["1200"], page
                assert document.meta("og:image:height") == ["630"], page
            assert document.meta("twitter:card") == ["summary_large_image"]
            assert bool(document.meta("article:published_time")) == (document.meta("og:type") == ["article"]), page

    def test_canonical_address_and_feeds(self, documents, name):
        for page, document in documents[name]:
            assert [one.get("href") for one in document.links("canonical")] == [f"http://localhost{page.url}"]
            feeds = {one.get("type") for one in document.links("alternate")}
            assert feeds == ADVERTISED.get(name, set()), page
