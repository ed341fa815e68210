"""What a post needs to be published, by every way to publish."""

import datetime

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision, Workflow
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from core.publication import PublicationRefused
from core.tests.factories import TopicFactory
from images.tests.factories import PhotoFactory
from news.models import BlogPost

from .factories import AuthorFactory, BlogPostFactory, SeriesFactory

pytestmark = pytest.mark.django_db


def person(group, name):
    user = User.objects.create_user(name, f"{name}@example.org", "password")
    user.groups.add(Group.objects.get(name=group))
    return user


@pytest.fixture
def writer(db):
    return person("Writers", "writer")


@pytest.fixture
def editor(db):
    return person("Editors", "editor")


def form_data(**fields):
    return nested_form_data(
        {
            "title": "A post",
            "slug": "a-post",
            "teaser": "What happened.",
            "published_at": "2023-05-01 12:00",
            "body": streamfield([("paragraph", rich_text("<p>Words</p>"))]),
            "bylines": inline_formset([]),
            "hand_picked": inline_formset([]),
            "comments": inline_formset([]),
            **fields,
        }
    )


def add_url(blog):
    return reverse("wagtailadmin_pages:add", args=["news", "blogpost", blog.pk])


def draft(blog, **fields):
    """A draft as an editor leaves it."""
    post = BlogPostFactory(parent=blog, live=False, **fields)
    post.save_revision()
    return post


class TestTheEditor:
    """The page editor."""

    def test_saves_a_draft_with_gaps(self, client, blog, writer):
        client.force_login(writer)
        client.post(add_url(blog), form_data(teaser="", body=streamfield([("statement", {"speaker": ""})])))
        assert BlogPost.objects.get(slug="a-post").live is False

    def test_says_what_is_missing_when_a_post_is_published(self, client, blog, editor):
        client.force_login(editor)
        response = client.post(add_url(blog), form_data(teaser="", **{"action-publish": "1"}))
        assert "Write a teaser" in str(response.context["form"].errors["teaser"])
        assert not BlogPost.objects.filter(slug="a-post").exists()

    def test_publishes_an_issue_without_teaser_if_its_series_has_one(self, client, blog, editor):
        client.force_login(editor)
        silent, speaking = SeriesFactory(), SeriesFactory(default_teaser="What members do, month by month.")
        response = client.post(add_url(blog), form_data(teaser="", series=silent.pk, **{"action-publish": "1"}))
        assert "Write a teaser" in str(response.context["form"].errors["teaser"])
        client.post(add_url(blog), form_data(teaser="", series=speaking.pk, **{"action-publish": "1"}))
        post = BlogPost.objects.get(slug="a-post")
        assert post.live
        for address in ("/blog/", "/blog/a-post/", "/blog/feed.rss", "/feed.json"):
            assert "What members do, month by month." in client.get(address).content.decode()

    def test_says_everything_that_is_missing_at_once(self, client, blog, editor):
        client.force_login(editor)
        data = form_data(teaser="", published_at="soon", body=streamfield([("statement", {"speaker": ""})]))
        response = client.post(add_url(blog), {**data, "action-publish": "1"})
        assert {"teaser", "published_at", "body"} <= set(response.context["form"].errors)

    def test_says_that_the_photo_has_no_alt_text(self, client, blog, editor):
        client.force_login(editor)
        photo = PhotoFactory(description="", title="Council")
        response = client.post(add_url(blog), form_data(lead_photo=photo.pk, **{"action-publish": "1"}))
        assert "Council" in str(response.context["form"].errors["lead_photo"])

    def test_publishes_a_complete_post(self, client, blog, editor):
        client.force_login(editor)
        client.post(add_url(blog), form_data(lead_photo=PhotoFactory().pk, **{"action-publish": "1"}))
        assert BlogPost.objects.get(slug="a-post").live

    def test_does_not_let_a_writer_publish(self, client, blog, writer):
        client.force_login(writer)
        client.post(add_url(blog), form_data(**{"action-publish": "1"}))
        assert not BlogPost.objects.filter(slug="a-post", live=True).exists()


@pytest.mark.indexes
class TestReview:
    """The review workflow for posts."""

    def submit(self, post, writer):
        return Workflow.objects.get(name="Post review").start(post, writer)

    def approve(self, client, post):
        task_state = post.current_workflow_task_state
        url = reverse("wagtailadmin_pages:workflow_action", args=[post.pk, "approve", task_state.pk])
        return client.post(url, follow=True)

    def test_an_editor_approves_what_a_writer_submits(self, client, blog, writer, editor):
        post = draft(blog)
        self.submit(post, writer)
        client.force_login(editor)
        self.approve(client, post)
        assert BlogPost.objects.get(pk=post.pk).live

    def test_approval_of_an_incomplete_post_explains_what_is_missing(self, client, blog, writer, editor):
        post = draft(blog, teaser="")
        self.submit(post, writer)
        client.force_login(editor)
        response = self.approve(client, post)
        post = BlogPost.objects.get(pk=post.pk)
        assert not post.live
        assert post.workflow_in_progress
        assert "Write a teaser" in " ".join(map(str, response.context["messages"]))


