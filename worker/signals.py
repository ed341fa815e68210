"""What others may listen to."""

from django.dispatch import Signal

# Sent when work begins to fail (`failure`, a `worker.models.Failure`); not again while it goes on failing.
work_failed = Signal()
