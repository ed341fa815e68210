"""Fixtures for the convenings."""

import pytest

from .factories import ConveningIndexFactory


@pytest.fixture
def convenings(home_page):
    """The public list of convenings."""
    return ConveningIndexFactory(parent=home_page)
