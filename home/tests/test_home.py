"""The home page and the pages that stand by themselves."""

import pytest
from wagtail.models import Page

from images.tests.factories import PhotoFactory
from news.tests.factories import BlogPostFactory, SeriesFactory

from .factories import StandardPageFactory

pytestmark = pytest.mark.django_db

QUERY_BUDGET = 20


def latest(count="3"):
    return {"type": "latest_posts", "value": {"title": "Latest news", "count": count}}


def featured(*posts):
    return {"type": "featured_posts", "value": {"title": "Featured", "posts": [post.pk for post in posts]}}


def show(client, home_page, *sections):
    """The titles of the posts in each section."""
    home_page.sections = list(sections)
    home_page.save()
    response = client.get("/")
    assert response.status_code == 200
    return [[post.title for post in posts] for _block, posts in response.context["sections"]]


@pytest.fixture
def posts(blog):
    """Six posts, the newest last."""
    return [BlogPostFactory(parent=blog, title=f"Post {number}") for number in range(6)]


def test_an_empty_home_page_opens(client, home_page):
    assert client.get("/").status_code == 200


def test_the_latest_posts_come_by_themselves(client, home_page, posts):
    assert show(client, home_page, latest("3")) == [["Post 5", "Post 4", "Post 3"]]


def test_empty_places_of_the_featured_posts_show_the_newest(client, home_page, posts):
    assert show(client, home_page, featured(posts[0])) == [["Post 0", "Post 5", "Post 4"]]


def test_no_post_stands_in_two_sections(client, home_page, posts):
    shown = show(client, home_page, featured(posts[5]), latest("3"))
    assert shown == [["Post 5", "Post 4", "Post 3"], ["Post 2", "Post 1", "Post 0"]]


def test_a_featured_post_that_is_unpublished_gives_way_to_the_newest(client, home_page, posts):
    posts[0].unpublish()
    assert show(client, home_page, featured(posts[0])) == [["Post 5", "Post 4", "Post 3"]]


def test_sections_follow_the_order_that_editors_give_them(client, home_page, posts):
    call = {
        "type": "call_to_action",
        "value": {
            "heading": "Join us",
            "text": "",
            "link": {"label": "Join", "page": None, "url": "https://example.org/"},
        },
    }
    show(client, home_page, call, latest())
    first = client.get("/").content.decode()
    show(client, home_page, latest(), call)
    second = client.get("/").content.decode()
    assert first.index("Join us") < first.index("Latest news")
    assert second.index("Latest news") < second.index("Join us")


def test_a_link_to_a_page_that_is_no_longer_public_is_not_shown(client, home_page):
    about = StandardPageFactory(parent=home_page, title="About us")
    links = {
        "type": "links",
        "value": {"title": "More", "links": [{"label": "Read about us", "page": about.pk, "url": ""}]},
    }
    show(client, home_page, links)
    assert "Read about us" in client.get("/").content.decode()
    about.unpublish()
    assert "Read about us" not in client.get("/").content.decode()


def test_the_menu_shows_published_pages_that_editors_put_there(client, home_page, blog):
    StandardPageFactory(parent=home_page, title="Who we are", slug="who")
    StandardPageFactory(parent=home_page, title="Imprint", slug="imprint", show_in_menus=False)
    StandardPageFactory(parent=home_page, title="Soon", slug="soon", live=False)
    menu = client.get("/blog/").context["main_menu"]
    assert [(item.title, item.is_current) for item in menu] == [(blog.title, True), ("Who we are", False)]


def test_a_standard_page_shows_its_text(client, home_page):
    StandardPageFactory(parent=home_page, body=[{"type": "paragraph", "value": "<p>We are local officials.</p>"}])
    assert "We are local officials." in client.get("/about/").content.decode()


def test_a_page_of_the_wrong_kind_cannot_be_made():
    from home.models import HomePage, StandardPage
    from news.models import BlogIndex, BlogPost

    assert set(BlogIndex.allowed_subpage_models()) == {BlogPost}
    assert BlogPost.allowed_subpage_models() == []
    assert HomePage not in HomePage.allowed_subpage_models()
    assert set(StandardPage.allowed_parent_page_models()) == {HomePage, StandardPage}
    assert Page not in HomePage.allowed_subpage_models()


def test_home_takes_as_many_queries_for_twenty_posts_as_for_one(client, home_page, blog, django_assert_max_num_queries):
    about = StandardPageFactory(parent=home_page)
    photo = PhotoFactory(caption="<p>Caption</p>", credit="Staff")
    link = {"label": "About", "page": about.pk, "url": ""}
    home_page.sections = [
        {"type": "hero", "value": {"heading": "Hello", "text": "", "photo": {"photo": photo.pk}, "links": [link]}},
        latest("9"),
        {"type": "featured_posts", "value": {"title": "Featured", "posts": []}},
        {
            "type": "text_with_photo",
            "value": {
                "heading": "x",
                "text": "<p>x</p>",
                "photo": {"photo": photo.pk},
                "link": link,
                "photo_first": False,
            },
        },
        {"type": "call_to_action", "value": {"heading": "Join", "text": "", "link": link}},
        {"type": "links", "value": {"title": "More", "links": [link]}},
    ]
    home_page.save()

    def queries():
        client.get("/")
        with django_assert_max_num_queries(QUERY_BUDGET) as captured:
            assert client.get("/").status_code == 200
        return len(captured)

    def add_post():
        BlogPostFactory(parent=blog, lead_photo=PhotoFactory(), series=SeriesFactory())

    add_post()
    one = queries()
    for _ in range(19):
        add_post()
    assert queries() == one
