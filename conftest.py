"""Fixtures for the tests of all rooms."""

import os
import shutil

import pytest
from django.conf import settings as django_settings
from django.core.cache import caches
from django.test import TransactionTestCase

from tests import databases, indexes
from tests.clock import Clock

NOTHING_MAY_BE_SKIPPED = os.environ.get("CI") == "true" or os.environ.get("STRICT") == "1"


def pytest_addoption(parser):
    parser.addoption("--copy-db", action="store_true", help="begin with a copy of what tests/databases.py has migrated")
    parser.addoption("--database-only", action="store_true", help="leave out tests that no other database can change")


def pytest_collection_modifyitems(config, items):
    """Begin with the longest ones, those of PostgreSQL; with --database-only, leave out the tests that use none.

    At the end they would keep one process busy while the other is idle, or both with the same servers.
    """
    items.sort(key=lambda item: item.get_closest_marker("postgres") is None)
    if config.getoption("database_only"):
        config.hook.pytest_deselected(items=[item for item in items if not uses_database(item)])
        items[:] = filter(uses_database, items)


def uses_database(item):
    """Whether a test may use the database: pytest-django refuses it to all others, about every fourth."""
    markers = map(item.get_closest_marker, ["django_db", "postgres"])
    return any(markers) or not {"db", "transactional_db"}.isdisjoint(item.fixturenames)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request, django_db_blocker):
    """Give each process its own database, as pytest-django does here, and with --copy-db a migrated one."""
    migrated = databases.name()
    request.getfixturevalue("django_db_modify_db_settings_parallel_suffix")
    if request.config.getoption("copy_db") and databases.name() != migrated:
        with django_db_blocker.unblock():
            databases.copy(migrated, databases.name())


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Let tests that commit leave the data of the migrations behind (root page, groups, places), and nothing else."""
    with django_db_blocker.unblock():
        initial = databases.InitialData()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda test: initial.put_back())
        yield


@pytest.fixture(autouse=True)
def empty_caches(settings):
    """Each test begins with empty caches. They are real ones, in a folder of their own."""
    for name in settings.CACHES:
        caches[name].clear()


@pytest.fixture(autouse=True)
def _indexes(request):
    """Only the tests that look something up have it noted, and those in a browser, for the admin does."""
    if any(map(request.node.get_closest_marker, ["indexes", "browser"])):
        yield
    else:
        with indexes.left_alone():
            yield


@pytest.fixture(autouse=True, scope="session")
def _clean_media():
    """The files that tests save go when they end."""
    yield
    shutil.rmtree(django_settings.MEDIA_ROOT, ignore_errors=True)


@pytest.fixture
def clock(time_machine):
    """The clock of everything in this process: `clock.move_to(moment)`, `clock.shift(timedelta)`, `clock.now`."""
    return Clock(time_machine)


@pytest.fixture
def home_page(db):
    """The home page of the default site, in place of Wagtail's welcome page."""
    from wagtail.models import Page, Site

    from home.tests.factories import HomePageFactory

    page = HomePageFactory(parent=Page.objects.get(depth=1), title="Local Progress")
    Site.objects.update(root_page=page, hostname="localhost", port=80)
    Site.clear_site_root_paths_cache()
    return page


@pytest.fixture
def blog(home_page):
    """A blog below the home page."""
    from news.tests.factories import BlogIndexFactory

    return BlogIndexFactory(parent=home_page)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Fail what is skipped, where nothing may be skipped."""
    report = yield
    if NOTHING_MAY_BE_SKIPPED and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped, but nothing may be skipped here: {report.longrepr[2]}"
    return report
