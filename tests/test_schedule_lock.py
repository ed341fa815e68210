"""A page with a schedule can be withdrawn, and its lock says the hour with its zone."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse
from wagtail.models import Page, Revision

from convenings.models import Convening
from convenings.tests.factories import ConveningFactory
from news.models import BlogPost
from news.tests.factories import BlogPostFactory

pytestmark = [pytest.mark.django_db, pytest.mark.indexes]

MOMENT = datetime(2093, 5, 5, 13, 0, tzinfo=UTC)


@pytest.fixture
def post(blog):
    """A live post with a later version that is scheduled."""
    post = BlogPostFactory(parent=blog, title="Live <b>")
    post.save_revision().publish()
    post = BlogPost.objects.get(pk=post.pk)
    post.go_live_at = MOMENT
    post.save_revision().publish()
    return post


@pytest.fixture
def somebody(client):
    """A function that signs in a member of a group."""

    def sign_in(group):
        user = User.objects.create_user("somebody", "somebody@example.org", "password")
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)

    return sign_in


def test_it_can_be_taken_down_at_once(client, post, somebody):
    somebody("Editors")
    url = reverse("wagtailadmin_pages:unpublish", args=[post.pk])
    assert url in client.get(reverse("wagtailadmin_pages:edit", args=[post.pk])).content.decode()
    assert "Its schedule is cancelled too." in client.get(url).content.decode()
    client.post(url)
    assert not BlogPost.objects.get(pk=post.pk).live
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_so_can_several(client, post, somebody):
    somebody("Editors")
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    client.post(f"{url}?id={post.pk}", {"include_descendants": ""})
    assert not Page.objects.get(pk=post.pk).live


def test_by_nobody_who_may_not_publish(client, post, somebody):
    somebody("Writers")
    client.post(reverse("wagtailadmin_pages:unpublish", args=[post.pk]))
    assert BlogPost.objects.get(pk=post.pk).live


def test_nor_while_somebody_else_has_locked_it(client, post, somebody):
    Revision.objects.update(approved_go_live_at=None)
    Page.objects.filter(pk=post.pk).update(locked=True)
    somebody("Editors")
    client.post(reverse("wagtailadmin_pages:unpublish", args=[post.pk]))
    assert BlogPost.objects.get(pk=post.pk).live


def test_without_a_schedule_nothing_is_said_of_one(client, blog, somebody):
    post = BlogPostFactory(parent=blog)
    somebody("Editors")
    html = client.get(reverse("wagtailadmin_pages:unpublish", args=[post.pk])).content.decode()
    assert "schedule is cancelled" not in html


def test_the_lock_names_the_hour_with_its_zone_and_says_what_to_do(client, post, somebody):
    somebody("Editors")
    html = client.get(reverse("wagtailadmin_pages:edit", args=[post.pk])).content.decode()
    assert "“Live &lt;b&gt;” goes live on Tuesday, May 5, 2093, 9 a.m. Eastern." in html
    assert "cancel the schedule first" in html


def test_that_of_a_snippet_too(client, somebody, home_page):
    convening = ConveningFactory(name="LP2093", live=False, go_live_at=MOMENT)
    convening.save_revision().publish()
    somebody("Editors")
    html = client.get(reverse(Convening.snippet_viewset.get_url_name("edit"), args=[convening.pk])).content.decode()
    assert "“LP2093” goes live on Tuesday, May 5, 2093, 9 a.m. Eastern." in html
