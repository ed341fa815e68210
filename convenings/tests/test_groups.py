"""Convenings above the pages about the same topic or place."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.models import Place
from core.tests.factories import PlaceFactory, TopicFactory
from news.tests.factories import SeriesFactory
from search.tests.news_room import NewsRoom

from .factories import ConveningFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def housing(db):
    return TopicFactory(name="Housing")


def to_come(days=30, topics=(), **fields):
    """A published convening some days ahead."""
    day = timezone.localdate() + timedelta(days=days)
    convening = ConveningFactory(starts_on=day, ends_on=day, **fields)
    convening.topics.add(*topics)
    convening.save()
    return convening


def names(response):
    return [card.convening.name for _group, cards in response.context["groups"] for card in cards]


def test_those_to_come_stand_on_top_the_next_one_first(client, convenings, housing, settings):
    settings.PAGE_CACHE_ENABLED = False
    later, next_one = to_come(60, topics=[housing]), to_come(30, topics=[housing])
    to_come(topics=[TopicFactory()])
    to_come(-30, topics=[housing], name="Over")
    to_come(topics=[housing], name="Draft", live=False)
    response = client.get("/topics/housing/")
    assert names(response) == [next_one.name, later.name]
    html = response.content.decode()
    assert next_one.name in html
    assert "Over" not in html
    assert "Draft" not in html


def test_that_of_a_city_stands_on_the_page_of_its_state(client, convenings):
    colorado = Place.objects.get(abbreviation="CO")
    convening = to_come(place=PlaceFactory(name="Denver", state=colorado))
    for address in ("/places/colorado/", "/places/denver/"):
        assert names(client.get(address)) == [convening.name]
    assert client.get("/places/ohio/").status_code == 404


def test_the_page_lasts_until_the_next_one_is_over(rf, convenings, home_page, housing):
    from search.term_views import TermView

    to_come(60, topics=[housing])
    convening = to_come(30, topics=[housing])
    request = rf.get("/topics/housing/")
    TermView.as_view()(request, page_path="", path="topics", slug="housing")
    assert request.page_cache_until == convening.over_at.timestamp()


def test_the_page_of_a_series_has_none(client, convenings, home_page):
    room = NewsRoom.below(home_page)
    room.post(series=SeriesFactory(name="Download"))
    to_come()
    assert names(client.get("/blog/series/download/")) == []


def test_it_takes_as_many_queries_for_twenty_as_for_one(
    client, convenings, housing, django_assert_num_queries, django_assert_max_num_queries, settings
):
    settings.PAGE_CACHE_ENABLED = False
    to_come(topics=[housing])
    client.get("/topics/housing/")
    with django_assert_max_num_queries(20) as for_one:
        client.get("/topics/housing/")
    for _ in range(19):
        to_come(topics=[housing])
    with django_assert_num_queries(len(for_one)):
        client.get("/topics/housing/")
