"""A press room with a desk and a list of releases."""

import pytest
from wagtail.models import Site

from media_inquiries.models import DeskSettings
from media_inquiries.tests.factories import ContactPersonFactory, MediaContactFactory

from .factories import PressIndexFactory, PressReleaseIndexFactory
from .press_room import embargoed

__all__ = ["embargoed"]


@pytest.fixture
def press(home_page):
    """The press page."""
    return PressIndexFactory(parent=home_page)


@pytest.fixture
def press_desk(press):
    """The default desk, with one person."""
    desk = MediaContactFactory(parent=press)
    ContactPersonFactory(contact=desk, name="Press officer", role="Mountain states")
    DeskSettings.objects.create(site=Site.objects.get(), default_desk=desk)
    return desk


@pytest.fixture
def releases(press, press_desk):
    """The list of releases of a press room that has a desk."""
    return PressReleaseIndexFactory(parent=press)


@pytest.fixture
def without_page_cache(settings):
    """Nothing is answered from the page cache: for tests that look at what views render."""
    settings.PAGE_CACHE_ENABLED = False
