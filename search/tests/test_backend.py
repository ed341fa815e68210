"""Searching in the admin, for whatever people type."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from core.tests.factories import TopicFactory

pytestmark = [pytest.mark.django_db, pytest.mark.indexes]

TYPED = ['"', '""', '"hous', 'Hou"sing', "'", "*", "\\", "AND", "NOT (", "%s", "Housing OR", "é", "—", " "]


@pytest.fixture
def signed_in(client):
    client.force_login(User.objects.create_superuser("admin", "admin@example.org", "password"))
    return client


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize(
    "view", ["wagtailsnippets_core_topic:list", "wagtailimages:index", "wagtailadmin_pages:search", "wagtaildocs:index"]
)
def test_a_search_has_an_answer_whatever_is_typed(signed_in, view, typed):
    TopicFactory(name="Housing")
    assert signed_in.get(reverse(view), {"q": typed}).status_code == 200


def test_a_quotation_mark_does_not_hide_what_is_looked_for(signed_in):
    TopicFactory(name="Housing")
    response = signed_in.get(reverse("wagtailsnippets_core_topic:list"), {"q": '"housing"'})
    assert "Housing" in response.content.decode().partition("<main")[2]
