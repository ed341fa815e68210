"""The periodic jobs that belong to Django and Wagtail themselves."""

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from .jobs import periodic

LOST_AFTER = timedelta(minutes=15)
MAX_ATTEMPTS = 3


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


@periodic(name="prune_task_results", every=timedelta(days=1))
def prune_task_results():
    """Delete the records of tasks that ended two weeks ago."""
    call_command("prune_db_task_results", queue_name="*", min_age_days=14)


@periodic(name="clear_sessions", every=timedelta(days=1))
def clear_sessions():
    """Delete expired sessions."""
    call_command("clearsessions")
