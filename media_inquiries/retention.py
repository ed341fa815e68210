"""How long inquiries say something about a person: erasure by time, and one person's data on request.

An erased inquiry keeps what counts in the statistics: outlet, topic, place, desk, page and times. Notes and emails
are deleted, for they name people.
"""

from calendar import monthrange
from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Site

from worker.failures import each

from .models import DeskSettings, InquiryMessage, InquiryNote, MediaInquiry

State = MediaInquiry.State
AT_ONCE = 500  # inquiries in one transaction


def erase_due():
    """Erase what is due now by the periods of the desk's settings; returns how many inquiries that were."""
    now = timezone.now()
    periods = DeskSettings.for_site(Site.objects.get(is_default_site=True))
    kept = MediaInquiry.objects.filter(erased_at=None)
    ended = kept.ended_before(months_before(now, periods.months_kept))
    suspect = kept.suspect_before(now - timedelta(days=periods.quarantine_days))
    return erase(ended | suspect)


def months_before(moment, months):
    """The same day so many months earlier, or the last day of that month if it is shorter."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    return moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))


def erase(inquiries, by=None):
    """Erase the personal data of inquiries for good.

    Args:
        inquiries: a queryset; those erased before are left alone.
        by: who decided it, for the log; None for the periodic job.

    Returns:
        the number of inquiries.

    Raises:
        ExceptionGroup: what kept single ones from being erased; all others are.
    """
    pks = list(inquiries.filter(erased_at=None).values_list("pk", flat=True))
    each([pks[start : start + AT_ONCE] for start in range(0, len(pks), AT_ONCE)], partial(_erase_batch, by=by))
    return len(pks)


def _erase_batch(pks, by):
    """Erase some inquiries; if that fails, each by itself."""
    try:
        _erase(pks, by)
    except Exception:
        if len(pks) == 1:
            raise
        each([[pk] for pk in pks], partial(_erase, by=by))


@transaction.atomic
def _erase(pks, by):
    inquiries = MediaInquiry.objects.filter(pk__in=pks)
    InquiryNote.objects.filter(inquiry__in=pks).delete()
    InquiryMessage.objects.filter(inquiry__in=pks).delete()
    blank = dict.fromkeys((*MediaInquiry.PERSONAL_FIELDS, "suspicion"), "")
    inquiries.update(**blank, erased_at=timezone.now())
    # Nobody can answer any more, so nobody shall be reminded; suspect ones stay out of the statistics.
    inquiries.exclude(state=State.QUARANTINE).update(state=State.CLOSED)
    for inquiry in inquiries:
        log(inquiry, "inquiry.erased", user=by, content_changed=True)


def data_of(email):
    """Everything that is kept about the person with this address, as plain data for JSON."""
    inquiries = MediaInquiry.objects.of_person(email)
    inquiries = inquiries.select_related("topic", "place", "about", "desk").prefetch_related("notes", "messages")
    return [_data(inquiry) for inquiry in inquiries]


def _data(inquiry):
    terms = {name: getattr(inquiry, name) for name in ("desk", "topic", "place", "about")}
    plain = ("reference", "state", "name", "outlet", "email", "phone", "deadline", "deadline_zone", "message")
    times = ("created_at", "answered_at", "closed_at")
    return {
        **{name: getattr(inquiry, name) for name in (*plain, *times)},
        **{name: str(term) if term else None for name, term in terms.items()},
        "notes": [{"written": note.created_at, "text": note.text} for note in inquiry.notes.all()],
        "emails": [
            {"kind": message.kind, "to": message.recipient, "state": message.state, "sent": message.sent_at}
            for message in inquiry.messages.all()
        ],
    }
