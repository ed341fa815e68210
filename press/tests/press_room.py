"""A press room for tests: its pages, its people, and what their editor sends."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group, User
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from core.roles import EDITORS, PRESS_TEAM, WRITERS
from press.models import PressRelease

from .factories import PressReleaseFactory

TUESDAY = datetime(2030, 12, 3, 14, 0, tzinfo=UTC)  # 9:00 a.m. Eastern


@pytest.fixture
def embargoed(releases):
    """A release that is scheduled for `TUESDAY`."""
    return scheduled(releases, title="Zephyr compact signed", slug="zephyr-compact")


def draft(releases, **fields):
    """A release as an editor leaves it."""
    release = PressReleaseFactory(parent=releases, live=False, **fields)
    release.save_revision()
    return release


def scheduled(releases, moment=TUESDAY, **fields):
    """A release that somebody has put under embargo and published."""
    fields = {"timing": "embargoed", "embargo_until": moment, **fields}
    release = draft(releases, **fields)
    release.get_latest_revision().publish()
    return fresh(release)


def fresh(release):
    """The release as the database has it."""
    return PressRelease.objects.get(pk=release.pk)


def somebody(group):
    """A member of a group; a superuser for None."""
    if group is None:
        return User.objects.create_superuser("admin", "admin@example.org", "password")
    user = User.objects.create_user(f"of {group}", "somebody@example.org", "password")
    user.groups.add(Group.objects.get(name=group))
    return user


def form_data(**fields):
    """What the editor of a release sends."""
    return nested_form_data(
        {
            "title": "A release",
            "slug": "a-release",
            "teaser": "What was decided.",
            "kind": "release",
            "timing": "embargoed",
            "embargo_until": "2030-12-03 09:00",
            "embargo_zone": "America/New_York",
            "dateline_city": "Denver",
            "body": streamfield([("paragraph", rich_text("<p>Words</p>"))]),
            "boilerplate": rich_text(""),
            "notes_to_editors": rich_text(""),
            "attachments": inline_formset([]),
            "corrections": inline_formset([]),
            "comments": inline_formset([]),
            **fields,
        }
    )


__all__ = [
    "EDITORS",
    "PRESS_TEAM",
    "TUESDAY",
    "WRITERS",
    "draft",
    "embargoed",
    "form_data",
    "fresh",
    "scheduled",
    "somebody",
]
