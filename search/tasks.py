"""What the worker does for the index."""

from datetime import timedelta

from worker.jobs import periodic

from . import counting
from .indexing import rebuild


@periodic(name="rebuild_index", every=timedelta(days=1))
def rebuild_index():
    """Write every entry anew, for what was changed past Django: by SQL, or before this room was there."""
    rebuild()


@periodic(name="forget_searches", every=timedelta(days=1))
def forget_searches():
    """Delete the counts of searches of long ago."""
    counting.forget()