class TestOtherWays:
    """Bulk action, command and script."""

    @pytest.mark.indexes
    def test_a_bulk_action_publishes_what_is_complete_and_says_what_is_not(self, client, blog, editor):
        good, bad = draft(blog), draft(blog, teaser="")
        client.force_login(editor)
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        response = client.post(f"{url}?id={good.pk}&id={bad.pk}&next=/admin/", {"include_descendants": ""}, follow=True)
        assert [post.pk for post in BlogPost.objects.live()] == [good.pk]
        assert "Write a teaser" in response.content.decode()

    def test_a_script_is_refused(self, blog):
        post = draft(blog, teaser="")
        with pytest.raises(PublicationRefused, match="Write a teaser"):
            post.get_latest_revision().publish()

    def test_what_was_scheduled_goes_live_even_if_a_rule_has_become_stricter(self, blog):
        post = draft(blog)
        post.go_live_at = timezone.now() + datetime.timedelta(hours=1)
        post.save_revision().publish()
        assert not BlogPost.objects.get(pk=post.pk).live
        scheduled = Revision.objects.get(approved_go_live_at__isnull=False)
        scheduled.content["teaser"] = ""
        scheduled.content["go_live_at"] = (timezone.now() - datetime.timedelta(minutes=1)).isoformat()
        scheduled.approved_go_live_at = timezone.now() - datetime.timedelta(minutes=1)
        scheduled.save()
        call_command("publish_scheduled")
        assert BlogPost.objects.get(pk=post.pk).live

    def test_a_correction_of_a_live_post_is_published(self, blog):
        post = draft(blog)
        post.save_revision().publish()
        post.title = "Corrected"
        post.save_revision().publish()
        assert BlogPost.objects.get(pk=post.pk).title == "Corrected"


@pytest.mark.indexes
@pytest.mark.parametrize("group", ["Writers", "Editors", "Press team"])
def test_each_role_opens_the_admin_and_the_photo_library(client, home_page, group):
    client.force_login(person(group, "somebody"))
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
    assert client.get(reverse("wagtailimages:index")).status_code == 200
    assert client.get(reverse("wagtailimages:add")).status_code == 200


class TestPreview:
    """The editor sees the post as it will be, before anything is saved."""

    def preview(self, client, url, **fields):
        topic = TopicFactory(name="Housing")
        author = AuthorFactory(name="Policy team")
        data = form_data(
            lead_photo=PhotoFactory(credit="Photo: Staff").pk,
            bylines=inline_formset([{"author": author.pk}]),
            **fields,
        )
        assert client.post(url, {**data, "topics": [topic.pk]}).json()["is_valid"]
        return client.get(url + "?mode=").content.decode()

    def test_of_a_new_post(self, client, blog, writer):
        client.force_login(writer)
        url = reverse("wagtailadmin_pages:preview_on_add", args=["news", "blogpost", blog.pk])
        html = self.preview(client, url)
        assert [
            text for text in ("A post", "Housing", "Policy team", "Photo: Staff", "Words") if text not in html
        ] == []

    def test_of_a_change(self, client, blog, writer):
        post = draft(blog)
        client.force_login(writer)
        url = reverse("wagtailadmin_pages:preview_on_edit", args=[post.pk])
        html = self.preview(client, url, title="Changed title")
        assert [text for text in ("Changed title", "Housing", "Policy team") if text not in html] == []

    def test_of_a_draft_with_gaps(self, client, blog, writer):
        client.force_login(writer)
        url = reverse("wagtailadmin_pages:preview_on_add", args=["news", "blogpost", blog.pk])
        body = streamfield(
            [
                ("statement", {"speaker": ""}),
                ("photo", {"photo": ""}),
                ("gallery", {"title": "", "photos": streamfield([])}),
                ("pages", {"pages": streamfield([])}),
            ]
        )
        assert client.post(url, form_data(body=body)).json()["is_valid"]
        assert client.get(url + "?mode=").status_code == 200


class TestProposal:
    """What a series proposes for a new issue."""

    def ask(self, client, series):
        return client.post(reverse("series_proposal"), {"series": series})

    def test_is_its_headline_and_photo(self, client, writer):
        client.force_login(writer)
        photo = PhotoFactory(title="The desk", credit="Photo: Staff")
        series = SeriesFactory(title_pattern="Network Download, {issue}", default_photo=photo)
        proposal = self.ask(client, series.pk).json()
        assert proposal["title_pattern"] == "Network Download, {issue}"
        assert (proposal["photo"]["id"], proposal["photo"]["title"]) == (photo.pk, "The desk")

    @pytest.mark.parametrize("series", ["", "0", "abc", "-1", "٣", "9" * 400, "\0"])
    def test_of_what_is_no_series_is_nothing(self, client, writer, series):
        client.force_login(writer)
        assert self.ask(client, series).json() == {"title_pattern": "", "photo": None}

    def test_is_only_for_those_who_write_posts(self, client, blog):
        assert self.ask(client, "1").status_code == 302
        client.force_login(User.objects.create_user("nobody"))
        assert self.ask(client, "1").status_code == 302
