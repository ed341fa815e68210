from datetime import timedelta

import pytest

from worker import heartbeat

pytestmark = pytest.mark.django_db


def test_a_worker_that_never_ran_is_not_alive():
    assert heartbeat.last_beat() is None
    assert not heartbeat.is_alive()


def test_a_worker_is_alive_for_three_minutes_after_a_beat(clock):
    heartbeat.beat()
    clock.shift(timedelta(minutes=2, seconds=59))
    assert heartbeat.is_alive()
    clock.shift(timedelta(seconds=1))
    assert not heartbeat.is_alive()


def test_a_new_beat_replaces_the_old_one(clock):
    heartbeat.beat()
    clock.shift(timedelta(minutes=10))
    heartbeat.beat()
    assert heartbeat.last_beat() == clock.now
    assert heartbeat.is_alive()


def test_asking_costs_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        heartbeat.is_alive()
