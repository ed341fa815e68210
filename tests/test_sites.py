"""Each site shows its own pages alone, and a page outside every site nowhere: every surface of one is searched."""

import pytest
from django.test import Client
from wagtail.models import Page, Site, get_page_models

from core import leaks, surfaces
from core.models import BasePage, SiteSettings
from core.querysets import BasePageQuerySet
from home.models import HomePage
from news.models import BlogPost
from news.tests.factories import SeriesFactory
from press.models import PressRelease
from tests import sample_site
from tests.test_leaks import fill

pytestmark = [pytest.mark.django_db, pytest.mark.indexes]

OTHER_HOST = "127.0.0.1"
WORDS = {"other": "zqothersite", "nowhere": "zqnowhere"}


def grow(word):
    """A home page with a published page of every type below it, all full of a word. Returns all."""
    home_page = fill(HomePage(slug=f"{word}-home", show_in_menus=True), word)
    Page.objects.get(depth=1).add_child(instance=home_page)
    grown = [home_page]
    todo = [model for model in get_page_models() if issubclass(model, BasePage) and model is not HomePage]
    while todo:
        model = todo.pop(0)
        parent = next((one for one in grown if isinstance(one, tuple(model.allowed_parent_page_models()))), None)
        if parent is None:
            todo.append(model)
            continue
        page = fill(model(slug=f"{word}-{model._meta.model_name}", show_in_menus=True), word)
        if isinstance(page, BlogPost):
            page.series = SeriesFactory()  # shared by all sites, as topics are
        parent.add_child(instance=page)
        grown.append(page)
    return grown


@pytest.fixture(scope="module")
def sites(django_db_setup, django_db_blocker):
    """The sample site, another site and pages outside both: a dict of the pages of the two by name."""
    with sample_site.for_a_while(django_db_blocker):
        sample_site.build()
        pages = {name: grow(word) for name, word in WORDS.items()}
        other = Site.objects.create(hostname=OTHER_HOST, port=80, root_page=pages["other"][0].page_ptr)
        SiteSettings.objects.create(site=other, organization_name=WORDS["other"])
        yield pages


def look_at(site, pages, words):
    """Everything that a site tells of these pages, or that it fails at."""
    also = [(name, str(address)) for name, address in surfaces.addresses(pages)]
    return [one for one in leaks.search([], words, also, site) if one.leaks or one.status >= 500 or one.status == 400]


@pytest.fixture
def remembering(monkeypatch):
    """Pages remember what they have in common, as they do outside a transaction."""
    remembered = {}
    monkeypatch.setattr("page_cache.remembered._values", lambda: remembered)


@pytest.mark.usefixtures("remembering")
def test_a_site_tells_nothing_of_another_one_nor_of_what_is_outside_both(sites):
    ours = Site.objects.get(is_default_site=True)
    Client().get("/", headers={"host": OTHER_HOST})  # whatever is remembered of it
    assert look_at(ours, [*sites["other"], *sites["nowhere"]], list(WORDS.values())) == []


@pytest.mark.usefixtures("remembering")
def test_the_other_site_tells_nothing_of_this_one(sites):
    other = Site.objects.get(hostname=OTHER_HOST)
    Client().get("/", headers={"host": "localhost"})
    ours = [BlogPost.objects.get(slug="every-block"), PressRelease.objects.get(slug="every-part")]
    secrets = [page.title for page in ours] + [WORDS["nowhere"]]
    assert look_at(other, ours, secrets) == []


SHOWING = ["/", "/feed.json", "/feed.rss", "/topics/", "/search/?q=zqothersite", "/sitemap-blogpost-0.xml"]


@pytest.mark.parametrize("address", SHOWING)
def test_the_other_site_shows_its_own(sites, address):
    answer = Client().get(address, headers={"host": OTHER_HOST})
    assert answer.status_code == 200
    assert WORDS["other"] in answer.content.decode()


def test_a_list_that_forgets_its_site_is_found(sites, settings, monkeypatch):
    settings.PAGE_CACHE_ENABLED = False
    names = {"everything_feed", "listing", "deadline"}
    known, _exempt = surfaces.names()
    monkeypatch.setattr(surfaces, "_surfaces", {name: known[name] for name in names})
    monkeypatch.setattr(BasePageQuerySet, "in_site", lambda pages, site: pages)
    assert {one.surface for one in leaks.search([], [WORDS["other"]]) if one.leaks} == names
