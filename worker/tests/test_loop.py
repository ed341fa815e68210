import signal
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import InterfaceError, OperationalError, connection
from django_tasks import TaskResultStatus, task

from worker import heartbeat, jobs
from worker.loop import LONGEST_PAUSE, Worker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_jobs", "queue")]

MINUTE = timedelta(minutes=1)
done = []


@pytest.fixture(autouse=True)
def _nothing_done():
    done.clear()


@task()
def write(word):
    done.append(word)


@task()
def fail():
    raise RuntimeError("no ink")


@task()
def send_signal(number):
    signal.raise_signal(number)
    done.append("finished all the same")


class Pauses(list):
    """Stands in for sleeping: notes how long the worker wanted to, and stops it after some."""

    def __init__(self, worker, limit):
        super().__init__()
        self.worker, self.limit = worker, limit

    def __call__(self, seconds):
        self.append(seconds)
        if len(self) == self.limit:
            self.worker.stop()


def test_tasks_run_one_by_one_in_their_order():
    write.enqueue("first")
    write.enqueue("second")
    worker = Worker()
    assert worker.step()
    assert done == ["first"]
    assert worker.step()
    assert done == ["first", "second"]
    assert not worker.step()


def test_a_failing_task_is_recorded_and_the_next_one_runs():
    failing = fail.enqueue()
    write.enqueue("next")
    worker = Worker()
    worker.step()
    worker.step()
    failing.refresh()
    assert failing.status == TaskResultStatus.FAILED
    assert "no ink" in failing.errors[0].traceback
    assert done == ["next"]


def test_every_new_minute_brings_a_heartbeat_and_the_jobs(clock):
    jobs.periodic(name="tick", every=MINUTE)(lambda: done.append("tick"))
    worker = Worker()
    worker.step()
    worker.step()
    assert done == ["tick"]
    assert heartbeat.last_beat() == clock.now

    clock.shift(timedelta(seconds=45))  # 9:31:00
    worker.step()
    assert done == ["tick", "tick"]
    assert heartbeat.last_beat() == clock.now


def test_a_long_queue_does_not_delay_the_jobs(clock):
    jobs.periodic(name="tick", every=MINUTE)(lambda: done.append("tick"))
    for number in range(3):
        write.enqueue(number)
    worker = Worker()
    for _ in range(3):
        worker.step()
        clock.shift(MINUTE)
    assert done == ["tick", 0, "tick", 1, "tick", 2]


def test_an_idle_worker_looks_again_within_a_second(monkeypatch):
    worker = Worker()
    pauses = Pauses(worker, limit=2)
    monkeypatch.setattr(worker, "_sleep", pauses)
    write.enqueue("at once")
    worker.run()
    assert done == ["at once"]
    assert pauses == [0, 1]


@pytest.mark.parametrize("error", [OperationalError("connection refused"), InterfaceError("already closed")])
def test_a_database_that_is_away_is_reported_once_and_waited_for(error, monkeypatch, caplog):
    worker = Worker()
    pauses = Pauses(worker, limit=10)
    monkeypatch.setattr(worker, "_sleep", pauses)
    real_step = worker.step

    def step():
        if len(pauses) < 7:
            raise error
        return real_step()

    monkeypatch.setattr(worker, "step", step)
    write.enqueue("after all")
    worker.run()
    assert done == ["after all"]
    assert caplog.text.count("cannot be used") == 1
    assert caplog.text.count("can be used again") == 1
    assert pauses == [1, 2, 4, 8, 16, LONGEST_PAUSE, LONGEST_PAUSE, 0, 1, 1]


def test_a_minute_that_the_database_missed_is_made_up_for(clock, monkeypatch):
    jobs.periodic(name="tick", every=MINUTE)(lambda: done.append("tick"))
    worker = Worker()
    with monkeypatch.context() as outage:
        outage.setattr(jobs, "run_due", lambda moment: (_ for _ in ()).throw(OperationalError("locked")))
        with pytest.raises(OperationalError):
            worker.step()
    worker.step()
    assert done == ["tick"]


@pytest.fixture
def _signal_handlers():
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("_signal_handlers")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_lets_the_current_task_finish_and_ends_the_command(number, monkeypatch):
    monkeypatch.setattr("os.nice", lambda increment: None)
    send_signal.enqueue(int(number))
    write.enqueue("not reached")
    call_command("run_worker")
    assert done == ["finished all the same"]


@pytest.mark.postgres
def test_a_connection_cut_by_the_server_is_opened_anew(transactional_db, monkeypatch):
    worker = Worker()
    worker.step()
    write.enqueue("after all")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [backend])
    other.close()

    monkeypatch.setattr(worker, "_sleep", Pauses(worker, limit=4))
    worker.run()
    assert done == ["after all"]
