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
