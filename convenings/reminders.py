"""Convenings that somebody should look at: said on the home of the admin, and once by email."""

from datetime import timedelta
from functools import partial
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.admin.admin_url_finder import AdminURLFinder

from texts.clean import clean_line, clean_text
from worker.failures import each

from .models import Convening, Reason, Reminder, Status

# People need about a month to ask for leave and find an affordable way to travel.
NEAR = timedelta(days=30)


class Due(NamedTuple):
    """A convening to look at, and why."""

    convening: Convening
    reason: Reason

    @property
    def words(self):
        """Why, in a sentence that says what to do."""
        match self.reason:
            case Reason.NEAR:
                day = date_format(self.convening.starts_on, "F j")
                return _(
                    "It begins on %(day)s and is still a save-the-date. Open registration, or say what is new."
                ) % {"day": day}
            case Reason.OVER:
                return _("It is over, and its registration still open. Close it.")

    @property
    def edit_url(self):
        """Where to change it."""
        return AdminURLFinder().get_edit_url(self.convening)


def due():
    """Every published convening that somebody should look at now, as `Due`: the next ones first. Two queries."""
    published = Convening.objects.published()
    near = published.upcoming().filter(status=Status.SAVE_THE_DATE, starts_on__lte=timezone.localdate() + NEAR)
    over = published.past().filter(status=Status.OPEN)
    return [*(Due(one, Reason.NEAR) for one in near), *(Due(one, Reason.OVER) for one in over)]


def remind():
    """Send one email about each that is due, to those who may publish it; never a second one about the same days.

    Raises:
        ExceptionGroup: what went wrong; that is tried again the next time.
    """
    recipients = _recipients()
    if recipients:
        each(due(), partial(_remind, recipients=recipients))


def _remind(one, recipients):
    sent, is_new = Reminder.objects.get_or_create(
        convening=one.convening, reason=one.reason, day=one.convening.last_day
    )
    if not is_new:
        return
    try:
        _letter(one, recipients).send()
    except Exception:
        sent.delete()
        raise


def _recipients():
    """The addresses of those who may publish convenings by their role: they can do something about it."""
    people = get_user_model().objects.with_perm("convenings.publish_convening", include_superusers=False)
    return sorted(people.exclude(email="").values_list("email", flat=True))


def _letter(one, recipients):
    with override(settings.LANGUAGE_CODE):
        subject = {
            Reason.NEAR: _("Soon, and still a save-the-date: %(name)s"),
            Reason.OVER: _("Over, and registration still open: %(name)s"),
        }[one.reason] % {"name": one.convening.name}
        context = {"due": one, "convening": one.convening, "edit_url": settings.WAGTAILADMIN_BASE_URL + one.edit_url}
        return EmailMessage(
            subject=clean_line(subject),
            body=clean_text(render_to_string("emails/convening_reminder.txt", context).strip()) + "\n",
            to=recipients,
            headers={"Auto-Submitted": "auto-generated"},  # RFC 3834: nobody is on holiday for a program
        )
