"""The feeds, as feed readers read them: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1."""

import datetime
import email.utils
import html
import json
import re
from xml.etree import ElementTree

import feedparser
import pytest
from django.core.cache import caches
from django.test import Client, TestCase
from wagtail.models import Site

from core.models import SiteSettings
from core.tests.factories import TopicFactory
from images.tests.factories import PhotoFactory
from news.tests.factories import AuthorFactory, BlogPostFactory

from . import sample_site

pytestmark = pytest.mark.django_db

SITE = "http://localhost"
MEDIA_TYPES = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}
ADDRESSES = [f"{place}feed.{name}" for place in ("/blog/", "/") for name in MEDIA_TYPES]
RSS = [address for address in ADDRESSES if address.endswith("rss")]
ATOM = [address for address in ADDRESSES if address.endswith("atom")]
JSON = [address for address in ADDRESSES if address.endswith("json")]
NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
}
AWKWARD = 'Rent < wages & "fair" housing'


TEASER = f"{AWKWARD}: what members say."
PUBLISHED = datetime.date(2024, 7, 4)


@pytest.fixture(scope="module")
def answers(django_db_setup, django_db_blocker):
    """What the site answers, by address."""
    with sample_site.for_a_while(django_db_blocker):
        _home_page, blog = sample_site.empty()
        settings = SiteSettings.for_site(Site.objects.get())
        settings.tagline = "Local officials, together"
        settings.save()
        BlogPostFactory(parent=blog, title="Older", slug="older", published_on=datetime.date(2020, 1, 1))
        post_with_everything(blog)
        client = Client(SERVER_NAME="localhost")
        return {address: client.get(address) for address in [*ADDRESSES, "/", "/blog/"]}


def post_with_everything(blog):
    """Make a post that has all that a feed can tell."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        photo = PhotoFactory(credit="Photo: Staff")
    link = f'<p>See <a linktype="page" id="{blog.pk}">all</a> and <a href="#below">below</a>.</p>'
    post = BlogPostFactory(
        parent=blog,
        title=AWKWARD,
        teaser=TEASER,
        slug="awkward",
        lead_photo=photo,
        published_on=PUBLISHED,
        body=[
            {"type": "paragraph", "value": link},
            {"type": "heading", "value": {"text": "Below & on", "level": "2"}},
            {"type": "photo", "value": {"photo": photo.pk}},
        ],
    )
    for author in (AuthorFactory(name="First team"), AuthorFactory(name="Press desk")):
        post.bylines.create(author=author)
    post.topics.add(TopicFactory(name="Housing & rent"))
    post.save()


@pytest.fixture
def response(answers, address):
    """What the site answers at the address of the test's parameter `address`."""
    return answers[address]


@pytest.fixture
def channel(response):
    """The channel of an RSS feed."""
    root = ElementTree.fromstring(response.content)
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    return root.find("channel")


@pytest.fixture
def atom(response):
    """The root of an Atom feed."""
    root = ElementTree.fromstring(response.content)
    assert root.tag == f"{{{NAMESPACES['atom']}}}feed"
    return root


def text(element, path):
    """The text of the one element at a path."""
    (found,) = element.findall(path, NAMESPACES)
    return found.text


every_feed = pytest.mark.parametrize("address", ADDRESSES)
rss_feeds = pytest.mark.parametrize("address", RSS)
atom_feeds = pytest.mark.parametrize("address", ATOM)
json_feeds = pytest.mark.parametrize("address", JSON)


@every_feed
def test_has_its_media_type(response, address):
    assert response["Content-Type"].split(";")[0] == MEDIA_TYPES[address.rpartition(".")[2]]


@pytest.mark.parametrize("page", ["/", "/blog/"])
def test_is_advertised_by_the_page_that_lists_the_same(answers, page):
    document = answers[page].content.decode()
    for name, media_type in MEDIA_TYPES.items():
        (href,) = re.findall(f'<link rel="alternate" type="{re.escape(media_type)}"[^>]* href="([^"]+)"', document)
        assert href == f"{SITE}{page}feed.{name}"
        assert href.removeprefix(SITE) in ADDRESSES


