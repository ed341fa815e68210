"""From a form that is filled in well to an inquiry that is kept: at the desk, or in quarantine."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from media_inquiries import mail
from media_inquiries.models import MediaInquiry

from . import limits, routing

State = MediaInquiry.State


class TooMany(Exception):
    """No more inquiries are taken from this address, or suspect ones from anybody, until some time has passed."""


def take_in(values, *, submission, address, suspicion=""):
    """Keep an inquiry and queue the mail about it, all or nothing; returns the `MediaInquiry`.

    A form that was sent before gives the inquiry made then. A suspect one goes into quarantine, where nothing is
    mailed; so does one too many for its email address or for all together.

    Args:
        values: fields of the inquiry by name.
        submission: by what a form that is sent twice is known (`spam.submission_id`).
        address: the client's (`limits.client_address`).
        suspicion: why it looks like spam, if it does.

    Raises:
        TooMany: for an inquiry that is not kept.
    """
    known = MediaInquiry.objects.filter(submission=submission)
    if inquiry := known.first():
        return inquiry
    if limits.is_reached(limits.PER_ADDRESS, address):  # a flood is turned away by reading alone
        raise TooMany
    suspicion = suspicion or _one_too_many(limits.is_reached, values["email"])
    if suspicion and limits.is_quarantine_full():
        raise TooMany
    try:
        return _keep(values, submission, address, suspicion)
    except IntegrityError:
        if inquiry := known.first():  # sent twice at the same moment
            return inquiry
        raise


@transaction.atomic
def _keep(values, submission, address, suspicion):
    if not limits.take(limits.PER_ADDRESS, address):
        raise TooMany
    suspicion = suspicion or _one_too_many(_cannot_take, values["email"])
    inquiry = MediaInquiry(submission=submission, suspicion=suspicion, **values)
    if suspicion:
        inquiry.state = State.QUARANTINE
    inquiry.proposed_assignee = routing.propose(inquiry)
    inquiry.save()
    log(inquiry, "inquiry.created", content_changed=True)
    if not suspicion:
        mail.release(inquiry)
    return inquiry


def _one_too_many(is_over, email):
    """Why an inquiry that looks honest is set aside nevertheless; empty if it is not."""
    if is_over(limits.PER_EMAIL, email):
        return _("Too many inquiries came with this email address within an hour.")
    if is_over(limits.ALTOGETHER):
        return _("Too many inquiries came within an hour.")
    return ""


def _cannot_take(limit, subject=""):
    return not limits.take(limit, subject)
