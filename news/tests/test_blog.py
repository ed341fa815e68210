"""The blog as visitors meet it."""

import datetime
from html import unescape

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from core.tests.factories import PlaceFactory, TopicFactory
from images.tests.factories import PhotoFactory
from media_inquiries.tests.factories import MediaContactFactory

from .factories import AuthorFactory, BlogPostFactory, SeriesFactory

pytestmark = pytest.mark.django_db


def titles(response):
    return [post.title for post in response.context["listing"].items]


def test_lists_twelve_posts_newest_first_and_the_rest_on_page_two(client, blog):
    BlogPostFactory.create_batch(14, parent=blog)
    first, second = client.get("/blog/"), client.get("/blog/?page=2")
    dates = [post.published_on for post in first.context["listing"].items]
    assert len(dates) == 12
    assert dates == sorted(dates, reverse=True)
    assert len(titles(second)) == 2
    assert not set(titles(first)) & set(titles(second))


def test_an_empty_blog_says_so(client, blog):
    assert client.get("/blog/").status_code == 200


@pytest.mark.parametrize(
    "query", ["page=abc", "page=0", "page=-1", "page=1.5", "page=", "page=٣", "unknown=1", "q=" + "x" * 5000]
)
def test_an_unreadable_page_number_or_unknown_parameter_shows_page_one(client, blog, query):
    BlogPostFactory.create_batch(14, parent=blog)
    response = client.get(f"/blog/?{query}")
    assert response.status_code == 200
    assert response.context["listing"].page.number == 1


@pytest.mark.parametrize(
    "query",
    [
        "page=9999",
        "page=99999999999999999999999",
        "series=unknown",
        "topic=unknown",
        "place=" + "x" * 5000,
        "series=%00",
        "year=99999",
        "year=0000",
        "year=abcd",
        "year=-2023",
    ],
)
def test_a_page_or_filter_that_does_not_exist_is_not_found(client, blog, query):
    BlogPostFactory(parent=blog)
    response = client.get(f"/blog/?{query}")
    assert response.status_code == 404
    assert "404.html" in [template.name for template in response.templates]


def test_filters_combine_and_survive_paging(client, blog):
    series, topic, place = SeriesFactory(), TopicFactory(), PlaceFactory()
    for number in range(15):
        post = BlogPostFactory(parent=blog, series=series, published_on=datetime.date(2023, 5, number + 1))
        post.topics.add(topic)
        post.places.add(place)
        post.save()
    BlogPostFactory(parent=blog, series=series, published_on=datetime.date(2022, 5, 1))
    query = f"series={series.slug}&topic={topic.slug}&place={place.slug}&year=2023"
    response = client.get(f"/blog/?{query}")
    listing = response.context["listing"]
    assert listing.count == 15
    assert listing.next_url == f"/blog/?{query}&page=2"
    assert len(titles(client.get(listing.next_url))) == 3


def test_offers_only_values_in_use_under_the_other_filters_with_counts(client, blog):
    used, unused = SeriesFactory(name="Used"), SeriesFactory(name="Unused")
    BlogPostFactory(parent=blog, series=used, published_on=datetime.date(2022, 1, 1))
    BlogPostFactory(parent=blog, series=used, published_on=datetime.date(2023, 1, 1))
    BlogPostFactory(parent=blog, series=unused, published_on=datetime.date(2021, 1, 1))
    options = client.get("/blog/?year=2023").context["listing"].options
    by_parameter = {facet.parameter: [(one.label, one.count) for one in found] for facet, found in options.items()}
    assert by_parameter["series"] == [("Used", 1)]
    assert by_parameter["year"] == [("2023", 1), ("2022", 1), ("2021", 1)]


def test_the_form_keeps_a_filter_that_leaves_nothing(client, blog):
    empty = SeriesFactory(name="Empty")
    BlogPostFactory(parent=blog, published_on=datetime.date(2023, 1, 1))
    response = client.get(f"/blog/?series={empty.slug}&year=2023")
    assert response.context["listing"].count == 0
    assert f'<input type="hidden" name="series" value="{empty.slug}">' in response.content.decode()
    assert '<option value="2023" selected>2023 (0)</option>' in response.content.decode()


def test_the_featured_post_opens_the_list_once(client, blog):
    old = BlogPostFactory(parent=blog, published_on=datetime.date(2020, 1, 1))
    BlogPostFactory.create_batch(13, parent=blog)
    assert client.get("/blog/").context["featured"].title == titles(client.get("/blog/"))[0]
    blog.featured_post = old
    blog.save()
    response = client.get("/blog/")
    assert response.context["featured"] == old
    assert old not in response.context["posts"]
    assert client.get("/blog/?page=2").context["featured"] is None


