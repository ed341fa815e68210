"""What becomes of an inquiry, and what its page in the admin offers."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry

from media_inquiries import handling, mail
from media_inquiries.inbox.replies import reply_address
from media_inquiries.models import InquiryMessage, InquiryNote, MediaInquiry

from .factories import MediaInquiryFactory
from .press_room import hours, somebody

pytestmark = pytest.mark.django_db

State = MediaInquiry.State
Kind = InquiryMessage.Kind


def history(inquiry):
    """What the log says, oldest first."""
    return [str(entry.message) for entry in registry.get_logs_for_instance(inquiry).order_by("pk")]


def click(client, inquiry, action, **data):
    """Press a button of the inquiry's page; returns the page that follows."""
    return client.post(reverse("inquiry_handle", args=[inquiry.pk, action]), data, follow=True)


def page_of(client, inquiry):
    return client.get(reverse("inquiries_modeladmin_inspect", args=[inquiry.pk])).content.decode()


class TestAssigning:
    def test_to_oneself(self, inbox, officer, inquiry):
        click(inbox, inquiry, "assign")
        inquiry.refresh_from_db()
        assert (inquiry.state, inquiry.assignee) == (State.ASSIGNED, officer)
        assert history(inquiry) == ["Assigned to Ana Ruiz"]
        assert not inquiry.messages.exists()

    def test_to_a_colleague_who_gets_an_email(self, inbox, inquiry):
        colleague = somebody(name="sam")
        click(inbox, inquiry, "assign", to=colleague.pk)
        inquiry.refresh_from_db()
        assert inquiry.assignee == colleague
        assert inquiry.messages.get().recipient == "sam@example.org"
        assert inquiry.messages.get().kind == Kind.ASSIGNMENT

    def test_as_proposed_with_one_click(self, inbox, inquiry):
        MediaInquiry.objects.update(proposed_assignee=somebody(name="sam", first_name="Sam", last_name="Oh"))
        html = page_of(inbox, inquiry)
        assert "Assign to Sam Oh, as proposed" in html
        assert f'name="to" value="{MediaInquiry.objects.get().proposed_assignee_id}"' in html

    @pytest.mark.parametrize("group", ["Writers", "Editors"])
    def test_to_nobody_outside_the_team(self, inbox, inquiry, group):
        outsider = somebody(group, "outsider")
        response = click(inbox, inquiry, "assign", to=outsider.pk)
        assert "Please choose somebody of the press team." in response.content.decode()
        assert MediaInquiry.objects.get().assignee is None

    @pytest.mark.parametrize("to", ["", "abc", "0", "99999999999999999999"])
    def test_nonsense_is_refused_in_words(self, inbox, inquiry, to):
        assert "Please choose somebody" in click(inbox, inquiry, "assign", to=to).content.decode()


