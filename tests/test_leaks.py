"""Nothing public tells of what is not public: every surface is searched for the words of every hidden page.

The surfaces stand in one list (`core.surfaces`), which the rehearsal of an embargo uses too. An address that is added
to the site and to that list neither as a surface nor as an exemption fails the first test here.
"""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import models
from django.urls import get_resolver, reverse
from django.utils import timezone
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.documents.models import Document
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageViewRestriction, get_page_models

from convenings.cards import Card
from convenings.models import Attendance, Convening, Status
from convenings.querysets import ConveningQuerySet
from core import leaks, surfaces
from core.blocks.body import BodyBlock
from core.files import used_by
from core.models import Place, Topic
from core.querysets import BasePageQuerySet
from home.models import HomePage
from images.tests.factories import PhotoFactory, image_file
from news.models import BlogPost, NewsMention
from news.tests.factories import BlogPostFactory, OutletFactory
from press.models import PressRelease
from press.tests.factories import PressReleaseFactory
from tests import links, sample_site

pytestmark = pytest.mark.django_db

PAGE_TYPES = [model for model in get_page_models() if model is not Page]
LISTS = {"wagtail_serve", "list_feed", "everything_feed"}
STATES = ["draft", "scheduled", "expired", "private", "protected"]
LATER = timezone.now() + timedelta(days=1)


