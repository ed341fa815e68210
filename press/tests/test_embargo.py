"""An embargo ends at its moment, by itself, and never earlier."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Revision, Workflow

from core.publication import PublicationRefused
from press.embargo import in_four_zones, in_words, moment_of
from press.models import PressRelease

from .press_room import (
    EDITORS,
    PRESS_TEAM,
    TUESDAY,
    WRITERS,
    draft,
    form_data,
    fresh,
    scheduled,
    somebody,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_page_cache")]

ADDRESS = "/press/releases/zephyr-compact/"
MINUTE = timedelta(minutes=1)


def add_url(releases):
    return reverse("wagtailadmin_pages:add", args=["press", "pressrelease", releases.pk])


def edit_url(release):
    return reverse("wagtailadmin_pages:edit", args=[release.pk])


def publish(client, url, **fields):
    return client.post(url, form_data(**fields, **{"action-publish": "1"}), follow=True)


class TestWords:
    """Moments and zones."""

    def test_a_moment_is_said_in_its_zone(self):
        assert in_words(TUESDAY, "America/New_York") == "Tuesday, December 3, 2030, 9 a.m. Eastern"

    def test_and_in_the_four_zones_of_the_mainland(self):
        hours = [words.split(", ")[3] for words in in_four_zones(TUESDAY)]
        assert hours == ["9 a.m. Eastern", "8 a.m. Central", "7 a.m. Mountain", "6 a.m. Pacific"]

    @pytest.mark.parametrize(
        ("typed", "zone", "utc"),
        [
            ("2030-07-01T09:00", "America/New_York", datetime(2030, 7, 1, 13, tzinfo=UTC)),
            ("2030-12-03T09:00", "America/New_York", TUESDAY),
            ("2030-07-01T09:00", "America/Phoenix", datetime(2030, 7, 1, 16, tzinfo=UTC)),
            ("2030-03-10T01:59", "America/New_York", datetime(2030, 3, 10, 6, 59, tzinfo=UTC)),
            ("2030-03-10T03:00", "America/New_York", datetime(2030, 3, 10, 7, tzinfo=UTC)),
        ],
    )
    def test_summer_and_winter_are_told_apart(self, typed, zone, utc):
        assert moment_of(datetime.fromisoformat(typed), zone) == utc

    @pytest.mark.parametrize("typed", ["2030-03-10T02:30", "2030-11-03T01:30"])
    def test_a_time_that_clocks_never_show_or_show_twice_is_no_moment(self, typed):
        with pytest.raises(ValueError, match="no moment"):
            moment_of(datetime.fromisoformat(typed), "America/New_York")
        assert moment_of(datetime.fromisoformat(typed), "America/Phoenix")


class TestAtItsMoment:
    """Wagtail's own command publishes, at the moment."""

    def test_not_a_minute_early(self, client, embargoed, clock):
        clock.move_to(TUESDAY - MINUTE)
        call_command("publish_scheduled")
        assert not fresh(embargoed).live
        assert client.get(ADDRESS).status_code == 404

    @pytest.mark.django_db(transaction=True)
    def test_it_goes_live_although_pages_are_stored(self, client, embargoed, clock, settings):
        settings.PAGE_CACHE_ENABLED = True
        assert client.get(ADDRESS).status_code == 404
        assert client.get("/press/releases/").status_code == 200
        clock.move_to(TUESDAY + MINUTE)
        call_command("publish_scheduled")
        assert fresh(embargoed).live
        assert client.get(ADDRESS).status_code == 200
        assert "Zephyr compact signed" in client.get("/press/releases/").content.decode()

    def test_what_is_edited_meanwhile_stays_a_draft(self, embargoed, clock):
        embargoed.title = "Not yet agreed"
        embargoed.save_revision()
        clock.move_to(TUESDAY + MINUTE)
        call_command("publish_scheduled")
        release = fresh(embargoed)
        assert (release.live, release.title, release.draft_title) == (True, "Zephyr compact signed", "Not yet agreed")
        assert release.has_unpublished_changes

    def test_a_change_of_the_scheduled_version_goes_live_with_it(self, embargoed, clock):
        embargoed.title = "Agreed in the end"
        embargoed.save_revision().publish()
        clock.move_to(TUESDAY + MINUTE)
        call_command("publish_scheduled")
        assert fresh(embargoed).title == "Agreed in the end"

    def test_no_rule_stops_it(self, embargoed, clock, monkeypatch):
        def problem(page):
            raise AssertionError("A scheduled release is not asked again.")

        monkeypatch.setattr(PressRelease, "publication_problems", problem)
        clock.move_to(TUESDAY + MINUTE)
        call_command("publish_scheduled")
        assert fresh(embargoed).live

    def test_corrections_are_published_afterwards(self, embargoed, clock):
        clock.move_to(TUESDAY + MINUTE)
        call_command("publish_scheduled")
        release = fresh(embargoed)
        release.title = "Corrected"
        release.save_revision().publish()
        assert fresh(embargoed).title == "Corrected"
        assert fresh(embargoed).live


