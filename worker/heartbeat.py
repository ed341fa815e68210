"""The worker's sign of life: one row in the database, written once a minute and read by its key."""

from datetime import timedelta

from django.utils import timezone

from .models import Heartbeat

MAX_AGE = timedelta(minutes=3)
_ONLY_ROW = 1


def beat():
    """Note that the worker runs now."""
    Heartbeat.objects.update_or_create(pk=_ONLY_ROW, defaults={"beat_at": timezone.now()})


def last_beat():
    """The moment of the last beat, or None if no worker has ever run."""
    return Heartbeat.objects.filter(pk=_ONLY_ROW).values_list("beat_at", flat=True).first()


def is_alive():
    """Whether a worker has shown itself within the last three minutes.

    Raises:
        django.db.DatabaseError: where the database does not answer.
    """
    beat_at = last_beat()
    return beat_at is not None and timezone.now() - beat_at < MAX_AGE
