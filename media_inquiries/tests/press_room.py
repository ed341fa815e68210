"""A desk and its people, for the tests of the inbox."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.utils import timezone

from core.roles import PRESS_TEAM

from .factories import MediaContactFactory, MediaInquiryFactory


def somebody(group=PRESS_TEAM, name="press", **names):
    """An account in one group."""
    user = User.objects.create_user(name, f"{name}@example.org", **names)
    user.groups.set([Group.objects.get(name=group)])
    return user


def hours(number):
    """A moment so many hours from now, or before now if negative."""
    return timezone.now() + timedelta(hours=number)


@pytest.fixture
def desk(home_page):
    """The desk that inquiries go to."""
    return MediaContactFactory(parent=home_page)


@pytest.fixture
def officer(db):
    """A press officer."""
    return somebody(first_name="Ana", last_name="Ruiz")


@pytest.fixture
def inbox(client, officer):
    """A client signed in as the press officer."""
    client.force_login(officer)
    return client


@pytest.fixture
def inquiry(desk):
    """A new inquiry."""
    return MediaInquiryFactory(desk=desk)
