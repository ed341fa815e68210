"""What editors have scheduled: each page and snippet by itself, whatever happens to the others."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, Revision
from wagtail.signals import page_published, published, unpublished

from convenings.models import Convening
from convenings.tests.factories import ConveningFactory
from core import schedule
from core.failures import lines_for
from media_inquiries.tests.factories import MediaContactFactory
from news.models import Author, BlogPost, Byline
from news.tests.factories import AuthorFactory, BlogPostFactory
from press.tests.factories import PressIndexFactory, PressReleaseFactory, PressReleaseIndexFactory
from worker import jobs
from worker.models import Failure

DUE = datetime(2031, 5, 6, 13, 0, tzinfo=UTC)  # 9 a.m. Eastern
BEFORE = DUE - timedelta(hours=1)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock(clock):
    """The clock, an hour before everything is due."""
    clock.move_to(BEFORE)
    return clock


@pytest.fixture(autouse=True)
def _apart(settings):
    """Emails of the queue go out at once; the page cache has no part in it."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


def post_due(blog, moment=DUE, **fields):
    """A draft that goes live at a moment."""
    post = BlogPostFactory(parent=blog, live=False, go_live_at=moment, **fields)
    post.save_revision().publish()
    return post


def author_is_deleted(post):
    """Only the scheduled version names an author; who is deleted past every protection."""
    author = AuthorFactory()
    post.bylines = [Byline(author=author)]
    post.save_revision().publish()
    Byline.objects.filter(author=author)._raw_delete("default")
    Author.objects.filter(pk=author.pk)._raw_delete("default")


def content_is_garbage(post):
    Revision.objects.for_instance(post).update(content=["no", "page"])


def type_is_gone(post):
    gone = ContentType.objects.create(app_label="news", model="column")
    Page.objects.filter(pk=post.pk).update(content_type=gone)
    Revision.objects.for_instance(post).update(content_type=gone)


def bad_sql():
    with connection.cursor() as cursor:
        cursor.execute("SELECT nothing FROM nowhere")


