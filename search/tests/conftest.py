"""These tests look at what views render, so nothing is answered from the page cache."""

import pytest


@pytest.fixture(autouse=True)
def _without_page_cache(settings):
    settings.PAGE_CACHE_ENABLED = False
