"""Old links keep working when pages get other addresses: Wagtail makes the redirects, at once for all pages below."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from convenings.tests.factories import ConveningFactory, ConveningIndexFactory
from home.tests.factories import StandardPageFactory
from news.models import BlogIndex, BlogPost
from news.tests.factories import BlogIndexFactory, BlogPostFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_page_cache(settings):
    settings.PAGE_CACHE_ENABLED = False


@pytest.fixture
def post(blog):
    return BlogPostFactory(parent=blog, slug="post", title="A post")


@pytest.fixture
def way(client):
    """The addresses and the last status on the way from an address, following every redirect."""

    def way(address):
        response = client.get(address, follow=True, headers={"host": "localhost"})
        assert all(status == 301 for _url, status in response.redirect_chain)
        return [*(url for url, _status in response.redirect_chain), response.status_code]

    return way


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    """Save a page under another slug; Wagtail makes the redirects after the transaction."""

    def rename(page, slug):
        page = Page.objects.get(pk=page.pk).specific
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save()

    return rename


def test_a_page_under_another_slug(post, way, rename):
    rename(post, "better")
    assert way("/blog/post/") == ["/blog/better/", 200]
    assert way("/blog/better/") == [200]


def test_pages_below_a_list_under_another_slug(blog, post, way, rename):
    rename(blog, "news")
    assert way("/blog/") == ["/news/", 200]
    assert way("/blog/post/") == ["/news/post/", 200]


def test_the_oldest_address_leads_to_the_newest_at_once(blog, post, way, rename):
    rename(post, "second")
    rename(blog, "news")
    rename(post, "third")
    rename(blog, "stories")
    for address in ("/blog/post/", "/blog/second/", "/news/second/", "/news/third/"):
        assert way(address) == ["/stories/third/", 200], address


def test_there_and_back_is_no_circle(blog, post, way, rename):
    for page, slug in [(post, "b"), (post, "post"), (blog, "b"), (blog, "blog")]:
        rename(page, slug)
    assert way("/blog/post/") == [200]
    assert way("/blog/") == [200]
    for address in ("/blog/b/", "/b/post/"):
        assert way(address) == ["/blog/post/", 200]
    assert way("/b/") == ["/blog/", 200]


@pytest.mark.parametrize("below", ["", "post/", "feed.rss"])
def test_what_is_unpublished_after_there_and_back_is_gone_and_no_circle(blog, post, way, rename, below):
    rename(blog, "news")
    rename(blog, "blog")
    Page.objects.get(pk=blog.pk).unpublish()
    Page.objects.get(pk=post.pk).unpublish()
    assert way(f"/blog/{below}") == [404]
    assert way(f"/news/{below}") == [f"/blog/{below}", 404]


def test_a_new_page_at_an_old_address_is_shown(blog, post, way, rename):
    rename(post, "better")
    BlogPostFactory(parent=blog, slug="post", title="Another post")
    assert way("/blog/post/") == [200]
    rename(BlogPost.objects.get(slug="post"), "other")
    assert way("/blog/post/") == ["/blog/other/", 200]


def test_a_page_that_moves_with_all_below_it(home_page, way):
    about = StandardPageFactory(parent=home_page, slug="about")
    people = StandardPageFactory(parent=home_page, slug="people")
    StandardPageFactory(parent=people, slug="board")
    people.move(about, pos="last-child")
    assert way("/people/") == ["/about/people/", 200]
    assert way("/people/board/") == ["/about/people/board/", 200]
    Page.objects.get(pk=people.pk).move(Page.objects.get(pk=home_page.pk), pos="last-child")
    assert way("/people/board/") == [200]
    assert way("/about/people/board/") == ["/people/board/", 200]


def test_a_post_that_moves_to_another_blog(home_page, post, way):
    other = BlogIndexFactory(parent=home_page, slug="other")
    post.move(other, pos="last-child")
    assert way("/blog/post/") == ["/other/post/", 200]


@pytest.mark.parametrize("name", ["feed.rss", "feed.atom", "feed.json"])
def test_the_feeds_of_a_list_under_another_slug(blog, post, way, name, rename):
    rename(blog, "news")
    assert way(f"/blog/{name}") == [f"/news/{name}", 200]
    rename(blog, "blog")
    assert way(f"/news/{name}") == [f"/blog/{name}", 200]
    assert way(f"/blog/{name}") == [200]


@pytest.mark.indexes
def test_convenings_and_their_calendar_below_a_list_under_another_slug(home_page, way, rename):
    listed = ConveningIndexFactory(parent=home_page, slug="convenings")
    ConveningFactory(slug="lp2023")
    rename(listed, "events")
    assert way("/convenings/lp2023/") == ["/events/lp2023/", 200]
    assert way("/convenings/calendar.ics") == ["/events/calendar.ics", 200]


def test_what_an_editor_has_redirected_stays(blog, post, way, rename):
    Redirect.objects.create(old_path="/flyer", redirect_page=blog)
    rename(blog, "news")
    assert way("/flyer/") == ["/news/", 200]
    assert BlogIndex.objects.get().slug == "news"