def broken_reference():
    """What both databases notice when the transaction ends, not before."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO wagtailcore_pageviewrestriction (page_id, restriction_type, password) "
            "VALUES (9999999, 'login', '')"
        )


def name_is_taken(post):
    BlogPostFactory(parent=post.get_parent(), slug="taken")
    revision = post.get_latest_revision()
    revision.content["slug"] = "taken"
    revision.save()


def no_way():
    raise ValidationError("No\x00 \ud800 way.")


BREAKS = {
    "garbage": content_is_garbage,
    "a type that is gone": type_is_gone,
    "a slug that is taken": name_is_taken,
}
HANDLERS = {
    "a handler": (page_published, lambda: 1 / 0),
    "a handler of all models": (published, lambda: 1 / 0),
    "bad SQL": (page_published, bad_sql),
    "a broken reference": (page_published, broken_reference),
    "a rule, in words that no database takes": (page_published, no_way),
}


@pytest.fixture
def break_it():
    """A function that has the publication of a post fail in some way."""
    connected = []

    def break_it(post, way):
        if way in BREAKS:
            BREAKS[way](post)
            return
        signal, act = HANDLERS[way]

        def handler(instance, **kwargs):
            if isinstance(instance, BlogPost) and instance.pk == post.pk:
                act()

        signal.connect(handler)
        connected.append((signal, handler))

    yield break_it
    for signal, handler in connected:
        signal.disconnect(handler)


@pytest.fixture
def site(home_page, blog):
    """Pages and snippets of every sort that are due, named by what becomes of them."""
    press = PressIndexFactory(parent=home_page)
    desk = MediaContactFactory(parent=press)
    releases = PressReleaseIndexFactory(parent=press)
    posts = [post_due(blog, DUE + n * timedelta(seconds=1)) for n in range(3)]
    later_version = BlogPostFactory(parent=blog, title="Before")
    later_version.save_revision().publish()
    later_version = BlogPost.objects.get(pk=later_version.pk)
    later_version.title, later_version.go_live_at = "After", DUE
    later_version.save_revision().publish()
    locked = post_due(blog)
    Page.objects.filter(pk=locked.pk).update(locked=True)
    release = PressReleaseFactory(parent=releases, live=False, contact=desk, timing="embargoed", embargo_until=DUE)
    release.save_revision().publish()
    convening = ConveningFactory(live=False, go_live_at=DUE)
    convening.save_revision().publish()
    going = [BlogPostFactory(parent=blog, expire_at=DUE), ConveningFactory(expire_at=DUE)]

    def is_done():
        live = [*posts, locked, release]
        return {
            "pages": [page.pk for page in live if not Page.objects.get(pk=page.pk).live],
            "version": Page.objects.get(pk=later_version.pk).title,
            "snippet": Convening.objects.get(pk=convening.pk).live,
            "gone": [type(one).objects.get(pk=one.pk).live for one in going],
        }

    return is_done


DONE = {"pages": [], "version": "After", "snippet": True, "gone": [False, False]}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", [*BREAKS, *HANDLERS])
def test_one_that_raises_delays_nothing_else(way, clock, blog, site, break_it, caplog):
    broken = post_due(blog, DUE - timedelta(seconds=5), title="Broken")
    break_it(broken, way)
    clock.move_to(DUE + MINUTE)
    for _tick in range(3):
        call_command("publish_scheduled")
        clock.shift(MINUTE)
        assert site() == DONE
    assert not Page.objects.get(pk=broken.pk).live
    [record] = [record for record in caplog.records if record.name == "worker.failures"]
    assert record.exc_info
    [failure] = Failure.objects.failing()
    assert failure.kind == schedule.SCHEDULED


@pytest.mark.django_db
def test_one_that_names_an_author_who_is_gone_goes_live_without(clock, blog):
    post = post_due(blog)
    author_is_deleted(post)
    clock.move_to(DUE + MINUTE)
    call_command("publish_scheduled")
    post = BlogPost.objects.get(pk=post.pk)
    assert post.live
    assert not post.bylines.exists()
    assert not Failure.objects.failing().exists()


def scheduled_lines(user):
    return [(line.title, line.words, line.edit_url) for line in lines_for(user)]


def person(group, name):
    user = User.objects.create_user(name, f"{name}@example.org", "password")
    user.groups.add(Group.objects.get(name=group))
    return user


def edit_url(post):
    return reverse("wagtailadmin_pages:edit", args=[post.pk])


@pytest.mark.django_db
class TestAFailure:
    """It is named until it is mended, and told once."""

    @pytest.fixture
    def broken(self, clock, blog):
        post = post_due(blog, title="Broken")
        name_is_taken(post)
        clock.move_to(DUE + MINUTE)
        return post

    @pytest.fixture
    def editor(self, db):
        return person("Editors", "editor")

    def test_is_on_the_admin_home_of_those_who_may_publish_it(self, client, broken, editor):
        call_command("publish_scheduled")
        client.force_login(editor)
        html = client.get(reverse("wagtailadmin_home")).content.decode()
        assert f'<a href="{edit_url(broken)}">Broken</a>' in html
        assert "Should have gone live on Tuesday, May 6, 2031, 9 a.m. Eastern." in html
        assert "is already in use within the parent page" in html

    def test_is_not_on_that_of_others(self, broken):
        call_command("publish_scheduled")
        assert scheduled_lines(person("Writers", "writer")) == []

    def test_goes_out_by_email_once(self, broken, editor, mailoutbox, clock, django_capture_on_commit_callbacks):
        for _tick in range(3):
            with django_capture_on_commit_callbacks(execute=True):
                call_command("publish_scheduled")
            clock.shift(MINUTE)
        [letter] = mailoutbox
        assert letter.to == ["editor@example.org"]
        assert letter.subject == "Needs your attention: Broken"
        assert f"http://localhost{edit_url(broken)}" in letter.body
        assert "9 a.m. Eastern" in letter.body
        assert "&" not in letter.body

    def test_of_a_snippet_and_of_an_end_are_named_too(self, clock, blog, editor):
        post = BlogPostFactory(parent=blog, expire_at=DUE, title="Stays")
        convening = ConveningFactory(name="LP2031", live=False, go_live_at=DUE)
        convening.save_revision().publish()
        Revision.objects.for_instance(convening).update(content=["no", "convening"])
        clock.move_to(DUE + MINUTE)

        def refuse(instance, **kwargs):
            raise PermissionDenied

        unpublished.connect(refuse)
        try:
            call_command("publish_scheduled")
        finally:
            unpublished.disconnect(refuse)
        lines = scheduled_lines(editor)
        assert [title for title, _words, _url in lines] == ["Stays", "LP2031"]
        assert "Should have left the site on" in lines[0][1]
        assert reverse(Convening.snippet_viewset.get_url_name("edit"), args=[convening.pk]) == lines[1][2]
        assert Page.objects.get(pk=post.pk).live

    @pytest.mark.parametrize("end", ["mended", "cancelled", "deleted"])
    def test_ends(self, end, broken, editor):
        call_command("publish_scheduled")
        assert scheduled_lines(editor)
        revision = Revision.objects.for_instance(broken).get(approved_go_live_at=DUE)
        if end == "mended":
            revision.content["slug"] = "free"
            revision.save()
        elif end == "cancelled":
            Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
        else:
            BlogPost.objects.get(pk=broken.pk).delete()
        call_command("publish_scheduled")
        assert scheduled_lines(editor) == []
        assert not Failure.objects.failing().exists()
        assert Page.objects.filter(pk=broken.pk, live=True).exists() == (end == "mended")

    def test_of_what_follows_the_publication_is_none(self, clock, blog, editor, transactional_db):
        post = post_due(blog)
        clock.move_to(DUE + MINUTE)

        def after(instance, **kwargs):
            transaction.on_commit(lambda: 1 / 0)

        page_published.connect(after)
        try:
            call_command("publish_scheduled")
        finally:
            page_published.disconnect(after)
        assert Page.objects.get(pk=post.pk).live
        assert scheduled_lines(editor) == []

    def test_takes_as_many_queries_for_ten_as_for_one(self, clock, blog, editor, django_assert_num_queries):
        def break_some(number):
            clock.move_to(BEFORE)
            for _post in range(number):
                content_is_garbage(post_due(blog))
            clock.move_to(DUE + MINUTE)
            call_command("publish_scheduled")

        break_some(1)
        scheduled_lines(User.objects.get(pk=editor.pk))
        with CaptureQueriesContext(connection) as for_one:
            scheduled_lines(User.objects.get(pk=editor.pk))
        break_some(9)
        with django_assert_num_queries(len(for_one)):
            assert len(scheduled_lines(User.objects.get(pk=editor.pk))) == 10


@pytest.mark.django_db
def test_the_job_of_the_worker_does_the_same(clock, blog):
    broken, good = post_due(blog, DUE - MINUTE), post_due(blog)
    content_is_garbage(broken)
    clock.move_to(DUE + MINUTE)
    jobs.run_due(clock.now)
    assert Page.objects.get(pk=good.pk).live


@pytest.mark.django_db
def test_a_dry_run_lists_what_is_due_and_changes_nothing(clock, blog, capsys):
    post = post_due(blog)
    content_is_garbage(post)
    clock.move_to(DUE + MINUTE)
    call_command("publish_scheduled", "--dryrun")
    assert "2031-05-06 13:00" in capsys.readouterr().out
    assert not Failure.objects.exists()


@pytest.mark.django_db
def test_what_was_cancelled_in_the_meantime_stays_a_draft(clock, blog):
    post = post_due(blog)
    clock.move_to(DUE + MINUTE)
    [item] = schedule.due()
    Revision.objects.update(approved_go_live_at=None)
    with transaction.atomic():
        item.run()
    assert not Page.objects.get(pk=post.pk).live
