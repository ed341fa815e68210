"""What is written about a photo, or its file, is changed once: no page, card, gallery or feed shows the old one.

All addresses are asked for through the page cache, and answered from it until the change.
"""

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse
from wagtail.models import Page, Site

from core.models import SiteSettings
from home.tests.factories import HomePageFactory, StandardPageFactory
from images.models import Photo
from images.tests.factories import PhotoFactory, image_file
from news.tests.factories import BlogIndexFactory, BlogPostFactory, SeriesFactory

pytestmark = pytest.mark.django_db(transaction=True)

FIGURES = {"/", "/about/", "/blog/lead/", "/blog/photo/", "/blog/gallery/"}
FEEDS = {f"{path}feed.{name}" for path in ("/", "/blog/") for name in ("rss", "atom", "json")}
CARDS = {"/blog/", "/blog/own-words/"}  # the second one offers the other posts to read next
OWN_WORDS = "/blog/own-words/"
GALLERY = "/blog/gallery/"
ADDRESSES = FIGURES | FEEDS | CARDS


@pytest.fixture
def photo():
    """The photo that everything shows."""
    return PhotoFactory(description="The old alt text", caption="<p>The old caption</p>", credit="The old credit")


@pytest.fixture
def site(photo):
    """A site that shows one photo in every way."""
    home = HomePageFactory(parent=Page.objects.get(depth=1), slug="front")
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    SiteSettings.for_site(Site.objects.get())
    home.sections = [
        {"type": "hero", "value": {"heading": "Together", "text": "", "photo": {"photo": photo.pk}, "links": []}},
        {"type": "latest_posts", "value": {"title": "News", "count": "6"}},
    ]
    home.save()
    StandardPageFactory(parent=home, title="About", slug="about", lead_photo=photo)
    blog = BlogIndexFactory(parent=home)
    series = SeriesFactory()  # so that one post offers the others
    BlogPostFactory(parent=blog, slug="lead", series=series, lead_photo=photo)
    own = {"photo": photo.pk, "own_alt": "Its own alt text", "own_caption": "<p>Its own caption</p>"}
    for slug, block in {
        "photo": {"type": "photo", "value": {"photo": photo.pk}},
        "gallery": {"type": "gallery", "value": {"photos": [{"photo": photo.pk}, {"photo": photo.pk}]}},
        "own-words": {"type": "photo", "value": own},
    }.items():
        BlogPostFactory(parent=blog, slug=slug, series=series, body=[block])


@pytest.fixture
def get(client):
    """Ask for an address as any visitor; a text."""

    def get(address, stored=None):
        response = client.get(address, headers={"host": "localhost"})
        assert response.status_code == 200, address
        assert stored is None or response["X-Page-Cache"] == stored, address
        return response.content.decode()

    return get


@pytest.fixture
def showing(site, get):
    """A function that gives the addresses which show a text. All of them have been answered from the cache."""
    for stored in (None, None, "hit"):  # the first visit of a site may create something, which is a change
        for address in ADDRESSES:
            get(address, stored)

    def showing(words):
        return {address for address in ADDRESSES if words in get(address)}

    return showing


def test_the_caption(showing, photo):
    assert showing("The old caption") == FIGURES | FEEDS
    photo.image_caption.caption = "<p>The new caption</p>"
    photo.image_caption.save()
    assert showing("The new caption") == FIGURES | FEEDS
    assert showing("The old caption") == set()


def test_the_credit(showing, photo):
    assert showing("The old credit") == FIGURES | FEEDS | {OWN_WORDS}
    photo.image_caption.credit = "The new credit"
    photo.image_caption.save()
    assert showing("The new credit") == FIGURES | FEEDS | {OWN_WORDS}
    assert showing("The old credit") == set()


def test_the_alt_text(showing, photo):
    assert showing("The old alt text") == ADDRESSES
    photo.description = "The new alt text"
    photo.save()
    assert showing("The new alt text") == ADDRESSES
    assert showing("The old alt text") == set()


def test_a_caption_that_is_taken_away(showing, photo):
    photo.image_caption.caption = ""
    photo.image_caption.save()
    assert showing("The old caption") == set()


def test_what_a_use_says_itself_stays(showing, photo):
    where = {OWN_WORDS} | FEEDS
    assert showing("Its own caption") == showing("Its own alt text") == where
    photo.description = "The new alt text"
    photo.save()
    photo.image_caption.caption = "<p>The new caption</p>"
    photo.image_caption.save()
    assert showing("Its own caption") == showing("Its own alt text") == where


def test_all_of_it_by_the_form_of_the_photo(showing, photo, client):
    editor = User.objects.create_user("editor", password="password")
    editor.groups.add(Group.objects.get(name="Editors"))
    client.force_login(editor)
    whole, crop = "format-jpeg|width-800", "format-jpeg|fill-400x267"
    old_files = Photo.objects.get().files
    assert showing(old_files[whole].url) >= (FIGURES | FEEDS) - {GALLERY}
    assert showing(old_files[crop].url) >= CARDS | {GALLERY}
    answer = client.post(
        reverse("wagtailimages:edit", args=[photo.pk]),
        {
            "title": photo.title,
            "file": image_file("new.jpg", size=(800, 600)),
            "description": "The new alt text",
            "caption": '{"blocks": [{"text": "The new caption", "type": "unstyled", "depth": 0, "key": "a",'
            ' "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}',
            "credit": "The new credit",
            "terms": photo.image_caption.terms,
            "collection": photo.collection_id,
        },
        headers={"host": "localhost"},
    )
    assert answer.status_code == 302
    client.logout()
    assert showing("The new alt text") == ADDRESSES
    assert showing("The new caption") == FIGURES | FEEDS
    assert showing("The new credit") == FIGURES | FEEDS | {OWN_WORDS}
    assert showing("The old") == set()
    new_files = Photo.objects.get().files
    assert showing(new_files[whole].url) >= (FIGURES | FEEDS) - {GALLERY}
    assert showing(new_files[crop].url) >= CARDS | {GALLERY}
    assert showing(old_files[whole].url) == showing(old_files[crop].url) == set()