class TestTheSchedule:
    """It follows the embargo, whoever saves the release."""

    def test_a_new_moment_takes_the_place_of_the_old_one(self, embargoed, clock):
        embargoed.embargo_until = TUESDAY + timedelta(hours=2)
        embargoed.save_revision().publish()
        assert Revision.objects.exclude(approved_go_live_at=None).count() == 1
        clock.move_to(TUESDAY + MINUTE)
        call_command("publish_scheduled")
        assert not fresh(embargoed).live
        clock.move_to(TUESDAY + timedelta(hours=2, minutes=1))
        call_command("publish_scheduled")
        assert fresh(embargoed).live

    def test_a_draft_with_another_moment_changes_nothing(self, embargoed, clock):
        embargoed.embargo_until = TUESDAY + timedelta(hours=2)
        embargoed.save_revision()
        clock.move_to(TUESDAY + MINUTE)
        call_command("publish_scheduled")
        assert fresh(embargoed).live

    def test_without_embargo_it_is_published_at_once(self, embargoed):
        embargoed.timing = "immediate"
        embargoed.save_revision().publish()
        release = fresh(embargoed)
        assert (release.live, release.go_live_at) == (True, None)
        assert not Revision.objects.exclude(approved_go_live_at=None).exists()

    def test_nothing_else_schedules_it(self, embargoed):
        embargoed.go_live_at = TUESDAY - timedelta(days=1)
        embargoed.save_revision().publish()
        assert fresh(embargoed).go_live_at == TUESDAY

    def test_once_unscheduled_it_stays_a_draft(self, client, embargoed, clock):
        client.force_login(somebody(None))
        url = reverse("wagtailadmin_pages:revisions_unschedule", args=[embargoed.pk, embargoed.latest_revision_id])
        assert client.post(url).status_code == 302
        clock.move_to(TUESDAY + MINUTE)
        call_command("publish_scheduled")
        assert not fresh(embargoed).live

    def test_a_bulk_action_schedules_it(self, client, releases):
        release = draft(releases, timing="embargoed", embargo_until=TUESDAY)
        client.force_login(somebody(None))
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        client.post(f"{url}?id={release.pk}&next=/admin/", {"include_descendants": ""})
        assert fresh(release).scheduled_moment == TUESDAY
        assert not fresh(release).live

    def test_approval_in_a_review_schedules_it(self, client, releases):
        release = draft(releases, timing="embargoed", embargo_until=TUESDAY)
        Workflow.objects.get(name="Post review").start(release, somebody(WRITERS))
        client.force_login(somebody(EDITORS))
        task = release.current_workflow_task_state
        client.post(reverse("wagtailadmin_pages:workflow_action", args=[release.pk, "approve", task.pk]))
        assert fresh(release).scheduled_moment == TUESDAY
        assert not fresh(release).live

    def test_a_copy_is_not_public_either(self, client, embargoed, releases):
        copy = embargoed.copy(update_attrs={"slug": "copy", "title": "Copy"})
        assert not copy.live
        assert client.get("/press/releases/copy/").status_code == 404


class TestRefusals:
    """What cannot be an embargo, and why."""

    def problems(self, release):
        return {problem.field: str(problem.message) for problem in release.publication_problems()}

    def test_an_embargo_without_a_moment(self, releases):
        release = draft(releases, timing="embargoed")
        assert "Say when" in self.problems(release)["embargo_until"]

    def test_a_moment_that_has_passed(self, releases):
        release = draft(releases, timing="embargoed", embargo_until=datetime(2020, 1, 1, tzinfo=UTC))
        assert "has passed" in self.problems(release)["embargo_until"]
        with pytest.raises(PublicationRefused, match="has passed"):
            release.get_latest_revision().publish()

    def test_but_not_in_the_minute_before_it_goes_live_by_itself(self, embargoed, clock):
        clock.move_to(TUESDAY + timedelta(seconds=20))
        embargoed.save_revision().publish()
        assert fresh(embargoed).live

    def test_nor_for_one_that_has_been_public_before(self, embargoed, clock):
        clock.move_to(TUESDAY + MINUTE)
        call_command("publish_scheduled")
        release = fresh(embargoed)
        release.unpublish()
        release.save_revision().publish()
        assert fresh(release).live

    @pytest.mark.parametrize("moment", [TUESDAY, datetime(2020, 1, 1, tzinfo=UTC)])
    def test_one_that_everybody_can_read(self, releases, moment):
        release = draft(releases)
        release.get_latest_revision().publish()
        release = fresh(release)
        release.timing, release.embargo_until = "embargoed", moment
        revision = release.save_revision()  # a draft always saves
        with pytest.raises(PublicationRefused, match="public already"):
            revision.publish()
        assert fresh(release).live

    def test_another_moment_for_one_that_went_live_at_its_own(self, embargoed, clock):
        clock.move_to(TUESDAY + MINUTE)
        call_command("publish_scheduled")
        release = fresh(embargoed)
        release.embargo_until = TUESDAY + timedelta(days=2)
        with pytest.raises(PublicationRefused, match="public already"):
            release.save_revision().publish()


