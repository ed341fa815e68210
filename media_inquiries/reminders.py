"""Emails about open inquiries whose deadline comes near or has passed, each once."""

from datetime import timedelta
from functools import partial

from django.db.models import Exists, OuterRef
from django.utils import timezone

from worker.failures import each

from . import letters, mail
from .models import InquiryMessage, MediaInquiry

Kind = InquiryMessage.Kind

BEFORE = timedelta(hours=3)  # so long before a deadline somebody can still do something about it
KINDS = (Kind.REMINDER, Kind.OVERDUE)


def remind():
    """Queue what is due now: one email before a deadline, one after it, to the assignee or else to the desk.

    Raises:
        ExceptionGroup: what went wrong with single inquiries; they are tried again the next time.
    """
    now = timezone.now()
    waiting = MediaInquiry.objects.open().select_related("assignee", "desk")
    near = waiting.filter(deadline__gte=now, deadline__lte=now + BEFORE)
    each([*_without(near, Kind.REMINDER), *_without(waiting.overdue(now), Kind.OVERDUE)], partial(_remind, now=now))


def _remind(inquiry, now):
    kind = Kind.OVERDUE if inquiry.deadline < now else Kind.REMINDER
    mail.queue(inquiry, kind, _recipient(inquiry))


def forget(inquiry):
    """Let the emails be sent again, because the deadline is another one now."""
    inquiry.messages.filter(kind__in=KINDS).delete()


def _without(inquiries, kind):
    sent = InquiryMessage.objects.filter(inquiry=OuterRef("pk"), kind=kind)
    return inquiries.filter(~Exists(sent))


def _recipient(inquiry):
    assignee = inquiry.assignee
    if assignee and assignee.is_active and assignee.email:
        return assignee.email
    return letters.desk_address(inquiry)
