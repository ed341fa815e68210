"""The pages of topics, places and series."""

import datetime
import json

import feedparser
import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from core.models import Place
from core.tests.factories import PlaceFactory, TopicFactory
from home.tests.factories import StandardPageFactory
from images.tests.factories import PhotoFactory
from news.models import BlogPost
from news.tests.factories import BlogIndexFactory, SeriesFactory

from .news_room import NewsRoom

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_page_cache(settings):
    settings.PAGE_CACHE_ENABLED = False


@pytest.fixture
def room(home_page):
    return NewsRoom.below(home_page)


@pytest.fixture
def housing(db):
    return TopicFactory(name="Housing", description="Homes that people can afford.")


def titles(response):
    return [page.title for page in response.context["listing"].items]


class TestThePage:
    """Everything about one term."""

    def test_shows_every_kind_newest_first_and_names_it(self, client, room, housing):
        post, release = room.post(topics=[housing], day=1), room.release(topics=[housing], day=3)
        mention = room.mention(topics=[housing], day=2)
        room.post(topics=[TopicFactory()])
        response = client.get("/topics/housing/")
        assert titles(response) == [release.title, mention.title, post.title]
        html = response.content.decode()
        for words in ("Homes that people can afford.", "Press release", "In the news", "at The Example Tribune"):
            assert words in html

    def test_has_twelve_on_a_page_and_keeps_filters(self, client, room, housing):
        for _ in range(13):
            room.post(topics=[housing], day=1)
        room.mention(topics=[housing], day=2)
        assert len(titles(client.get("/topics/housing/"))) == 12
        assert len(titles(client.get("/topics/housing/?page=2"))) == 2
        listing = client.get("/topics/housing/?kind=post&year=2023").context["listing"]
        assert listing.count == 13
        assert listing.next_url == "/topics/housing/?kind=post&year=2023&page=2"

    def test_offers_kinds_and_years_in_use_with_counts(self, client, room, housing):
        room.one_of_each(topics=[housing], day=1)
        room.post(topics=[housing], published_on=datetime.date(2021, 1, 1))
        room.post(published_on=datetime.date(2019, 1, 1))
        response = client.get("/topics/housing/")
        options = {facet.parameter: found for facet, found in response.context["listing"].options.items()}
        assert {option.label: option.count for option in options["kind"]} == {
            "Posts": 2,
            "In the news": 1,
            "Press releases": 1,
        }
        assert [(option.value, option.count) for option in options["year"]] == [("2023", 3), ("2021", 1)]
        assert 'Posts <span class="count">(2)</span>' in response.content.decode()

    @pytest.mark.parametrize("query", ["page=9", "page=" + "9" * 5000, "year=99999", "kind=unknown", "kind=%00"])
    def test_knows_no_page_and_no_filter_that_does_not_exist(self, client, room, housing, query):
        room.post(topics=[housing])
        assert client.get(f"/topics/housing/?{query}").status_code == 404

    @pytest.mark.parametrize("query", ["page=abc", "page=0", "page=-1", "page=", "unknown=1"])
    def test_shows_page_one_for_what_it_cannot_read(self, client, room, housing, query):
        room.post(topics=[housing])
        assert client.get(f"/topics/housing/?{query}").context["listing"].page.number == 1

    def test_says_so_when_filters_leave_nothing(self, client, room, housing):
        room.post(topics=[housing], day=1)
        response = client.get("/topics/housing/?year=2001")
        assert response.status_code == 200
        assert "Nothing matches all of these" in response.content.decode()

    @pytest.mark.parametrize("address", ["/topics/unknown/", "/places/unknown/", "/topics/٣/", "/topics/a/b/"])
    def test_of_an_unknown_term_is_not_found(self, client, room, address):
        assert client.get(address).status_code == 404

    def test_of_a_term_that_nothing_is_about_is_not_found_nor_is_its_feed(self, client, room, housing):
        assert client.get("/topics/housing/").status_code == 404
        assert client.get("/topics/housing/?year=2023").status_code == 404
        assert client.get("/topics/housing/feed.rss").status_code == 404

    def test_of_a_state_includes_its_cities_each_page_once(self, client, room):
        colorado = Place.objects.get(abbreviation="CO")
        denver = PlaceFactory(name="Denver", state=colorado)
        in_denver, in_both = room.post(places=[denver], day=1), room.release(places=[colorado, denver], day=2)
        room.post(places=[Place.objects.get(abbreviation="OH")])
        response = client.get("/places/colorado/")
        assert titles(response) == [in_both.title, in_denver.title]
        assert 'href="/places/denver/"' in response.content.decode()
        assert titles(client.get("/places/denver/")) == [in_both.title, in_denver.title]
        denver.state = Place.objects.get(abbreviation="OH")
        denver.save()
        assert titles(client.get("/places/colorado/")) == [in_both.title]

    def test_of_a_city_leads_to_its_state(self, client, room):
        denver = PlaceFactory(name="Denver", state=Place.objects.get(abbreviation="CO"))
        room.post(places=[denver])
        names = [name for name, _url in client.get("/places/denver/").context["meta"].breadcrumbs]
        assert names == ["Places", "Colorado", "Denver"]

    def test_says_what_it_is_to_machines(self, client, room, housing):
        room.post(topics=[housing])
        html = client.get("/topics/housing/?unknown=1").content.decode()
        assert '<link rel="canonical" href="http://localhost/topics/housing/">' in html
        assert '<meta name="description" content="Homes that people can afford.">' in html
        for name in ("rss", "atom", "json"):
            assert f'href="http://localhost/topics/housing/feed.{name}"' in html
        scripts = [part.split("</script>")[0] for part in html.split('<script type="application/ld+json">')[1:]]
        page, crumbs = map(json.loads, scripts)
        assert (page["@type"], page["name"], page["about"]["name"]) == ("CollectionPage", "Housing", "Housing")
        assert [one["name"] for one in crumbs["itemListElement"]] == ["Topics", "Housing"]


