"""Has Wagtail write its reference index together with what it describes, so that it is right whenever it is asked.

Wagtail leaves that to a task, which is done some time later. See docs/decisions/0021-deletion.md.
"""

from django.db.models.signals import m2m_changed, post_save
from wagtail import signal_handlers
from wagtail.models import ReferenceIndex, Revision, TaskState
from wagtail.tasks import update_reference_index_task


class _AtOnce:
    """Stands in for the task in which Wagtail would write its index."""

    enqueue = staticmethod(update_reference_index_task.func)


def connect():
    """Have the index written at once, and whenever relations to many or the versions that count change."""
    signal_handlers.update_reference_index_task = _AtOnce
    m2m_changed.connect(_after_links_change, dispatch_uid="core.reference_index.links")
    post_save.connect(_after_revision, sender=Revision, dispatch_uid="core.reference_index.revision")
    post_save.connect(_after_review, sender=TaskState, dispatch_uid="core.reference_index.review")


def _after_links_change(instance, action, **kwargs):
    if action.startswith("post_") and type(instance) in ReferenceIndex.tracked_models:
        signal_handlers.update_reference_index_on_save(instance)


def _after_revision(instance, created, raw=False, **kwargs):
    if not (created or raw):  # a new one is noted when what it belongs to is saved
        _note_versions_of(instance)


def _after_review(instance, raw=False, **kwargs):
    if not raw:
        _note_versions_of(instance.revision)


def _note_versions_of(revision):
    thing = revision and revision.content_object
    if thing and type(thing) in ReferenceIndex.tracked_models:
        signal_handlers.update_reference_index_on_save(thing)
