"""The periodic jobs that belong to Django and Wagtail themselves."""

from collections import defaultdict
from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from . import failures
from .jobs import periodic

LOST_AFTER = timedelta(minutes=15)
MAX_ATTEMPTS = 3
PAUSES = (timedelta(minutes=1), timedelta(minutes=10))  # before the second attempt, and before the third


@periodic(name="publish_scheduled", every=timedelta(minutes=1))
def publish_scheduled():
    """Publish and unpublish what editors have scheduled."""
    call_command("publish_scheduled")


@periodic(name="requeue_lost_tasks", every=timedelta(minutes=5))
def requeue_lost_tasks():
    """Put back into the queue what a worker took but could not finish, killed or cut off from the database.

    A task is therefore run at least once, not exactly once. One that is lost three times is given up.
    """
    lost = DBTaskResult.objects.running().filter(started_at__lt=timezone.now() - LOST_AFTER)
    for result in lost:
        if len(result.worker_ids) < MAX_ATTEMPTS:
            lost.filter(pk=result.pk).update(status=TaskResultStatus.READY)
        else:
            result.set_failed(TimeoutError(f"Lost {MAX_ATTEMPTS} times."))


@periodic(name="retry_failed_tasks", every=timedelta(minutes=1))
def retry_failed_tasks():
    """Put failed tasks back into the queue; what failed three times is given up, and recorded by its kind.

    A disk that is full fails a thousand tasks, which is one failure to mend.
    """
    now = timezone.now()
    given_up = defaultdict(list)
    failed = DBTaskResult.objects.failed()
    for result in failed.order_by("finished_at").defer("args_kwargs", "traceback"):
        attempts = len(result.worker_ids)
        if attempts >= MAX_ATTEMPTS:
            given_up[result.task_path].append(result)
        elif result.finished_at <= now - PAUSES[max(attempts, 1) - 1]:
            failed.filter(pk=result.pk).update(status=TaskResultStatus.READY)
    recorded = failures.failing(failures.TASK)
    for path, results in given_up.items():
        if path not in recorded:
            _record_given_up(path, results[-1])
    failures.resolve(failures.TASK, *(recorded.keys() - given_up.keys()))


def _record_given_up(path, result):
    text = result.traceback.strip()
    error = RuntimeError(f"Given up after {MAX_ATTEMPTS} attempts.")
    error.add_note(text)
    failures.record(failures.TASK, path, error, text.rpartition("\n")[2])


def try_again(task_path: str) -> int:
    """Put the tasks of a kind back into the queue that were given up; return their number."""
    failures.resolve(failures.TASK, task_path)
    given_up = DBTaskResult.objects.failed().filter(task_path=task_path)
    return given_up.update(status=TaskResultStatus.READY, worker_ids=[])


@periodic(name="prune_task_results", every=timedelta(days=1))
def prune_task_results():
    """Delete the records of tasks that ended two weeks ago."""
    call_command("prune_db_task_results", queue_name="*", min_age_days=14)


@periodic(name="clear_sessions", every=timedelta(days=1))
def clear_sessions():
    """Delete expired sessions."""
    call_command("clearsessions")
