"""What is public, as sets of pages."""

import datetime

import pytest
from wagtail.models import PageViewRestriction, Site

from core.tests.factories import TopicFactory
from news.tests.factories import BlogPostFactory
from search.catalogue import Catalogue

pytestmark = pytest.mark.django_db


def post(blog, day, **fields):
    return BlogPostFactory(parent=blog, published_on=datetime.date(2024, 1, day), **fields).pk


def test_a_set_has_the_pages_it_was_made_of_the_newest_first(blog):
    pks = [post(blog, day) for day in (*range(1, 20), 7)]
    catalogue = Catalogue(Site.objects.get())
    assert catalogue.newest_first(catalogue.set_of(pks)) == [*pks[18:6:-1], pks[19], *pks[6::-1]]
    assert catalogue.newest_first(catalogue.set_of([pks[18], pks[0]])) == [pks[18], pks[0]]
    assert catalogue.newest_first(catalogue.set_of([])) == []


def test_hidden_pages_are_in_no_set_and_neither_are_their_terms(blog):
    shown, draft, private = post(blog, 1), post(blog, 2, live=False), BlogPostFactory(parent=blog)
    private.topics.add(TopicFactory(slug="secret"))
    private.save()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    catalogue = Catalogue(Site.objects.get())
    assert catalogue.public([private.pk, draft, shown]) == [shown]
    assert catalogue.newest_first(catalogue.set_of([private.pk, draft, shown])) == [shown]
    assert "secret" not in catalogue.values["topic"]


def test_values_narrow_and_are_counted(blog):
    housing, transit = TopicFactory(slug="housing", name="Housing"), TopicFactory(slug="transit", name="Transit")
    pages = [BlogPostFactory(parent=blog, published_on=datetime.date(year, 1, 1)) for year in (2022, 2023, 2023)]
    for page, topics in zip(pages, [[housing], [housing, transit], []], strict=True):
        page.topics.set(topics)
        page.save()
    catalogue = Catalogue(Site.objects.get())
    everything = catalogue.set_of(page.pk for page in pages)
    assert sorted(catalogue.counted("topic", everything)) == [("housing", "Housing", 2), ("transit", "Transit", 1)]
    of_2023 = everything & catalogue.having("year", "2023")
    assert catalogue.counted("topic", of_2023) == [("housing", "Housing", 1), ("transit", "Transit", 1)]
    assert catalogue.having("topic", "unknown") == 0
