"""What the search field suggests."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from convenings.tests.factories import ConveningFactory, ConveningIndexFactory
from core.tests.factories import TopicFactory
from news.tests.factories import BlogPostFactory, SeriesFactory

from .test_search import HOSTILE

pytestmark = [pytest.mark.django_db, pytest.mark.indexes]


@pytest.fixture
def suggest(client, blog):
    """The labels of what is suggested for these words."""

    def get(words):
        return [one["label"] for one in client.get("/search/suggest/", {"q": words}).json()["suggestions"]]

    return get


def about(post, *topics):
    post.topics.add(*topics)
    post.save()
    return post


def test_headlines_in_which_each_word_begins_so(suggest, blog):
    BlogPostFactory(parent=blog, title="A housing plan for Lakeside")
    BlogPostFactory(parent=blog, title="A house")
    assert suggest("hous la") == ["A housing plan for Lakeside"]
    assert set(suggest("HOUS")) == {"A housing plan for Lakeside", "A house"}
    assert suggest("ousing") == []


@pytest.mark.parametrize("words", ["Bogotá", "bogota", "bogo"])
@pytest.mark.parametrize("title", ["Visit to Bogotá", "Visit to Bogota"])
def test_accents_make_no_difference(suggest, blog, words, title):
    BlogPostFactory(parent=blog, title=title)
    assert suggest(words) == [title]


def test_terms_and_convenings_come_first(client, suggest, blog, home_page):
    series = SeriesFactory(name="Lakeside letters")
    about(BlogPostFactory(parent=blog, title="Lakeside news", series=series), TopicFactory(name="Lakes"))
    TopicFactory(name="Lakes that nobody writes about")
    ConveningIndexFactory(parent=home_page)
    ConveningFactory(name="Lakeside convention", short_name="LP2031")
    labels = ["Lakes", "Lakeside letters", "Lakeside convention (LP2031)", "Lakeside news"]
    assert sorted(suggest("lake")[:2]) == labels[:2]
    assert suggest("lake")[2:] == labels[2:]
    for one in client.get("/search/suggest/?q=lake").json()["suggestions"]:
        assert client.get(one["url"]).status_code == 200, one


def test_at_most_eight_and_none_for_a_letter(suggest, blog):
    BlogPostFactory.create_batch(12, parent=blog, title="Housing")
    assert len(suggest("ho")) == 8
    assert suggest("h") == []


def test_hidden_pages_and_their_topics_stay_hidden(suggest, blog):
    about(BlogPostFactory(parent=blog, title="Secret plan", live=False), TopicFactory(name="Secret topic"))
    private = BlogPostFactory(parent=blog, title="Secret meeting")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert suggest("secr") == []


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_is_typed_has_an_answer(suggest, blog, words):
    BlogPostFactory(parent=blog, title="Rent")
    suggest(words)


def test_eight_take_as_many_queries_as_one(suggest, blog):
    def queries():
        with CaptureQueriesContext(connection) as queries:
            suggest("rent")
        return len(queries)

    BlogPostFactory(parent=blog, title="Rent")
    queries()
    for_one = queries()
    BlogPostFactory.create_batch(9, parent=blog, title="Rent")
    assert queries() == for_one
