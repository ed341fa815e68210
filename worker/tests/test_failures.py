from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from worker import failures, jobs, tasks
from worker.loop import Worker
from worker.models import Failure
from worker.signals import work_failed

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
ink = []


@pytest.fixture(autouse=True)
def _no_ink():
    ink.clear()


@task()
def print_page(number):
    if not ink:
        raise RuntimeError("no ink")


@pytest.fixture
def told():
    """The names of the failures of which others are told."""
    names = []

    def hear(failure, **kwargs):
        names.append(failure.name)

    work_failed.connect(hear)
    yield names
    work_failed.disconnect(hear)


def logged(caplog):
    return len([record for record in caplog.records if record.name == "worker.failures"])


class TestAJob:
    @pytest.fixture(autouse=True)
    def _job(self, no_jobs):
        @jobs.periodic(name="print", every=MINUTE)
        def print_all():
            print_page.func(1)

    def run(self, clock, times=1):
        for _time in range(times):
            jobs.run_due(clock.now.replace(second=0))
            clock.shift(MINUTE)

    def test_that_fails_is_logged_and_told_once(self, clock, told, caplog):
        began_at = clock.now
        self.run(clock, times=3)
        [failure] = failures.failing(failures.JOB).values()
        assert (failure.name, failure.error) == ("print", "RuntimeError: no ink")
        assert failure.began_at == began_at
        assert failure.failed_at == began_at + 2 * MINUTE
        assert told == ["print"]
        assert logged(caplog) == 1

    def test_that_works_again_fails_no_longer(self, clock, told):
        self.run(clock)
        ink.append("blue")
        self.run(clock)
        assert failures.failing(failures.JOB) == {}

    def test_that_fails_now_and_then_is_told_once_a_day(self, clock, told):
        for _time in range(3):
            self.run(clock)
            ink.append("blue")
            self.run(clock)
            ink.clear()
        assert told == ["print"]
        clock.shift(DAY)
        self.run(clock)
        assert told == ["print", "print"]


@pytest.mark.usefixtures("queue", "no_jobs")
class TestATask:
    def work(self, clock, minutes):
        """Let so many minutes pass, in each of which the job and the queue run."""
        for _minute in range(minutes):
            clock.shift(MINUTE)
            tasks.retry_failed_tasks()
            while Worker().step():
                pass

    def test_that_fails_is_tried_again_after_a_minute_and_ten_more(self, clock):
        print_page.enqueue(1)
        attempts = []
        for _minute in range(15):
            self.work(clock, 1)
            attempts.append(len(DBTaskResult.objects.get().worker_ids))
        assert attempts == [1, *[2] * 10, *[3] * 4]

    def test_that_succeeds_at_last_is_no_failure(self, clock, told):
        print_page.enqueue(1)
        self.work(clock, 1)
        ink.append("blue")
        self.work(clock, 1)
        assert DBTaskResult.objects.get().status == TaskResultStatus.SUCCESSFUL
        assert told == []

    def test_that_is_given_up_is_told_once_for_all_of_its_kind(self, clock, told):
        for number in range(5):
            print_page.enqueue(number)
        self.work(clock, 30)
        path = print_page.module_path
        assert told == [path]
        assert failures.failing(failures.TASK)[path].error == "RuntimeError: no ink"

    def test_somebody_can_have_it_tried_again(self, clock, told):
        print_page.enqueue(1)
        self.work(clock, 30)
        ink.append("blue")
        assert tasks.try_again(print_page.module_path) == 1
        self.work(clock, 1)
        assert DBTaskResult.objects.get().status == TaskResultStatus.SUCCESSFUL
        assert failures.failing(failures.TASK) == {}

    def test_whose_record_is_gone_fails_no_longer(self, clock):
        print_page.enqueue(1)
        self.work(clock, 30)
        DBTaskResult.objects.all().delete()
        self.work(clock, 1)
        assert failures.failing(failures.TASK) == {}


class TestEach:
    def test_goes_on_and_raises_at_the_end(self):
        done = []

        def halve(number):
            if number % 2:
                raise ValueError(number)
            done.append(number)

        with pytest.raises(ExceptionGroup) as raised:
            failures.each([1, 2, 3, 4], halve)
        assert done == [2, 4]
        assert [error.args for error in raised.value.exceptions] == [(1,), (3,)]

    def test_raises_nothing_where_all_goes_well(self):
        failures.each([1, 2], str)


class _Mute(Exception):
    def __str__(self):
        raise RuntimeError


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ValueError("a\x00b\ud800"), "ValueError: ab?"),
        (ValidationError({"slug": ["Taken."], "title": ["Long."]}), "ValidationError: Taken. Long."),
        (_Mute(), "<exception str() failed>"),
        (ValueError("x" * 5000), "x" * 100),
    ],
)
def test_every_error_can_be_stored(error, words, monkeypatch):
    monkeypatch.setattr(failures.logger, "disabled", True)  # pytest-xdist cannot send half a character
    failures.record("kind", "n" * 300, error)
    failure = Failure.objects.get()
    assert words in failure.error
    failures.resolve("kind", "n" * 300)
    assert failures.failing("kind") == {}


def test_a_failure_that_cannot_be_recorded_stops_nothing(monkeypatch, caplog):
    def away(**kwargs):
        raise OperationalError("away")

    monkeypatch.setattr(Failure.objects, "get_or_create", away)
    try:
        print_page.func(1)
    except RuntimeError as error:
        failures.record("kind", "name", error)
    assert "no ink" in caplog.text
