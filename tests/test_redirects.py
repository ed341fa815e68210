"""Old links keep working when pages get other addresses: Wagtail makes the redirects, at once for all pages below."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from convenings.tests.factories import ConveningFactory, ConveningIndexFactory
from home.tests.factories import HomePageFactory, StandardPageFactory
from news.models import BlogIndex, BlogPost
from news.tests.factories import BlogIndexFactory, BlogPostFactory

from .page_types import CHILD_TYPES, fresh, in_a_day, make, publish, schedule

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
    assert way(f"/news/{below}") == [404]


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


class TestDrafts:
    """What nobody has seen leaves no redirect, which would tell what it is called now."""

    @pytest.mark.parametrize("model", CHILD_TYPES)
    def test_a_draft_of_any_type_under_other_slugs_until_it_is_published(self, home_page, way, rename, model):
        draft = make(model, live=False, slug="first")
        first = draft.get_url()
        rename(draft, "second")
        second = fresh(draft).get_url()
        schedule(fresh(draft), in_a_day())
        rename(draft, "third")
        assert not Redirect.objects.exists()
        assert way(first) == way(second) == [404]
        draft = fresh(draft)
        draft.go_live_at = draft.embargo_until = None
        publish(draft)
        assert way(first) == way(second) == [404]

    def test_a_draft_that_gets_its_slug_when_it_is_published(self, blog, way, django_capture_on_commit_callbacks):
        draft = BlogPostFactory(parent=blog, slug="draft", live=False)
        draft.slug = "headline"
        with django_capture_on_commit_callbacks(execute=True):
            publish(draft)
        assert way("/blog/draft/") == [404]
        assert way("/blog/headline/") == [200]

    def test_a_draft_that_moves(self, blog, home_page, way):
        draft = BlogPostFactory(parent=blog, slug="draft", live=False)
        draft.move(BlogIndexFactory(parent=home_page, slug="other"), pos="last-child")
        assert not Redirect.objects.exists()

    def test_pages_below_a_draft_that_can_be_seen(self, home_page, way, rename):
        section = StandardPageFactory(parent=home_page, slug="section", live=False)
        inner = StandardPageFactory(parent=section, slug="inner", live=False)
        StandardPageFactory(parent=inner, slug="page")
        StandardPageFactory(parent=inner, slug="draft", live=False)
        rename(section, "better")
        assert way("/section/inner/page/") == ["/better/inner/page/", 200]
        assert Redirect.objects.count() == 1

    def test_a_draft_takes_no_redirect_of_another_page_away(self, blog, post, way, rename):
        rename(post, "better")
        draft = BlogPostFactory(parent=blog, slug="post", live=False)
        rename(draft, "secret")
        assert way("/blog/post/") == ["/blog/better/", 200]

    @pytest.mark.indexes
    def test_a_convening(self, home_page, way):
        ConveningIndexFactory(parent=home_page, slug="convenings")
        draft = ConveningFactory(slug="draft", live=False)
        draft.slug = "secret"
        draft.save()
        assert not Redirect.objects.exists()


class TestHiddenTargets:
    """A redirect to a page that is not public tells nothing, as if there were none."""

    def test_a_page_that_is_unpublished_and_gets_another_headline(self, blog, post, way, rename):
        publish(post)
        rename(post, "better")
        fresh(post).unpublish()
        rename(post, "secret")
        for slug in ("post", "better", "secret"):
            assert way(f"/blog/{slug}/") == [404]
        publish(fresh(post))
        for slug in ("post", "better"):
            assert way(f"/blog/{slug}/") == ["/blog/secret/", 200]

    @pytest.mark.parametrize("restricts", ["post", "blog"])
    def test_a_private_page(self, blog, post, client, way, rename, restricts):
        rename(post, "secret")
        page = {"post": post, "blog": blog}[restricts]
        restriction = PageViewRestriction.objects.create(page=page, restriction_type="password", password="open")
        assert way("/blog/post/") == [404]
        session = client.session
        session[restriction.passed_view_restrictions_session_key] = [restriction.pk]
        session.save()
        assert way("/blog/post/") == ["/blog/secret/", 200]

    @pytest.mark.parametrize(
        "link",
        [
            "/blog/secret/",
            "/blog/secret",
            "/blog/secret/?utm_source=flyer#top",
            "http://localhost/blog/secret/",
            "//localhost/blog/secret/",
            "http://testserver/blog/secret/",
            "/blog/%73ecret/",
        ],
    )
    def test_what_an_editor_has_redirected_by_its_url(self, blog, client, link):
        post = BlogPostFactory(parent=blog, slug="secret", live=False)
        Redirect.objects.create(old_path="/flyer", redirect_link=link)
        host = "testserver" if "testserver" in link else "localhost"
        assert client.get("/flyer/", headers={"host": host}).status_code == 404
        publish(post)
        response = client.get("/flyer/", headers={"host": host})
        assert (response.status_code, response.url) == (301, link)

    def test_a_page_of_another_site(self, home_page, client):
        other = HomePageFactory(parent=Page.objects.get(depth=1), slug="other")
        Site.objects.create(hostname="other.example.org", port=8080, root_page=other)
        secret = StandardPageFactory(parent=other, slug="secret", live=False)
        Redirect.objects.create(old_path="/flyer", redirect_page=secret)
        assert client.get("/flyer/", headers={"host": "localhost"}).status_code == 404
        publish(secret)
        response = client.get("/flyer/", headers={"host": "localhost"})
        assert response.url == "http://other.example.org:8080/secret/"

    @pytest.mark.parametrize("link", ["/search/?q=a", "/topics/", "https://example.org/blog/secret/", "/media/a.pdf"])
    def test_what_is_no_page_of_ours_is_led_to(self, blog, client, link):
        Redirect.objects.create(old_path="/flyer", redirect_link=link)
        assert client.get("/flyer/", headers={"host": "localhost"}).url == link

    @pytest.mark.indexes
    def test_a_convening_that_is_unpublished_and_gets_another_name(self, home_page, way):
        ConveningIndexFactory(parent=home_page, slug="convenings")
        convening = ConveningFactory(slug="first")
        convening.save_revision().publish()

        def rename(slug):
            convening.refresh_from_db()
            convening.slug = slug
            convening.save()

        rename("second")
        convening.refresh_from_db()
        convening.unpublish()
        rename("secret")
        for slug in ("first", "second", "secret"):
            assert way(f"/convenings/{slug}/") == [404]
        convening.refresh_from_db()
        convening.save_revision().publish()
        for slug in ("first", "second"):
            assert way(f"/convenings/{slug}/") == ["/convenings/secret/", 200]
