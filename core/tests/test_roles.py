"""What each role may do."""

import pytest
from django.contrib.auth.models import Group, User
from wagtail.models import Page, Workflow

pytestmark = pytest.mark.django_db


def may(group, permission):
    user = User.objects.create_user(f"somebody in {group}")
    user.groups.add(Group.objects.get(name=group))
    return user.has_perm(permission)


def may_publish(group):
    user = User.objects.create_user(f"somebody in {group}")
    user.groups.add(Group.objects.get(name=group))
    return Page.objects.get(depth=1).permissions_for_user(user).can_publish_subpage()


def test_these_are_the_groups():
    assert set(Group.objects.values_list("name", flat=True)) == {"Writers", "Editors", "Press team"}


@pytest.mark.parametrize(("group", "answer"), [("Writers", False), ("Editors", True)])
def test_who_publishes_pages(group, answer):
    assert may_publish(group) is answer


@pytest.mark.parametrize(
    ("group", "permission", "answer"),
    [
        ("Writers", "wagtailadmin.access_admin", True),
        ("Writers", "news.add_series", False),
        ("Writers", "core.change_sitesettings", False),
        ("Editors", "news.add_series", True),
        ("Editors", "core.add_topic", True),
        ("Editors", "core.change_sitesettings", True),
        ("Editors", "auth.add_user", False),
        ("Press team", "wagtailadmin.access_admin", True),
        ("Press team", "core.change_sitesettings", False),
    ],
)
def test_what_a_role_may_do(group, permission, answer):
    assert may(group, permission) is answer


def test_posts_are_reviewed_by_editors_and_releases_by_the_press_team():
    reviewers = {
        workflow.name: [group.name for task in workflow.tasks for group in task.specific.groups.all()]
        for workflow in Workflow.objects.all()
    }
    assert reviewers == {"Post review": ["Editors"], "Release review": ["Press team"]}


def test_every_page_has_the_post_review():
    assert Page.objects.get(depth=1).get_workflow().name == "Post review"