class TestSeries:
    """The page of a series lies below its blog, whatever that is called."""

    def test_lies_below_the_blog_with_cadence_and_photo(self, client, home_page):
        blog = BlogIndexFactory(parent=home_page, slug="our-news")
        photo = PhotoFactory(description="A desk with papers")
        series = SeriesFactory(name="Download", cadence="monthly", default_photo=photo, description="Every month.")
        room = NewsRoom(blog, None, None)
        post = room.post(series=series)
        response = client.get("/our-news/series/download/")
        assert titles(response) == [post.title]
        for words in ("Monthly", "Every month.", "A desk with papers"):
            assert words in response.content.decode()
        assert [name for name, _url in response.context["meta"].breadcrumbs] == [blog.title, "Download"]
        assert 'href="http://localhost/our-news/series/download/"' in client.get(post.url).content.decode() or (
            'href="/our-news/series/download/"' in client.get(post.url).content.decode()
        )
        assert client.get("/our-news/series/download/feed.json").status_code == 200

    def test_shows_the_issues_of_its_own_blog(self, client, home_page):
        first = NewsRoom(BlogIndexFactory(parent=home_page), None, None)
        second = NewsRoom(BlogIndexFactory(parent=home_page, slug="second"), None, None)
        series = SeriesFactory(name="Download")
        first.post(series=series)
        own = second.post(series=series)
        assert titles(client.get("/second/series/download/")) == [own.title]

    def test_of_a_private_blog_is_not_found(self, client, room):
        room.post(series=SeriesFactory(name="Download"))
        PageViewRestriction.objects.create(page=room.blog, restriction_type=PageViewRestriction.LOGIN)
        for address in ("/blog/series/download/", "/blog/series/download/feed.rss"):
            assert client.get(address).status_code == 404

    def test_has_no_page_below_anything_else(self, client, room, home_page):
        room.post(series=SeriesFactory(name="Download"))
        StandardPageFactory(parent=home_page, slug="about")
        for address in ("/series/download/", "/about/series/download/", "/press/series/download/", "/x/topics/y/"):
            assert client.get(address).status_code == 404

    def test_leaves_pages_alone_whose_address_looks_alike(self, client, room, home_page):
        about = StandardPageFactory(parent=home_page, slug="about")
        StandardPageFactory(parent=StandardPageFactory(parent=about, slug="series"), slug="download", title="A film")
        assert "A film" in client.get("/about/series/download/").content.decode()


