"""Mail about inquiries, against a real SMTP server that can be stopped and started."""

from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from django.utils import timezone

from core.tests.factories import PlaceFactory, TopicFactory
from home.tests.factories import StandardPageFactory
from media_inquiries import mail
from media_inquiries.inquiry_form import routing
from media_inquiries.models import InquiryMessage, MediaInquiry
from scripts.postgres import free_port

from .factories import ContactPersonFactory, MediaInquiryFactory
from .press_room import somebody
from .test_ask import send

Kind = InquiryMessage.Kind
State = InquiryMessage.State


class MailServer:
    """A server on this machine that keeps what it gets; `received` are `email.message.EmailMessage`s."""

    def __init__(self):
        self.port = free_port()
        self.received = []
        self.refused = {}  # address: what the server answers to it

    def start(self):
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def stop(self):
        self._controller.stop()

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802  (aiosmtpd's name)
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802  (aiosmtpd's name)
        email = message_from_bytes(envelope.content, policy=policy.default)
        email.envelope = (envelope.mail_from, envelope.rcpt_tos)
        self.received.append(email)
        return "250 OK"

    def take(self):
        """What has come since the last call, by recipient."""
        taken = {email["To"]: email for email in self.received}
        self.received.clear()
        return taken


@pytest.fixture
def mail_server(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.DEFAULT_FROM_EMAIL = "Press desk <site@example.org>"
    server = MailServer()
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    server.start()
    yield server
    server.stop()


@pytest.fixture
def ask(client, desk, django_capture_on_commit_callbacks):
    """A function that sends the form and runs what follows the commit."""

    def ask(**changes):
        with django_capture_on_commit_callbacks(execute=True):
            return send(client, **changes)

    return ask


def text(email):
    return email.get_body().get_content().replace("\r\n", "\n")


@pytest.mark.django_db
class TestHeaders:
    def test_the_desk_is_notified_and_answers_to_the_reporter(self, ask, mail_server):
        ask(name="Rosa Müller, “the pen”", outlet="Courier")
        email = mail_server.take()["desk@example.org"]
        [writer] = email["Reply-To"].addresses
        reference = MediaInquiry.objects.get().reference
        assert (writer.display_name, writer.addr_spec) == ("Rosa Müller, “the pen”", "rosa@example.com")
        assert email["Subject"] == f"[{reference}] Media inquiry from Courier"
        assert email["From"] == "Press desk <site@example.org>"
        assert email["Auto-Submitted"] == "auto-generated"
        assert email.get_content_type() == "text/plain"
        assert "> Who speaks about the new ordinance?" in text(email)

    def test_the_reporter_gets_a_reference_and_nothing_that_was_typed(self, ask, mail_server):
        ask(message="Cheap watches at http://spam.example", name="Typed name", outlet="Typed outlet")
        email = mail_server.take()["rosa@example.com"]
        everything = text(email) + email["Subject"]
        assert MediaInquiry.objects.get().reference in everything
        assert "[" + MediaInquiry.objects.get().reference + "]" in email["Subject"]
        assert not any(word in everything for word in ("watches", "Typed", "spam.example"))
        assert "(212) 555-0142" in text(email)
        assert email["Reply-To"] == "desk@example.org"

    def test_every_message_has_one_id_of_its_own_that_stays(self, ask, mail_server, desk):
        ask()
        ids = {email["Message-ID"] for email in mail_server.take().values()}
        assert len(ids) == 2
        InquiryMessage.objects.update(state=State.WAITING, next_attempt_at=timezone.now())
        mail.deliver_due()
        assert {email["Message-ID"] for email in mail_server.take().values()} == ids

    def test_what_follows_stands_in_the_same_thread(self, ask, mail_server, django_capture_on_commit_callbacks):
        ask()
        first = mail_server.take()["desk@example.org"]
        for kind in (Kind.ASSIGNMENT, Kind.REMINDER, Kind.OVERDUE):
            with django_capture_on_commit_callbacks(execute=True):
                mail.queue(MediaInquiry.objects.get(), kind, "officer@example.org")
            email = mail_server.take()["officer@example.org"]
            assert email["In-Reply-To"] == email["References"] == first["Message-ID"]
            assert "> Who speaks about the new ordinance?" in text(email)

    @pytest.mark.parametrize("name", ["name", "outlet", "phone"])
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x85"])
    def test_nobody_can_add_a_header(self, ask, mail_server, name, end):
        response = ask(**{name: f"Rosa{end}Bcc: victim@example.com"})
        assert response.status_code == 422
        assert "on one line" in response.content.decode()
        assert not mail_server.received

    def test_it_says_all_that_the_desk_needs(self, ask, mail_server, home_page):
        page = StandardPageFactory(parent=home_page, title="The toolkit & more")
        TopicFactory(name="Housing & rent")
        tomorrow = timezone.localdate() + timedelta(days=1)
        ask(
            about=page.pk,
            topic="Housing & rent",
            message="One\n.\n\nFrom: the desk\n" + "long " * 300,
            no_deadline=None,
            deadline_date=tomorrow.isoformat(),
            deadline_time="17:30",
            deadline_zone="America/Los_Angeles",
        )
        said = text(mail_server.take()["desk@example.org"])
        assert f"Deadline: {tomorrow:%A, %B} {tomorrow.day}, {tomorrow.year}, 5:30 p.m. Pacific\n" in said
        assert "From: Rosa Example, The Example Courier\n" in said
        assert "Phone: (303) 555-0101\n" in said
        assert "Topic: Housing & rent\n" in said
        assert f"About: The toolkit & more\n{page.full_url}\n" in said
        assert "\n> One\n> .\n>\n> From: the desk\n> long long" in said  # nothing typed passes for ours


@pytest.mark.django_db
class TestServerAway:
    def test_the_inquiry_is_kept_and_the_mail_goes_out_later(self, ask, mail_server, clock):
        mail_server.stop()
        assert ask().status_code == 302
        assert MediaInquiry.objects.count() == 1
        waiting = InquiryMessage.objects.all()
        assert {(message.state, message.attempts) for message in waiting} == {(State.WAITING, 1)}
        assert all("ConnectionRefusedError" in message.last_error for message in waiting)
        mail_server.start()
        mail.deliver_due()
        assert not mail_server.received  # not yet due
        clock.shift(timedelta(minutes=1, seconds=1))
        mail.deliver_due()
        assert set(mail_server.take()) == {"desk@example.org", "rosa@example.com"}
        assert set(waiting.values_list("state", "last_error")) == {(State.SENT, "")}
        assert all(message.sent_at for message in waiting.all())

    def test_it_is_tried_ever_more_rarely_for_three_days(self, desk, settings, clock):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
        message = mail.queue(MediaInquiryFactory(desk=desk), Kind.NOTIFICATION, "desk@example.org")
        start = now = timezone.now()
        pauses = []
        while message.state == State.WAITING:
            clock.move_to(now)
            mail.deliver_due()
            message.refresh_from_db()
            pauses.append(round((message.next_attempt_at - now).total_seconds() / 60))
            end, now = now, message.next_attempt_at
        assert pauses[:6] == [1, 5, 15, 60, 60, 60]
        assert timedelta(days=2, hours=23) < end - start < timedelta(days=3, hours=2)
        assert message.state == State.FAILED

    def test_an_address_that_is_refused_for_good_is_given_up(self, ask, mail_server):
        mail_server.refused["rosa@example.com"] = "550 No such user"
        ask()
        [refused] = InquiryMessage.objects.filter(recipient="rosa@example.com")
        assert refused.state == State.FAILED
        assert "No such user" in refused.last_error
        assert "desk@example.org" in mail_server.take()

    def test_an_address_that_is_refused_for_now_is_tried_again(self, ask, mail_server):
        mail_server.refused["rosa@example.com"] = "450 Come back later"
        ask()
        assert InquiryMessage.objects.get(recipient="rosa@example.com").state == State.WAITING

    def test_a_round_ends_at_the_first_failure(self, desk, settings):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
        for _number in range(5):
            mail.queue(MediaInquiryFactory(desk=desk), Kind.NOTIFICATION, "desk@example.org")
        mail.deliver_due()
        assert sum(InquiryMessage.objects.values_list("attempts", flat=True)) == 1

    def test_a_message_that_fails_by_itself_delays_no_other(self, desk, mail_server, monkeypatch):
        broken, *_others = [
            mail.queue(MediaInquiryFactory(desk=desk), Kind.NOTIFICATION, f"desk-{number}@example.org")
            for number in range(4)
        ]
        mail_server.refused["desk-1@example.org"] = "450 Come back later"
        write = mail.letters.write
        monkeypatch.setattr(mail.letters, "write", lambda message: write(None if message == broken else message))
        mail.deliver_due()
        assert sorted(mail_server.take()) == ["desk-2@example.org", "desk-3@example.org"]
        assert InquiryMessage.objects.get(pk=broken.pk).state == State.WAITING

    def test_what_one_worker_is_sending_another_leaves_alone(self, desk, mail_server, monkeypatch):
        message = mail.queue(MediaInquiryFactory(desk=desk), Kind.NOTIFICATION, "desk@example.org")
        write = mail.letters.write

        def write_while_another_looks(message):
            monkeypatch.setattr(mail.letters, "write", write)
            mail.deliver.func(message.pk)
            return write(message)

        monkeypatch.setattr(mail.letters, "write", write_while_another_looks)
        mail.deliver.func(message.pk)
        mail.deliver.func(message.pk)
        assert len(mail_server.received) == 1

    def test_what_a_killed_worker_left_is_sent_by_the_next(self, desk, mail_server, monkeypatch, clock):
        mail.queue(MediaInquiryFactory(desk=desk), Kind.NOTIFICATION, "desk@example.org")

        def is_killed(message):
            raise SystemExit

        with monkeypatch.context() as patch:
            patch.setattr(mail.letters, "write", is_killed)
            with pytest.raises(SystemExit):
                mail.deliver_due()
        mail.deliver_due()
        assert not mail_server.received
        clock.shift(mail.CLAIMED_FOR + timedelta(seconds=1))
        mail.deliver_due()
        assert len(mail_server.received) == 1


@pytest.mark.django_db
class TestRouting:
    @pytest.fixture
    def people(self, desk):
        """A function that makes a person at the desk with an account, responsible for something."""

        def person(name, topics=(), places=(), **account):
            person = ContactPersonFactory(contact=desk, name=name, user=somebody(name=name, **account))
            person.topics.set(topics)
            person.places.set(places)
            person.save()
            return person.user

        return person

    def proposed(self, **changes):
        return routing.propose(MediaInquiryFactory.build(**changes))

    def test_both_count_more_than_the_place_and_that_more_than_the_topic(self, desk, people):
        topic, state = TopicFactory(name="Housing"), PlaceFactory(name="Westland")
        city = PlaceFactory(name="Lakeside", state=state)
        for_topic = people("topic", topics=[topic])
        people("second-for-topic", topics=[topic])
        for_state = people("state", places=[state])
        for_both = people("both", topics=[topic], places=[city])
        people("outsider", topics=[topic], places=[city], group="Writers")
        assert self.proposed(desk=desk, topic=topic) == for_topic
        assert self.proposed(desk=desk, place=state) == for_state
        assert self.proposed(desk=desk, place=city) == for_state
        assert self.proposed(desk=desk, place=city, topic=topic) == for_both
        assert self.proposed(desk=desk) is None
        assert self.proposed(desk=None, topic=topic) is None

    def test_the_person_is_notified_besides_the_desk(self, ask, people, mail_server):
        officer = people("officer", topics=[TopicFactory(name="Housing")])
        ask(topic="Housing")
        assert MediaInquiry.objects.get().proposed_assignee == officer
        emails = mail_server.take()
        assert set(emails) == {"desk@example.org", "officer@example.org", "rosa@example.com"}
        assert "Proposed to: officer" in text(emails["officer@example.org"])

    def test_who_has_left_is_not(self, ask, people, mail_server):
        officer = people("officer", topics=[TopicFactory(name="Housing")])
        officer.is_active = False
        officer.save()
        ask(topic="Housing")
        assert MediaInquiry.objects.get().proposed_assignee is None
