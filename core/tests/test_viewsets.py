"""Topics and places in the admin."""

import pytest
from django.urls import reverse

from core.models import Place, Topic
from core.tests.factories import PlaceFactory, TopicFactory
from news.models import Series
from news.tests.factories import BlogPostFactory, SeriesFactory

pytestmark = [pytest.mark.django_db, pytest.mark.indexes]


def list_of(model):
    return reverse(model.snippet_viewset.get_url_name("list"))


def used(blog, topic):
    post = BlogPostFactory(parent=blog)
    post.topics.add(topic)
    post.save()


def test_the_list_of_topics_says_how_often_each_is_used(admin_client, blog):
    housing = TopicFactory(name="Housing", synonyms="rent, tenants")
    TopicFactory(name="Transit")
    used(blog, housing)
    used(blog, housing)
    response = admin_client.get(list_of(Topic))
    assert {topic.name: topic.uses for topic in response.context["object_list"]} == {"Housing": 2, "Transit": 0}
    assert "rent, tenants" in response.content.decode()


@pytest.mark.parametrize(
    ("model", "factory", "fields"),
    [(Topic, TopicFactory, {}), (Place, PlaceFactory, {"state": "ohio"}), (Series, SeriesFactory, {})],
)
def test_a_list_takes_as_many_queries_for_twenty_as_for_one(
    admin_client, django_assert_num_queries, django_assert_max_num_queries, model, factory, fields
):
    model.objects.exclude(slug="ohio").delete()
    fields = {name: Place.objects.get(slug=slug) for name, slug in fields.items()}
    factory(**fields)
    admin_client.get(list_of(model))
    with django_assert_max_num_queries(25) as for_one:
        admin_client.get(list_of(model))
    for _ in range(19):
        factory(**fields)
    with django_assert_num_queries(len(for_one)):
        admin_client.get(list_of(model))
