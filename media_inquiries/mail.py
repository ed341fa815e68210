"""The outbox: what goes out about an inquiry waits in the database until a mail server has taken it.

Rows of `InquiryMessage` are written in the transaction that makes them necessary. A task sends each as soon as that
is committed, and a job of every minute those that are due again (docs/decisions/0009-inquiry-form.md).
"""

import logging
from datetime import timedelta
from functools import partial
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused

from django.core.mail import get_connection
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django_tasks import task

from . import letters
from .models import InquiryMessage

Kind = InquiryMessage.Kind
State = InquiryMessage.State

# After the first failures; then hourly until GIVEN_UP_AFTER.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60))
GIVEN_UP_AFTER = timedelta(days=3)
MOST_ATTEMPTS = len(PAUSES) + GIVEN_UP_AFTER // PAUSES[-1]
# So long a worker has for one message before another takes it for lost and sends it.
CLAIMED_FOR = timedelta(minutes=5)
MOST_AT_ONCE = 100  # messages in one run of the job, so that other jobs get their turn

logger = logging.getLogger(__name__)


def queue(inquiry, kind, recipient):
    """Have an email sent about an inquiry, once the transaction has been committed; returns the `InquiryMessage`.

    Args:
        inquiry: a saved `MediaInquiry`.
        kind: an `InquiryMessage.Kind`, which decides what the email says.
        recipient: one email address.
    """
    message = InquiryMessage.objects.create(inquiry=inquiry, kind=kind, recipient=recipient)
    # Robust, because the message is safe: should the queue fail, the job finds it.
    transaction.on_commit(partial(deliver.enqueue, message.pk), robust=True)
    return message


def release(inquiry):
    """Queue what goes out about an inquiry that the desk is to see: on its arrival, or out of quarantine.

    The desk and the person it is proposed to are notified, the reporter gets a confirmation.
    """
    proposed = inquiry.proposed_assignee
    to_tell = [letters.desk_address(inquiry)]
    if proposed and proposed.is_active and proposed.email:
        to_tell.append(proposed.email)
    for recipient in dict.fromkeys(to_tell):
        queue(inquiry, Kind.NOTIFICATION, recipient)
    queue(inquiry, Kind.CONFIRMATION, inquiry.email)


@task()
def deliver(message_id):
    """Send a message if it is due and nobody else is at it; returns False where there is no mail server to take any."""
    now = timezone.now()
    due = InquiryMessage.objects.filter(pk=message_id, state=State.WAITING, next_attempt_at__lte=now)
    # Of two workers, one changes the row; the other finds nothing due.
    if not due.update(attempts=F("attempts") + 1, next_attempt_at=now + CLAIMED_FOR):
        return True
    message = InquiryMessage.objects.select_related("inquiry__desk", "inquiry__about").get(pk=message_id)
    try:
        with get_connection() as connection:
            connection.send_messages([letters.write(message)])
    except Exception as error:  # whatever a mail server, a network or an address comes up with
        logger.warning("Message %s could not be sent: %s", message_id, type(error).__name__)
        _put_back(message, error)
        return _is_about_message(error)
    _close(message, state=State.SENT, sent_at=timezone.now(), last_error="")
    return True


def deliver_due():
    """Send the messages that are due, oldest first, until there is no mail server to take them."""
    due = InquiryMessage.objects.filter(state=State.WAITING, next_attempt_at__lte=timezone.now())
    for message_id in due.order_by("next_attempt_at").values_list("pk", flat=True)[:MOST_AT_ONCE]:
        if not deliver.func(message_id):
            break


def _put_back(message, error):
    """Note what went wrong and when to try again; give up on an address that is refused, and after three days."""
    last_error = f"{type(error).__name__}: {error}"[:255]
    if message.attempts >= MOST_ATTEMPTS or _is_final(error):
        _close(message, state=State.FAILED, last_error=last_error)
    else:
        pause = PAUSES[min(message.attempts, len(PAUSES)) - 1]
        _close(message, next_attempt_at=timezone.now() + pause, last_error=last_error)


def _is_about_message(error):
    """Whether it was the message that failed, so that the next one may succeed, and not the way to the server."""
    about_message = isinstance(error, SMTPRecipientsRefused | SMTPSenderRefused | SMTPDataError)
    return about_message or not isinstance(error, OSError)


def _is_final(error):
    """Whether the server will never take the message: it refuses the recipient for good (5xx, RFC 5321, 4.2.1)."""
    return isinstance(error, SMTPRecipientsRefused) and all(code >= 500 for code, _reason in error.recipients.values())


def _close(message, **values):
    InquiryMessage.objects.filter(pk=message.pk).update(**values)
