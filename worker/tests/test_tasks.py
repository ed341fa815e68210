from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page

from worker import jobs
from worker.loop import Worker

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)


@task()
def nothing():
    pass


def a_page(**fields):
    return Page.objects.get(depth=1).add_child(instance=Page(title="Statement", **fields))


def next_minute(clock):
    clock.shift(MINUTE)
    Worker().step()


def test_the_jobs_of_wagtail_and_django_are_registered():
    every = {job.name: job.every for job in jobs.registered()}
    assert every["publish_scheduled"] == MINUTE
    assert every["prune_task_results"] == every["clear_sessions"] == timedelta(days=1)


def test_a_scheduled_page_appears_in_its_minute(clock):
    page = a_page(live=False, go_live_at=clock.now + 10 * MINUTE)
    page.save_revision().publish()
    next_minute(clock)
    page.refresh_from_db()
    assert not page.live
    clock.shift(9 * MINUTE)
    next_minute(clock)
    page.refresh_from_db()
    assert page.live


def test_an_expired_page_disappears(clock):
    page = a_page(live=True, expire_at=clock.now + 30 * timedelta(seconds=1))
    next_minute(clock)
    page.refresh_from_db()
    assert not page.live


def test_old_task_results_are_deleted_and_recent_ones_kept(clock, queue):
    nothing.enqueue()
    Worker().step()
    clock.shift(timedelta(days=13))
    Worker().step()
    assert DBTaskResult.objects.finished().count() == 1
    clock.shift(timedelta(days=2))
    Worker().step()
    assert DBTaskResult.objects.count() == 0


def test_expired_sessions_are_deleted(clock):
    Session.objects.create(session_key="old", expire_date=clock.now - MINUTE)
    Session.objects.create(session_key="current", expire_date=clock.now + MINUTE)
    Worker().step()
    assert [session.session_key for session in Session.objects.all()] == ["current"]


def test_a_task_that_a_killed_worker_left_behind_is_done_again(clock, queue):
    nothing.enqueue()
    left_behind = DBTaskResult.objects.get()
    left_behind.claim("killed")
    clock.shift(timedelta(minutes=14))
    Worker().step()
    left_behind.refresh_from_db()
    assert left_behind.status == TaskResultStatus.RUNNING
    clock.shift(timedelta(minutes=6))
    Worker().step()
    left_behind.refresh_from_db()
    assert left_behind.status == TaskResultStatus.SUCCESSFUL


def test_a_task_that_is_lost_again_and_again_is_given_up(clock, queue):
    nothing.enqueue()
    deadly = DBTaskResult.objects.get()
    for attempt in range(3):
        deadly.claim(f"killed {attempt}")
    clock.shift(timedelta(minutes=20))
    Worker().step()
    deadly.refresh_from_db()
    assert deadly.status == TaskResultStatus.FAILED
    assert deadly.finished_at == timezone.now()
