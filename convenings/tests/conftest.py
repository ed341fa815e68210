"""Fixtures for the convenings."""

import pytest

from .factories import ConveningIndexFactory


@pytest.fixture(autouse=True)
def _without_page_cache(settings):
    """Most tests look at what views render, so nothing is answered from the page cache."""
    settings.PAGE_CACHE_ENABLED = False


@pytest.fixture
def convenings(home_page):
    """The public list of convenings."""
    return ConveningIndexFactory(parent=home_page)
