from datetime import UTC, datetime

import pytest
from django_tasks_db.management.commands import db_worker


@pytest.fixture
def clock(clock):
    """The clock, which begins on a morning in March."""
    clock.move_to(datetime(2026, 3, 2, 9, 30, 15, tzinfo=UTC))
    return clock


def minute(clock):
    """The beginning of the minute in which the clock is."""
    return clock.now.replace(second=0, microsecond=0)


@pytest.fixture
def no_jobs(monkeypatch):
    """An empty registry, for tests that bring their own jobs."""
    monkeypatch.setattr("worker.jobs._jobs", {})


@pytest.fixture
def queue(settings):
    """Tasks wait in the database, as in production, instead of running at once."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture(autouse=True)
def _keep_connection(request, monkeypatch):
    """Tests run inside a transaction, which would look like a connection left in a bad state."""
    if "transactional_db" not in request.fixturenames:
        monkeypatch.setattr("worker.loop.close_old_connections", lambda: None)
        monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)
