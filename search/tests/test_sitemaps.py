"""Sitemaps, robots.txt and security.txt: complete, valid, and silent about what is not public."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.models import PageViewRestriction

from home.tests.factories import StandardPageFactory
from images.tests.factories import PhotoFactory
from news.models import BlogPost
from news.tests.factories import BlogPostFactory, NewsMentionFactory, NewsMentionIndexFactory
from press.tests.factories import PressIndexFactory
from search import sitemaps

pytestmark = pytest.mark.django_db

SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}


@pytest.fixture
def read(client):
    """The root element of a sitemap."""

    def get(address):
        response = client.get(address)
        assert response.status_code == 200, address
        assert response["Content-Type"] == "application/xml; charset=utf-8"
        return ElementTree.fromstring(response.content)

    return get


@pytest.fixture
def listed(read):
    """All addresses in all parts that the index names, as paths."""

    def find():
        parts = [one.text for one in read("/sitemap.xml").iterfind("s:sitemap/s:loc", SPACES)]
        found = [loc.text for part in parts for loc in read(path_of(part)).iterfind("s:url/s:loc", SPACES)]
        assert len(found) == len(set(found))
        return {path_of(one) for one in found}

    return find


def path_of(address):
    assert address.startswith("http://localhost/")
    return address.removeprefix("http://localhost")


def test_the_index_leads_to_every_public_page(home_page, blog, listed):
    about = StandardPageFactory(parent=home_page)
    post = BlogPostFactory(parent=blog, title="A & B")
    assert listed() == {"/", blog.url, about.url, post.url}


def test_what_is_not_public_or_not_for_search_engines_is_left_out(home_page, blog, listed):
    BlogPostFactory(parent=blog, live=False)
    private = BlogPostFactory(parent=blog)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    press = PressIndexFactory(parent=home_page)
    coverage = NewsMentionIndexFactory(parent=press)
    NewsMentionFactory(parent=coverage)
    assert listed() == {"/", blog.url, press.url, coverage.url}


def test_a_page_comes_with_its_last_change_and_its_photo(blog, read):
    moment = timezone.now() - timedelta(days=3)
    post = BlogPostFactory(parent=blog, lead_photo=PhotoFactory(), published_at=moment)
    (url,) = read(f"/sitemap-blogpost-{post.pk // sitemaps.PART_LENGTH}.xml").iterfind("s:url", SPACES)
    assert parse_datetime(url.find("s:lastmod", SPACES).text) == moment.replace(microsecond=0)
    assert url.find("image:image/image:loc", SPACES).text.startswith("http://localhost/media/")


def test_pages_are_parted_by_their_ids(blog, listed, read, monkeypatch):
    monkeypatch.setattr(sitemaps, "PART_LENGTH", 2)
    posts = [BlogPostFactory(parent=blog) for _number in range(5)]
    assert {post.url for post in posts} < listed()
    parts = [one.text for one in read("/sitemap.xml").iterfind("s:sitemap/s:loc", SPACES) if "blogpost" in one.text]
    assert len(parts) == len({post.pk // 2 for post in posts})


@pytest.mark.parametrize("address", ["/sitemap-blogpost-99.xml", "/sitemap-nothing-0.xml", "/sitemap-terms-7.xml"])
def test_a_part_that_is_not_there_is_not_found(client, blog, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/sitemap.xml", "/sitemap-blogpost-0.xml", "/news-sitemap.xml"])
def test_as_many_queries_for_many_pages_as_for_one(client, blog, settings, monkeypatch, address):
    settings.PAGE_CACHE_ENABLED = False
    monkeypatch.setattr(sitemaps, "PART_LENGTH", 1_000_000)

    def add():
        BlogPostFactory(parent=blog, lead_photo=PhotoFactory(), published_at=timezone.now())

    add()
    client.get(address)
    first = _count(client, address)
    for _number in range(4):
        add()
    assert _count(client, address) == first


def _count(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


class TestNews:
    """The news sitemap."""

    def titles(self, read):
        return [one.text for one in read("/news-sitemap.xml").iterfind("s:url/news:news/news:title", SPACES)]

    def post(self, blog, hours, **fields):
        moment = timezone.now() - timedelta(hours=hours)
        return BlogPostFactory(parent=blog, **{"first_published_at": moment, "published_at": moment, **fields})

    def test_it_holds_what_was_published_within_two_days_newest_first(self, blog, read):
        self.post(blog, 47, title="Older")
        self.post(blog, 1, title="Newer & better")
        self.post(blog, 49, title="Too old")
        self.post(blog, 1, title="Imported", published_at=timezone.now() - timedelta(days=900))
        self.post(blog, 1, title="Draft", live=False)
        assert self.titles(read) == ["Newer & better", "Older"]

    def test_an_empty_one_is_valid(self, blog, read):
        assert self.titles(read) == []

    def test_it_holds_a_thousand_at_most(self, blog, read, monkeypatch):
        monkeypatch.setattr(sitemaps, "MOST_NEWS", 2)
        for hours in (3, 2, 1):
            self.post(blog, hours, title=f"{hours} hours")
        assert self.titles(read) == ["1 hours", "2 hours"]

    def test_each_names_publication_language_and_moment(self, blog, read):
        post = self.post(blog, 5)
        (url,) = read("/news-sitemap.xml").iterfind("s:url", SPACES)
        assert path_of(url.find("s:loc", SPACES).text) == post.url
        news = url.find("news:news", SPACES)
        assert news.find("news:publication/news:name", SPACES).text == "Local Progress"
        assert news.find("news:publication/news:language", SPACES).text == "en"
        moment = parse_datetime(news.find("news:publication_date", SPACES).text)
        assert moment == post.published_at.replace(microsecond=0)

    def test_it_is_kept_until_its_oldest_news_is_too_old(self, blog, rf):
        post = self.post(blog, 47)
        request = rf.get("/news-sitemap.xml", headers={"host": "localhost"})
        sitemaps.news_sitemap(request)
        oldest = BlogPost.objects.get(pk=post.pk).published_at
        assert request.page_cache_until == (oldest + sitemaps.NEWS_FOR).timestamp()


def test_robots_are_let_in_and_led_to_the_sitemaps(client, home_page, settings):
    settings.SEARCH_ENGINES_ALLOWED = True
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /" not in lines
    assert {"Disallow: /admin/", "Disallow: /search/", "Disallow: /review/"} < set(lines)
    assert "Sitemap: http://localhost/sitemap.xml" in lines
    assert "Sitemap: http://localhost/news-sitemap.xml" in lines


def test_a_copy_of_the_site_keeps_robots_out(client, home_page, settings):
    settings.SEARCH_ENGINES_ALLOWED = False
    assert client.get("/robots.txt").content.decode().split() == ["User-agent:", "*", "Disallow:", "/"]


def test_security_txt_has_what_its_standard_requires(client, home_page, settings):
    settings.SECURITY_CONTACT = "mailto:security@example.org"
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert fields["Contact"] == "mailto:security@example.org"
    assert fields["Canonical"] == "http://localhost/.well-known/security.txt"
    assert timedelta(days=30) < parse_datetime(fields["Expires"]) - timezone.now() < timedelta(days=365)
