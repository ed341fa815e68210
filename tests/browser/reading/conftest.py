"""Tests of what visitors read: all of them share one site."""

import pytest

from tests import sample_site


@pytest.fixture(scope="package")
def transactional_db(django_db_setup, django_db_blocker):
    """The whole site, built once for tests that only read it, in place of an empty database for each."""
    with sample_site.standing(django_db_blocker):
        yield