@pytest.mark.indexes
class TestTheEditor:
    """What is typed, in which zone, and what the editor says about it."""

    @pytest.fixture(autouse=True)
    def _abroad(self, client, db):
        """Whoever is signed in has set another zone than the release."""
        user = somebody(None)
        user.wagtail_userprofile = type(user).wagtail_userprofile.related.related_model.get_for_user(user)
        user.wagtail_userprofile.current_time_zone = "Pacific/Honolulu"
        user.wagtail_userprofile.save()
        client.force_login(user)

    def test_a_time_is_one_of_the_zone_beside_it(self, client, releases):
        publish(client, add_url(releases))
        release = PressRelease.objects.get()
        assert release.embargo_until == release.go_live_at == release.scheduled_moment == TUESDAY
        assert not release.live

    def test_and_is_shown_in_it(self, client, embargoed):
        html = client.get(edit_url(embargoed)).content.decode()
        assert 'value="2030-12-03 09:00"' in html
        assert "Embargoed until Tuesday, December 3, 2030, 9 a.m. Eastern; goes live by itself." in html
        assert "6 a.m. Pacific" in html

    def test_another_zone_is_another_moment(self, client, embargoed):
        publish(client, edit_url(embargoed), slug=embargoed.slug, embargo_zone="America/Los_Angeles")
        assert fresh(embargoed).scheduled_moment == TUESDAY + timedelta(hours=3)

    def test_saving_again_changes_nothing(self, client, embargoed):
        client.post(edit_url(embargoed), form_data(slug=embargoed.slug))
        assert fresh(embargoed).get_latest_revision_as_object().embargo_until == TUESDAY

    @pytest.mark.parametrize("typed", ["2030-03-10 02:30", "2030-11-03 01:30"])
    def test_a_time_around_the_change_of_clocks_is_explained(self, client, releases, typed):
        response = publish(client, add_url(releases), embargo_until=typed)
        assert "clocks change" in str(response.context["form"].errors["embargo_until"])
        assert f'value="{typed}"' in response.content.decode()

    @pytest.mark.parametrize(
        "typed", ["soon", "9999-12-31 23:59", "0001-01-01 00:00", "2030-13-01 09:00", "\x00", "2030-12-03T09:00+05:00"]
    )
    def test_what_is_no_time_is_refused(self, client, releases, typed):
        response = publish(client, add_url(releases), embargo_until=typed)
        assert "embargo_until" in response.context["form"].errors

    @pytest.mark.parametrize("zone", ["", "Mars/Phobos", "../etc/passwd", "\x00"])
    def test_what_is_no_zone_is_refused(self, client, releases, zone):
        response = publish(client, add_url(releases), embargo_zone=zone)
        assert "embargo_zone" in response.context["form"].errors

    def test_a_draft_saves_without_a_moment(self, client, releases):
        client.post(add_url(releases), form_data(embargo_until=""))
        assert PressRelease.objects.get().go_live_at is None

    def test_a_draft_of_a_public_release_saves_and_publishing_it_is_explained(self, client, releases):
        release = draft(releases)
        release.get_latest_revision().publish()
        client.post(edit_url(release), form_data(slug=release.slug))
        assert fresh(release).has_unpublished_changes
        response = publish(client, edit_url(release), slug=release.slug)
        assert "public already" in str(response.context["form"].errors["timing"])
        assert fresh(release).timing == "immediate"

    def test_it_says_what_is_not_scheduled_yet(self, client, releases):
        release = draft(releases, timing="embargoed", embargo_until=TUESDAY)
        assert "Not scheduled yet" in client.get(edit_url(release)).content.decode()

    def test_it_says_when_the_draft_has_another_moment(self, client, embargoed):
        embargoed.embargo_until = TUESDAY + timedelta(days=1)
        embargoed.save_revision()
        html = client.get(edit_url(embargoed)).content.decode()
        assert "Embargoed until Tuesday, December 3" in html
        assert "Your draft says Wednesday, December 4" in html

    def test_there_is_no_other_schedule(self, client, embargoed):
        html = client.get(edit_url(embargoed)).content.decode()
        assert 'name="go_live_at"' not in html
        assert "schedule-publishing-dialog" not in html


@pytest.mark.parametrize("group", [WRITERS, PRESS_TEAM])
def test_each_role_saves_an_embargo(client, releases, group):
    client.force_login(somebody(group))
    client.post(add_url(releases), form_data())
    assert PressRelease.objects.get().embargo_until == TUESDAY


@pytest.mark.indexes
def test_the_press_team_schedules(client, releases):
    client.force_login(somebody(PRESS_TEAM))
    publish(client, add_url(releases))
    assert PressRelease.objects.get().scheduled_moment == TUESDAY


def test_a_release_for_a_moment_of_another_day_is_listed_by_no_query(releases):
    scheduled(releases)
    assert not PressRelease.objects.published().exists()