@rss_feeds
def test_rss_describes_its_channel(channel, address):
    assert text(channel, "title") in ("Local Progress", "Our Blog + Latest News")
    assert text(channel, "link") == SITE + address.removesuffix("feed.rss")
    assert text(channel, "description").strip()
    assert text(channel, "language") == "en-us"
    (own,) = channel.findall("atom:link[@rel='self']", NAMESPACES)
    assert own.get("href") == SITE + address
    assert moment(text(channel, "lastBuildDate"))


def moment(rfc_822):
    """An RFC 822 date as a moment; fails if it has no zone."""
    assert re.fullmatch(r"\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} ([+-]\d{4}|GMT)", rfc_822)
    return email.utils.parsedate_to_datetime(rfc_822)


@rss_feeds
def test_rss_has_all_of_a_post(channel):
    item = channel.find("item")
    assert text(item, "title") == AWKWARD
    assert text(item, "link") == f"{SITE}/blog/awkward/"
    assert html.unescape(text(item, "description")) == TEASER
    assert moment(text(item, "pubDate")) == datetime.datetime(2024, 7, 4, 16, tzinfo=datetime.UTC)
    assert [one.text for one in item.findall("dc:creator", NAMESPACES)] == ["First team", "Press desk"]
    assert text(item, "category") == "Housing & rent"
    assert "Below &amp; on" in text(item, "content:encoded")
    assert item.find("author") is None  # an email address by specification, which is not for the public


@rss_feeds
def test_rss_has_the_photo_with_size_credit_and_length(channel):
    item = channel.find("item")
    (photo,) = item.findall("media:content", NAMESPACES)
    assert (photo.get("medium"), photo.get("type")) == ("image", "image/jpeg")
    assert int(photo.get("width")) > int(photo.get("height")) > 0
    assert text(photo, "media:description") == "A row of houses in the sun"
    assert text(photo, "media:credit") == "Photo: Staff"
    assert item.find("media:thumbnail", NAMESPACES).get("url") == photo.get("url")
    (enclosure,) = item.findall("enclosure")
    assert enclosure.get("url") == photo.get("url")
    assert int(enclosure.get("length")) > 100
    assert enclosure.get("type") == "image/jpeg"


@rss_feeds
def test_rss_ids_are_no_addresses(channel):
    for guid in channel.findall("item/guid"):
        assert guid.get("isPermaLink") == "false"
        assert guid.text.startswith("tag:localhost,")


@atom_feeds
def test_atom_has_what_the_specification_requires(atom, address):
    assert text(atom, "atom:id") == SITE + address
    assert text(atom, "atom:title").strip()
    assert datetime.datetime.fromisoformat(text(atom, "atom:updated")).tzinfo
    links = {link.get("rel"): link.get("href") for link in atom.findall("atom:link", NAMESPACES)}
    assert links == {"self": SITE + address, "alternate": SITE + address.removesuffix("feed.atom")}
    has_author = atom.find("atom:author", NAMESPACES) is not None
    for entry in atom.findall("atom:entry", NAMESPACES):
        assert text(entry, "atom:id").startswith("tag:localhost,")
        assert text(entry, "atom:title")
        assert datetime.datetime.fromisoformat(text(entry, "atom:updated")).tzinfo
        # RFC 4287, 4.2.1: every entry has an author, or the feed has one for all.
        assert has_author or text(entry, "atom:author/atom:name")


@atom_feeds
def test_atom_has_all_of_a_post(atom):
    entry = atom.find("atom:entry", NAMESPACES)
    assert text(entry, "atom:title") == AWKWARD
    assert text(entry, "atom:summary") == TEASER
    assert datetime.datetime.fromisoformat(text(entry, "atom:published")).date() == PUBLISHED
    assert "Below &amp; on" in text(entry, "atom:content")
    assert entry.find("atom:content", NAMESPACES).get("type") == "html"
    assert [one.text for one in entry.findall("atom:author/atom:name", NAMESPACES)] == ["First team", "Press desk"]
    assert entry.find("atom:category", NAMESPACES).get("term") == "Housing & rent"


