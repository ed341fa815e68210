"""Each convening has its address below the list of convenings."""

import pytest
from pytest_django.asserts import assertRedirects
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


class TestOldAddresses:
    """Who follows an old link arrives."""

    def rename(self, convening, slug):
        convening.slug = slug
        convening.save()

    def test_a_new_slug_leaves_a_redirect(self, client, convenings):
        self.rename(ConveningFactory(slug="old"), "new")
        assertRedirects(client.get("/convenings/old/"), "/convenings/new/", 301)

    def test_the_oldest_leads_to_the_newest_at_once(self, client, convenings):
        convening = ConveningFactory(slug="first")
        self.rename(convening, "second")
        self.rename(convening, "third")
        assertRedirects(client.get("/convenings/first/"), "/convenings/third/", 301)

    def test_there_and_back_is_no_circle(self, client, convenings):
        convening = ConveningFactory(slug="first")
        self.rename(convening, "second")
        self.rename(convening, "first")
        assert client.get("/convenings/first/").status_code == 200
        assertRedirects(client.get("/convenings/second/"), "/convenings/first/", 301)

    def test_it_stays_right_when_the_list_moves(self, client, convenings):
        self.rename(ConveningFactory(slug="old"), "new")
        convenings.slug = "events"
        convenings.save()
        assertRedirects(client.get("/convenings/old/"), "/events/new/", 301)

    def test_a_draft_had_no_address(self, client, convenings):
        self.rename(ConveningFactory(slug="old", live=False), "new")
        assert client.get("/convenings/old/").status_code == 404
