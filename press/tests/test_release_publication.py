"""What a release needs to be published, and what is asked of who changes a published one."""

import datetime

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from core.publication import PublicationRefused
from core.roles import PRESS_TEAM
from images.tests.factories import PhotoFactory
from media_inquiries.desk.dependents import DeskNeeded
from media_inquiries.models import DeskSettings
from media_inquiries.tests.factories import MediaContactFactory
from press.models import PressRelease

from .factories import PressReleaseFactory

pytestmark = pytest.mark.django_db

WORDS = "<p>Words of the release.</p>"
ASKED = "Add a correction that says what was wrong"


@pytest.fixture
def officer(client, releases):
    """Somebody of the press team, logged in."""
    user = User.objects.create_user("officer", "officer@example.org", "password")
    user.groups.add(Group.objects.get(name=PRESS_TEAM))
    client.force_login(user)
    return user


def form_data(**fields):
    """The form of a release as the factory makes it."""
    return nested_form_data(
        {
            "title": "Release",
            "slug": "release",
            "subhead": "",
            "teaser": "What was decided, and what it means.",
            "kind": "release",
            "timing": "immediate",
            "embargo_zone": "America/New_York",
            "dateline_city": "Denver",
            "published_at": "2025-05-01 12:00",
            "body": streamfield([("paragraph", rich_text(WORDS))]),
            "notes_to_editors": rich_text(""),
            "boilerplate": rich_text(""),
            "corrections": inline_formset([]),
            "attachments": inline_formset([]),
            "comments": inline_formset([]),
            **fields,
        }
    )


def correction(text):
    return inline_formset([{"date": "2025-05-02", "text": rich_text(text)}])


@pytest.fixture
def published(releases):
    """A published release, as the form above has it."""
    return PressReleaseFactory(
        parent=releases,
        title="Release",
        slug="release",
        body=[{"type": "paragraph", "value": WORDS}],
        published_on=datetime.date(2025, 5, 1),
    )


def edit(client, release, **fields):
    """Save the form of a release; returns the release as the public sees it, and what the editor answers."""
    response = client.post(reverse("wagtailadmin_pages:edit", args=[release.pk]), form_data(**fields), follow=True)
    assert response.status_code == 200
    return PressRelease.objects.get(pk=release.pk), response.content.decode()


class TestPublishing:
    """A release says whom to call, and whose its photo is."""

    def test_the_default_desk_is_contact_enough(self, client, releases, officer):
        url = reverse("wagtailadmin_pages:add", args=["press", "pressrelease", releases.pk])
        client.post(url, form_data(**{"action-publish": "yes"}))
        assert PressRelease.objects.get(slug="release").live

    def test_without_any_desk_it_is_refused_with_a_sentence_and_a_draft_saves(self, client, releases, officer):
        DeskSettings.objects.all().delete()
        MediaContactFactory(parent=releases.get_parent(), slug="second")
        url = reverse("wagtailadmin_pages:add", args=["press", "pressrelease", releases.pk])
        response = client.post(url, form_data(**{"action-publish": "yes"}))
        assert "the site has no default desk" in response.content.decode()
        assert not PressRelease.objects.exists()
        client.post(url, form_data())
        assert not PressRelease.objects.get().live

    def test_its_own_desk_must_be_public(self, releases):
        hidden = MediaContactFactory(parent=releases.get_parent(), slug="hidden", live=False)
        release = PressReleaseFactory(parent=releases, contact=hidden, live=False)
        with pytest.raises(PublicationRefused, match="Publish it first"):
            release.save_revision().publish()

    def test_its_lead_photo_has_alt_text(self, releases):
        photo = PhotoFactory(credit="Photo: Staff", description="")
        release = PressReleaseFactory(parent=releases, lead_photo=photo, live=False)
        with pytest.raises(PublicationRefused, match="no alt text yet"):
            release.save_revision().publish()

    def test_a_desk_that_it_names_stays_on_the_site(self, releases):
        desk = MediaContactFactory(parent=releases.get_parent(), slug="own")
        release = PressReleaseFactory(parent=releases, contact=desk)
        with pytest.raises(DeskNeeded, match=release.title):
            desk.unpublish()
        release.unpublish()
        desk.unpublish()
        assert not desk.live


