"""Work that fails: logged and reported when it begins to fail, kept until it works again.

Each piece of work has a kind, such as `JOB`, and a name that is unique within it. Other apps add kinds of their own.
"""

import logging
from collections.abc import Callable, Iterable
from datetime import timedelta
from traceback import format_exception_only

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.encoding import force_str

from .models import Failure
from .signals import work_failed

JOB = "job"
TASK = "task"
REPORTED_AGAIN_AFTER = timedelta(days=1)  # so that work which fails every other time is not reported every other time

logger = logging.getLogger(__name__)


def record(kind: str, name: str, error: Exception, description: str = "") -> None:
    """Keep that a piece of work has failed; log the traceback and send `work_failed` if it did not fail before.

    Raises nothing: other work has to go on.

    Args:
        kind, name: the piece of work.
        error: what it raised.
        description: the error in one line; by default its class and message.
    """
    try:
        _record(kind, name[:255], error, description or describe(error))
    except Exception:  # the database may be the reason of both failures
        logger.exception("The %s %s failed, and that could not be recorded.", kind, name)


def _record(kind, name, error, description):
    now = timezone.now()
    failure, _is_new = Failure.objects.get_or_create(kind=kind, name=name)
    begins = failure.began_at is None
    failure.began_at = failure.began_at or now
    failure.failed_at = now
    failure.error = description
    if not begins:
        failure.save()
        return
    logger.error("The %s %s failed.", kind, name, exc_info=error)
    is_due = failure.reported_at is None or now - failure.reported_at > REPORTED_AGAIN_AFTER
    if is_due:
        failure.reported_at = now
    failure.save()
    if is_due:
        work_failed.send_robust(Failure, failure=failure)


def resolve(kind: str, *names: str) -> None:
    """Note that pieces of work succeed. No error where they never failed."""
    Failure.objects.filter(kind=kind, name__in=[name[:255] for name in names]).update(began_at=None)


def failing(kind: str) -> dict[str, Failure]:
    """Return what fails now by its name, the oldest failure first. One query."""
    return {failure.name: failure for failure in Failure.objects.failing().filter(kind=kind)}


def describe(error: BaseException) -> str:
    """Return class and message of an exception in one line that every database can store."""
    if isinstance(error, ValidationError):
        text = f"ValidationError: {' '.join(error.messages)}"
    else:
        text = format_exception_only(error)[-1]
    return force_str(text.encode("utf-8", "replace")).replace("\x00", "").strip()[:1000]


def each(items: Iterable, function: Callable) -> None:
    """Call a function with each item, whatever happens with the others.

    Raises:
        ExceptionGroup: after the last item, with what was raised; so the job or task counts as failed, and is named.
    """
    errors = []
    for item in items:
        try:
            function(item)
        except Exception as error:
            error.add_note(f"The item was {item!r:.200}.")
            errors.append(error)
    if errors:
        raise ExceptionGroup(describe(errors[0]), errors)
