"""Whatever changes what pages show is seen with the next request, whoever changed it and where."""

from datetime import timedelta
from functools import partial

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.contrib.redirects import signal_handlers
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Comment, Locale, Page, PageViewRestriction, Site

from page_cache import signals, token

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def home():
    """The home page of a site, which lists nothing and shows its title."""
    home = Page.objects.get(depth=1).add_child(instance=Page(title="Home", slug="ground"))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    return home


@pytest.fixture
def post(home):
    return home.add_child(instance=Page(title="A post", slug="post"))


@pytest.fixture
def get(client):
    """Ask for a page as any visitor."""
    client.raise_request_exception = False
    return partial(client.get, headers={"host": "localhost"})


@pytest.fixture
def seen(get, post):
    """A page that has been seen and stored; the way to ask for it again."""
    get("/nothing/")  # the first page of a site may create its settings, which is a change
    get("/post/")
    assert get("/post/")["X-Page-Cache"] == "hit"
    return partial(get, "/post/")


def title_of(response):
    return response.content.decode().partition("<h1>")[2].partition("</h1>")[0]


def test_publishing(seen, post):
    post.title = "A better post"
    post.save_revision().publish()
    assert title_of(seen()) == "A better post"


def test_publishing_for_the_first_time(get, home):
    draft = home.add_child(instance=Page(title="Draft", slug="draft", live=False))
    assert get("/draft/").status_code == get("/draft/").status_code == 404
    draft.save_revision().publish()
    assert get("/draft/").status_code == 200


def test_saving_a_live_page(seen, post):
    post.title = "Saved by a command"
    post.save()
    assert title_of(seen()) == "Saved by a command"


def test_a_copy_of_a_live_page(seen, post):
    post.copy(update_attrs={"slug": "copy"})
    assert seen()["X-Page-Cache"] == "miss"


def test_unpublishing(seen, post):
    post.unpublish()
    assert seen().status_code == 404


def test_taking_a_page_offline_by_a_plain_save(seen, post):
    post.live = False
    post.save()
    assert seen().status_code == 404


def test_deleting(seen, post):
    post.delete()
    assert seen().status_code == 404


def test_moving(seen, get, home, post):
    section = home.add_child(instance=Page(title="Section", slug="section"))
    assert get("/section/post/").status_code == 404
    assert seen()["X-Page-Cache"] == "miss"
    post.move(section, pos="last-child")
    assert seen().status_code == 301
    assert title_of(get("/section/post/")) == "A post"


def test_putting_pages_in_another_order(seen, home, post):
    home.add_child(instance=Page(title="Other", slug="other"))
    seen()
    Page.objects.get(pk=post.pk).move(home, pos="last-child")
    assert seen()["X-Page-Cache"] == "miss"


def test_changing_the_slug(seen, get, post):
    assert get("/new/").status_code == 404
    post.slug = "new"
    post.save()
    assert seen().status_code == 301
    assert title_of(get("/new/")) == "A post"


@pytest.mark.parametrize("cause", ["slug", "move"])
def test_a_visitor_between_the_change_and_its_redirects_leaves_nothing_behind(monkeypatch, seen, home, post, cause):
    section = home.add_child(instance=Page(title="Section", slug="section"))
    create = signal_handlers.create_redirects

    def create_slowly(*args, **kwargs):
        assert seen().status_code == 404
        return create(*args, **kwargs)

    monkeypatch.setattr(signal_handlers, "create_redirects", create_slowly)
    if cause == "slug":
        post.slug = "new"
        post.save()
    else:
        post.move(section, pos="last-child")
    assert seen().status_code == 301


def test_going_live_on_schedule(get, home):
    page = home.add_child(instance=Page(title="Soon", slug="soon", live=False))
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    assert {get("/soon/").status_code for _number in range(3)} == {404}
    assert get("/soon/")["X-Page-Cache"] == "hit"
    call_command("publish_scheduled")
    assert title_of(get("/soon/")) == "Soon"


def test_expiring_on_schedule(seen, post):
    Page.objects.filter(pk=post.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    assert seen()["X-Page-Cache"] == "hit"
    call_command("publish_scheduled")
    assert seen().status_code == 404


def test_privacy(seen, post):
    PageViewRestriction.objects.create(page=post, restriction_type=PageViewRestriction.LOGIN)
    assert seen().status_code == 302
    PageViewRestriction.objects.all().delete()
    assert seen().status_code == 200


def test_previews(seen, post):
    post.title = "Not yet"
    preview = post.make_preview_request()
    assert title_of(preview) == "Not yet"
    assert preview["X-Page-Cache"] == "pass"
    assert (title_of(seen()), seen()["X-Page-Cache"]) == ("A post", "hit")


def test_the_groups_that_may_see_a_private_page(seen, post):
    restriction = PageViewRestriction.objects.create(page=post, restriction_type=PageViewRestriction.GROUPS)
    before = token.current()
    restriction.groups.add(Group.objects.create(name="Reviewers"))
    assert token.current() != before


@pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD, PageViewRestriction.GROUPS])
def test_private_pages_are_never_stored(get, post, kind):
    PageViewRestriction.objects.create(page=post, restriction_type=kind, password="open sesame")
    assert get("/post/")["X-Page-Cache"] == get("/post/")["X-Page-Cache"] == "pass"


