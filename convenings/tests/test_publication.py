"""What a convening needs to be published, by every way to publish."""

import datetime
from datetime import date, time

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Revision, Workflow
from wagtail.test.utils.form_data import streamfield

from convenings.models import Convening
from core.publication import PublicationRefused
from images.tests.factories import PhotoFactory
from media_inquiries.tests.factories import MediaContactFactory

from .editing import address, draft, form_data, fresh, person
from .factories import ConveningFactory

pytestmark = pytest.mark.django_db

PUBLISH = {"action-publish": "1"}
DAY = date(2093, 9, 6)


@pytest.fixture
def writer(db):
    return person("Writers", "writer")


@pytest.fixture
def editor(db):
    return person("Editors", "editor")


def problems(**fields):
    """The fields that keep a convening from being published."""
    convening = ConveningFactory.build(**{"starts_on": DAY, "ends_on": None, **fields})
    return {problem.field for problem in convening.publication_problems()}


class TestTheRules:
    """One example of each, and of what is allowed."""

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"starts_on": None}, "starts_on"),
            ({"ends_on": date(2093, 9, 5)}, "ends_on"),
            ({"starts_at": time(9), "ends_at": time(8), "time_zone": "America/Chicago"}, "ends_at"),
            ({"starts_at": time(9), "ends_at": time(9), "time_zone": "America/Chicago"}, "ends_at"),
            ({"starts_at": time(9)}, "time_zone"),
            ({"ends_at": time(9), "time_zone": "America/Chicago"}, "starts_at"),
            ({"registration_closes_on": date(2093, 9, 7)}, "registration_closes_on"),
            ({"status": "open"}, "registration_url"),
        ],
    )
    def test_each_names_the_field_to_mend(self, fields, expected):
        assert problems(**fields) == {expected}

    @pytest.mark.parametrize(
        "fields",
        [
            {},
            {"ends_on": date(2093, 9, 6)},
            {"ends_on": date(2093, 9, 7), "starts_at": time(20), "ends_at": time(1), "time_zone": "America/Chicago"},
            {"attendance": "online"},
            {"time_zone": "America/Chicago"},
            {"starts_at": time(9), "time_zone": "America/Chicago"},
            {"registration_closes_on": DAY},
            {"registration_url": "https://example.org/"},
            {"status": "open", "registration_url": "https://example.org/"},
            {"status": "postponed"},
            {"status": "cancelled"},
        ],
    )
    def test_what_is_fine(self, fields):
        assert problems(**fields) == set()

    def test_a_photo_without_alt_text(self, db):
        assert problems(photo=PhotoFactory(description="")) == {"photo"}

    def test_a_desk_that_the_public_cannot_see(self, home_page):
        desk = MediaContactFactory(parent=home_page)
        assert problems(contact=desk) == set()
        desk.unpublish()
        assert problems(contact=desk) == {"contact"}


class TestTheEditor:
    """The form of a convening."""

    def test_saves_a_draft_with_gaps(self, client, writer):
        client.force_login(writer)
        gaps = {"starts_on": "", "ends_on": "", "status": "open", "starts_at": "9:00"}
        client.post(address("add"), form_data(description=streamfield([("statement", {"speaker": ""})]), **gaps))
        assert Convening.objects.get(name="National convention 2093").live is False

    def test_says_everything_that_is_missing_at_once(self, client, editor):
        client.force_login(editor)
        photo = PhotoFactory(description="", title="Plenary")
        data = form_data(starts_on="", starts_at="9:00", status="open", photo=photo.pk)
        response = client.post(address("add"), {**data, **PUBLISH})
        errors = response.context["form"].errors
        assert {"starts_on", "time_zone", "registration_url", "photo"} == set(errors)
        assert "Say on which day it begins" in str(errors["starts_on"])
        assert "Plenary" in str(errors["photo"])
        assert not Convening.objects.exists()

    def test_publishes_a_save_the_date(self, client, editor):
        client.force_login(editor)
        client.post(address("add"), form_data(**PUBLISH))
        convening = Convening.objects.get()
        assert (convening.live, convening.slug) == (True, "national-convention-2093")

    def test_lets_the_press_team_publish_too(self, client):
        client.force_login(person("Press team"))
        client.post(address("add"), form_data(**PUBLISH))
        assert Convening.objects.get().live

    def test_does_not_let_a_writer_publish(self, client, writer):
        client.force_login(writer)
        client.post(address("add"), form_data(**PUBLISH))
        assert not Convening.objects.published().exists()

    def test_saves_a_draft_of_a_live_one_beside_it(self, client, writer):
        convening = ConveningFactory(name="National convention 2093", slug="lp2093")
        client.force_login(writer)
        client.post(address("edit", convening.pk), form_data(name="Another name", slug="", starts_on=""))
        convening = fresh(convening)
        assert (convening.name, convening.slug, convening.live) == ("National convention 2093", "lp2093", True)
        assert convening.get_latest_revision_as_object().name == "Another name"

    def test_makes_the_address_anew_while_the_name_of_a_draft_is_typed(self, client, writer):
        convening = draft(name="Nat", slug="")
        client.force_login(writer)
        for _autosave in range(2):
            client.post(address("edit", convening.pk), form_data())
            assert fresh(convening).slug == "national-convention-2093"

    @pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "soon", "2093-02-31", "2093-09-06\x00"])
    def test_refuses_days_that_cannot_be(self, client, editor, day):
        client.force_login(editor)
        for action in ({}, PUBLISH):
            data = form_data(starts_on=day, ends_on=day, registration_closes_on=day)
            response = client.post(address("add"), {**data, **action})
            assert {"starts_on", "ends_on", "registration_closes_on"} <= set(response.context["form"].errors)
            assert "National convention 2093" in response.content.decode()

    def test_says_that_a_name_is_taken(self, client, writer):
        ConveningFactory(name="National convention 2093")
        client.force_login(writer)
        response = client.post(address("add"), form_data(teaser="Come and see."))
        assert "name" in response.context["form"].errors
        assert "Come and see." in response.content.decode()


