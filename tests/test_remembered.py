"""Nothing that pages remember outlives a change: menu, footer, blogs and cards.

The page cache is off, so that each request renders.
"""

from datetime import time

import pytest
from wagtail.models import Page, PageViewRestriction, Site

from core.models import SiteSettings
from core.tests.factories import TopicFactory
from home.tests.factories import HomePageFactory
from images import renditions
from images.tests.factories import PhotoFactory
from media_inquiries.models import DeskSettings
from media_inquiries.tests.factories import ContactPersonFactory, MediaContactFactory
from news.models import Author, BlogIndex, BlogPost, Outlet, Series
from news.tests.factories import (
    AuthorFactory,
    BlogIndexFactory,
    BlogPostFactory,
    NewsMentionFactory,
    NewsMentionIndexFactory,
    SeriesFactory,
)
from page_cache import changed
from press.tests.factories import PressIndexFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def site(settings):
    """Home with the latest posts; two posts of one series, by one author, with a photo."""
    settings.PAGE_CACHE_ENABLED = False
    home = HomePageFactory(parent=Page.objects.get(depth=1), slug="front")
    home.sections = [{"type": "latest_posts", "value": {"title": "News", "count": "3"}}]
    home.save()
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    blog = BlogIndexFactory(parent=home)
    series, author, topic, photo = SeriesFactory(), AuthorFactory(), TopicFactory(), PhotoFactory()
    for slug in ("first", "second"):
        post = BlogPostFactory(parent=blog, slug=slug, title=f"The {slug} post", series=series, lead_photo=photo)
        post.topics.add(topic)
        post.bylines.create(author=author)
        post.save()


@pytest.fixture
def shown(client):
    """The pages that show a text, of home, blog and the second post."""

    def pages_with(text):
        addresses = {"home": "/", "blog": "/blog/", "post": "/blog/second/"}
        contents = {name: client.get(url, headers={"host": "localhost"}) for name, url in addresses.items()}
        return {name for name, response in contents.items() if text in response.content.decode()}

    pages_with("")  # so that everything is remembered
    pages_with("")
    return pages_with


EVERYWHERE = {"home", "blog", "post"}


def change(model, **values):
    """Save a changed value on the one object of a model."""
    instance = model.objects.get()
    for name, value in values.items():
        setattr(instance, name, value)
    instance.save()


def test_the_title_of_a_post(shown):
    first = BlogPost.objects.get(slug="first")
    first.title = "A better title"
    first.save_revision().publish()
    assert shown("A better title") == EVERYWHERE
    assert shown("The first post") == set()


def test_its_address(shown):
    first = BlogPost.objects.get(slug="first")
    first.slug = "better"
    first.save_revision().publish()
    assert shown("/blog/better/") == EVERYWHERE


def test_unpublishing_it(shown):
    BlogPost.objects.get(slug="first").unpublish()
    assert shown("The first post") == set()


def test_making_it_private(shown):
    first = BlogPost.objects.get(slug="first")
    PageViewRestriction.objects.create(page=first, restriction_type=PageViewRestriction.LOGIN)
    assert shown("The first post") == set()


