"""What is erased, when, and what stays."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from wagtail.models import ModelLogEntry, Site

from core.tests.factories import TopicFactory
from media_inquiries import mail, retention
from media_inquiries.models import DeskSettings, InquiryMessage, InquiryNote, MediaInquiry
from media_inquiries.retention import months_before

from .factories import MediaInquiryFactory

pytestmark = pytest.mark.django_db

State = MediaInquiry.State
NOW = datetime(2026, 8, 31, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def clock(clock):
    """The clock, which begins at the end of August."""
    clock.move_to(NOW)
    return clock


@pytest.fixture
def periods(home_page):
    """Kept for six months, in quarantine for thirty days."""
    site = Site.objects.get(is_default_site=True)
    return DeskSettings.objects.create(site=site, months_kept=6, quarantine_days=30)


HALF_A_YEAR_AGO = datetime(2026, 2, 28, 12, tzinfo=UTC)  # February has no 31st
THIRTY_DAYS_AGO = datetime(2026, 8, 1, 12, tzinfo=UTC)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)

DUE = {
    "closed": {"state": State.CLOSED, "closed_at": HALF_A_YEAR_AGO},
    "answered, never closed": {"state": State.ANSWERED, "answered_at": HALF_A_YEAR_AGO},
    "forgotten": {"state": State.NEW, "created_at": HALF_A_YEAR_AGO},
    "forgotten after its deadline": {"state": State.ASSIGNED, "created_at": LONG_AGO, "deadline": HALF_A_YEAR_AGO},
    "suspect": {"state": State.QUARANTINE, "created_at": THIRTY_DAYS_AGO},
}
NOT_DUE = {
    "closed a second later": {"state": State.CLOSED, "closed_at": HALF_A_YEAR_AGO + SECOND, "created_at": LONG_AGO},
    "answered early, closed later": {
        "state": State.CLOSED,
        "answered_at": LONG_AGO,
        "closed_at": HALF_A_YEAR_AGO + SECOND,
    },
    "answered a second later": {"state": State.ANSWERED, "answered_at": HALF_A_YEAR_AGO + SECOND},
    "open": {"state": State.NEW, "created_at": HALF_A_YEAR_AGO + SECOND},
    "long before its deadline": {"state": State.NEW, "created_at": LONG_AGO, "deadline": HALF_A_YEAR_AGO + SECOND},
    "suspect a second later": {"state": State.QUARANTINE, "created_at": THIRTY_DAYS_AGO + SECOND},
    "erased before": {"state": State.CLOSED, "closed_at": LONG_AGO, "erased_at": LONG_AGO},
}


class TestByTime:
    def test_exactly_the_due_ones_are_erased(self, desk, periods, clock):
        values = {"desk": desk, "created_at": LONG_AGO}
        due = {name: MediaInquiryFactory(**{**values, **one}).pk for name, one in DUE.items()}
        kept = {name: MediaInquiryFactory(**{**values, **one}).pk for name, one in NOT_DUE.items()}
        assert retention.erase_due() == len(due)
        erased = set(MediaInquiry.objects.filter(erased_at=NOW).values_list("pk", flat=True))
        assert {name for name, pk in due.items() if pk not in erased} == set()
        assert {name for name, pk in kept.items() if pk in erased} == set()
        assert not MediaInquiry.objects.filter(pk__in=kept.values(), email="").exists()

    def test_they_become_due_while_the_clock_moves(self, desk, periods, clock):
        closing = datetime(2026, 8, 15, 12, tzinfo=UTC)
        MediaInquiryFactory(desk=desk, state=State.CLOSED, closed_at=closing)
        half_a_year_later = datetime(2027, 2, 15, 12, tzinfo=UTC)
        for moment, number in [(half_a_year_later - SECOND, 0), (half_a_year_later, 1)]:
            clock.move_to(moment)
            assert retention.erase_due() == number
        assert retention.erase_due() == 0

    def test_without_settings_of_the_desk_the_periods_are_the_usual_ones(self, desk, clock):
        MediaInquiryFactory(desk=desk, state=State.CLOSED, closed_at=datetime(2024, 8, 31, 12, tzinfo=UTC))
        MediaInquiryFactory(desk=desk, state=State.CLOSED, closed_at=datetime(2024, 8, 31, 13, tzinfo=UTC))
        assert retention.erase_due() == 1

    @pytest.mark.parametrize(
        ("day", "months", "expected"),
        [((2026, 3, 31), 1, (2026, 2, 28)), ((2026, 1, 15), 1, (2025, 12, 15)), ((2028, 2, 29), 48, (2024, 2, 29))],
    )
    def test_months_before(self, day, months, expected):
        assert months_before(datetime(*day, tzinfo=UTC), months) == datetime(*expected, tzinfo=UTC)


class TestErasure:
    def test_takes_the_person_and_keeps_the_numbers(self, desk, officer, home_page):
        topic = TopicFactory()
        inquiry = MediaInquiryFactory(
            desk=desk,
            name="Zora Quill",
            email="zora@example.com",
            phone="0199",
            message="My number is 0199",
            topic=topic,
            about=home_page,
            state=State.ASSIGNED,
            suspicion="Written like zora@example.com",
        )
        InquiryNote.objects.create(inquiry=inquiry, author=officer, text="Zora called")
        mail.queue(inquiry, InquiryMessage.Kind.CONFIRMATION, inquiry.email)
        assert retention.erase(MediaInquiry.objects.all(), by=officer) == 1
        values = MediaInquiry.objects.values().get()
        assert [values[name] for name in ("name", "email", "phone", "message", "suspicion")] == [""] * 5
        assert (values["outlet"], values["topic_id"], values["about_id"]) == (inquiry.outlet, topic.pk, home_page.pk)
        assert values["created_at"] == inquiry.created_at
        assert values["state"] == State.CLOSED
        assert not InquiryNote.objects.exists()
        assert not InquiryMessage.objects.exists()
        log = ModelLogEntry.objects.get(action="inquiry.erased")
        assert (log.label, log.user, log.data) == (inquiry.reference, officer, {})

    def test_of_hundreds_is_complete(self, desk, monkeypatch):
        monkeypatch.setattr(retention, "AT_ONCE", 3)
        MediaInquiry.objects.bulk_create(MediaInquiryFactory.build_batch(7, desk=desk))
        assert retention.erase(MediaInquiry.objects.all()) == 7
        assert not MediaInquiry.objects.exclude(email="").exists()

    def test_of_one_that_fails_stops_no_other(self, desk, monkeypatch):
        monkeypatch.setattr(retention, "AT_ONCE", 3)
        inquiries = [MediaInquiryFactory(desk=desk) for _number in range(7)]
        log = retention.log

        def log_some(inquiry, *args, **kwargs):
            if inquiry == inquiries[1]:
                raise RuntimeError("no ink")
            log(inquiry, *args, **kwargs)

        monkeypatch.setattr(retention, "log", log_some)
        with pytest.raises(ExceptionGroup):
            retention.erase(MediaInquiry.objects.all())
        assert list(MediaInquiry.objects.exclude(email="")) == [inquiries[1]]


class TestOnRequest:
    ADDRESS = "/admin/inquiries/person/"

    @pytest.fixture
    def theirs(self, desk, officer):
        """Two inquiries of one person, and one of another."""
        first = MediaInquiryFactory(desk=desk, email="Zora@example.com", message="First")
        MediaInquiryFactory(desk=desk, email="zora@example.com", state=State.QUARANTINE)
        MediaInquiryFactory(desk=desk, email="other.zora@example.com")
        InquiryNote.objects.create(inquiry=first, author=officer, text="Called back")
        mail.queue(first, InquiryMessage.Kind.CONFIRMATION, first.email)
        return first

    def test_finds_all_of_one_person(self, inbox, theirs):
        html = inbox.post(self.ADDRESS, {"email": "zora@example.com", "do": "find"}).content.decode()
        assert "2 inquiries" in html
        assert theirs.reference in html

    def test_says_when_there_is_nothing(self, inbox, theirs):
        response = inbox.post(self.ADDRESS, {"email": "nobody@example.com", "do": "find"})
        assert "Nothing is kept under this address." in response.content.decode()

    @pytest.mark.parametrize("email", ["", "zora", "a\0b@example.com", "%@example.com"])
    def test_takes_any_text_for_an_address(self, inbox, theirs, email):
        assert inbox.post(self.ADDRESS, {"email": email, "do": "erase", "sure": "yes"}).status_code in (200, 302)
        assert not MediaInquiry.objects.exclude(erased_at=None).exists()

    def test_hands_everything_over(self, inbox, theirs):
        response = inbox.post(self.ADDRESS, {"email": "zora@example.com", "do": "export"})
        assert "attachment" in response["Content-Disposition"]
        inquiries = json.loads(response.content)["inquiries"]
        assert len(inquiries) == 2
        first = next(one for one in inquiries if one["reference"] == theirs.reference)
        assert first["message"] == "First"
        assert first["notes"][0]["text"] == "Called back"
        assert first["emails"][0]["to"] == "Zora@example.com"
        assert ModelLogEntry.objects.filter(action="inquiry.exported").count() == 2

    def test_erases_once_somebody_is_sure(self, inbox, theirs):
        refused = inbox.post(self.ADDRESS, {"email": "zora@example.com", "do": "erase"})
        assert "Please tick the box first." in refused.content.decode()
        assert not MediaInquiry.objects.exclude(erased_at=None).exists()
        done = inbox.post(self.ADDRESS, {"email": "zora@example.com", "do": "erase", "sure": "yes"}, follow=True)
        assert "2 inquiries are erased." in done.content.decode()
        assert list(MediaInquiry.objects.filter(erased_at=None).values_list("email", flat=True)) == [
            "other.zora@example.com"
        ]
        assert "zora" not in str(list(ModelLogEntry.objects.values())).lower()

    def test_superusers_may_too(self, client, theirs):
        client.force_login(User.objects.create_superuser("admin", "admin@example.org"))
        assert client.get(reverse("inquiry_person")).status_code == 200

    def test_an_erased_inquiry_still_opens(self, inbox, theirs):
        retention.erase(MediaInquiry.objects.all())
        html = inbox.get(reverse("inquiries_modeladmin_inspect", args=[theirs.pk])).content.decode()
        assert "What this inquiry said about a person is gone." in html
        assert "Erased" in html or "erased" in html
        assert inbox.get("/admin/inquiries/").status_code == 200