class TestWhatIsNotPublic:
    """Drafts, scheduled, expired and private posts appear nowhere."""

    @pytest.fixture(autouse=True)
    def hidden_posts(self, blog):
        self.shown = BlogPostFactory(parent=blog, title="Shown post")
        BlogPostFactory(parent=blog, title="Hidden draft", live=False)
        BlogPostFactory(
            parent=blog, title="Hidden scheduled", live=False, go_live_at=timezone.now() + datetime.timedelta(days=1)
        )
        BlogPostFactory(parent=blog, title="Hidden expired", live=False, expired=True)
        private = BlogPostFactory(parent=blog, title="Hidden private", slug="private")
        PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)

    @pytest.mark.parametrize(
        "address", ["/", "/blog/", "/blog/feed.rss", "/blog/feed.atom", "/blog/feed.json", "/feed.rss", "/feed.json"]
    )
    def test_it_is_in_no_list_and_no_feed(self, client, home_page, address):
        home_page.sections = [{"type": "latest_posts", "value": {"title": "News", "count": "9"}}]
        home_page.save()
        content = client.get(address).content.decode()
        assert "Shown post" in content
        assert "Hidden" not in content

    def test_it_is_no_neighbor(self, blog):
        assert BlogPostFactory(parent=blog).beside == (None, self.shown)


def test_neighbors_are_of_the_same_series(blog):
    series = SeriesFactory()
    first = BlogPostFactory(parent=blog, series=series)
    BlogPostFactory(parent=blog)
    second = BlogPostFactory(parent=blog, series=series)
    third = BlogPostFactory(parent=blog, series=series)
    assert (second.beside.newer, second.beside.older) == (third, first)
    assert (third.beside.newer, third.beside.older) == (None, second)


def test_posts_of_one_day_have_one_order(blog):
    day = datetime.date(2023, 1, 1)
    first, second, third = (BlogPostFactory(parent=blog, published_on=day) for _ in range(3))
    assert (second.beside.newer, second.beside.older) == (third, first)


def test_a_post_shows_authors_in_order_reading_time_and_its_words(client, blog):
    post = BlogPostFactory(parent=blog, body=[{"type": "paragraph", "value": "<p>" + "word " * 700 + "</p>"}])
    post.bylines.create(author=AuthorFactory(name="Second team"), sort_order=1)
    post.bylines.create(author=AuthorFactory(name="First team"), sort_order=0)
    post.save()
    html = client.get(post.url).content.decode()
    assert html.index("First team") < html.index("Second team")
    assert post.reading_minutes == 3


QUERY_BUDGET = {"list": 14, "post": 16}


def rich_body(photos):
    """Each kind of block that reads from the database, once for each photo."""
    link = '<p><a linktype="page" id="{page}">a page</a></p>'
    body = []
    for photo in photos:
        body += [
            {"type": "paragraph", "value": link.format(page=photo.linked_page)},
            {"type": "photo", "value": {"photo": photo.pk}},
            {"type": "gallery", "value": {"photos": [{"photo": photo.pk}, {"photo": photo.pk}]}},
            {"type": "pages", "value": {"title": "More", "pages": [photo.linked_page]}},
        ]
    return body


def a_post(blog, count=1):
    """A post with everything a card or an article can show."""
    photos = PhotoFactory.create_batch(count, caption="<p>Caption</p>", credit="Staff")
    for photo in photos:
        photo.linked_page = blog.pk
    series, topic, place = SeriesFactory(), TopicFactory(), PlaceFactory()
    post = BlogPostFactory(parent=blog, series=series, lead_photo=photos[0], body=rich_body(photos))
    post.topics.add(topic)
    post.places.add(place)
    post.bylines.create(author=AuthorFactory())
    post.save()
    return post


def queries_for(client, django_assert_max_num_queries, address, budget):
    client.get(address)  # what is remembered for all requests, such as content types
    with django_assert_max_num_queries(budget) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_a_list_takes_as_many_queries_for_twenty_posts_as_for_one(client, blog, django_assert_max_num_queries):
    a_post(blog)
    one = queries_for(client, django_assert_max_num_queries, "/blog/", QUERY_BUDGET["list"])
    for _ in range(19):
        a_post(blog)
    twenty = queries_for(client, django_assert_max_num_queries, "/blog/", QUERY_BUDGET["list"])
    assert one == twenty


def test_a_post_takes_as_many_queries_for_twenty_blocks_as_for_one(client, blog, django_assert_max_num_queries):
    for _ in range(3):
        a_post(blog)
    small, large = a_post(blog, 1), a_post(blog, 20)
    one = queries_for(client, django_assert_max_num_queries, small.url, QUERY_BUDGET["post"])
    twenty = queries_for(client, django_assert_max_num_queries, large.url, QUERY_BUDGET["post"])
    assert one == twenty


@pytest.mark.parametrize("file_format", ["rss", "atom", "json"])
def test_a_feed_takes_as_many_queries_for_twenty_posts_as_for_one(
    client, blog, django_assert_max_num_queries, file_format
):
    address = f"/blog/feed.{file_format}"
    a_post(blog)
    one = queries_for(client, django_assert_max_num_queries, address, 30)
    for _ in range(19):
        a_post(blog)
    assert queries_for(client, django_assert_max_num_queries, address, 30) == one


def test_a_reporter_can_ask_the_desk_about_a_post(client, blog, home_page):
    post = BlogPostFactory(parent=blog)
    assert "?about=" not in client.get(post.url).content.decode()
    desk = MediaContactFactory(parent=home_page)
    asked = f"/press/media-inquiries/ask/?about={post.pk}&desk={desk.pk}"
    assert asked in unescape(client.get(post.url).content.decode())
    assert post.title in client.get(asked).content.decode()
