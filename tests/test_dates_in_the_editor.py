"""Dates in the editor of posts and releases: what is refused, what is asked, and what is said afterwards."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from news.models import BlogPost
from news.tests.factories import BlogPostFactory
from press.models import PressRelease
from press.tests.conftest import press, press_desk, releases
from press.tests.factories import PressReleaseFactory
from press.tests.press_room import form_data as release_data
from press.tests.press_room import scheduled

__all__ = ["press", "press_desk", "releases"]
pytestmark = [pytest.mark.django_db, pytest.mark.indexes]

NOW = datetime(2026, 11, 26, 15, tzinfo=UTC)
EMBARGO = datetime(2026, 12, 3, 14, tzinfo=UTC)  # 9 a.m. Eastern
PUBLISH = {"action-publish": "action-publish"}


@pytest.fixture(autouse=True)
def editor(clock, client, admin_user):
    """Somebody who is signed in at `NOW`."""
    clock.move_to(NOW)
    client.force_login(admin_user)


def post_data(**fields):
    """What the editor of a post sends."""
    return nested_form_data(
        {
            "title": "A post",
            "slug": "a-post",
            "teaser": "What happened.",
            "published_at": "",
            "body": streamfield([("paragraph", rich_text("<p>Words</p>"))]),
            "bylines": inline_formset([]),
            "hand_picked": inline_formset([]),
            "comments": inline_formset([]),
            **fields,
        }
    )


def add(client, blog, **fields):
    """Send the form of a new post; return the answer."""
    url = reverse("wagtailadmin_pages:add", args=["news", "blogpost", blog.pk])
    return client.post(url, post_data(**fields), follow=True)


def edit(client, page, **fields):
    """Send the form of a post; return the answer."""
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), post_data(**fields), follow=True)


@pytest.mark.parametrize("field", ["published_at", "go_live_at", "expire_at"])
@pytest.mark.parametrize("typed", ["0001-01-01 00:00", "0022-11-26 09:00", "2099-01-01 00:00", "9999-12-31 23:59"])
def test_a_year_that_nobody_can_mean_is_refused_and_stays_in_the_form(client, blog, field, typed):
    answer = add(client, blog, **{field: typed})
    assert "Please check the year" in str(answer.context["form"].errors[field])
    assert typed in answer.content.decode()
    assert not BlogPost.objects.exists()


def test_what_is_stored_already_fails_nowhere(client, blog, releases):
    for year in (1, 22, 9999):
        moment = datetime(year, 1, 1, tzinfo=UTC)
        post = BlogPostFactory(parent=blog)
        release = PressReleaseFactory(parent=releases)
        type(post).objects.filter(pk=post.pk).update(published_at=moment)
        type(release).objects.filter(pk=release.pk).update(published_at=moment)
        for page in (post, release):
            for url in (page.url, page.get_parent().url, f"{page.get_parent().url}feed.rss"):
                assert client.get(url).status_code == 200
            assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
        part = reverse("sitemap_part", args=["blogpost", 0])
        others = ["/search/", "/sitemap.xml", "/news-sitemap.xml", part, "/press/now/", reverse("posts:index")]
        for url in (*others, reverse("api:posts:detail", args=[post.pk]), f"{release.url}release.txt"):
            assert client.get(url).status_code == 200, url


class TestDateAndSchedule:
    """They agree, or somebody has said why not."""

    BACK = {"published_at": "2026-11-01 09:00", "go_live_at": "2026-12-03 09:00"}

    def test_a_date_before_the_schedule_is_asked_about_once(self, client, blog):
        answer = add(client, blog, **self.BACK, **PUBLISH)
        asked = str(answer.context["form"].errors["keeps_date"])
        assert "goes live Dec 3, 2026, 9 a.m. Eastern, but its date is Nov 1, 2026, 9 a.m. Eastern" in asked
        assert 'name="keeps_date"' in answer.content.decode()
        add(client, blog, **self.BACK, keeps_date="on", **PUBLISH)
        assert BlogPost.objects.get().revisions.filter(approved_go_live_at=EMBARGO).exists()

    def test_a_date_after_the_moment_of_going_live_is_refused(self, client, blog):
        for fields in ({"published_at": "2026-12-24 09:00"}, {**self.BACK, "published_at": "2026-12-24 09:00"}):
            answer = add(client, blog, **fields, **PUBLISH)
            assert "would be public before this date" in str(answer.context["form"].errors["published_at"])

    def test_an_embargo_is_a_schedule(self, client, releases):
        url = reverse("wagtailadmin_pages:add", args=["press", "pressrelease", releases.pk])
        fields = {"published_at": "2026-11-01 09:00", "embargo_until": "2026-12-03 09:00"}
        answer = client.post(url, release_data(**fields, **PUBLISH), follow=True)
        assert "keeps_date" in answer.context["form"].errors
        client.post(url, release_data(**fields, keeps_date="on", **PUBLISH), follow=True)
        release = PressRelease.objects.get()
        url = reverse("wagtailadmin_pages:edit", args=[release.pk])
        client.post(url, release_data(**fields, title="Not asked again", **PUBLISH), follow=True)
        assert release.revisions.get(approved_go_live_at=EMBARGO).object_str == "Not asked again"

    def test_an_editor_may_date_back_and_that_stays(self, client, clock, blog):
        post = BlogPostFactory(parent=blog, published_on=None)
        first = post.save_revision()
        assert post.published_at == NOW
        edit(client, post, published_at="2020-05-01 09:00", **PUBLISH)
        back = datetime(2020, 5, 1, 9, tzinfo=ZoneInfo("America/New_York"))
        clock.shift(timedelta(days=1))
        first.refresh_from_db()
        first.as_object().save_revision().publish()
        assert BlogPost.objects.get().published_at == back
        edit(client, post, published_at="2020-05-01 09:00", title="Another", **PUBLISH)
        assert BlogPost.objects.get().published_at == back

    def test_a_form_without_seconds_leaves_the_moment_as_it_is(self, client, clock, blog):
        clock.move_to(NOW.replace(second=17))
        post = BlogPostFactory(parent=blog, published_on=None)
        edit(client, post, published_at="2026-11-26 10:00", title="Another", **PUBLISH)
        assert BlogPost.objects.get().published_at == NOW.replace(second=17)


class TestUpdated:
    """Readers are told of an update when an editor says so, and only then."""

    def test_only_the_tick_shows(self, client, clock, blog):
        post = BlogPostFactory(parent=blog, published_on=None)
        for days, fields in enumerate([{}, {"show_as_updated": "on"}, {"title": "A comma"}], start=1):
            clock.move_to(NOW + timedelta(days=days))
            edit(client, post, published_at="2026-11-26 10:00", **fields, **PUBLISH)
            post = BlogPost.objects.get()
            updated = days > 1 and NOW + timedelta(days=2)
            assert (post.updated_at or False) == updated
            html = client.get(post.url).content.decode()
            assert ("Updated" in html) == ("article:modified_time" in html) == bool(updated)
            (item,) = client.get(f"{blog.url}feed.json").json()["items"]
            assert datetime.fromisoformat(item["date_modified"]) == (updated or NOW)
        assert "Nov. 28" not in html
        assert "November 28, 2026" in html


class TestTheAdmin:
    """It says every moment in the same way."""

    def test_one_sentence_says_what_has_happened(self, client, blog, releases):
        answer = add(client, blog, **PUBLISH)
        assert [str(one).split("\n")[0] for one in answer.context["messages"]] == ["Live now: “A post”."] or (
            "Live now: “A post”." in answer.content.decode()
        )
        url = reverse("wagtailadmin_pages:add", args=["press", "pressrelease", releases.pk])
        answer = client.post(url, release_data(embargo_until="2026-12-03 09:00", **PUBLISH), follow=True)
        html = answer.content.decode()
        assert "Goes live Thu, Dec 3, 9 a.m. Eastern: “A release”." in html
        assert "scheduled for publishing" not in html

    def test_the_editor_of_a_scheduled_page_names_zone_and_moment(self, client, releases, blog):
        release = scheduled(releases, EMBARGO)
        html = client.get(reverse("wagtailadmin_pages:edit", args=[release.pk])).content.decode()
        assert re.search(r'data-w-progress-target="label">Schedule<', html)
        assert "Dec 3, 2026, 9 a.m. Eastern" in html
        post = BlogPostFactory(parent=blog, live=False, published_on=None, go_live_at=EMBARGO)
        post.save_revision().publish()
        html = client.get(reverse("wagtailadmin_pages:edit", args=[post.pk])).content.decode()
        assert "In Eastern time." in html
        assert "Dec 3, 2026, 9 a.m. Eastern" in html
        listed = client.get(reverse("wagtailadmin_explore", args=[blog.pk])).content.decode()
        assert "Nov 26, 2026, 10 a.m. Eastern" in listed


class TestCopy:
    """A copy has nothing of the age of its source."""

    def test_its_url_comes_from_its_own_title(self, client, blog):
        post = BlogPostFactory(parent=blog, slug="old-title", title="Old title", issue_label="October 2022")
        url = reverse("wagtailadmin_pages:copy", args=[post.pk])
        assert client.get(url).context["form"]["new_slug"].value() == ""
        for slug in ("a-new-title", "a-new-title-2"):
            client.post(url, {"new_title": "A new title", "new_slug": "", "new_parent_page": blog.pk})
            copy = BlogPost.objects.get(slug=slug)
            assert (copy.title, copy.issue_label, copy.published_at) == ("A new title", "", None)

    def test_a_copy_of_an_embargoed_release_has_no_embargo(self, releases, clock):
        release = scheduled(releases, EMBARGO)
        clock.move_to(EMBARGO + timedelta(minutes=1))
        call_command("publish_scheduled")
        release = PressRelease.objects.get(pk=release.pk)
        assert (release.published_at, release.published_text) == (EMBARGO, "December 3, 2026, 9 a.m. Eastern")
        copy = release.copy(update_attrs={"title": "Copy", "slug": "copy"}, keep_live=False)
        copy = copy.get_latest_revision_as_object()
        assert (copy.timing, copy.embargo_until, copy.go_live_at) == ("immediate", None, None)
