"""Editing a convening leaves no stale copy of any page that shows it; nor does time."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import ReferenceIndex

from convenings.models import Status
from news.tests.factories import BlogIndexFactory, BlogPostFactory
from press.tests.factories import PressIndexFactory, PressReleaseFactory, PressReleaseIndexFactory

from .factories import ConveningFactory, ConveningIndexFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.indexes]

PAGE = "/convenings/the-one/"
SHOWING = ["/", "/convenings/", "/blog/by-its-text/", "/blog/by-its-field/", "/press/releases/release/"]
FEEDS = ["/blog/feed.rss", "/blog/feed.atom", "/blog/feed.json", "/feed.json"]
OTHERS = ["/press/releases/release/release.txt", "/press/now/"]
EVERYWHERE = [*SHOWING, *FEEDS, *OTHERS]


@pytest.fixture
def convening(settings, home_page):
    """A convening in a month, for which one can register for two weeks, on all pages that can show one."""
    settings.PAGE_CACHE_ENABLED = True
    ConveningIndexFactory(parent=home_page)
    blog, press = BlogIndexFactory(parent=home_page), PressIndexFactory(parent=home_page)
    today = timezone.localdate()
    convening = ConveningFactory(
        name="The one",
        slug="the-one",
        starts_on=today + datetime.timedelta(days=30),
        ends_on=today + datetime.timedelta(days=32),
        status=Status.OPEN,
        registration_url="https://example.org/register",
        registration_closes_on=today + datetime.timedelta(days=14),
    )
    body = [{"type": "convening", "value": convening.pk}]
    BlogPostFactory(parent=blog, slug="by-its-text", body=body)
    BlogPostFactory(parent=blog, slug="by-its-field", convening=convening)
    PressReleaseFactory(parent=PressReleaseIndexFactory(parent=press), slug="release", body=body)
    home_page.sections = [{"type": "next_convening", "value": {"title": "Next convening", "convening": None}}]
    home_page.save()
    return convening


@pytest.fixture
def ask(client):
    """Ask for an address as any visitor; returns the text of the answer."""

    def get(address, status=200):
        response = client.get(address, headers={"host": "localhost"})
        assert response.status_code == status
        return response.content.decode()

    return get


@pytest.fixture
def stored(convening, ask, client):
    """All addresses have been asked for, and are answered from the page cache."""
    ask("/nothing/", 404)  # the first page of a site may create its settings, which is a change
    for address in [PAGE, *EVERYWHERE]:
        assert "The one" in ask(address), address
    for address in [PAGE, *EVERYWHERE]:
        assert client.get(address, headers={"host": "localhost"})["X-Page-Cache"] == "hit", address
    return convening


@pytest.fixture
def at(clock):
    """A function that sets the clock of the site."""
    return clock.move_to


def publish(convening, **fields):
    """Publish a convening with other fields, as the editor does."""
    for name, value in fields.items():
        setattr(convening, name, value)
    convening.save_revision().publish()


def test_another_status_is_seen_everywhere(stored, ask):
    publish(stored, status=Status.POSTPONED)
    for address in [PAGE, *EVERYWHERE]:
        if address != "/":  # the next convening is one that takes place
            assert "Postponed" in ask(address), address
            assert "https://example.org/register" not in ask(address), address
    assert "The one" not in ask("/")


def test_another_name_is_seen_everywhere(stored, ask):
    publish(stored, name="Renamed")
    for address in [PAGE, *EVERYWHERE]:
        assert "Renamed" in ask(address), address
        assert "The one" not in ask(address), address


def test_a_draft_changes_nothing(stored, ask, client):
    stored.name, stored.status = "Renamed", Status.CANCELLED
    stored.save_revision()
    for address in [PAGE, *EVERYWHERE]:
        assert client.get(address, headers={"host": "localhost"})["X-Page-Cache"] == "hit", address


def test_what_is_taken_back_is_gone_everywhere(stored, ask):
    stored.unpublish()
    for address in EVERYWHERE:
        assert "The one" not in ask(address), address
    ask(PAGE, 404)


def test_what_is_published_again_is_back_everywhere(stored, ask):
    stored.unpublish()
    assert "The one" not in ask("/blog/by-its-text/")
    ask(PAGE, 404)
    publish(stored)
    for address in [PAGE, *EVERYWHERE]:
        assert "The one" in ask(address), address


def test_another_address_is_linked_everywhere(stored, ask):
    publish(stored, slug="another")
    assert "The one" in ask("/convenings/another/")
    ask(PAGE, 301)
    for address in [*SHOWING, *FEEDS]:
        assert "/convenings/another/" in ask(address), address


def test_a_list_that_is_taken_back_is_linked_nowhere(stored, ask, home_page):
    home_page.get_children().get(slug="convenings").specific.unpublish()
    for address in ["/", "/blog/by-its-text/", *FEEDS]:
        text = ask(address)
        assert "The one" in text, address
        assert PAGE not in text, address


@pytest.mark.parametrize("address", [PAGE, *SHOWING, *FEEDS, *OTHERS])
def test_time_closes_the_registration(stored, ask, at, address):
    assert "https://example.org/register" in ask(address)
    closes = stored.state.until
    at(closes - datetime.timedelta(seconds=1))
    assert "Registration open" in ask(address)
    at(closes)
    text = ask(address)
    assert "Registration closed" in text
    assert "https://example.org/register" not in text


@pytest.mark.parametrize("status", [Status.OPEN, Status.CANCELLED])
def test_time_makes_it_a_thing_of_the_past(stored, ask, at, status):
    publish(stored, status=status)
    assert "Upcoming" in ask("/convenings/")
    at(stored.over_at)
    text = ask("/convenings/")
    assert "Upcoming" not in text
    assert "The one" in text
    assert "The one" not in ask("/")


def test_time_makes_another_one_the_next(stored, ask, at):
    later = stored.over_at.date() + datetime.timedelta(days=5)
    ConveningFactory(name="The next", starts_on=later, ends_on=later)
    assert "The next" not in ask("/")
    at(stored.over_at)
    assert "The next" in ask("/")


def test_a_page_that_begins_or_ceases_to_mention_it_is_seen_below_it(stored, ask, home_page):
    blog = home_page.get_children().get(slug="blog").specific
    post = BlogPostFactory(parent=blog, title="Not yet about it")
    assert "Not yet about it" not in ask(PAGE)
    post.convening = stored
    post.save_revision().publish()
    assert "Not yet about it" in ask(PAGE)
    assert ReferenceIndex.get_references_to(stored).filter(object_id=post.pk).exists()
    post.convening = None
    post.save_revision().publish()
    assert "Not yet about it" not in ask(PAGE)