@pytest.mark.indexes
class TestCorrections:
    """Readers are told what was wrong, unless it matters to nobody."""

    def test_changed_words_are_refused_without_a_word_about_them(self, client, officer, published):
        for changed in ({"title": "Other"}, {"body": streamfield([("paragraph", rich_text("<p>Other</p>"))])}):
            release, answer = edit(client, published, **changed, **{"action-publish": "yes"})
            assert ASKED in answer
            assert (release.title, release.body[0].value.source) == ("Release", WORDS)

    def test_a_correction_is_enough_and_stands_on_the_page(self, client, officer, published):
        said = {"corrections": correction("<p>It was eleven.</p>"), "action-publish": "yes"}
        release, _answer = edit(client, published, title="Other", **said)
        assert release.title == "Other"
        assert "It was eleven." in client.get(release.url).content.decode()

    def test_so_is_the_tick_that_nobody_needs_to_know(self, client, officer, published):
        release, _answer = edit(client, published, title="Other", minor_edit="on", **{"action-publish": "yes"})
        assert release.title == "Other"
        assert not release.corrections.exists()

    def test_a_correction_of_last_time_does_not_count(self, client, officer, published):
        known = published.corrections.create(date=datetime.date(2025, 5, 2), text="<p>It was eleven.</p>")
        published.save()
        row = {"id": str(known.pk), "date": "2025-05-02", "text": rich_text("<p>It was eleven.</p>")}
        formset = inline_formset([row], initial=1)
        release, answer = edit(client, published, title="Other", corrections=formset, **{"action-publish": "yes"})
        assert ASKED in answer
        assert release.title == "Release"

    def test_nobody_is_asked_when_something_else_changes(self, client, officer, published):
        release, _answer = edit(client, published, teaser="Other", subhead="More", **{"action-publish": "yes"})
        assert (release.teaser, release.subhead) == ("Other", "More")

    def test_nor_for_what_the_editor_adds_by_itself(self, client, officer, published):
        words = '<p data-block-key="a1b2c">Words of the release.</p>'
        published.body = [{"type": "paragraph", "value": words, "id": "2c0ab6d1-6ad6-4e5b-9d5f-4b2c3b1d0e11"}]
        published.save()
        release, answer = edit(client, published, teaser="Other", **{"action-publish": "yes"})
        assert ASKED not in answer
        assert release.teaser == "Other"

    def test_nor_for_a_draft(self, client, officer, published):
        release, answer = edit(client, published, title="Other")
        assert ASKED not in answer
        assert release.get_latest_revision_as_object().title == "Other"

    def test_nor_before_it_is_published(self, client, officer, published):
        published.unpublish()
        release, _answer = edit(client, published, title="Other", **{"action-publish": "yes"})
        assert (release.live, release.title) == (True, "Other")

    def test_what_is_scheduled_goes_live(self, published):
        published.title = "Other"
        published.go_live_at = timezone.now() + datetime.timedelta(hours=1)
        published.save_revision().publish()
        revision = published.get_latest_revision()
        type(revision).objects.update(approved_go_live_at=timezone.now() - datetime.timedelta(minutes=1))
        call_command("publish_scheduled")
        assert PressRelease.objects.get(pk=published.pk).title == "Other"

    def test_the_tick_is_offered_for_a_published_release_only(self, client, officer, published):
        url = reverse("wagtailadmin_pages:edit", args=[published.pk])
        assert 'name="minor_edit"' in client.get(url).content.decode()
        published.unpublish()
        assert 'name="minor_edit"' not in client.get(url).content.decode()


def test_the_press_team_has_a_list_of_all_releases(client, officer, published):
    html = client.get("/admin/releases/").content.decode()
    for words in ("Release", "Press release", "For immediate release", "Timing"):
        assert words in html
