"""What pages cost at first, with nothing remembered, on a site with all that stands around them.

These tests commit: within a transaction a page would not even remember what it has asked for itself a moment before.
"""

from datetime import date, time

import pytest
from wagtail.models import PageViewRestriction, Site

from convenings.tests.factories import ConveningFactory, ConveningIndexFactory
from core.models import SiteSettings
from core.tests.factories import PlaceFactory, TopicFactory
from home.tests.factories import StandardPageFactory
from images.tests.factories import PhotoFactory
from media_inquiries.models import DeskSettings
from media_inquiries.tests.factories import ContactPersonFactory, MediaContactFactory
from news.tests.factories import (
    AuthorFactory,
    BlogPostFactory,
    NewsMentionFactory,
    NewsMentionIndexFactory,
    SeriesFactory,
)
from page_cache import changed
from press.tests.factories import PressIndexFactory, PressReleaseFactory, PressReleaseIndexFactory
from search.related import related

from . import sample_site

pytestmark = pytest.mark.django_db(transaction=True)

MOST = {"list": 13, "filtered list": 14, "post": 15, "post with related pages": 16, "home": 19, "convenings": 14}


@pytest.fixture(autouse=True)
def about(home_page, settings):
    """A desk with hours, closed days and people, a menu, links in the footer, a share image, a private page."""
    settings.PAGE_CACHE_ENABLED = False
    site = Site.objects.get()
    about = StandardPageFactory(parent=home_page, slug="about", show_in_menus=True)
    members = StandardPageFactory(parent=home_page, slug="members")
    PageViewRestriction.objects.create(page=members, restriction_type=PageViewRestriction.LOGIN)
    press = PressIndexFactory(parent=home_page, show_in_menus=True)
    desk = MediaContactFactory(parent=press)
    for day in (0, 5):
        desk.office_hours.create(first_day=day, last_day=day, opens=time(9), closes=time(17))
        desk.closed_days.create(date=date(2030, 12, 24 + day))
    desk.save()
    ContactPersonFactory.create_batch(2, contact=desk)
    MediaContactFactory(parent=press, slug="another-desk")
    DeskSettings.objects.create(site=site, default_desk=desk)
    links = [{"type": "link", "value": {"label": "", "page": page.pk, "url": ""}} for page in (about, press, members)]
    SiteSettings.objects.create(site=site, default_share_image=PhotoFactory(), footer_links=links)
    return about


def a_post(blog, about, photos=1):
    """A post with everything, so many times each photo and each block that reads from the database."""
    photos = PhotoFactory.create_batch(photos, caption="<p>Caption</p>", credit="Staff")
    body = []
    for photo in photos:
        body += [
            {"type": "paragraph", "value": f'<p><a linktype="page" id="{about.pk}">about</a></p>'},
            {"type": "photo", "value": {"photo": photo.pk}},
            {"type": "pages", "value": {"title": "More", "pages": [about.pk]}},
        ]
    post = BlogPostFactory(parent=blog, series=SeriesFactory(), lead_photo=photos[0], body=body)
    post.topics.add(TopicFactory(slug=f"topic-{post.pk}"))
    post.places.add(PlaceFactory())
    post.bylines.create(author=AuthorFactory())
    post.save()
    return post


@pytest.fixture
def queries(client, django_assert_max_num_queries):
    """A function that tells how many queries an address takes; it fails above the limit for the kind of page."""

    def queries(kind, address):
        client.get(address)  # what is remembered for good, such as content types
        changed()
        with django_assert_max_num_queries(MOST[kind]) as captured:
            response = client.get(address)
        assert response.status_code == 200
        assert b"mailto:desk@example.org" in response.content
        return len(captured)

    return queries


def test_related_pages_of_three_kinds_leave_a_post_within_its_limit(queries, blog, about, home_page):
    post = a_post(blog, about)
    press = home_page.get_children().get(slug="press").specific
    for factory, parent in [
        (BlogPostFactory, blog),
        (NewsMentionFactory, NewsMentionIndexFactory(parent=press)),
        (PressReleaseFactory, PressReleaseIndexFactory(parent=press)),
    ]:
        page = factory(parent=parent, lead_photo=PhotoFactory())
        page.topics.set(post.topics.all())
        page.save()
    assert len(related(post)) == 3
    queries("post with related pages", post.url)


def test_the_list_of_convenings(queries, home_page):
    ConveningIndexFactory(parent=home_page)
    ConveningFactory.create_batch(2)
    ConveningFactory(starts_on=date(2999, 9, 6))
    queries("convenings", "/convenings/")


def test_lists_and_home_take_as_many_for_twenty_posts_as_for_one(queries, home_page, blog, about):
    post = a_post(blog, about)
    home_page.sections = sample_site.sections(PhotoFactory(), about, post)
    home_page.save()
    addresses = {"list": "/blog/", "filtered list": f"/blog/?topic=topic-{post.pk}", "home": "/"}
    one = {kind: queries(kind, address) for kind, address in addresses.items()}
    for _ in range(19):
        a_post(blog, about)
    assert {kind: queries(kind, address) for kind, address in addresses.items()} == one


def test_a_post_takes_as_many_for_twenty_blocks_and_photos_as_for_one(queries, blog, about):
    small, large = a_post(blog, about), a_post(blog, about, 20)
    for _ in range(3):
        a_post(blog, about)
    assert queries("post", small.url) == queries("post", large.url)