@pytest.mark.indexes
class TestReview:
    """The review workflow for posts serves convenings too."""

    def submit(self, client, writer, **fields):
        client.force_login(writer)
        client.post(address("add"), form_data(**{"action-submit": "1"}, **fields))
        return Convening.objects.get()

    def approve(self, client, convening):
        task_state = convening.current_workflow_task_state
        return client.post(address("workflow_action", convening.pk, "approve", task_state.pk), follow=True)

    def test_an_editor_approves_what_a_writer_submits(self, client, writer, editor):
        convening = self.submit(client, writer)
        assert not convening.live
        client.force_login(editor)
        self.approve(client, convening)
        assert fresh(convening).live

    def test_nothing_incomplete_is_submitted(self, client, writer):
        client.force_login(writer)
        client.post(address("add"), form_data(starts_on="", **{"action-submit": "1"}))
        assert not Convening.objects.exists()

    def test_approval_of_what_has_become_incomplete_explains_what_is_missing(self, client, writer, editor):
        convening = draft(status="open")
        Workflow.objects.get(name="Post review").start(convening, writer)
        client.force_login(editor)
        response = self.approve(client, convening)
        assert response.redirect_chain[-1][0] == address("edit", convening.pk)
        assert "Registration is open: say where" in " ".join(map(str, response.context["messages"]))
        convening = fresh(convening)
        assert not convening.live
        assert convening.workflow_in_progress


class TestOtherWays:
    """A script, a command, the clock."""

    def test_a_script_is_refused(self):
        with pytest.raises(PublicationRefused, match="Say on which day it begins"):
            draft(starts_on=None, ends_on=None).get_latest_revision().publish()

    def test_it_goes_live_and_ends_at_the_moments_set(self, client, editor):
        client.force_login(editor)
        now = timezone.localtime()
        soon, later = (now + datetime.timedelta(hours=hours) for hours in (1, 2))
        moments = {"go_live_at": f"{soon:%Y-%m-%d %H:%M}", "expire_at": f"{later:%Y-%m-%d %H:%M}"}
        client.post(address("add"), form_data(**moments, **PUBLISH))
        convening = Convening.objects.get()
        assert (convening.live, convening.status_string) == (False, "scheduled")
        self.pass_moment()
        call_command("publish_scheduled")
        assert fresh(convening).live
        Convening.objects.update(expire_at=now - datetime.timedelta(minutes=1))
        call_command("publish_scheduled")
        assert fresh(convening).status_string == "expired"

    def pass_moment(self, **content):
        """Let the moment of what is scheduled have passed."""
        past = timezone.now() - datetime.timedelta(minutes=1)
        scheduled = Revision.objects.get(approved_go_live_at__isnull=False)
        scheduled.content.update(go_live_at=past.isoformat(), **content)
        scheduled.approved_go_live_at = past
        scheduled.save()

    def test_what_was_scheduled_goes_live_even_if_a_rule_has_become_stricter(self):
        convening = draft()
        convening.go_live_at = timezone.now() + datetime.timedelta(hours=1)
        convening.save_revision().publish()
        assert not fresh(convening).live
        self.pass_moment(status="open")
        call_command("publish_scheduled")
        assert fresh(convening).live
