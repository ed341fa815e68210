"""These tests look at what views render, so nothing is answered from the page cache."""

import pytest

from press.tests.factories import PressIndexFactory

from .factories import NewsMentionIndexFactory


@pytest.fixture(autouse=True)
def _without_page_cache(settings):
    settings.PAGE_CACHE_ENABLED = False


@pytest.fixture
def coverage(home_page):
    """“In the news” below the press page."""
    return NewsMentionIndexFactory(parent=PressIndexFactory(parent=home_page))
