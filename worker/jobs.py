"""The periodic jobs and when they are due.

A job is a function without arguments in an app's `tasks` module:

    @periodic(name="clear_sessions", every=timedelta(days=1))
    def clear_sessions(): ...
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from . import failures
from .models import JobRun

_jobs = {}


@dataclass(frozen=True)
class Job:
    """A function that the worker calls again and again."""

    name: str
    every: timedelta
    function: Callable[[], None]

    def is_due(self, last_run_at: datetime | None, moment: datetime) -> bool:
        """Whether the job should run at this moment; also true when the clock has been set back."""
        return last_run_at is None or not timedelta(0) <= moment - last_run_at < self.every

    def claim(self, last_run_at: datetime | None, moment: datetime) -> bool:
        """Note the run in the database; False when another worker was quicker."""
        if last_run_at is None:
            return JobRun.objects.get_or_create(name=self.name, defaults={"last_run_at": moment})[1]
        unchanged = JobRun.objects.filter(name=self.name, last_run_at=last_run_at)
        return unchanged.update(last_run_at=moment) == 1

    def run(self):
        """Call the function. A failure is recorded and stays with this job, which runs again when it is next due."""
        try:
            self.function()
        except Exception as error:
            failures.record(failures.JOB, self.name, error)
        else:
            failures.resolve(failures.JOB, self.name)


def periodic(*, name: str, every: timedelta):
    """Register the decorated function as a periodic job.

    Args:
        name: the job's key in the database, unique; at most 100 characters.
        every: the time between two runs, in whole minutes.

    Raises:
        ValueError: if the name is taken.
    """

    def register(function):
        if name in _jobs:
            raise ValueError(f"There are two periodic jobs named {name!r}.")
        _jobs[name] = Job(name, every, function)
        return function

    return register


def registered():
    """Every job, in the order in which they were registered."""
    return tuple(_jobs.values())


def run_due(moment: datetime):
    """Run each job whose time has come, one after the other.

    Args:
        moment: the beginning of the current minute. Counting in whole minutes keeps a job of every
            minute from missing one when a tick comes a little early.
    """
    last_runs = dict(JobRun.objects.values_list("name", "last_run_at"))
    for job in registered():
        last_run_at = last_runs.get(job.name)
        if job.is_due(last_run_at, moment) and job.claim(last_run_at, moment):
            job.run()
