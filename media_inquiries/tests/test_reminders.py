"""Emails about deadlines."""

import pytest

from media_inquiries import reminders
from media_inquiries.models import InquiryMessage, MediaInquiry

from .factories import MediaInquiryFactory
from .press_room import hours, somebody

pytestmark = pytest.mark.django_db

State = MediaInquiry.State
Kind = InquiryMessage.Kind


def sent():
    """Kind and recipient of what was queued."""
    return list(InquiryMessage.objects.values_list("kind", "recipient"))


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [(2, [Kind.REMINDER]), (4, []), (-1, [Kind.OVERDUE]), (-100, [Kind.OVERDUE]), (None, [])],
)
def test_one_before_the_deadline_and_one_after_it(desk, deadline, expected):
    MediaInquiryFactory(desk=desk, deadline=deadline and hours(deadline))
    for _time in range(3):
        reminders.remind()
    assert [kind for kind, _recipient in sent()] == expected


def test_the_second_follows_the_first_when_the_deadline_passes(desk):
    inquiry = MediaInquiryFactory(desk=desk, deadline=hours(1))
    reminders.remind()
    MediaInquiry.objects.update(deadline=hours(-1))
    reminders.remind()
    reminders.remind()
    assert [kind for kind, _recipient in sent()] == [Kind.REMINDER, Kind.OVERDUE]
    reminders.forget(inquiry)
    reminders.remind()
    assert [kind for kind, _recipient in sent()] == [Kind.OVERDUE]


@pytest.mark.parametrize("state", [State.ANSWERED, State.CLOSED, State.QUARANTINE])
def test_nobody_is_reminded_of_what_is_not_open(desk, state):
    MediaInquiryFactory(desk=desk, deadline=hours(1), state=state)
    MediaInquiryFactory(desk=desk, deadline=hours(-1), state=state)
    reminders.remind()
    assert sent() == []


def test_the_assignee_is_told_else_the_desk(desk):
    MediaInquiryFactory(desk=desk, deadline=hours(1))
    MediaInquiryFactory(desk=desk, deadline=hours(1), assignee=somebody(name="sam"), state=State.ASSIGNED)
    gone = somebody(name="gone", is_active=False)
    MediaInquiryFactory(desk=desk, deadline=hours(1), assignee=gone, state=State.ASSIGNED)
    reminders.remind()
    assert sorted(recipient for _kind, recipient in sent()) == [
        "desk@example.org",
        "desk@example.org",
        "sam@example.org",
    ]


def test_what_is_sent_names_the_inquiry(desk, mailoutbox, django_capture_on_commit_callbacks):
    inquiry = MediaInquiryFactory(desk=desk, deadline=hours(-1))
    with django_capture_on_commit_callbacks(execute=True):
        reminders.remind()
    assert "Overdue" in mailoutbox[0].subject
    assert inquiry.reference in mailoutbox[0].subject
    assert "has passed" in mailoutbox[0].body


def test_one_that_fails_stops_no_other(desk, monkeypatch):
    for deadline in (-1, -1, 1, 1):
        MediaInquiryFactory(desk=desk, deadline=hours(deadline))
    queue = reminders.mail.queue
    broken = list(MediaInquiry.objects.order_by("pk"))[0::2]

    def queue_some(inquiry, *args):
        if inquiry in broken:
            raise RuntimeError("no ink")
        queue(inquiry, *args)

    monkeypatch.setattr(reminders.mail, "queue", queue_some)
    with pytest.raises(ExceptionGroup) as raised:
        reminders.remind()
    assert len(raised.value.exceptions) == 2
    assert sorted(kind for kind, _recipient in sent()) == [Kind.OVERDUE, Kind.REMINDER]
