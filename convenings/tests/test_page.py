"""The page of one convening."""

import json
import re
from datetime import date, time, timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import PageViewRestriction

from convenings.models import Attendance, Audience, Convening, Status
from core.models import Place
from core.tests.factories import PlaceFactory, TopicFactory
from images.tests.factories import PhotoFactory
from media_inquiries.tests.factories import MediaContactFactory
from news.tests.factories import BlogIndexFactory, BlogPostFactory
from press.tests.factories import PressIndexFactory, PressReleaseFactory, PressReleaseIndexFactory

from .factories import ConveningFactory

pytestmark = [pytest.mark.django_db, pytest.mark.indexes]

QUERY_BUDGET = 24


def announced(**fields):
    """A convening in a month, with a page at /convenings/one/."""
    day = timezone.localdate() + timedelta(days=30)
    return ConveningFactory(**{"slug": "one", "name": "The one", "starts_on": day, "ends_on": day, **fields})


def page(client, address="/convenings/one/"):
    """Its HTML."""
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def mentioning(convening):
    """The body of a page that mentions it."""
    return [{"type": "paragraph", "value": "<p>Come.</p>"}, {"type": "convening", "value": convening.pk}]


def test_it_says_when_where_for_whom_and_whom_to_ask(client, convenings, home_page):
    MediaContactFactory(parent=home_page, email="press@example.org")
    place = PlaceFactory(name="Hillside", state=Place.objects.get(name="Missouri"))
    convening = ConveningFactory(
        slug="one",
        starts_on=date(2023, 9, 6),
        ends_on=date(2023, 9, 9),
        starts_at=time(9),
        ends_at=time(13),
        time_zone="America/Chicago",
        venue="The market hall",
        street="1 Example Street",
        place=place,
        audience=Audience.PUBLIC,
        teaser="Why one should come.",
        description=[{"type": "paragraph", "value": "<p>What happens there.</p>"}],
    )
    convening.topics.add(TopicFactory(name="Budgets"))
    convening.save()
    html = page(client)
    for words in (
        "September 6–9, 2023, from Wednesday, 9:00 a.m. to Saturday, 1:00 p.m. Central",
        "The market hall",
        "1 Example Street",
        "Hillside, Missouri",
        "Everybody",
        "Why one should come.",
        "What happens there.",
        "Budgets",
        "press@example.org",
        "Took place",
    ):
        assert words in html


def test_its_own_desk_comes_before_the_default_one(client, convenings, home_page):
    MediaContactFactory(parent=home_page, slug="default", email="default@example.org")
    own = MediaContactFactory(parent=home_page, slug="own", email="own@example.org")
    announced(contact=own)
    assert "own@example.org" in page(client)


def test_the_head_says_what_it_is(client, convenings):
    announced(teaser="Why one should come.", photo=PhotoFactory())
    html = page(client)
    assert "<title>The one – " in html
    assert '<link rel="canonical" href="http://localhost/convenings/one/">' in html
    assert '<meta name="description" content="Why one should come.">' in html
    assert "og:image" in html
    crumbs = next(
        data
        for data in map(json.loads, re.findall(r'<script type="application/ld\+json">(.*?)</script>', html))
        if data["@type"] == "BreadcrumbList"
    )
    assert [one["name"] for one in crumbs["itemListElement"]] == ["Convenings", "The one"]


def test_the_online_address_is_shown_to_nobody_until_it_is_public(client, convenings):
    convening = announced(attendance=Attendance.ONLINE, online_address="https://example.org/secret-room")
    assert "secret-room" not in page(client)
    convening.online_address_is_public = True
    convening.save()
    assert "secret-room" in page(client)


def test_past_or_called_off_ones_have_no_button(client, convenings):
    convening = announced(status=Status.OPEN, registration_url="https://example.org/register")
    assert "https://example.org/register" in page(client)
    convening.status = Status.CANCELLED
    convening.save()
    html = page(client)
    assert "https://example.org/register" not in html
    assert "Cancelled" in html


def test_posts_and_releases_that_mention_it_stand_below_newest_first(client, convenings, home_page):
    convening = announced()
    blog, press = BlogIndexFactory(parent=home_page), PressIndexFactory(parent=home_page)
    releases = PressReleaseIndexFactory(parent=press)
    BlogPostFactory(parent=blog, title="By its text", published_on=date(2024, 1, 1), body=mentioning(convening))
    BlogPostFactory(parent=blog, title="By its field", published_on=date(2024, 3, 1), convening=convening)
    PressReleaseFactory(parent=releases, title="A release", published_on=date(2024, 2, 1), convening=convening)
    BlogPostFactory(parent=blog, title="Another thing")
    BlogPostFactory(parent=blog, title="A draft", convening=convening, live=False)
    private = BlogPostFactory(parent=blog, title="For members", convening=convening)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    html = page(client)
    below = html[html.index("News about it") :]
    assert re.findall(r'card-title"><a[^>]*>(.*?)</a>', below) == ["By its field", "A release", "By its text"]


def test_a_draft_edit_changes_nothing_that_the_public_sees(client, convenings):
    convening = announced()
    before = page(client)
    convening.name, convening.starts_on = "Another name", date(2030, 1, 1)
    convening.save_revision()
    assert page(client) == before


def test_editors_see_a_draft_as_its_page_will_be(admin_client, home_page):
    for listed in (None, home_page):
        draft = Convening(name="Not yet said", starts_on=date(2024, 5, 1))
        response = draft.make_preview_request(preview_mode="")
        assert response.status_code == 200
        assert "Not yet said" in response.content.decode()
        if listed is None:
            from .factories import ConveningIndexFactory

            ConveningIndexFactory(parent=home_page)


def test_twenty_mentions_take_as_many_queries_as_one(client, convenings, blog, django_assert_max_num_queries):
    def queries():
        page(client)
        with django_assert_max_num_queries(QUERY_BUDGET) as captured:
            page(client)
        return len(captured)

    document = Document.objects.create(title="Agenda", file=ContentFile(b"%PDF", name="agenda.pdf"))
    convening = announced(
        photo=PhotoFactory(),
        description=[
            {"type": "paragraph", "value": "<p>Come.</p>"},
            {"type": "document", "value": {"document": document.pk, "label": ""}},
        ],
    )
    BlogPostFactory(parent=blog, convening=convening, lead_photo=PhotoFactory())
    one = queries()
    for _number in range(19):
        BlogPostFactory(parent=blog, body=mentioning(convening), lead_photo=PhotoFactory())
    assert queries() == one