@json_feeds
def test_json_has_what_the_specification_requires(response, address):
    feed = json.loads(response.content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert feed["home_page_url"] == SITE + address.removesuffix("feed.json")
    assert feed["feed_url"] == SITE + address
    for item in feed["items"]:
        assert item["id"].startswith("tag:localhost,")
        assert item["content_html"]
        assert datetime.datetime.fromisoformat(item["date_published"]).tzinfo
        assert datetime.datetime.fromisoformat(item["date_modified"]).tzinfo


@json_feeds
def test_json_has_all_of_a_post(response):
    item = json.loads(response.content)["items"][0]
    assert (item["title"], item["summary"]) == (AWKWARD, TEASER)
    assert item["url"] == f"{SITE}/blog/awkward/"
    assert item["authors"] == [{"name": "First team"}, {"name": "Press desk"}]
    assert item["tags"] == ["Housing & rent"]
    assert item["attachments"][0]["url"] == item["image"]
    assert item["attachments"][0]["mime_type"] == "image/jpeg"


@every_feed
def test_readers_find_both_posts_newest_first(response, address):
    if address in JSON:
        assert [item["title"] for item in json.loads(response.content)["items"]] == [AWKWARD, "Older"]
        return
    found = feedparser.parse(response.content)
    assert not found.bozo, found.get("bozo_exception")
    assert [entry.link for entry in found.entries] == [f"{SITE}/blog/awkward/", f"{SITE}/blog/older/"]


def contents(response, address):
    """The HTML of all entries."""
    if address in JSON:
        return " ".join(item["content_html"] for item in json.loads(response.content)["items"])
    path = "channel/item/content:encoded" if address in RSS else "atom:entry/atom:content"
    return " ".join(one.text for one in ElementTree.fromstring(response.content).findall(path, NAMESPACES))


@every_feed
def test_all_addresses_are_complete(response, address):
    text = contents(response, address)
    addresses = re.findall(r'(?:href|src|action|poster)="([^"]*)"', text)
    for candidates in re.findall(r'srcset="([^"]*)"', text):
        addresses += [candidate.split()[0] for candidate in candidates.split(", ")]
    assert {f"{SITE}/blog/", f"{SITE}/blog/awkward/#below"} <= set(addresses)
    assert sum(one.startswith(f"{SITE}/media/") for one in addresses) > 3
    assert [one for one in addresses if not one.startswith(("http://", "https://", "mailto:"))] == []


def publish(post):
    """Publish what has been changed; a commit, which these tests never reach, would renew the stored feeds."""
    post.save_revision().publish()
    caches["page_cache"].clear()


def ids(client, address):
    response = client.get(address, SERVER_NAME="localhost")
    if address in JSON:
        return [item["id"] for item in json.loads(response.content)["items"]]
    return [entry.id for entry in feedparser.parse(response.content).entries]


def test_ids_are_the_same_in_every_feed_and_stay_when_title_and_address_change(client, blog):
    post = BlogPostFactory(parent=blog)
    (before,) = {tuple(ids(client, address)) for address in ADDRESSES}
    post.title = post.slug = "changed"
    publish(post)
    assert f"{SITE}/blog/changed/" in client.get("/blog/feed.rss", SERVER_NAME="localhost").content.decode()
    (after,) = {tuple(ids(client, address)) for address in ADDRESSES}
    assert before == after


def test_a_new_version_is_told_by_its_date_if_an_editor_says_so(client, blog):
    def dates():
        item = json.loads(client.get("/blog/feed.json").content)["items"][0]
        return item["date_published"], datetime.datetime.fromisoformat(item["date_modified"])

    post = BlogPostFactory(parent=blog)
    published, modified = dates()
    publish(post)
    assert dates() == (published, modified)
    post.show_as_updated = True
    publish(post)
    assert dates()[0] == published
    assert dates()[1] > modified


@every_feed
def test_an_empty_feed_is_a_feed(client, blog, address):
    response = client.get(address)
    assert response.status_code == 200
    if address in JSON:
        assert json.loads(response.content)["items"] == []
    else:
        assert not feedparser.parse(response.content).bozo


@every_feed
def test_holds_the_newest_twenty(client, blog, address):
    BlogPostFactory.create_batch(21, parent=blog)
    assert len(ids(client, address)) == 20


@pytest.mark.parametrize("address", ["/feed.xml", "/blog/feed.rss/", "/blog/a-post/feed.rss", "/nowhere/feed.rss"])
def test_there_is_no_other_feed(client, blog, address):
    BlogPostFactory(parent=blog, slug="a-post")
    assert client.get(address).status_code == 404