def test_making_the_page_itself_private(shown, client):
    second = BlogPost.objects.get(slug="second")
    PageViewRestriction.objects.create(page=second, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/blog/second/", headers={"host": "localhost"}).status_code == 302


def test_a_new_post(shown):
    BlogPostFactory(parent=BlogIndex.objects.get(), title="The newest post")
    assert shown("The newest post") == {"home", "blog"}


def test_the_name_of_the_series(shown):
    change(Series, name="Another series")
    assert shown("Another series") == EVERYWHERE


def test_the_name_of_an_author(shown):
    change(Author, name="Another team")
    assert shown("Another team") == {"post"}


def test_what_a_post_is_about(shown):
    post = BlogPost.objects.get(slug="second")
    post.topics.add(TopicFactory(name="Another topic"))
    post.save()
    assert shown("Another topic") == {"blog", "post"}


def test_a_photo(shown):
    photo = BlogPost.objects.first().lead_photo
    photo.description = "Another alt text"
    photo.save()
    assert shown("Another alt text") == EVERYWHERE


def test_the_files_of_a_photo(shown):
    photo = BlogPost.objects.first().lead_photo
    photo.renditions.filter(filter_spec__contains="webp").delete()
    changed()
    assert shown("image/webp") == set()
    renditions.prepare(photo)
    assert shown("image/webp") == EVERYWHERE


def test_the_menu(shown):
    blog = BlogIndex.objects.get()
    blog.title = "Another blog"
    blog.save_revision().publish()
    assert shown("Another blog") == EVERYWHERE


def test_the_footer(shown):
    change(SiteSettings, tagline="Another tagline")
    assert shown("Another tagline") == EVERYWHERE


def test_the_press_desk(shown):
    desk = MediaContactFactory(parent=Site.objects.get().root_page.specific, email="desk@example.org")
    assert shown("mailto:desk@example.org") == EVERYWHERE
    desk.email = "new@example.org"
    desk.save_revision().publish()
    assert shown("mailto:new@example.org") == EVERYWHERE
    desk.unpublish()
    assert shown("mailto:") == {"post"}  # the address to share it by email


def test_the_hours_of_the_press_desk(shown):
    desk = MediaContactFactory(parent=Site.objects.get().root_page.specific)
    desk.office_hours.create(first_day=5, last_day=5, opens=time(10), closes=time(12))
    desk.office_hours.create(first_day=0, last_day=4, opens=time(9), closes=time(17))
    desk.save()
    assert shown("Saturday, 10 a.m. to noon; Weekdays, 9 a.m. to 5 p.m. Eastern") == EVERYWHERE
    for sort_order, row in enumerate(desk.office_hours.order_by("first_day")):
        row.sort_order = sort_order
        row.save()
    assert shown("Weekdays, 9 a.m. to 5 p.m.; Saturday, 10 a.m. to noon Eastern") == EVERYWHERE
    desk.office_hours.last().delete()
    assert shown("Weekdays, 9 a.m. to 5 p.m. Eastern") == EVERYWHERE


@pytest.mark.parametrize("chosen", [True, False])
def test_making_the_press_desk_private(shown, chosen):
    desk = MediaContactFactory(parent=Site.objects.get().root_page.specific)
    if chosen:
        DeskSettings.objects.create(site=Site.objects.get(), default_desk=desk)
    assert shown("mailto:desk@example.org") == EVERYWHERE
    restriction = PageViewRestriction.objects.create(page=desk, restriction_type=PageViewRestriction.LOGIN)
    assert shown("mailto:desk@example.org") == set()
    restriction.delete()
    assert shown("mailto:desk@example.org") == EVERYWHERE


def test_moving_the_press_desk(shown):
    home = Site.objects.get().root_page.specific
    desk = MediaContactFactory(parent=home)
    assert shown('href="/media-inquiries/"') == EVERYWHERE
    desk.move(PressIndexFactory(parent=home), "last-child")
    assert shown('href="/press/media-inquiries/"') == EVERYWHERE


def test_the_people_of_the_press_desk(client):
    desk = MediaContactFactory(parent=Site.objects.get().root_page.specific)

    def deadline_page():
        client.get("/", headers={"host": "localhost"})  # so that the desk is remembered without them
        return client.get("/press/now/", headers={"host": "localhost"}).content.decode()

    assert "Gale Marsh" not in deadline_page()
    person = ContactPersonFactory(contact=desk, name="Gale Marsh")
    assert "Gale Marsh" in deadline_page()
    person.delete()
    assert "Gale Marsh" not in deadline_page()


def test_the_choice_of_the_press_desk(shown):
    home = Site.objects.get().root_page.specific
    desks = [MediaContactFactory(parent=home, slug=slug, email=f"{slug}@example.org") for slug in ("one", "two")]
    assert shown("@example.org") == set()
    DeskSettings.objects.create(site=Site.objects.get(), default_desk=desks[1])
    assert shown("two@example.org") == EVERYWHERE


def test_the_home_page_of_the_site(shown, client):
    other = HomePageFactory(parent=Page.objects.get(depth=1), title="Another home", slug="other")
    change(Site, root_page=other)
    assert shown("Another home") == {"home"}


def test_the_name_of_an_outlet(client):
    press = PressIndexFactory(parent=Site.objects.get().root_page.specific)
    mention = NewsMentionFactory(parent=NewsMentionIndexFactory(parent=press))
    address = "/press/in-the-news/"
    for _ in range(2):  # so that it is remembered
        assert f"at {mention.outlet.name}" in client.get(address, headers={"host": "localhost"}).content.decode()
    change(Outlet, name="The Renamed Tribune")
    html = client.get(address, headers={"host": "localhost"}).content.decode()
    assert "at The Renamed Tribune" in html
    assert ">The Renamed Tribune (1)</option>" in html
