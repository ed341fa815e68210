"""What becomes of an inquiry: every change of its state, each with an entry in the log.

All functions take the inquiry's id, lock it, and do nothing when it already is as asked, so that a second click is
harmless. They return whether something changed, and raise `Refused` with a sentence for the person who clicked.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from . import mail
from .models import InquiryMessage, MediaInquiry
from .permissions import display_name, may_handle_inquiries

State = MediaInquiry.State


class Refused(Exception):
    """Something cannot be done with an inquiry; its text says why, in words for the press team."""


@transaction.atomic
def assign(pk, user, by):
    """Make somebody of the press team responsible; tells them by email unless they did it themselves.

    Args:
        pk: the inquiry's id.
        user: who answers from now on.
        by: who decided it.
    """
    inquiry = _lock(pk)
    if not user.is_active or not may_handle_inquiries(user):
        raise Refused(_("%(name)s is not on the press team.") % {"name": display_name(user)})
    _require(inquiry, State.NEW, State.ASSIGNED)
    if inquiry.assignee_id == user.pk and inquiry.state == State.ASSIGNED:
        return False
    _change(inquiry, by, "assigned", data={"to": display_name(user)}, assignee=user, state=State.ASSIGNED)
    if user.email and user != by:
        mail.queue(inquiry, InquiryMessage.Kind.ASSIGNMENT, user.email)
    return True


@transaction.atomic
def answer(pk, by):
    """Note that the reporter has the answer now."""
    inquiry = _lock(pk)
    if inquiry.state == State.ANSWERED:
        return False
    _require(inquiry, State.NEW, State.ASSIGNED)
    _change(inquiry, by, "answered", state=State.ANSWERED, answered_at=timezone.now())
    return True


@transaction.atomic
def close(pk, by):
    """Put an inquiry away, answered or not; the time until its erasure begins."""
    inquiry = _lock(pk)
    if inquiry.state == State.CLOSED:
        return False
    _require(inquiry, State.NEW, State.ASSIGNED, State.ANSWERED)
    _change(inquiry, by, "closed", state=State.CLOSED, closed_at=timezone.now())
    return True


@transaction.atomic
def reopen(pk, by):
    """Take up an inquiry again. It counts as not answered; the log keeps when it was before."""
    inquiry = _lock(pk)
    if inquiry.is_open:
        return False
    _require(inquiry, State.ANSWERED, State.CLOSED)
    state = State.ASSIGNED if inquiry.assignee_id else State.NEW
    _change(inquiry, by, "reopened", state=state, answered_at=None, closed_at=None)
    return True


@transaction.atomic
def release(pk, by):
    """Let an inquiry out of quarantine: from now on it is handled like any other."""
    inquiry = _lock(pk)
    if inquiry.state != State.QUARANTINE:
        return False
    _require(inquiry, State.QUARANTINE)
    _change(inquiry, by, "released", state=State.NEW, suspicion="")
    mail.release(inquiry)
    return True


def _lock(pk):
    """The inquiry as it is now; nobody else changes it until the transaction ends."""
    return MediaInquiry.objects.select_for_update().get(pk=pk)


def _require(inquiry, *states):
    if inquiry.erased_at:
        raise Refused(_("What this inquiry said about a person is erased. It only counts in the statistics now."))
    if inquiry.state not in states:
        raise Refused(_NOT_FROM[inquiry.state]())


_NOT_FROM = {
    State.QUARANTINE: lambda: _("This inquiry is in quarantine. Release it first."),
    State.ANSWERED: lambda: _("This inquiry is answered. Reopen it first."),
    State.CLOSED: lambda: _("This inquiry is closed. Reopen it first."),
}


def _change(inquiry, by, action, *, data=None, **values):
    for name, value in values.items():
        setattr(inquiry, name, value)
    inquiry.save(update_fields=list(values))
    log(inquiry, f"inquiry.{action}", user=by, data=data, content_changed=True)
