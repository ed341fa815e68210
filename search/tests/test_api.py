"""The API: what programs read."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from convenings.models import ConveningIndex
from convenings.tests.factories import ConveningFactory, ConveningIndexFactory
from core.tests.factories import PlaceFactory, TopicFactory
from images.tests.factories import PhotoFactory
from news.models import BlogPost
from news.tests.factories import (
    AuthorFactory,
    BlogPostFactory,
    NewsMentionFactory,
    NewsMentionIndexFactory,
    OutletFactory,
    SeriesFactory,
)
from press.tests.factories import PressIndexFactory, PressReleaseFactory, PressReleaseIndexFactory

pytestmark = pytest.mark.django_db

POSTS = "/api/v1/posts/"


@pytest.fixture(autouse=True)
def _without_page_cache(request, settings):
    settings.PAGE_CACHE_ENABLED = "with_page_cache" in request.keywords


@pytest.fixture
def press(home_page):
    """The press page."""
    return PressIndexFactory(parent=home_page)


def titles(client, address):
    """The titles of the rows at an address, in their order."""
    return [row["title"] for row in client.get(address).json()["items"]]


class TestPosts:
    """Posts, as a program reads them."""

    def test_the_newest_come_first_with_what_a_list_needs(self, client, blog):
        post = BlogPostFactory(
            parent=blog,
            title="Rents",
            teaser="What members did.",
            series=SeriesFactory(name="The Network Download"),
            issue_label="May",
            published_on=datetime.date(2024, 5, 1),
            lead_photo=PhotoFactory(credit="Photo: Staff", description="A street"),
        )
        post.bylines.create(author=AuthorFactory(name="Press desk"))
        post.topics.add(TopicFactory(name="Housing"))
        post.places.add(PlaceFactory(name="Lakeside"))
        post.save()
        BlogPostFactory(parent=blog, title="Older", published_on=datetime.date(2020, 5, 1))
        answer = client.get(POSTS).json()
        assert answer["meta"] == {"total_count": 2}
        newest, older = answer["items"]
        assert older["title"] == "Older"
        assert newest["meta"]["html_url"] == post.full_url
        assert newest["published_on"] == "2024-05-01"
        assert newest["topics"] == [{"slug": "housing", "name": "Housing"}]
        assert newest["places"] == [{"slug": "lakeside", "name": "Lakeside"}]
        assert newest["series"] == {"slug": "the-network-download", "name": "The Network Download"}
        assert newest["author_names"] == ["Press desk"]
        assert "content" not in newest

    def test_the_teaser_is_the_one_that_the_site_shows(self, client, blog):
        series = SeriesFactory(default_teaser="Every month, what members did.")
        own = BlogPostFactory(parent=blog, series=series, teaser="Rents, and who sets them.")
        without = BlogPostFactory(parent=blog, series=series, teaser="")
        teasers = {row["id"]: row["teaser"] for row in client.get(POSTS).json()["items"]}
        assert teasers == {own.pk: "Rents, and who sets them.", without.pk: "Every month, what members did."}
        assert client.get(f"{POSTS}{without.pk}/").json()["teaser"] == "Every month, what members did."

    def test_a_photo_comes_with_its_credit_and_terms(self, client, blog, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            photo = PhotoFactory(credit="Photo: Staff", description="A street")
        BlogPostFactory(parent=blog, lead_photo=photo)
        shown = client.get(POSTS).json()["items"][0]["lead_photo"]
        assert shown["url"].startswith("http://")
        assert (shown["credit"], shown["alt"]) == ("Photo: Staff", "A street")
        assert shown["terms"] == photo.image_caption.terms_in_words

    def test_the_whole_text_stands_in_the_detail(self, client, blog):
        post = BlogPostFactory(parent=blog, body=[{"type": "paragraph", "value": "<p>They <b>listened</b>.</p>"}])
        answer = client.get(f"{POSTS}{post.pk}/").json()
        assert "<p>They <b>listened</b>.</p>" in answer["content"]

    def test_filters_combine(self, client, blog):
        housing, schools = TopicFactory(name="Housing"), TopicFactory(name="Schools")
        for title, year, topic in [("A", 2023, housing), ("B", 2024, housing), ("C", 2024, schools)]:
            post = BlogPostFactory(parent=blog, title=title, published_on=datetime.date(year, 1, 1))
            post.topics.add(topic)
            post.save()
        assert titles(client, f"{POSTS}?topic=housing") == ["B", "A"]
        assert titles(client, f"{POSTS}?topic=housing&year=2024") == ["B"]

    def test_limit_and_offset_page_through_all(self, client, blog):
        for number in range(5):
            BlogPostFactory(parent=blog, title=str(number), published_on=datetime.date(2024, 1, number + 1))
        assert titles(client, f"{POSTS}?limit=2") == ["4", "3"]
        assert titles(client, f"{POSTS}?limit=2&offset=4") == ["0"]
        assert client.get(f"{POSTS}?limit=2&offset=4").json()["meta"] == {"total_count": 5}


class TestOtherKinds:
    """Releases and mentions tell what is their own."""

    def test_releases_give_dateline_and_statements(self, client, press):
        listed = PressReleaseIndexFactory(parent=press)
        said = {"speaker": "Board member", "title": "Council member", "place": "Ohio", "words": "<p>We asked.</p>"}
        release = PressReleaseFactory(
            parent=listed,
            dateline_city="Denver",
            published_on=datetime.date(2024, 3, 1),
            body=[{"type": "statement", "value": said}],
        )
        answer = client.get(f"/api/v1/releases/{release.pk}/").json()
        assert answer["dateline"].startswith("DENVER")
        (statement,) = answer["statements"]
        assert statement["speaker"] == "Board member"
        assert statement["html"] == "<p>We asked.</p>"
        assert statement["url"] == f"{release.full_url}#board-member"

    def test_mentions_lead_to_the_article(self, client, press):
        mention = NewsMentionFactory(
            parent=NewsMentionIndexFactory(parent=press), outlet=OutletFactory(name="The Example Tribune")
        )
        (row,) = client.get("/api/v1/mentions/").json()["items"]
        assert row["article_url"] == mention.article_url
        assert row["outlet"]["name"] == "The Example Tribune"


class TestConvenings:
    """Convenings tell what is true of them now."""

    @pytest.fixture(autouse=True)
    def _listed(self, home_page):
        ConveningIndexFactory(parent=home_page)

    def test_state_and_dates(self, client):
        convening = ConveningFactory(
            name="Members’ meeting",
            starts_on=datetime.date(2999, 9, 6),
            ends_on=datetime.date(2999, 9, 9),
            status="open",
            registration_url="https://example.org/register",
        )
        (row,) = client.get("/api/v1/convenings/").json()["items"]
        assert (row["name"], row["starts_on"], row["ends_on"]) == ("Members’ meeting", "2999-09-06", "2999-09-09")
        assert row["state"]["name"] == "open"
        assert row["state"]["button_url"] == "https://example.org/register"
        assert row["meta"]["html_url"] == convening.full_url

    def test_what_is_over_is_past(self, client):
        ConveningFactory(status="open", registration_url="https://example.org/register")
        (row,) = client.get("/api/v1/convenings/").json()["items"]
        assert (row["state"]["name"], row["state"]["button_url"]) == ("past", "")

    def test_the_online_address_is_told_to_nobody_before_it_is_public(self, client):
        secret = "https://example.org/secret-room"
        convening = ConveningFactory(attendance="online", online_address=secret, starts_on=datetime.date(2999, 9, 6))
        for address in ("/api/v1/convenings/", f"/api/v1/convenings/{convening.pk}/"):
            assert secret not in client.get(address).content.decode()

    def test_drafts_are_not_there(self, client):
        convening = ConveningFactory(live=False)
        assert client.get("/api/v1/convenings/").json()["items"] == []
        assert client.get(f"/api/v1/convenings/{convening.pk}/").status_code == 404

    def test_none_is_there_below_a_private_list(self, client):
        ConveningFactory()
        PageViewRestriction.objects.create(
            page=ConveningIndex.objects.get(), restriction_type=PageViewRestriction.LOGIN
        )
        assert client.get("/api/v1/convenings/").json()["items"] == []


class TestWhoMayRead:
    """Everybody, but only what is public."""

    def test_drafts_and_private_pages_are_not_there(self, client, blog):
        draft = BlogPostFactory(parent=blog, title="Draft", live=False)
        private = BlogPostFactory(parent=blog, title="Private")
        PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
        assert titles(client, POSTS) == []
        for page in (draft, private):
            assert client.get(f"{POSTS}{page.pk}/").status_code == 404

    def test_staff_see_no_more_than_others(self, admin_client, blog):
        BlogPostFactory(parent=blog, live=False)
        assert titles(admin_client, POSTS) == []

    def test_scripts_of_other_sites_may_read_it(self, client, blog):
        assert client.get(POSTS).headers["Access-Control-Allow-Origin"] == "*"

    @pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
    def test_nobody_may_write(self, client, blog, method):
        assert getattr(client, method)(POSTS).status_code == 405


class TestBadInput:
    """Nonsense gets a sentence."""

    @pytest.mark.parametrize(
        "query",
        [
            "limit=-1",
            "limit=51",
            "limit=abc",
            "limit=٣",
            "offset=99999999999999999999",
            "offset=" + "9" * 5000,
            "topic=unknown",
            "topic=%00",
            "year=99999",
            "year=abc",
            "place=' OR 1=1",
        ],
    )
    def test_is_not_understood(self, client, blog, query):
        response = client.get(f"{POSTS}?{query}")
        assert response.status_code == 400
        assert response.json()["message"].endswith(".")

    def test_what_is_not_there_is_not_found(self, client, blog):
        for address in (f"{POSTS}1/", f"{POSTS}{10**30}/"):
            assert client.get(address).status_code == 404

    def test_unknown_parameters_are_ignored(self, client, blog):
        BlogPostFactory(parent=blog, title="One")
        assert titles(client, f"{POSTS}?fields=*,secret&foo=1&rich_text_format=x") == ["One"]


class TestSpeed:
    """As many queries for twenty as for one, and none for a stored answer."""

    def one_post(self, blog):
        post = BlogPostFactory(parent=blog, series=SeriesFactory(), lead_photo=PhotoFactory())
        post.bylines.create(author=AuthorFactory())
        post.topics.add(TopicFactory())
        post.places.add(PlaceFactory())
        post.save()

    def queries(self, client):
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(POSTS).status_code == 200
        return len(captured)

    def test_the_list_takes_as_many_queries_for_twenty_as_for_one(self, client, blog):
        self.one_post(blog)
        self.queries(client)  # the very first request looks up the site
        one = self.queries(client)
        for _ in range(19):
            self.one_post(blog)
        assert self.queries(client) == one <= 12

    @pytest.mark.with_page_cache
    @pytest.mark.django_db(transaction=True)
    def test_answers_are_stored_until_something_changes(self, client, blog):
        post = BlogPostFactory(parent=blog, title="One")
        assert client.get(POSTS).headers["X-Page-Cache"] == "miss"
        assert client.get(f"{POSTS}?foo=1").headers["X-Page-Cache"] == "hit"
        BlogPost.objects.get(pk=post.pk).unpublish()
        assert titles(client, POSTS) == []
