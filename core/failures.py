"""Work that fails, for those who can do something about it: on the home of the admin and by email."""

from collections import defaultdict
from functools import partial
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Model, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.permissions import policy_registry

from worker.failures import JOB, TASK, failing
from worker.models import Failure
from worker.signals import work_failed

from .reasons import reason
from .schedule import SCHEDULED, Due, due
from .time_zones import in_words


class Line(NamedTuple):
    """One failure as people see it.

    Attributes:
        title: what fails.
        words: since when, why, and what happens now.
        edit_url: where it can be mended; empty if not in the admin.
        task_path: the kind of tasks that wait for somebody to have them tried again; empty for the rest.
    """

    title: str
    words: str
    edit_url: str = ""
    task_path: str = ""


def lines_for(user) -> list[Line]:
    """Return what fails now and concerns a person: pages they may publish; for superusers, jobs and tasks too."""
    lines = _scheduled_lines(user)
    if user.is_superuser:
        lines += [_job_line(failure) for failure in failing(JOB).values()]
        lines += [_task_line(failure) for failure in failing(TASK).values()]
    return lines


def _scheduled_lines(user):
    found = failing(SCHEDULED)
    waiting = [item for item in due() if item.name in found] if found else []
    instances = _publishable(waiting, user)
    return [
        _scheduled_line(item, found[item.name], instance)
        for item in waiting
        if (instance := instances.get((item.model, item.pk)))
    ]


def _publishable(items: list[Due], user) -> dict[tuple[type, str], Model]:
    """The pages and snippets among these that somebody may publish; a query or two for each type of snippets."""
    pks = defaultdict(set)
    for item in items:
        pks[item.model].add(item.pk)
    return {
        (model, str(instance.pk)): instance
        for model, wanted in pks.items()
        for instance in _policy(model).instances_user_has_permission_for(user, "publish").filter(pk__in=wanted)
    }


def _policy(model):
    return policy_registry.get_by_type(model)


def _scheduled_line(item, failure, instance):
    moment = in_words(item.due_at)
    if item.revision_id:
        words = _("Should have gone live on %(moment)s. %(reason)s We keep trying every minute.")
    else:
        words = _("Should have left the site on %(moment)s. %(reason)s We keep trying every minute.")
    return Line(
        getattr(instance, "draft_title", "") or str(instance),
        words % {"moment": moment, "reason": reason(failure.error)},
        AdminURLFinder().get_edit_url(instance) or "",
    )


def _job_line(failure):
    words = _("Has failed since %(moment)s: %(error)s. It runs again when it is next due.")
    title = _("Periodic job “%(name)s”") % {"name": failure.name}
    return Line(title, words % {"moment": in_words(failure.began_at), "error": failure.error})


def _task_line(failure):
    words = _("Given up on %(moment)s after three attempts: %(error)s.")
    words %= {"moment": in_words(failure.began_at), "error": failure.error}
    return Line(_("Background task “%(name)s”") % {"name": failure.name}, words, task_path=failure.name)


def connect() -> None:
    """Have an email sent when work begins to fail."""
    work_failed.connect(_report, dispatch_uid="core.failures")


def _report(failure, **kwargs):
    from .tasks import report_failure

    if failure.name != report_failure.module_path:  # an email that fails brings no other email
        transaction.on_commit(partial(report_failure.enqueue, failure.pk), robust=True)


def report(failure_id: int) -> None:
    """Send an email about a failure to those who can do something about it; none if it works again by now."""
    failure = Failure.objects.failing().filter(pk=failure_id).first()
    with override(settings.LANGUAGE_CODE):
        line, people = _line_and_people(failure) if failure else (None, None)
        if line and (recipients := sorted(set(people.exclude(email="").values_list("email", flat=True)))):
            _letter(line, recipients).send()


def _line_and_people(failure: Failure) -> tuple[Line | None, QuerySet | None]:
    superusers = get_user_model().objects.filter(is_superuser=True, is_active=True)
    if failure.kind == JOB:
        return _job_line(failure), superusers
    if failure.kind == TASK:
        return _task_line(failure), superusers
    item = next((item for item in due() if item.name == failure.name), None)
    instance = item and item.model._base_manager.filter(pk=item.pk).first()
    if not instance:
        return None, None
    people = _policy(item.model).users_with_permission_for_instance("publish", instance)
    return _scheduled_line(item, failure, instance), people


def _letter(line: Line, recipients: list[str]) -> EmailMessage:
    path = line.edit_url or reverse("wagtailadmin_home")
    return EmailMessage(
        subject=_("Needs your attention: %(title)s") % {"title": " ".join(line.title.split())},
        body=render_to_string("emails/failure.txt", {"line": line, "url": settings.WAGTAILADMIN_BASE_URL + path}),
        to=recipients,
        headers={"Auto-Submitted": "auto-generated"},  # RFC 3834: nobody is on holiday for a program
    )
