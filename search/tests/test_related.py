"""What stands under an article."""

import datetime

import pytest

from core.tests.factories import PlaceFactory, TopicFactory
from images.tests.factories import PhotoFactory
from news.models import RelatedPost
from news.tests.factories import SeriesFactory
from search.related import related

from .news_room import NewsRoom
from .test_terms import hide

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_page_cache(settings):
    settings.PAGE_CACHE_ENABLED = False


@pytest.fixture
def room(home_page):
    return NewsRoom.below(home_page)


@pytest.fixture
def housing(db):
    return TopicFactory(name="Housing")


def test_is_of_any_kind_and_what_shares_most_comes_first(room, housing):
    transit, denver = TopicFactory(), PlaceFactory()
    release = room.release(topics=[housing, transit], places=[denver], day=1)
    one_topic = room.mention(topics=[housing], day=9)
    one_place = room.post(places=[denver], day=20)
    everything = room.mention(topics=[housing, transit], places=[denver], day=2)
    room.post(day=30)
    assert related(release) == [everything, one_topic, one_place]


def test_an_issue_of_the_same_series_is_nearer_than_a_page_on_the_same_topic(room, housing):
    series = SeriesFactory()
    issues = [room.post(series=series, topics=[], day=day) for day in (1, 2, 3, 4)]
    on_topic = room.mention(topics=[housing], day=5)
    issues[3].topics.add(housing)
    issues[3].save()
    # The issue of the third is its neighbor.
    assert related(issues[3]) == [issues[1], issues[0], on_topic]


def test_what_is_more_than_a_year_older_comes_last_and_else_the_newest_first(room, housing):
    release = room.release(topics=[housing], day=30)
    old = room.mention(topics=[housing], published_on=datetime.date(2021, 1, 1))
    newer, newest = room.mention(topics=[housing], day=1), room.mention(topics=[housing], day=2)
    assert related(release) == [newest, newer, old]


def test_begins_with_the_hand_picked_and_repeats_no_neighbor(room, housing):
    picked = room.post(day=1)
    sharing = [room.post(topics=[housing], day=day) for day in (2, 3, 4)]
    neighbor = room.post(topics=[housing], day=5)
    post = room.post(topics=[housing], day=6)
    post.hand_picked.add(RelatedPost(related=picked))
    post.save()
    assert post.beside.older == neighbor
    assert related(post) == [picked, sharing[2], sharing[1]]


def test_stands_under_posts_releases_and_mentions(client, room, housing):
    pages = room.one_of_each(topics=[housing], day=1)
    room.post(title="Something else to read", topics=[housing], day=2)
    room.post(day=3)  # a neighbor, so that the other is none
    room.post(day=2)
    for page in pages:
        assert "Something else to read" in client.get(page.url).content.decode()


def test_is_never_what_the_public_may_not_see(room, housing):
    release = room.release(topics=[housing], day=1)
    hide(room, housing, day=1)
    post = room.post(day=2)
    post.hand_picked.add(RelatedPost(related=room.post(title="Hidden", live=False)))
    post.save()
    assert related(release) == []
    assert related(post) == []


def test_of_a_page_that_was_never_saved_is_nothing(room):
    assert related(type(room.post())(title="New")) == []


@pytest.mark.django_db(transaction=True)
class TestFreshness:
    """What is remembered outlives no change."""

    def test_of_a_topic_taken_away_a_page_unpublished_and_another_published(self, client, room, housing):
        release = room.release(topics=[housing], day=1)
        mention = room.mention(topics=[housing], day=2, title="A mention")

        def shown():
            html = client.get(release.url, headers={"host": "localhost"}).content.decode()
            return {title for title in ("A mention", "A newer one") if title in html}

        assert shown() == shown() == {"A mention"}
        room.mention(topics=[housing], day=3, title="A newer one")
        assert shown() == {"A mention", "A newer one"}
        mention.topics.clear()
        mention.save()
        assert shown() == {"A newer one"}
        type(mention).objects.get(title="A newer one").unpublish()
        assert shown() == set()


def test_it_takes_as_many_queries_for_twenty_of_each_kind_as_for_one(
    client, room, housing, django_assert_num_queries, django_assert_max_num_queries
):
    def fill(count):
        for _ in range(count):
            room.one_of_each(topics=[housing], lead_photo=PhotoFactory(), day=3)

    room.post(day=29)
    post = room.post(topics=[housing], series=SeriesFactory(), lead_photo=PhotoFactory(), day=30)
    fill(1)
    client.get(post.url)
    with django_assert_max_num_queries(17) as for_one:
        client.get(post.url)
    fill(19)
    with django_assert_num_queries(len(for_one)):
        client.get(post.url)
