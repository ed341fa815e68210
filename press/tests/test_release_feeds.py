"""Releases in feeds: their own and the one for everything."""

import datetime
import json
from xml.etree import ElementTree

import feedparser
import pytest
from django.test import TestCase

from core.models import Place
from images.tests.factories import PhotoFactory

from .factories import PressReleaseFactory

pytestmark = pytest.mark.django_db

SITE = "http://localhost"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
PLACES = ("/press/releases/", "/")


@pytest.fixture(autouse=True)
def release(releases):
    """A release with a photo, a statement and a link."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        photo = PhotoFactory(credit="Photo: Staff")
    link = f'<p>See <a linktype="page" id="{releases.pk}">all</a>.</p>'
    spoken = {"speaker": "Board member", "title": "", "place": "", "words": "<p>We kept our word.</p>"}
    return PressReleaseFactory(
        parent=releases,
        title="Rent < wages",
        slug="rent",
        lead_photo=photo,
        dateline_city="Aurora",
        dateline_state=Place.objects.get(name="Colorado"),
        published_on=datetime.date(2024, 7, 4),
        body=[{"type": "paragraph", "value": link}, {"type": "statement", "value": spoken}],
    )


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("file_format", ["rss", "atom"])
def test_readers_find_it(client, place, file_format):
    found = feedparser.parse(client.get(f"{place}feed.{file_format}", SERVER_NAME="localhost").content)
    assert not found.bozo, found.get("bozo_exception")
    (entry,) = found.entries
    assert entry.link == f"{SITE}/press/releases/rent/"
    assert entry.id.startswith("tag:localhost,")
    assert entry.published_parsed[:3] == (2024, 7, 4)


@pytest.mark.parametrize("place", PLACES)
def test_its_text_begins_with_the_dateline_and_holds_nothing_of_the_page(client, place):
    item = json.loads(client.get(f"{place}feed.json", SERVER_NAME="localhost").content)["items"][0]
    content = item["content_html"]
    assert content.startswith('<p><span class="dateline">AURORA, Colo. — July 4, 2024 —</span> See ')
    assert f'href="{SITE}/press/releases/"' in content
    assert "We kept our word." in content
    assert "Link to this statement" not in content
    assert item["image"].startswith(f"{SITE}/media/")


def test_rss_has_text_and_photo_with_credit(client):
    root = ElementTree.fromstring(client.get("/press/releases/feed.rss", SERVER_NAME="localhost").content)
    item = root.find("channel/item")
    assert "AURORA, Colo." in item.find(CONTENT).text
    assert (
        item.find("{http://search.yahoo.com/mrss/}content/{http://search.yahoo.com/mrss/}credit").text == "Photo: Staff"
    )
    assert int(item.find("enclosure").get("length")) > 100


@pytest.mark.parametrize("name", ["rss", "atom", "json"])
def test_the_list_advertises_it(client, name):
    assert (
        f'href="{SITE}/press/releases/feed.{name}"'
        in client.get("/press/releases/", SERVER_NAME="localhost").content.decode()
    )