def test_redirects(seen, get):
    assert get("/old/").status_code == 404
    redirect = Redirect.objects.create(old_path="/old", redirect_link="/post/")
    assert get("/old/")["Location"] == "/post/"
    redirect.redirect_link = "https://example.org/elsewhere/"
    redirect.save()
    assert get("/old/")["Location"] == "https://example.org/elsewhere/"
    redirect.delete()
    assert get("/old/").status_code == 404


def test_another_root_page_for_the_site(seen, home, post):
    site = Site.objects.get()
    site.root_page = post
    site.save()
    assert seen().status_code == 404


def test_photos(seen):
    photo = get_image_model().objects.create(title="Houses", file=get_test_image_file())
    assert seen()["X-Page-Cache"] == "miss"
    photo.title = "Row houses"
    photo.save()
    assert seen()["X-Page-Cache"] == "miss"
    photo.delete()
    assert seen()["X-Page-Cache"] == "miss"


def test_documents(seen):
    document = get_document_model().objects.create(title="Agenda", file=ContentFile(b"agenda", "agenda.txt"))
    assert seen()["X-Page-Cache"] == "miss"
    document.title = "Agenda, second draft"
    document.save()
    assert seen()["X-Page-Cache"] == "miss"


def test_snippets(seen):
    topic = apps.get_model("core.Topic").objects.create(name="Housing")
    assert seen()["X-Page-Cache"] == "miss"
    topic.name = "Homes"
    topic.save()
    assert seen()["X-Page-Cache"] == "miss"
    topic.delete()
    assert seen()["X-Page-Cache"] == "miss"


def test_settings(seen):
    settings = apps.get_model("core.SiteSettings").for_site(Site.objects.get())
    seen()
    assert seen()["X-Page-Cache"] == "hit"
    settings.tagline = "Local power"
    settings.save()
    assert seen()["X-Page-Cache"] == "miss"


def test_migrating(seen):
    call_command("migrate", verbosity=0)
    assert seen()["X-Page-Cache"] == "miss"


class TestWhatChangesNothing:
    def test_a_draft_of_a_live_page(self, seen, post):
        post.title = "Not yet"
        revision = post.save_revision(clean=False)
        assert revision.as_object().title == "Not yet"
        assert seen()["X-Page-Cache"] == "hit"

    def test_a_new_draft(self, seen, home):
        page = home.add_child(instance=Page(title="Draft", slug="draft", live=False))
        page.save_revision()
        assert seen()["X-Page-Cache"] == "hit"

    def test_an_editors_note_on_a_draft(self, seen, post, django_user_model):
        editor = django_user_model.objects.create(username="editor")
        post.wagtail_admin_comments.add(Comment(user=editor, text="Really?", contentpath="title"))
        post.save_revision()
        assert Comment.objects.get().text == "Really?"
        assert seen()["X-Page-Cache"] == "hit"

    def test_locking(self, seen, post):
        post.locked = True
        post.save(update_fields=["locked", "locked_by", "locked_at"])
        assert seen()["X-Page-Cache"] == "hit"

    def test_scheduling_a_change_of_a_live_page(self, seen, post):
        post.save_revision().publish()
        seen()
        post.refresh_from_db()
        post.go_live_at = timezone.now() + timedelta(hours=1)
        post.save_revision().publish()
        assert seen()["X-Page-Cache"] == "hit"

    def test_a_visitor(self, seen, django_user_model):
        django_user_model.objects.create(username="reporter")
        assert seen()["X-Page-Cache"] == "hit"


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("wagtailcore.Page", True),
        ("wagtailcore.Site", True),
        ("wagtailcore.Locale", True),
        ("wagtailcore.PageViewRestriction", True),
        ("wagtailcore.CollectionViewRestriction", True),
        ("wagtailredirects.Redirect", True),
        ("wagtailcore.Revision", False),
        ("wagtailcore.Comment", False),
        ("wagtailcore.CommentReply", False),
        ("wagtailcore.PageLogEntry", False),
        ("wagtailcore.TaskState", False),
        ("sessions.Session", False),
        ("auth.User", False),
    ],
)
def test_what_pages_show(label, shown):
    assert signals.is_shown(apps.get_model(label)) is shown


def test_pages_show_photos_documents_snippets_and_settings():
    shown = [get_image_model(), get_document_model(), *signals.get_snippet_models(), Locale]
    assert all(signals.is_shown(model) for model in shown)
    assert not signals.is_shown(get_image_model().get_rendition_model())


def test_pages_show_the_rows_that_are_edited_with_them():
    def belongs_to_a_page(model):
        keys = [field for field in model._meta.get_fields() if isinstance(field, ParentalKey)]
        return any(issubclass(key.related_model, Page) for key in keys)

    rows = {model for model in apps.get_models() if belongs_to_a_page(model)} - {Comment}
    assert rows
    assert all(signals.is_shown(model) for model in rows)


def test_a_photo_changes_the_token_by_itself():
    before = token.current()
    signals._on_save(get_image_model(), get_image_model()(), created=False, update_fields=None)
    assert token.current() != before


def test_without_database_the_last_copy_of_a_page_is_served(seen, post, monkeypatch):
    post.title = "Changed while the database was there"
    post.save()

    def refuse(*args, **kwargs):
        raise OperationalError("connection refused")

    monkeypatch.setattr(connections[DEFAULT_DB_ALIAS], "cursor", refuse)
    response = seen()
    assert (response.status_code, response["X-Page-Cache"], title_of(response)) == (200, "stale", "A post")
