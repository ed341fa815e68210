from datetime import timedelta

import pytest

from worker import jobs
from worker.models import JobRun

from .conftest import minute

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_jobs")]

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


@pytest.fixture
def runs():
    return []


def job(runs, name="count", every=MINUTE):
    jobs.periodic(name=name, every=every)(lambda: runs.append(name))


def test_a_job_runs_at_once_and_then_when_its_time_has_passed(clock, runs):
    job(runs, every=DAY)
    jobs.run_due(minute(clock))
    clock.shift(DAY - MINUTE)
    jobs.run_due(minute(clock))
    assert runs == ["count"]
    clock.shift(MINUTE)
    jobs.run_due(minute(clock))
    assert runs == ["count", "count"]


def test_a_job_of_every_minute_misses_none(clock, runs):
    job(runs)
    for _ in range(5):
        jobs.run_due(minute(clock))
        clock.shift(MINUTE)
    assert len(runs) == 5


def test_the_same_minute_does_not_count_twice(clock, runs):
    job(runs)
    jobs.run_due(minute(clock))
    jobs.run_due(minute(clock))
    assert len(runs) == 1


def test_a_clock_set_back_does_not_stop_a_job(clock, runs):
    job(runs)
    jobs.run_due(minute(clock))
    clock.shift(-365 * DAY)
    jobs.run_due(minute(clock))
    assert len(runs) == 2


def test_a_failing_job_is_logged_and_the_others_run(clock, runs, caplog):
    @jobs.periodic(name="broken", every=MINUTE)
    def broken():
        raise RuntimeError("no ink")

    job(runs, name="after it")
    jobs.run_due(minute(clock))
    assert runs == ["after it"]
    assert "broken" in caplog.text
    assert "RuntimeError: no ink" in caplog.text
    assert "Traceback" in caplog.text


def test_two_workers_run_a_job_once(clock, runs):
    job(runs)
    first, second = jobs.registered() * 2
    assert first.claim(None, minute(clock))
    assert not second.claim(None, minute(clock))

    later = minute(clock) + MINUTE
    assert first.claim(minute(clock), later)
    assert not second.claim(minute(clock), later)


def test_the_last_run_is_kept_in_the_database(clock, runs):
    job(runs)
    jobs.run_due(minute(clock))
    assert JobRun.objects.get(name="count").last_run_at == minute(clock)


def test_a_tick_without_work_costs_one_query(clock, runs, django_assert_num_queries):
    job(runs, every=DAY)
    job(runs, name="another", every=DAY)
    jobs.run_due(minute(clock))
    clock.shift(MINUTE)
    with django_assert_num_queries(1):
        jobs.run_due(minute(clock))


def test_a_name_is_given_once(runs):
    job(runs)
    with pytest.raises(ValueError, match="count"):
        job(runs)