class TestLists:
    """`/topics/` and `/places/`."""

    def test_names_topics_in_use_with_counts(self, client, room, housing):
        TopicFactory(name="A secret")
        room.one_of_each(topics=[housing])
        html = client.get("/topics/").content.decode()
        assert '<a href="/topics/housing/">Housing</a> <span class="count">(3)</span>' in html
        assert "A secret" not in html

    def test_names_cities_below_their_state_and_counts_a_page_once(self, client, room):
        colorado = Place.objects.get(abbreviation="CO")
        denver = PlaceFactory(name="Denver", state=colorado)
        room.post(places=[denver])
        room.post(places=[colorado, denver])
        (state, cities), *others = client.get("/places/").context["terms"]
        assert (state.term.name, state.count) == ("Colorado", 2)
        assert [(one.term.name, one.count) for one in cities] == [("Denver", 2)]
        assert others == []

    def test_says_so_when_there_is_nothing(self, client, room):
        assert "Nothing is listed yet" in client.get("/topics/").content.decode()


class TestFeeds:
    """A feed has everything about its term."""

    @pytest.mark.parametrize("file_format", ["rss", "atom", "json"])
    def test_has_every_kind_newest_first(self, client, room, housing, file_format):
        post, release = room.post(topics=[housing], day=1), room.release(topics=[housing], day=3)
        mention = room.mention(topics=[housing], day=2)
        room.post()
        response = client.get(f"/topics/housing/feed.{file_format}")
        content = response.content.decode()
        found = [one["title"] for one in json.loads(content)["items"]] if file_format == "json" else None
        found = found or [one.title for one in feedparser.parse(content).entries]
        assert found == [release.title, mention.title, post.title]


def hide(room, housing, **about):
    """Pages about a topic that the public may not see, each with “Hidden” in its title."""
    later = timezone.now() + datetime.timedelta(days=1)
    about = {"topics": [housing], **about}
    room.post(title="Hidden draft", live=False, **about)
    room.post(title="Hidden scheduled", live=False, go_live_at=later, **about)
    room.mention(title="Hidden expired", live=False, expired=True, **about)
    room.release(title="Hidden embargo", live=False, timing="embargoed", embargo_until=later, **about)
    private = room.post(title="Hidden private", **about)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.PASSWORD, password="x")


class TestWhatIsNotPublic:
    """Drafts, scheduled, expired, embargoed and private pages."""

    def test_it_is_on_no_page_in_no_feed_and_in_no_count(self, client, room, housing):
        shown = room.post(title="Shown", topics=[housing])
        hide(room, housing)
        for address in ("/topics/housing/", "/topics/housing/feed.json", "/topics/"):
            content = client.get(address).content.decode()
            assert "Hidden" not in content
        assert titles(client.get("/topics/housing/")) == [shown.title]
        assert "(1)" in client.get("/topics/").content.decode()
        assert client.get("/topics/housing/?kind=release").context["listing"].count == 0

    def test_what_a_public_page_has_in_its_draft_only_is_not_told_of(self, client, room, housing):
        page = room.post(topics=[housing], day=1)
        draft = BlogPost.objects.get(pk=page.pk)
        draft.topics.set([TopicFactory(name="Secret")])
        draft.published_at = datetime.datetime(2024, 1, 1, 12, tzinfo=datetime.UTC)
        draft.save_revision()
        assert client.get("/topics/secret/").status_code == 404
        assert client.get("/topics/housing/?year=2023").context["listing"].count == 1
        draft.get_latest_revision().publish()
        assert titles(client.get("/topics/secret/")) == [page.title]
        assert client.get("/topics/housing/").status_code == 404

    def test_a_term_of_nothing_else_is_not_told_of(self, client, room, housing):
        hide(room, housing)
        assert client.get("/topics/housing/").status_code == 404
        assert client.get("/topics/housing/feed.rss").status_code == 404
        assert "Housing" not in client.get("/topics/").content.decode()


@pytest.mark.parametrize("address", ["/topics/housing/", "/topics/", "/topics/housing/feed.rss"])
def test_it_takes_as_many_queries_for_twenty_of_each_kind_as_for_one(
    client, room, housing, django_assert_num_queries, django_assert_max_num_queries, address
):
    def fill(count):
        for _ in range(count):
            room.one_of_each(topics=[housing, TopicFactory()], lead_photo=PhotoFactory(), day=3)

    fill(1)
    client.get(address)
    with django_assert_max_num_queries(36 if "feed" in address else 18) as for_one:
        client.get(address)
    fill(19)
    with django_assert_num_queries(len(for_one)):
        client.get(address)
