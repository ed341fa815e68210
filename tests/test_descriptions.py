"""Every page type describes itself by what OpenGraph and schema.org require; a new type must be entered here."""

import json
from datetime import datetime
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser
import pytest
from django.test import Client, TestCase
from icalendar import Calendar
from wagtail.models import Page, get_page_models

from core.models import BasePage
from core.surfaces import public_pages

from . import indexes, sample_site
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
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
FEEDS = {"application/rss+xml", "application/atom+xml", "application/feed+json"}
ADVERTISED = {
    **dict.fromkeys(["homepage", "blogindex", "pressindex", "pressreleaseindex", "newsmentionindex"], FEEDS),
    "conveningindex": {"text/calendar"},
}


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker):
    """The documents of all public pages of the sample site, by type, and the addresses in its sitemap."""
    with sample_site.for_a_while(django_db_blocker):
        with indexes.left_alone(), TestCase.captureOnCommitCallbacks(execute=True):
            sample_site.build()
        client = Client(SERVER_NAME="localhost")
        found = {}
        for page in (page for page in public_pages() if isinstance(page, BasePage)):  # not Wagtail’s welcome page
            document = Document(client.get(page.url))
            photo = page.share_image or page.lead_photo
            document.advertised = {
                link.get("type"): client.get(urljoin(page.url, link.get("href"))).content
                for link in document.links("alternate")
            }
            document.has_small_photo = bool(photo) and photo.width < 1200  # photos are never enlarged
            found.setdefault(page._meta.model_name, []).append((page, document))
        return found, places_in_sitemaps(client)


def places_in_sitemaps(client):
    """The addresses in all parts of the sitemap (Sitemaps protocol 0.9); where one has a date, it is checked."""
    index = ElementTree.fromstring(client.get("/sitemap.xml").content)
    assert index.tag == f"{SITEMAP}sitemapindex"
    places = set()
    for part in index.iterfind(f"{SITEMAP}sitemap/{SITEMAP}loc"):
        for place in ElementTree.fromstring(client.get(part.text).content).iterfind(f"{SITEMAP}url"):
            places.add(place.findtext(f"{SITEMAP}loc"))
            assert all(datetime.fromisoformat(date.text) for date in place.iterfind(f"{SITEMAP}lastmod"))
    return places


@pytest.fixture(scope="module")
def documents(site):
    """The documents of all public pages, by the name of their type."""
    return site[0]


@pytest.fixture(scope="module")
def sitemap(site):
    """The addresses in the sitemap."""
    return site[1]


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

    def test_feeds_and_calendars(self, documents, name):
        for page, document in documents[name]:
            for kind, content in document.advertised.items():
                check = {"text/calendar": check_calendar, "application/feed+json": check_json_feed}.get(
                    kind, check_feed
                )
                check(content, page)

    def test_sitemap(self, documents, sitemap, name):
        for page, document in documents[name]:
            is_for_search_engines = "noindex" not in "".join(document.meta("robots"))
            assert (page.full_url in sitemap) == is_for_search_engines, page


def check_feed(content, page):
    """What RSS 2.0 requires of a channel and its items, and Atom (RFC 4287) of a feed and its entries."""
    parsed = feedparser.parse(content)
    assert not parsed.bozo, page
    assert parsed.version in ("rss20", "atom10")
    assert parsed.feed.title
    assert parsed.feed.link.startswith("http://localhost/")
    assert "id" in parsed.feed or parsed.feed.subtitle  # Atom: an id; RSS: a description
    for entry in parsed.entries:
        assert entry.title
        assert entry.id
        assert entry.link.startswith("http")
        assert entry.updated_parsed if parsed.version == "atom10" else entry.published_parsed


def check_json_feed(content, page):
    """What JSON Feed 1.1 requires of a feed and its items."""
    feed = json.loads(content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    for item in feed["items"]:
        assert item["id"], page
        assert item.get("content_html") or item.get("content_text"), page


def check_calendar(content, page):
    """What RFC 5545 requires of a calendar and its events."""
    calendar = Calendar.from_ical(content)
    assert calendar["PRODID"]
    assert calendar["VERSION"] == "2.0"
    assert calendar.events
    for event in calendar.events:
        assert not event.errors, page
        assert all(event.get(name) is not None for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY")), page
