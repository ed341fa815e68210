"""Each convening has its address below the list of convenings."""

import pytest
from wagtail.models import PageViewRestriction

from .factories import ConveningFactory

pytestmark = [pytest.mark.django_db, pytest.mark.indexes]


@pytest.mark.indexes
def test_a_convening_has_its_address_below_the_list(client, convenings):
    convening = ConveningFactory(name="LP2023")
    assert convening.get_url() == convening.url == "/convenings/lp2023/"
    assert convening.full_url == "http://localhost/convenings/lp2023/"
    assert "LP2023" in client.get("/convenings/lp2023/").content.decode()


@pytest.mark.parametrize("slug", ["unknown", "draft"])
def test_there_is_nothing_at_the_address_of_an_unknown_one_or_a_draft(client, convenings, slug):
    draft = ConveningFactory(slug="draft", live=False)
    assert draft.url is None
    assert client.get(f"/convenings/{slug}/").status_code == 404


def test_below_a_list_that_is_not_published_there_is_no_address(client, convenings):
    convening = ConveningFactory(slug="lp2023")
    convenings.unpublish()
    assert convening.url is None
    assert convening.full_url is None
    assert client.get("/convenings/lp2023/").status_code == 404


def test_a_private_list_keeps_its_convenings_to_itself(client, convenings):
    convening = ConveningFactory(slug="lp2023")
    PageViewRestriction.objects.create(page=convenings, restriction_type=PageViewRestriction.LOGIN)
    assert convening.url is None
    assert client.get("/convenings/lp2023/").status_code == 302


def test_without_a_list_there_is_no_address(home_page):
    assert ConveningFactory().url is None
