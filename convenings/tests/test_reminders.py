"""Convenings that somebody should look at: on the home of the admin, and by email."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from convenings import reminders
from convenings.models import Convening, Reminder

from .editing import address, person
from .factories import ConveningFactory

pytestmark = pytest.mark.django_db


def in_days(number, **fields):
    """A published convening that begins in so many days and takes two; before today if negative."""
    first = timezone.localdate() + timedelta(days=number)
    return ConveningFactory(starts_on=first, ends_on=first + timedelta(days=1), **fields)


def due():
    """Why somebody should look, by the name of each convening that is due."""
    return {one.convening.name: str(one.reason) for one in reminders.due()}


@pytest.fixture
def editor(db):
    return person("Editors", "editor")


@pytest.mark.parametrize(
    ("days", "status", "expected"),
    [
        (30, "save-the-date", ["near"]),
        (31, "save-the-date", []),
        (0, "save-the-date", ["near"]),
        (-10, "save-the-date", []),
        (10, "open", []),
        (10, "postponed", []),
        (-10, "open", ["over"]),
        (-1000, "open", ["over"]),
        (0, "open", []),
        (-10, "closed", []),
        (-10, "cancelled", []),
    ],
)
def test_near_and_still_a_save_the_date_or_over_and_still_open(days, status, expected):
    in_days(days, status=status)
    assert list(due().values()) == expected


def test_nobody_looks_at_drafts_or_at_what_has_no_dates():
    in_days(10, live=False)
    ConveningFactory(starts_on=None, ends_on=None)
    assert due() == {}


def test_what_somebody_saved_without_a_first_day_stops_nothing(mailoutbox):
    person("Editors")
    ConveningFactory(starts_on=None, status="open")
    in_days(10)
    reminders.remind()
    assert len(mailoutbox) == 2


class TestByEmail:
    """One email about each convening and reason, to those who can do something about it."""

    def test_it_goes_out_once(self, editor, mailoutbox):
        in_days(10, name="LP2093")
        for _time in range(3):
            reminders.remind()
        [letter] = mailoutbox
        assert letter.to == ["editor@example.org"]
        assert letter.subject == "Soon, and still a save-the-date: LP2093"
        assert address("edit", Convening.objects.get().pk) in letter.body

    def test_the_second_reason_brings_a_second_one(self, editor, mailoutbox):
        convening = in_days(10)
        reminders.remind()
        yesterday = timezone.localdate() - timedelta(days=1)
        convening.status, convening.starts_on, convening.ends_on = "open", yesterday, None
        convening.save()
        for _time in range(2):
            reminders.remind()
        assert [letter.subject.split(":")[0] for letter in mailoutbox] == [
            "Soon, and still a save-the-date",
            "Over, and registration still open",
        ]

    def test_so_do_other_days(self, editor, mailoutbox):
        convening = in_days(10)
        reminders.remind()
        convening.starts_on = convening.ends_on = timezone.localdate() + timedelta(days=20)
        convening.save()
        for _time in range(2):
            reminders.remind()
        assert len(mailoutbox) == 2

    def test_whoever_may_publish_it_gets_it(self, editor, mailoutbox):
        person("Press team", "press")
        person("Writers", "writer")
        gone = person("Editors", "gone")
        gone.is_active = False
        gone.save()
        in_days(10)
        reminders.remind()
        assert mailoutbox[0].to == ["editor@example.org", "press@example.org"]

    def test_what_could_not_be_sent_goes_out_later(self, editor, mailoutbox, settings):
        in_days(10)
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
        with pytest.raises(ExceptionGroup):
            reminders.remind()
        assert not Reminder.objects.exists()
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        reminders.remind()
        assert len(mailoutbox) == 1

    def test_while_nobody_can_get_it_nothing_counts_as_sent(self, mailoutbox):
        in_days(10)
        reminders.remind()
        person("Editors", "editor")
        reminders.remind()
        assert len(mailoutbox) == 1

    def test_a_name_is_no_header(self, editor, mailoutbox):
        in_days(10, name="LP2093\nBcc: everybody@example.org")
        reminders.remind()
        [letter] = mailoutbox
        assert "LP2093 Bcc: everybody@example.org" in letter.subject
        assert all("everybody@example.org" not in letter.recipients() for letter in mailoutbox)


class TestOnTheHomeOfTheAdmin:
    """Those who may edit convenings see what is due."""

    @pytest.mark.parametrize("group", ["Writers", "Editors", "Press team"])
    def test_they_see_it(self, client, home_page, group):
        convening = in_days(10, name="LP2093")
        client.force_login(person(group))
        html = client.get(reverse("wagtailadmin_home")).content.decode()
        assert "Convenings to look at" in html
        assert address("edit", convening.pk) in html

    def test_others_do_not(self, client, home_page):
        in_days(10, name="LP2093")
        user = person("Writers")
        user.groups.get().permissions.filter(codename__endswith="_convening").delete()
        client.force_login(user)
        assert "LP2093" not in client.get(reverse("wagtailadmin_home")).content.decode()

    def test_nothing_is_said_where_nothing_is_due(self, client, home_page, editor):
        in_days(100)
        client.force_login(editor)
        assert "Convenings to look at" not in client.get(reverse("wagtailadmin_home")).content.decode()

    def test_many_take_no_more_queries_and_no_more_room(self, client, home_page, editor, django_assert_max_num_queries):
        for number in range(8):
            in_days(number + 1, name=f"Meeting {number}")
        client.force_login(editor)
        with django_assert_max_num_queries(2):
            reminders.due()
        html = client.get(reverse("wagtailadmin_home")).content.decode()
        assert "And 3 others." in html