class TestTheStates:
    def test_from_arrival_to_the_end_and_back(self, officer, inquiry):
        assert handling.assign(inquiry.pk, officer, officer)
        assert handling.answer(inquiry.pk, officer)
        assert handling.close(inquiry.pk, officer)
        inquiry.refresh_from_db()
        assert inquiry.state == State.CLOSED
        assert inquiry.answered_at <= inquiry.closed_at
        assert handling.reopen(inquiry.pk, officer)
        inquiry.refresh_from_db()
        assert (inquiry.state, inquiry.answered_at, inquiry.closed_at) == (State.ASSIGNED, None, None)
        assert history(inquiry) == ["Assigned to Ana Ruiz", "Marked as answered", "Closed", "Reopened"]

    @pytest.mark.parametrize("action", ["assign", "answer", "close"])
    def test_a_second_click_does_nothing(self, inbox, inquiry, action):
        click(inbox, inquiry, action)
        before = MediaInquiry.objects.values().get()
        response = click(inbox, inquiry, action)
        assert "already" in response.content.decode()
        assert MediaInquiry.objects.values().get() == before
        assert len(history(inquiry)) == 1

    @pytest.mark.parametrize(
        ("state", "action", "words"),
        [
            (State.CLOSED, "assign", "This inquiry is closed. Reopen it first."),
            (State.CLOSED, "answer", "This inquiry is closed. Reopen it first."),
            (State.ANSWERED, "assign", "This inquiry is answered. Reopen it first."),
            (State.QUARANTINE, "assign", "This inquiry is in quarantine. Release it first."),
            (State.QUARANTINE, "answer", "This inquiry is in quarantine. Release it first."),
            (State.QUARANTINE, "close", "This inquiry is in quarantine. Release it first."),
            (State.QUARANTINE, "reopen", "This inquiry is in quarantine. Release it first."),
        ],
    )
    def test_what_makes_no_sense_is_refused_in_words(self, inbox, desk, state, action, words):
        inquiry = MediaInquiryFactory(desk=desk, state=state)
        assert words in click(inbox, inquiry, action).content.decode()
        inquiry.refresh_from_db()
        assert inquiry.state == state
        assert history(inquiry) == []

    @pytest.mark.parametrize("action", ["assign", "answer", "close", "release"])
    def test_nothing_happens_to_erased_ones(self, inbox, desk, action):
        inquiry = MediaInquiryFactory(desk=desk, erased_at=hours(-1), state=State.CLOSED)
        click(inbox, inquiry, action)
        assert history(inquiry) == []

    def test_release_from_quarantine_sends_what_an_arrival_sends(self, inbox, desk):
        inquiry = MediaInquiryFactory(desk=desk, state=State.QUARANTINE, suspicion="Seven links")
        click(inbox, inquiry, "release")
        click(inbox, inquiry, "release")
        inquiry.refresh_from_db()
        assert (inquiry.state, inquiry.suspicion) == (State.NEW, "")
        kinds = list(inquiry.messages.values_list("kind", flat=True))
        assert sorted(kinds) == [Kind.CONFIRMATION, Kind.NOTIFICATION]
        assert history(inquiry) == ["Released from quarantine"]

    def test_the_buttons_need_a_token_and_a_post(self, client, officer, inquiry):
        client.handler.enforce_csrf_checks = True
        client.force_login(officer)
        address = reverse("inquiry_handle", args=[inquiry.pk, "answer"])
        assert client.post(address).status_code == 403
        assert client.get(address).status_code == 405
        assert MediaInquiry.objects.get().state == State.NEW

    def test_the_log_names_no_reporter(self, inbox, desk):
        inquiry = MediaInquiryFactory(desk=desk, name="Zora Quill", email="zora@example.com", outlet="Gazette")
        for action in ("assign", "answer", "close", "reopen"):
            click(inbox, inquiry, action)
        kept = str(list(ModelLogEntry.objects.values_list("label", "data", "action")))
        assert inquiry.reference in kept
        assert not any(word in kept for word in ("Zora", "zora", "Gazette"))


class TestThePage:
    def test_shows_everything_escaped_with_line_breaks(self, inbox, desk, home_page):
        inquiry = MediaInquiryFactory(
            desk=desk,
            name="<b>Zora</b>",
            message="First\nsecond <script>x</script>",
            about=home_page,
            deadline=hours(-1),
        )
        mail.queue(inquiry, Kind.CONFIRMATION, inquiry.email)
        html = page_of(inbox, inquiry)
        assert "&lt;b&gt;Zora&lt;/b&gt;" in html
        assert "First<br>second &lt;script&gt;x&lt;/script&gt;" in html
        assert f'<a href="{home_page.full_url}">{home_page.title}</a>' in html
        assert "1\xa0hour overdue" in html or "59\xa0minutes overdue" in html
        assert "Confirmation, to the reporter" in html

    def test_the_deadline_stands_in_the_reporters_zone_too(self, inbox, desk):
        moment = hours(0).replace(year=2027, month=1, day=6, hour=20, minute=0)  # 20:00 UTC
        html = page_of(inbox, MediaInquiryFactory(desk=desk, deadline=moment, deadline_zone="America/Los_Angeles"))
        assert "Jan 6, 2027, 3 p.m. Eastern (Wed noon Pacific)" in html

    def test_an_inquiry_of_a_deleted_page_and_desk_opens(self, inbox):
        assert "Reply" in page_of(inbox, MediaInquiryFactory(desk=None))

    def test_an_unknown_one_is_not_found(self, inbox):
        for pk in ("0", "999999999999999999", "abc", "1e3"):
            assert inbox.get(f"/admin/inquiries/inspect/{pk}/").status_code == 404

    def test_costs_the_same_with_many_notes_and_emails(self, inbox, officer, inquiry, django_assert_max_num_queries):
        def more():
            for number in range(8):
                author = somebody(name=f"officer {number} {InquiryNote.objects.count()}")
                InquiryNote.objects.create(inquiry=inquiry, author=author, text="Called.")
                mail.queue(inquiry, Kind.REMINDER, "desk@example.org")
                handling.assign(inquiry.pk, author, officer)

        def cost():
            with django_assert_max_num_queries(60) as asked:
                page_of(inbox, inquiry)
            return len(asked)

        more()
        page_of(inbox, inquiry)
        few = cost()
        more()
        assert cost() == few


