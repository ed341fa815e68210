"""The moment of publication: set once, however a page goes live, and the same wherever it is told."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from wagtail.models import Page, Site, get_page_models

from core.api import endpoints
from core.models import ListPage
from core.moments import at_noon, moment_text
from home.models import HomePage
from media_inquiries.models import MediaContact
from news.models import BlogPost, NewsMention
from news.tests.factories import NewsMentionIndexFactory, OutletFactory
from press.models import PressRelease
from press.tests.conftest import press, press_desk, releases
from search.sitemaps import PART_LENGTH, page_types

__all__ = ["press", "press_desk", "releases"]
pytestmark = pytest.mark.django_db

PAGE_TYPES = [model for model in get_page_models() if model is not Page]
BEGUN = datetime(2026, 10, 1, 12, tzinfo=UTC)
MOMENT = datetime(2026, 12, 2, 3, 30, tzinfo=UTC)  # the evening before in the US
LATER = MOMENT + timedelta(days=20)


@pytest.fixture(autouse=True)
def site(home_page, blog, releases, clock):
    """A site with a place for each type of page; its clock says `BEGUN`."""
    NewsMentionIndexFactory(parent=releases.get_parent())
    clock.move_to(BEGUN)


def draft(model, **fields):
    """A page of a type, begun and not published."""
    parents = Page.objects.live().type(tuple(model.allowed_parent_page_models())).order_by("depth", "pk")
    parent = Page.objects.get(depth=1) if model is HomePage else parents.first()
    page = model(title=f"New {model.__name__}", slug=f"new-{model.__name__.lower()}", live=False)
    page.teaser = "What there is to know."
    complete(page)
    for name, value in fields.items():
        setattr(page, name, value)
    return parent.add_child(instance=page).specific


def complete(page):
    """Give a page what it needs to be published."""
    if isinstance(page, MediaContact):
        page.email = "press@example.org"
    if isinstance(page, NewsMention):
        page.outlet, page.published_on = OutletFactory(), MOMENT.date()
        page.article_url = f"https://tribune.example.org/{page.slug}"


def schedule(page, moment):
    """Schedule a page, a release by its embargo."""
    if isinstance(page, PressRelease):
        page.timing, page.embargo_until = "embargoed", moment
        page.full_clean()
    else:
        page.go_live_at = moment
    page.save_revision().publish()


def fresh(page):
    """The page as the database has it."""
    return type(page).objects.get(pk=page.pk)


def moments_told(page, client):
    """Yield the name and the moment of each place that tells when a page was published."""
    html = client.get(page.url).content.decode()
    for pattern in (r'article:published_time" content="([^"]+)', r'"datePublished": "([^"]+)'):
        yield from (("page", found) for found in re.findall(pattern, html))
    parent = page.get_parent().specific
    if isinstance(parent, ListPage):
        items = client.get(f"{parent.url}feed.json").json()["items"]
        yield from (("feed", one["date_published"]) for one in items if one["title"] == page.title)
    name = page._meta.model_name
    if name in page_types():
        part = client.get(reverse("sitemap_part", args=[name, page.pk // PART_LENGTH])).content.decode()
        yield from (("sitemap", found) for found in re.findall(rf"{page.url}</loc><lastmod>([^<]+)", part))
    for endpoint in endpoints():
        if endpoint.model is type(page):
            yield "api", client.get(reverse(f"api:{endpoint.name}:detail", args=[page.pk])).json()["published_at"]


def assert_agree(page, moment, client, admin_user):
    """Assert that all places name one moment, and that those are there which must be."""
    page = fresh(page)
    if isinstance(page, HomePage):
        Site.objects.update(root_page=page)
        Site.clear_site_root_paths_cache()
    if isinstance(page, NewsMention):
        moment = at_noon(page.published_on)
    assert page.live
    assert page.published_at == moment
    told = list(moments_told(page, client))
    days = {"page"} if isinstance(page, NewsMention) else set()
    for place, text in told:
        found = datetime.fromisoformat(text)
        assert (at_noon(found) if place in days else found) == moment, place
    places = {place for place, _text in told}
    if isinstance(page, BlogPost | PressRelease):
        assert places == {"page", "feed", "sitemap", "api"}
        editor = Client()
        editor.force_login(admin_user)
        url = reverse("posts:index" if isinstance(page, BlogPost) else "releases:index")
        assert escape(moment_text(moment)) in editor.get(url).content.decode()
    assert places >= ({"sitemap"} if page._meta.model_name in page_types() else {"feed", "api"})


@pytest.mark.indexes
@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
class TestEveryPageType:
    """Each page type, by each way of going live."""

    def test_published_is_the_moment_of_publishing(self, model, clock, client, admin_user):
        page = draft(model)
        clock.move_to(MOMENT)
        page.save_revision().publish()
        assert_agree(page, MOMENT, client, admin_user)

    def test_scheduled_is_the_moment_of_the_schedule_however_late_the_worker(self, model, clock, client, admin_user):
        page = draft(model)
        schedule(page, MOMENT)
        assert not fresh(page).live
        clock.move_to(MOMENT + timedelta(minutes=7))
        call_command("publish_scheduled")
        if model is PressRelease:
            assert "December 1, 2026" in fresh(page).dateline
        assert_agree(page, MOMENT, client, admin_user)

    def test_a_copy_starts_afresh(self, model, clock, client, admin_user):
        page = draft(model)
        schedule(page, BEGUN + timedelta(days=1))
        clock.move_to(BEGUN + timedelta(days=2))
        call_command("publish_scheduled")
        copy = fresh(page).copy(update_attrs={"title": "Copy", "slug": "copy"}, keep_live=False)
        copy = copy.get_latest_revision_as_object()
        kept = (copy.published_at, copy.first_published_at, copy.go_live_at, copy.expire_at)
        assert kept == (None, None, None, None)
        complete(copy)
        clock.move_to(MOMENT)
        copy.save_revision().publish()
        assert_agree(copy, MOMENT, client, admin_user)

    def test_a_copy_that_is_published_at_once_starts_afresh(self, model, clock, client, admin_user):
        page = draft(model)
        page.save_revision().publish()
        clock.move_to(MOMENT)
        copy = fresh(page).copy(update_attrs={"title": "Copy", "slug": "copy"}, keep_live=True)
        if model is not NewsMention:  # the copy is of no article yet
            assert_agree(copy, MOMENT, client, admin_user)

    def test_restored_and_published_again_it_keeps_its_first_moment(self, model, clock, client, admin_user):
        page = draft(model)
        first = page.save_revision()
        clock.move_to(MOMENT)
        first.publish()
        clock.move_to(LATER)
        page = fresh(page)
        page.search_description = "Another version"
        page.save_revision().publish()
        if model not in (BlogPost, PressRelease):  # where no editor can say so, each version is an update
            assert fresh(page).published_at == (at_noon(page.published_on) if model is NewsMention else MOMENT)
            return
        first.refresh_from_db()
        first.as_object().save_revision().publish()
        assert_agree(page, MOMENT, client, admin_user)
        fresh(page).unpublish()
        fresh(page).save_revision().publish()
        assert_agree(page, MOMENT, client, admin_user)

    def test_saved_as_live_by_a_script_it_has_a_moment(self, model, clock):
        page = draft(model)
        clock.move_to(MOMENT)
        page.live = True
        page.save()
        assert fresh(page).published_at == (at_noon(page.published_on) if model is NewsMention else MOMENT)
