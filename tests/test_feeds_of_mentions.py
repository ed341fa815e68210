"""Coverage by others in feeds: each format has its own place for the address of the article."""

import datetime
import json
from xml.etree import ElementTree

import feedparser
import pytest
from django.test import Client, TestCase

from core.tests.factories import TopicFactory
from images.tests.factories import PhotoFactory
from news.tests.factories import BlogPostFactory, NewsMentionFactory, NewsMentionIndexFactory, OutletFactory
from press.tests.factories import PressIndexFactory

from . import sample_site
from .test_feeds import MEDIA_TYPES, NAMESPACES, SITE, moment, text

pytestmark = pytest.mark.django_db

LIST = "/press/in-the-news/"
STORY = "https://tribune.example.org/story?id=7&page=2"
OURS = f"{SITE}{LIST}story/"
TITLE = 'Rent < wages & "fair" housing'
PLACES = (LIST, "/")
everywhere = pytest.mark.parametrize("place", PLACES)


@pytest.fixture(scope="module")
def answers(django_db_setup, django_db_blocker):
    """What the site answers, by address: a mention with everything, an older one, and a post older still."""
    with sample_site.for_a_while(django_db_blocker):
        home_page, blog = sample_site.empty()
        with TestCase.captureOnCommitCallbacks(execute=True):
            photo = PhotoFactory(credit="Photo: Staff")
        coverage = NewsMentionIndexFactory(parent=PressIndexFactory(parent=home_page), teaser="What others write.")
        outlet = OutletFactory(name="The Example Tribune", home_page="https://tribune.example.org/")
        mention = NewsMentionFactory(
            parent=coverage,
            title=TITLE,
            slug="story",
            teaser="Our note & more.",
            article_url=STORY,
            outlet=outlet,
            byline="Reporter One",
            lead_photo=photo,
            paywall=True,
            published_on=datetime.date(2024, 7, 4),
        )
        mention.topics.add(TopicFactory(name="Housing"))
        mention.save()
        NewsMentionFactory(parent=coverage, title="Older", published_on=datetime.date(2021, 1, 1))
        BlogPostFactory(parent=blog, title="Post", published_on=datetime.date(2020, 1, 1))
        client = Client(SERVER_NAME="localhost")
        addresses = [f"{place}feed.{name}" for place in PLACES for name in MEDIA_TYPES]
        return {address: client.get(address) for address in [*addresses, LIST]}


@everywhere
@pytest.mark.parametrize("name", MEDIA_TYPES)
def test_readers_find_all_newest_first(answers, place, name):
    response = answers[f"{place}feed.{name}"]
    assert response["Content-Type"].split(";")[0] == MEDIA_TYPES[name]
    expected = [TITLE, "Older"] if place == LIST else [TITLE, "Older", "Post"]
    if name == "json":
        assert [item["title"] for item in json.loads(response.content)["items"]] == expected
        return
    found = feedparser.parse(response.content)
    assert not found.bozo, found.get("bozo_exception")
    assert [entry.title for entry in found.entries] == expected


@everywhere
def test_json_feed_has_our_address_and_that_of_the_article(answers, place):
    """JSON Feed 1.1: `url` is the permalink of the item, `external_url` a page elsewhere that it is about."""
    item, *others = json.loads(answers[f"{place}feed.json"].content)["items"]
    assert (item["url"], item["external_url"]) == (OURS, STORY)
    assert item["summary"] == "Our note & more."
    assert item["tags"] == ["Housing"]
    assert item["image"] == item["attachments"][0]["url"]
    assert "authors" not in item  # those of the feed
    assert place == LIST or "external_url" not in others[-1]


@everywhere
def test_atom_links_to_our_page_and_names_the_article_as_related(answers, place):
    """RFC 4287, 4.2.7.2: `alternate` is another version of the entry, `related` a resource that it is about."""
    entry = ElementTree.fromstring(answers[f"{place}feed.atom"].content).find("atom:entry", NAMESPACES)
    links = {link.get("rel"): link.get("href") for link in entry.findall("atom:link", NAMESPACES)}
    assert (links["alternate"], links["related"]) == (OURS, STORY)
    assert links["enclosure"].endswith(".jpg")
    assert text(entry, "atom:id").startswith("tag:localhost,")
    assert datetime.datetime.fromisoformat(text(entry, "atom:published")).date() == datetime.date(2024, 7, 4)
    assert datetime.datetime.fromisoformat(text(entry, "atom:updated")).tzinfo


@everywhere
def test_rss_links_to_the_article(answers, place):
    """RSS 2.0: an item has one link; of a synopsis, "the link points to the full story"."""
    item = ElementTree.fromstring(answers[f"{place}feed.rss"].content).find("channel/item")
    assert text(item, "link") == STORY
    assert item.find("guid").get("isPermaLink") == "false"
    assert moment(text(item, "pubDate")) == datetime.datetime(2024, 7, 4, 16, tzinfo=datetime.UTC)
    assert item.find("enclosure").get("type") == "image/jpeg"
    assert text(item.find("media:content", NAMESPACES), "media:credit") == "Photo: Staff"


@pytest.mark.parametrize(
    ("name", "path"), [("rss", "channel/item/content:encoded"), ("atom", "atom:entry/atom:content")]
)
def test_the_text_is_our_note_and_the_citation(answers, name, path):
    content = ElementTree.fromstring(answers[f"{LIST}feed.{name}"].content).find(path, NAMESPACES).text
    for part in (
        "Our note &amp; more.",
        'href="https://tribune.example.org/story?id=7&amp;page=2"',
        '<a href="https://tribune.example.org/" rel="external noopener">The Example Tribune</a>',
        "Reporter One",
        "may need a subscription",
    ):
        assert part in content, part


def test_the_list_advertises_its_feeds(answers):
    html = answers[LIST].content.decode()
    for name, media_type in MEDIA_TYPES.items():
        assert f'<link rel="alternate" type="{media_type}"' in html
        assert f'href="{SITE}{LIST}feed.{name}"' in html