class TestNotes:
    def test_are_added_in_order(self, inbox, officer, inquiry):
        address = reverse("inquiries_modeladmin_inspect", args=[inquiry.pk])
        for text in ("Called her.\nNo answer.", "<i>Second</i>"):
            response = inbox.post(address, {"text": text}, follow=True)
        html = response.content.decode()
        assert "Called her.<br>No answer." in html
        assert "&lt;i&gt;Second&lt;/i&gt;" in html
        assert [note.author for note in inquiry.notes.all()] == [officer, officer]

    def test_note_with_control_characters_is_saved_without_them(self, inbox, inquiry):
        inbox.post(reverse("inquiries_modeladmin_inspect", args=[inquiry.pk]), {"text": "Called\0 her.\x0bNo answer."})
        assert inquiry.notes.get().text == "Called her.\nNo answer."

    @pytest.mark.parametrize("text", ["x" * 5001])
    def test_what_cannot_be_kept_stays_in_the_form(self, inbox, inquiry, text):
        response = inbox.post(reverse("inquiries_modeladmin_inspect", args=[inquiry.pk]), {"text": text})
        assert response.status_code == 200
        assert text[:1] in response.context["note_form"]["text"].value()
        assert "not saved yet" in response.content.decode()
        assert not inquiry.notes.exists()

    def test_an_empty_note_is_none(self, inbox, inquiry):
        inbox.post(reverse("inquiries_modeladmin_inspect", args=[inquiry.pk]), {"text": "  \n"})
        assert not inquiry.notes.exists()

    def test_an_inquiry_erased_meanwhile_takes_none_but_loses_nothing(self, inbox, desk):
        inquiry = MediaInquiryFactory(desk=desk, erased_at=hours(-1), state=State.CLOSED)
        response = inbox.post(reverse("inquiries_modeladmin_inspect", args=[inquiry.pk]), {"text": "My long note"})
        assert "My long note" in response.content.decode()
        assert not inquiry.notes.exists()


class TestCorrecting:
    def test_a_new_deadline_is_reminded_of_anew(self, inbox, inquiry):
        mail.queue(inquiry, Kind.REMINDER, "desk@example.org")
        mail.queue(inquiry, Kind.CONFIRMATION, "zora@example.com")
        address = reverse("inquiries_modeladmin_edit", args=[inquiry.pk])
        data = {"outlet": "The Gazette", "topic": "", "place": "", "deadline": "2030-01-02 10:00"}
        response = inbox.post(address, data)
        assert response.url == reverse("inquiries_modeladmin_inspect", args=[inquiry.pk])
        inquiry.refresh_from_db()
        assert (inquiry.outlet, inquiry.deadline.year) == ("The Gazette", 2030)
        assert [message.kind for message in inquiry.messages.all()] == [Kind.CONFIRMATION]

    def test_offers_nothing_that_the_reporter_wrote(self, inbox, inquiry):
        html = inbox.get(reverse("inquiries_modeladmin_edit", args=[inquiry.pk])).content.decode()
        assert 'name="topic"' in html
        assert not any(f'name="{name}"' in html for name in ("email", "message", "state", "assignee"))

    def test_erased_ones_are_not_corrected(self, inbox, desk):
        inquiry = MediaInquiryFactory(desk=desk, erased_at=hours(-1))
        assert inbox.get(reverse("inquiries_modeladmin_edit", args=[inquiry.pk])).status_code == 302


class TestReply:
    def test_opens_the_mail_program(self, desk):
        inquiry = MediaInquiryFactory.build(name="Zora & Co", email="a+b?c@example.com", message="One\n\nTwo & three")
        parts = urlsplit(reply_address(inquiry))
        assert (parts.scheme, parts.path) == ("mailto", "a%2Bb%3Fc@example.com")
        fields = parse_qs(parts.query)
        assert inquiry.reference in fields["subject"][0]
        assert fields["body"][0].startswith("Dear Zora & Co,\r\n")
        assert fields["body"][0].endswith("> One\r\n> \r\n> Two & three")

    def test_stays_short_enough_for_mail_programs(self):
        assert len(reply_address(MediaInquiryFactory.build(message="word " * 2000))) < 2000
