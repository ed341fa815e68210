"""Spam is set aside, floods are stopped, and honest inquiries pass."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import RequestFactory
from django.utils import timezone

from media_inquiries.inquiry_form import limits, spam
from media_inquiries.mail import release
from media_inquiries.models import FormCount, InquiryMessage, MediaInquiry

from .factories import MediaInquiryFactory
from .test_ask import send

State = MediaInquiry.State


@pytest.mark.django_db
@pytest.mark.usefixtures("desk")
class TestSuspects:
    @pytest.mark.parametrize(
        ("changes", "reason"),
        [
            ({"subject_line": "x"}, "people do not see"),
            ({"stamp": "NOW"}, "within 3 seconds"),
            ({"message": "https://a.example " * 5}, "more than 4 links"),
            ({"message": "[URL=a.example]buy[/url] www.b.example http://c.example " * 2}, "more than 4 links"),
            ({"name": "Visit www.spam.example"}, "a link in the name"),
            ({"outlet": "http://spam.example"}, "a link in the name"),
        ],
    )
    def test_a_suspect_inquiry_is_kept_and_nothing_is_mailed(self, client, changes, reason):
        if changes.get("stamp"):
            changes = {"stamp": spam.new_stamp()}
        response = send(client, **changes)
        inquiry = MediaInquiry.objects.get()
        assert response.status_code == 302  # it learns nothing from the answer
        assert inquiry.state == State.QUARANTINE
        assert reason in inquiry.suspicion
        assert not InquiryMessage.objects.exists()

    def test_an_inquiry_about_an_article_is_not_suspect(self, client):
        send(client, message="About https://example.com/article and https://example.org/report")
        assert MediaInquiry.objects.get().state == State.NEW

    def test_released_it_is_announced_like_any_other(self, client, django_capture_on_commit_callbacks):
        send(client, subject_line="x")
        with django_capture_on_commit_callbacks(execute=True):
            release(MediaInquiry.objects.get())
        assert [message.to for message in mail.outbox] == [["desk@example.org"], ["rosa@example.com"]]

    def test_a_full_quarantine_takes_no_more_but_honest_ones_pass(self, client, monkeypatch):
        monkeypatch.setattr(limits, "QUARANTINE_HOLDS", 2)
        for number in range(2):
            send(client, subject_line="x", message=f"Number {number}")
        response = send(client, subject_line="x", message="Number 3 is not lost")
        assert response.status_code == 429
        assert b"Number 3 is not lost" in response.content
        assert MediaInquiry.objects.count() == 2
        assert send(client).status_code == 302


@pytest.mark.django_db
@pytest.mark.usefixtures("desk")
class TestLimits:
    def test_one_address_may_ask_ten_times_an_hour(self, client):
        statuses = [send(client, email=f"r{number}@example.com").status_code for number in range(12)]
        assert statuses == [302] * 10 + [429] * 2
        response = send(client, message="My typed words")
        assert b"My typed words" in response.content
        assert response["Retry-After"] == "3600"
        assert send(client, {"X-Forwarded-For": "203.0.113.9"}).status_code == 429
        client.defaults["REMOTE_ADDR"] = "203.0.113.9"
        assert send(client).status_code == 302

    def test_an_hour_later_it_may_again(self, client, clock):
        assert {send(client, email=f"r{number}@example.com").status_code for number in range(10)} == {302}
        assert send(client).status_code == 429
        clock.shift(timedelta(hours=1))
        assert send(client, stamp=spam.new_stamp(age=timedelta(minutes=1))).status_code == 302

    def test_nobody_can_have_us_fill_a_mailbox(self, client):
        for number in range(7):
            client.defaults["REMOTE_ADDR"] = f"203.0.113.{number}"
            send(client, email="VICTIM@example.com" if number % 2 else "victim@example.com", message=str(number))
        assert InquiryMessage.objects.filter(kind="confirmation").count() == 5
        assert MediaInquiry.objects.filter(state=State.QUARANTINE).count() == 2

    def test_beyond_what_a_desk_can_read_they_wait_in_quarantine(self, client, monkeypatch):
        monkeypatch.setattr(limits, "ALTOGETHER", limits.Limit("altogether", 3))
        for number in range(5):
            client.defaults["REMOTE_ADDR"] = f"203.0.113.{number}"
            send(client, email=f"r{number}@example.com")
        assert MediaInquiry.objects.filter(state=State.NEW).count() == 3
        assert set(MediaInquiry.objects.filter(state=State.QUARANTINE).values_list("suspicion", flat=True)) == {
            "Too many inquiries came within an hour."
        }

    def test_no_address_is_kept_and_counts_go(self, client, clock):
        send(client)
        kept = [value for row in FormCount.objects.values_list() for value in map(str, row)]
        assert not any("127.0.0.1" in value or "rosa" in value for value in kept)
        clock.shift(timedelta(hours=1, minutes=1))
        limits.forget()
        assert not FormCount.objects.exists()
        assert MediaInquiry.objects.get().submission

    def test_what_says_that_a_form_was_sent_twice_goes_after_two_days(self, desk):
        old = MediaInquiryFactory(submission="a", created_at=timezone.now() - timedelta(days=3))
        new = MediaInquiryFactory(submission="b")
        limits.forget()
        old.refresh_from_db()
        new.refresh_from_db()
        assert (old.submission, new.submission) == (None, "b")

    def test_the_last_place_is_taken_once(self):
        limit = limits.Limit("test", 2)
        assert [limits.take(limit, "a"), limits.take(limit, "A"), limits.take(limit, "a")] == [True, True, False]
        assert limits.is_reached(limit, "a")
        assert not limits.is_reached(limit, "b")
        assert limits.take(limit, "b")


class TestClientAddress:
    @pytest.mark.parametrize(
        ("proxies", "forwarded", "address"),
        [
            (0, "203.0.113.9", "192.0.2.1"),
            (1, "6.6.6.6, 203.0.113.9", "203.0.113.9"),
            (2, "6.6.6.6, 203.0.113.9, 10.0.0.1", "203.0.113.9"),
            (2, "203.0.113.9", "192.0.2.1"),
            (1, "", "192.0.2.1"),
            (1, "nonsense", "nonsense"),
            (1, "::ffff:203.0.113.9", "203.0.113.9"),
        ],
    )
    def test_it_is_the_one_that_the_nearest_proxies_saw(self, settings, proxies, forwarded, address):
        settings.PROXY_COUNT = proxies
        request = RequestFactory().post("/", headers={"X-Forwarded-For": forwarded}, REMOTE_ADDR="192.0.2.1")
        assert limits.client_address(request) == address

    def test_one_network_of_ipv6_is_one_client(self, settings):
        addresses = {
            limits.client_address(RequestFactory().post("/", REMOTE_ADDR=address))
            for address in ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:2:3:4:5:6")
        }
        assert len(addresses) == 1
        assert limits.client_address(RequestFactory().post("/", REMOTE_ADDR="2001:db8:1:3::1")) not in addresses
