"""No copy and no alias is public before the page that it is made from: every page type, every way to make one."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page, PageViewRestriction

from core.models import ShareCard
from core.querysets import IsPublic
from home.tests.factories import StandardPageFactory
from news.models import BlogPost, NewsMention
from news.tests.factories import BlogIndexFactory, BlogPostFactory
from press.models import PressRelease

from .page_types import CHILD_TYPES, PAGE_TYPES, fresh, in_a_day, make, parent_of, publish, schedule, set_schedule

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home_page", "_without_page_cache")]

EVERY_TYPE = pytest.mark.parametrize("model", CHILD_TYPES)
COPIED = pytest.mark.parametrize("model", [model for model in CHILD_TYPES if model is not NewsMention])


@pytest.fixture
def _without_page_cache(settings):
    settings.PAGE_CACHE_ENABLED = False


def alias_of(page):
    """An alias beside a page, as scripts make one."""
    return page.create_alias(update_slug=f"{page.slug}-alias")


def copy_of(page, **options):
    """A copy beside a page, as scripts make one; public, if Wagtail had its way."""
    return page.copy(update_attrs={"slug": f"{page.slug}-copy"}, **options)


def restrict(page):
    """Ask everybody who sees a page for a password."""
    return PageViewRestriction.objects.create(page=page, restriction_type="password", password="open")


def is_listed(page):
    """Whether lists, feeds, sitemaps, search and the API have it: by the condition that all of them share."""
    return Page.objects.live().filter(IsPublic("path"), pk=page.pk).exists()


def is_open(page):
    """The same as `is_listed`, as the page itself is served."""
    return fresh(page).live and not fresh(page).get_view_restrictions()


def is_public(page):
    """Whether the public sees a page; lists and the page itself must agree."""
    assert is_listed(page) == is_open(page)
    return is_open(page)


def test_every_page_type_has_a_factory():
    assert all(make(model, slug=f"number-{number}").pk for number, model in enumerate(PAGE_TYPES))


class TestAlias:
    """Public from the moment at which its source is, to the moment at which it no longer is."""

    @EVERY_TYPE
    def test_of_a_draft_is_public_when_the_draft_is_published(self, model):
        source = make(model, live=False)
        alias = alias_of(source)
        assert not is_public(alias)
        publish(source)
        assert is_public(alias)
        assert fresh(alias).title == source.title

    @EVERY_TYPE
    @pytest.mark.parametrize("is_first", [True, False])
    def test_goes_live_and_away_with_the_schedule_of_its_source(self, model, is_first, time_machine):
        source = make(model, live=False)
        moment = in_a_day()
        source.expire_at = moment + timedelta(hours=1)
        alias = alias_of(source) if is_first else None
        source = schedule(source, moment)
        alias = alias or alias_of(source)
        assert not is_public(source)
        assert not is_public(alias)
        time_machine.move_to(moment - timedelta(seconds=1), tick=False)
        call_command("publish_scheduled")
        assert not is_public(alias)
        time_machine.move_to(moment + timedelta(seconds=1), tick=False)
        call_command("publish_scheduled")
        assert is_public(source)
        assert is_public(alias)
        time_machine.move_to(moment + timedelta(hours=2), tick=False)
        call_command("publish_scheduled")
        assert not is_public(source)
        assert not is_public(alias)

    def test_of_an_alias_follows_the_source_too(self, time_machine):
        source = make(BlogPost, live=False)
        alias = alias_of(source)
        second = alias_of(fresh(alias))
        moment = in_a_day()
        source = schedule(source, moment)
        assert not is_public(second)
        time_machine.move_to(moment + timedelta(seconds=1), tick=False)
        call_command("publish_scheduled")
        assert is_public(alias)
        assert is_public(second)
        fresh(source).unpublish()
        assert not is_public(alias)
        assert not is_public(second)

    def test_keeps_the_public_words_while_new_ones_are_scheduled(self):
        source = make(BlogPost, title="Public words")
        source = publish(source)
        alias = alias_of(source)
        source.title = "Words to come"
        source = schedule(source, in_a_day())
        draft = source.get_latest_revision_as_object()
        assert draft.title == "Words to come"
        draft.update_aliases()
        second = draft.create_alias(update_slug="second")
        third = CreatePageAliasAction(draft, update_slug="third").execute()
        for one in (alias, second, third):
            assert fresh(one).title == "Public words"
            assert is_public(one)

    @pytest.mark.parametrize("how", ["unpublish", "save", "schedule"])
    def test_goes_when_its_source_is_unpublished(self, how):
        source = make(BlogPost)
        alias = alias_of(source)
        second = alias_of(fresh(alias))
        if how == "unpublish":
            Page.objects.get(pk=source.pk).unpublish()
        elif how == "save":
            source.live = False
            source.save()
        else:
            schedule(source, in_a_day())  # Wagtail takes a page away that has no published version
        assert not is_public(source)
        assert not is_public(alias)
        assert not is_public(second)

    @pytest.mark.parametrize("how", ["save", "update_aliases"])
    def test_cannot_be_set_live_before_its_source(self, how):
        source = make(BlogPost, live=False)
        alias = alias_of(source)
        if how == "save":
            alias.live = True
            alias.save()
        else:
            Page.objects.get(pk=source.pk).update_aliases()
        assert not is_public(alias)

    def test_of_a_page_that_was_live_when_it_was_fetched(self):
        source = make(BlogPost)
        fresh(source).unpublish()
        assert not is_public(alias_of(source))

    def test_with_all_pages_below(self):
        blog = make(BlogIndexFactory._meta.model, slug="first")
        live, draft = BlogPostFactory(parent=blog), BlogPostFactory(parent=blog, live=False)
        schedule(draft, in_a_day())
        alias = blog.create_alias(recursive=True, update_slug="second")
        below = {page.alias_of_id: page for page in alias.get_children()}
        assert is_public(below[live.pk].specific)
        assert not is_public(below[draft.pk].specific)


class TestAliasOfAPrivatePage:
    """As private as its source, wherever it stands."""

    @EVERY_TYPE
    def test_in_lists_as_on_its_page(self, model):
        source = make(model)
        alias = alias_of(source)
        second = alias_of(fresh(alias))
        assert is_public(alias)
        restriction = restrict(source)
        assert not is_public(alias)
        assert not is_public(second)
        restriction.delete()
        assert is_public(second)

    def test_what_stands_above_its_source_counts(self):
        source = BlogPostFactory(parent=BlogIndexFactory(parent=parent_of(BlogIndexFactory._meta.model), slug="inner"))
        alias = source.create_alias(parent=make(BlogIndexFactory._meta.model, slug="outer"))
        restrict(source.get_parent())
        assert not is_public(alias)

    def test_what_stands_above_itself_counts(self):
        source = make(BlogPost)
        outer = make(BlogIndexFactory._meta.model, slug="outer")
        alias = source.create_alias(parent=outer)
        restrict(outer)
        assert not is_public(alias)
        assert is_public(source)

    def test_below_an_alias_of_a_private_page(self, home_page):
        section = StandardPageFactory(parent=home_page, slug="section")
        alias = section.create_alias(update_slug="section-alias")
        page = StandardPageFactory(parent=alias, slug="below")
        restrict(section)
        assert not is_public(page)

    def test_settings_that_wagtail_copied_to_the_alias_are_not_for_ever(self):
        source = make(BlogPost)
        restriction = restrict(source)
        alias = alias_of(source)
        assert alias.view_restrictions.exists()
        assert not is_public(alias)
        restriction.delete()
        assert is_public(alias)

    def test_its_share_card_goes(self):
        source = make(BlogPost)
        alias = alias_of(source)
        for page in (source, alias):
            ShareCard.objects.create(page=page, digest="1:x", alt="A headline", file="card.png")
        restrict(source)
        assert not ShareCard.objects.exists()


class TestCopy:
    """A copy is live only if that was asked for and the public sees what it is made from."""

    @COPIED
    @pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
    def test_of_a_page_that_is_not_public_is_a_draft_without_schedule(self, model, state):
        source = make(model, live=False)
        if state == "scheduled":
            source = schedule(source, in_a_day())
        elif state == "expired":
            source.expired, source.expire_at = True, timezone.now() - timedelta(days=1)
            source.save()
        copy = fresh(copy_of(source))
        assert not is_public(copy)
        for version in (copy, copy.get_latest_revision_as_object()):
            assert (version.go_live_at, version.expire_at, version.expired) == (None, None, False)
            assert (version.first_published_at, version.last_published_at) == (None, None)
            assert getattr(version, "embargo_until", None) is None
        assert copy.live_revision is None
        assert not copy.revisions.exclude(approved_go_live_at=None).exists()

    @COPIED
    def test_of_a_public_page_is_live_if_that_was_asked_for(self, model):
        source = make(model)
        assert is_public(copy_of(source))
        assert not is_public(source.copy(keep_live=False, update_attrs={"slug": "another"}))

    def test_is_not_published_by_a_script_that_sets_it_live(self):
        source = schedule(make(BlogPost, live=False), in_a_day())
        assert not is_public(source.copy(update_attrs={"slug": "copy", "live": True}))

    def test_of_a_live_page_shows_the_public_words_while_others_are_scheduled(self):
        source = publish(make(BlogPost, title="Public words"))
        source.title = "Words to come"
        source = schedule(source, in_a_day())
        for number, page in enumerate([source, source.get_latest_revision_as_object()]):
            copy = fresh(page.copy(update_attrs={"slug": f"copy-{number}"}))
            assert copy.title == "Public words"
            assert not copy.revisions.exclude(approved_go_live_at=None).exists()

    def test_of_a_page_that_was_live_when_it_was_fetched(self):
        source = make(BlogPost)
        fresh(source).unpublish()
        assert not is_public(copy_of(source))

    def test_with_all_pages_below(self, home_page):
        section = StandardPageFactory(parent=home_page, slug="section")
        live, draft, private = (
            StandardPageFactory(parent=section, slug=slug, live=slug != "draft")
            for slug in ("live", "draft", "private")
        )
        schedule(draft, in_a_day())
        restrict(private)
        StandardPageFactory(parent=live, slug="deeper")
        copy = section.copy(recursive=True, update_attrs={"slug": "copy"})
        public = [page.slug for page in copy.get_descendants(inclusive=True).specific() if is_public(page)]
        assert public == ["copy", "live", "deeper"]
        kept = PageViewRestriction.objects.filter(page__in=copy.get_descendants()).values_list("page__slug", flat=True)
        assert list(kept) == ["private"]

    def test_of_a_draft_takes_its_live_pages_along(self, home_page):
        section = StandardPageFactory(parent=home_page, slug="section", live=False)
        StandardPageFactory(parent=section, slug="live")
        copy = section.copy(recursive=True, update_attrs={"slug": "copy"})
        assert not is_public(fresh(copy))
        assert is_public(copy.get_children().get().specific)

    def test_of_a_private_page_is_a_draft(self):
        source = make(BlogPost)
        restrict(source.get_parent())
        copy = source.copy(to=make(BlogIndexFactory._meta.model, slug="outer"))
        assert not is_public(copy)
        assert not fresh(copy).live


@pytest.mark.indexes
class TestCopyForm:
    """The form of the admin, which has “publish” and “alias”."""

    @EVERY_TYPE
    @pytest.mark.parametrize("tick", ["publish_copies", "alias"])
    @pytest.mark.parametrize("state", ["draft", "scheduled"])
    def test_nothing_of_what_is_not_public(self, admin_client, model, tick, state):
        source = make(model, live=False)
        source.save_revision()
        if state == "scheduled":
            source = schedule(source, in_a_day())
        data = {
            "new_title": "The other",
            "new_slug": "the-other",
            "new_parent_page": source.get_parent().pk,
            tick: "on",
        }
        response = admin_client.post(reverse("wagtailadmin_pages:copy", args=[source.pk]), data)
        assert response.status_code in (200, 302)
        made = Page.objects.filter(slug="the-other").first()
        assert made or (model is NewsMention and tick == "publish_copies")  # there is one mention of an article
        assert not made or not is_public(made.specific)


@pytest.mark.indexes
def test_an_alias_of_an_embargoed_release_tells_nothing(client):
    release = make(PressRelease, live=False, title="Quiet grant to Exampleton", slug="quiet-grant")
    set_schedule(release, in_a_day())
    publish(release)
    alias = alias_of(release)
    publish(release)
    index = release.get_parent().url
    addresses = [alias.get_url(), f"{index}quiet-grant-alias/release.txt", index, "/", "/press/", "/press/now/"]
    addresses += [
        "/feed.json",
        f"{index}feed.rss",
        "/search/?q=quiet",
        "/api/v1/releases/",
        "/sitemap-pressrelease-0.xml",
    ]
    for address in addresses:
        response = client.get(address, headers={"host": "localhost"})
        assert "Exampleton" not in response.content.decode(), address
        assert "quiet-grant" not in response.content.decode().replace(address, ""), address
