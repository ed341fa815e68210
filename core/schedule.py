"""What editors have scheduled: each page and snippet goes live, or leaves the site, by itself.

A failure stays with its page or snippet. It is recorded (`worker.failures`) and tried again at every tick, after
everything else. That the time has come is enough: the publication rules are not asked again.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from worker import failures

SCHEDULED = "scheduled"  # the kind of failures; their names are those of `Due`


class Due(NamedTuple):
    """A page or snippet whose scheduled moment has come.

    Attributes:
        model: `Page` for every page, whatever its type; else the type of the snippet.
        pk: its primary key, as text.
        due_at: the moment.
        revision_id: what goes live; None if the page or snippet leaves the site.
    """

    model: type
    pk: str
    due_at: datetime
    revision_id: int | None = None

    @property
    def name(self) -> str:
        """What tells it from everything else that is due."""
        if self.revision_id:
            return f"publish revision {self.revision_id}"
        return f"unpublish {self.model._meta.label_lower} {self.pk}"

    def run(self) -> None:
        """Publish or unpublish it; do nothing if an editor or another process was quicker."""
        (self._publish if self.revision_id else self._unpublish)()

    def _publish(self):
        waiting = Revision.objects.select_for_update().filter(pk=self.revision_id, approved_go_live_at=self.due_at)
        if revision := waiting.first():
            revision.publish(log_action="wagtail.publish.scheduled")

    def _unpublish(self):
        expired = self.model._base_manager.select_for_update().filter(pk=self.pk, live=True, expire_at=self.due_at)
        if instance := expired.first():
            instance.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def due() -> list[Due]:
    """Return all that is due: first what leaves the site, then what goes live, each in the order of its moments."""
    now = timezone.now()
    return [*_expired(now), *_waiting(now)]


def _expired(now: datetime) -> Iterator[Due]:
    snippets = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
    for model in (Page, *(model for model in snippets if not issubclass(model, Page))):
        rows = model._base_manager.filter(live=True, expire_at__lt=now).order_by("expire_at")
        yield from (Due(model, str(pk), expire_at) for pk, expire_at in rows.values_list("pk", "expire_at"))


def _waiting(now: datetime) -> Iterator[Due]:
    rows = Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at")
    fields = ("base_content_type", "object_id", "approved_go_live_at", "pk")
    for content_type_id, object_id, go_live_at, revision_id in rows.values_list(*fields):
        # A type of snippets that is gone leaves nothing that could go live.
        if model := ContentType.objects.get_for_id(content_type_id).model_class():
            yield Due(model, object_id, go_live_at, revision_id)


def run() -> None:
    """Publish and unpublish what is due, each in a transaction of its own; what failed before comes last."""
    failed_before = failures.failing(SCHEDULED)
    for item in sorted(due(), key=lambda item: item.name in failed_before):
        try:
            with transaction.atomic():
                item.run()
        except Exception as error:
            failures.record(SCHEDULED, item.name, error)
    if failing := failures.failing(SCHEDULED):
        failures.resolve(SCHEDULED, *failing.keys() - {item.name for item in due()})