def public_names(patterns=None, namespace=""):
    """The names of all addresses but those of the admin."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if hasattr(pattern, "url_patterns"):
            if str(pattern.pattern) != "admin/":
                yield from public_names(pattern.url_patterns, f"{namespace}{pattern.namespace or ''}")
        else:
            yield pattern.name


def names_of_routes():
    """The names of the addresses that page types have below their own, with the type before them."""
    for model in PAGE_TYPES:
        if issubclass(model, RoutablePageMixin):
            yield from (f"{model.__name__}.{route.name}" for route in model.get_subpage_urls())


class TestTheList:
    """It knows every public address."""

    def test_every_name_is_a_surface_or_an_exemption_with_its_reason(self):
        known, exempt = surfaces.names()
        unknown = {name for name in public_names() if name not in known and not exempt.get(name)}
        assert not unknown, f"Register these with core.surfaces, in the public_addresses.py of their room: {unknown}"

    def test_it_names_nothing_that_is_not_there(self):
        known, exempt = surfaces.names()
        assert not {*known, *exempt} - {*public_names(), *names_of_routes(), "styleguide"}
        assert not set(known) & set(exempt)

    def test_a_name_that_nobody_has_registered_is_found(self, monkeypatch):
        monkeypatch.delitem(surfaces._surfaces, "list_feed")
        with pytest.raises(AssertionError, match="list_feed"):
            self.test_every_name_is_a_surface_or_an_exemption_with_its_reason()

    @pytest.mark.indexes
    def test_no_page_type_has_addresses_of_its_own_that_the_list_does_not_know(self):
        known, exempt = surfaces.names()
        assert not set(names_of_routes()) - {*known, *exempt}


def parent_of(model):
    """A public page below which there can be one of this type."""
    if model is HomePage:
        return Page.objects.get(depth=1)
    return surfaces.public_pages().type(tuple(model.allowed_parent_page_models())).first()


def write(thing, word):
    """Write a word into every text that a page or a snippet has; returns a photo and a document full of it."""
    photo = PhotoFactory(
        title=f"{word} photo",
        description=f"{word} alt",
        file=image_file(f"{word}.jpg"),
        caption=f"<p>{word}</p>",
        credit=f"Photo: {word}",
    )
    document = Document.objects.create(title=f"{word} document", file=ContentFile(b"%PDF", name=f"{word}.pdf"))
    ours = [field for field in thing._meta.concrete_fields if not field.model._meta.app_label.startswith("wagtail")]
    for field in ours:
        if isinstance(field, StreamField):
            if isinstance(field.stream_block, BodyBlock):
                body = [
                    {"type": "paragraph", "value": f"<p>{word} body</p>"},
                    {"type": "document", "value": {"document": document.pk, "label": word}},
                ]
                setattr(thing, field.name, body)
        elif isinstance(field, RichTextField):
            setattr(thing, field.name, f"<p>{word} {field.name}</p>")
        elif isinstance(field, models.EmailField):
            setattr(thing, field.name, f"{word}@example.org")
        elif isinstance(field, models.URLField):
            setattr(thing, field.name, f"https://example.org/{word}")
        elif isinstance(field, models.SlugField):
            setattr(thing, field.name, f"{word}-slug")
        elif isinstance(field, models.CharField) and not field.choices:
            setattr(thing, field.name, f"{word} {field.name}"[: field.max_length])
    return photo, document


def fill(page, word):
    """Write a word into every text that a page has, and give it a photo and a document with it."""
    photo, document = write(page, word)
    page.title, page.seo_title, page.search_description = f"{word} headline", f"{word} seo", f"{word} description"
    page.lead_photo = page.share_image = photo
    page.topics, page.places = [Topic.objects.first()], [Place.objects.first()]
    if isinstance(page, NewsMention):
        page.outlet, page.published_on = OutletFactory(), timezone.localdate()
    if isinstance(page, PressRelease):
        page.attachments.add(page.attachments.model(document=document))
    return page


def hide(model, state):
    """A page of a type that the public may not see, full of a word that stands nowhere else. Returns both."""
    word = f"zq{model._meta.model_name}{state}"
    is_private = state in ("private", "protected")
    page = fill(model(slug=f"{word}-slug", live=is_private, show_in_menus=True), word)
    if isinstance(page, PressRelease) and state == "scheduled":
        page.timing, page.embargo_until = "embargoed", LATER
    elif state == "scheduled":
        page.go_live_at = LATER
    elif state == "expired":
        page.expired, page.expire_at = True, timezone.now() - timedelta(days=1)
    parent_of(model).add_child(instance=page)
    if is_private:
        kind = {"private": {"restriction_type": "login"}, "protected": {"restriction_type": "password"}}[state]
        PageViewRestriction.objects.create(page=page, password="open sesame", **kind)
    else:
        revision = page.save_revision(approved_go_live_at=LATER if state == "scheduled" else None)
        page = revision.as_object()
    return page, word


def rewrite(model):
    """A draft, full of a word, of a page that the public may see as it was. Returns the word."""
    word = f"zq{model._meta.model_name}rewritten"
    page = fill(model(slug=f"public-{model._meta.model_name}"), "public")
    parent_of(model).add_child(instance=page)
    fill(page, word).save_revision()
    return word


def convening(word, **fields):
    """An upcoming convening, full of a word, that has not been saved."""
    soon = timezone.localdate() + timedelta(days=20)
    one = Convening(starts_on=soon, status=Status.OPEN, attendance=Attendance.BOTH, **fields)
    one.photo, _document = write(one, word)
    one.topics = [Topic.objects.first()]
    return one


def hide_convening(state):
    """A convening that the public may not see, chosen wherever one can be chosen. Returns it and its word."""
    word = f"zqconvening{state}"
    one = convening(word, live=False)
    if state == "scheduled":
        one.go_live_at = LATER
    elif state == "expired":
        one.expired, one.expire_at = True, timezone.now() - timedelta(days=1)
    one.save()
    one.save_revision(approved_go_live_at=LATER if state == "scheduled" else None)
    announce(one)
    return one, word


def rewrite_convening():
    """A draft of a public convening, and the address that is not public of it. Returns their words."""
    one = convening("publicconvening")
    one.online_address = "https://example.org/zqconveningonline"
    one.save()
    announce(one)
    write(one, "zqconveningrewritten")
    one.save_revision()
    return ["zqconveningrewritten", "zqconveningonline"]


def announce(one):
    """Have public pages show a convening: in a text, beside texts, and as the next one."""
    in_text = [{"type": "convening", "value": one.pk}]
    BlogPostFactory(parent=parent_of(BlogPost), body=in_text, published_on=timezone.localdate())
    BlogPostFactory(parent=parent_of(BlogPost), convening=one, published_on=timezone.localdate())
    PressReleaseFactory(parent=parent_of(PressRelease), body=in_text, published_on=timezone.localdate())
    PressReleaseFactory(parent=parent_of(PressRelease), convening=one, published_on=timezone.localdate())
    home_page = HomePage.objects.live().first()
    home_page.sections = [{"type": "next_convening", "value": {"title": "Next", "convening": one.pk}}]
    home_page.save()


def files_of(convenings):
    """The addresses of the documents and photos that only these use; for `leaks.search`."""
    for file in {file for one in convenings for file in used_by(one)}:
        if isinstance(file, Document):
            yield "wagtaildocs_serve", surfaces.Closed(reverse("wagtaildocs_serve", args=[file.pk, file.filename]))
        else:
            yield "press_photo", surfaces.Closed(reverse("press_photo", args=[file.pk]))


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker):
    """The sample site with hidden pages of each type; a pair of these and their words. Not changed by the tests."""
    with sample_site.for_a_while(django_db_blocker):
        sample_site.build()
        Place.objects.exists() or Place.objects.create(name="Ohio", slug="ohio")
        words = [rewrite(model) for model in PAGE_TYPES if model is not HomePage]
        hidden = [hide(model, state) for model in PAGE_TYPES for state in STATES]
        words += rewrite_convening()
        words += [hide_convening(state)[1] for state in STATES if state not in ("private", "protected")]
        links.from_everywhere([page for page, _word in hidden])
        yield [page for page, _word in hidden], words + [word for _page, word in hidden]


@pytest.fixture(scope="module")
def findings(site):
    """What the search finds on it; pages remember what they have in common, as they do outside a transaction."""
    remembered = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("page_cache.remembered._values", lambda: remembered)
        return list(leaks.search(*site, also=files_of(Convening.objects.filter(live=False))))


def telling(expected, hidden, words):
    """Those of the expected surfaces that tell any of the words. Only they are asked, until each has told one."""
    known, _exempt = surfaces.names()
    told = set()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(surfaces, "_surfaces", {name: known[name] for name in expected})
        for one in leaks.search(hidden, words):
            if one.leaks:
                told.add(one.surface)
            if told == expected:
                break
    return told


@pytest.mark.indexes
class TestLeaks:
    """Drafts, scheduled, expired and private pages of each type, and drafts of public ones, stay hidden."""

    def test_no_surface_tells_of_them(self, findings):
        assert [one for one in findings if one.leaks] == []

    def test_every_surface_answers(self, findings):
        known, _exempt = surfaces.names()
        assert {one.surface for one in findings} == set(known)
        assert {one.surface for one in findings if one.status == 200} >= LISTS
        assert [one for one in findings if one.status >= 500 or one.status == 400] == []

    def test_public_words_are_found_by_the_same_search(self, site):
        assert telling(LISTS, [], ["every block", "public headline"]) == LISTS


def show_drafts(convening, request, listed=None):
    """As `convenings.cards.card_of`, for drafts too."""
    return Card(convening, convening.state, convening.url)


@pytest.mark.indexes
class TestPlantedLeaks:
    """The search finds what it should find."""

    @pytest.fixture(autouse=True)
    def _without_page_cache(self, settings):
        settings.PAGE_CACHE_ENABLED = False

    def telling(self, expected, site):
        hidden, words = site
        return telling(expected, [page for page in hidden if isinstance(page, PressRelease)], words)

    def test_lists_and_feeds_that_forget_to_ask_what_is_public(self, site, monkeypatch):
        monkeypatch.setattr(BasePageQuerySet, "published", lambda pages: pages)
        assert self.telling(LISTS, site) == LISTS

    def test_lists_that_forget_private_pages(self, site, monkeypatch):
        monkeypatch.setattr(BasePageQuerySet, "published", lambda pages: pages.live())
        assert self.telling({"wagtail_serve"}, site) == {"wagtail_serve"}

    def test_convenings_that_nobody_has_published(self, site, monkeypatch):
        monkeypatch.setattr(ConveningQuerySet, "published", lambda convenings: convenings)
        monkeypatch.setattr("convenings.cards.card_of", show_drafts)
        monkeypatch.setattr("convenings.models.convening.card_of", show_drafts)
        expected = {"wagtail_serve", "list_feed", "ConveningIndex.convening"}
        assert self.telling(expected, site) == expected

    def test_documents_that_everybody_may_fetch(self, site, monkeypatch):
        monkeypatch.setattr("core.files._may_handle", lambda user, document: True)
        assert self.telling({"wagtaildocs_serve"}, site) == {"wagtaildocs_serve"}

    def test_links_that_do_not_ask_where_they_lead(self, site, monkeypatch):
        monkeypatch.setattr("core.blocks.links.public_page", lambda page: page)
        monkeypatch.setattr("core.link_handlers.public_page", lambda page: page)
        expected = {*LISTS, "ConveningIndex.convening", "release_text", "deadline", "search", "detail"}
        assert self.telling(expected, site) == expected

    def test_pages_that_are_served_as_drafts(self, site, monkeypatch):
        def route(page, request, parts):
            page.live = True
            return Page.route(page, request, parts)

        monkeypatch.setattr(PressRelease, "route", route)
        assert self.telling({"wagtail_serve"}, site) == {"wagtail_serve"}
