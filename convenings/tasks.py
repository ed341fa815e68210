"""The periodic jobs of convenings."""

from datetime import timedelta

from worker.jobs import periodic

from . import reminders


@periodic(name="remind_of_convenings", every=timedelta(hours=1))
def remind_of_convenings():
    """Write to the editors about convenings that need them."""
    reminders.remind()
