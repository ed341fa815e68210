from django.db import models


class Heartbeat(models.Model):
    """When the worker last showed that it runs. The table has one row; see `worker.heartbeat`."""

    beat_at = models.DateTimeField()

    def __str__(self):
        return f"{self.beat_at:%Y-%m-%d %H:%M:%S}"


class JobRun(models.Model):
    """When a periodic job last ran, so that neither a restart nor a second worker repeats it."""

    name = models.CharField(max_length=100, primary_key=True)
    last_run_at = models.DateTimeField()

    def __str__(self):
        return f"{self.name}, {self.last_run_at:%Y-%m-%d %H:%M}"


class FailureQuerySet(models.QuerySet):
    """Failures, by whether they last."""

    def failing(self):
        """What has not worked since, the oldest first."""
        return self.exclude(began_at=None).order_by("began_at", "pk")


class Failure(models.Model):
    """A piece of work that has failed at least once; see `worker.failures`."""

    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=255)
    began_at = models.DateTimeField(null=True)  # since then every attempt has failed; None once one succeeds
    failed_at = models.DateTimeField(null=True)
    reported_at = models.DateTimeField(null=True)
    error = models.TextField()

    objects = FailureQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "name"], name="one_failure_a_piece_of_work")]

    def __str__(self):
        return f"{self.kind} {self.name}: {self.error}"
