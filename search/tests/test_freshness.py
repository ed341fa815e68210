"""The pages of terms, the search page and the API show a change with the next request, though all are stored."""

import datetime

import pytest
from wagtail.models import PageViewRestriction

from convenings.tests.factories import ConveningFactory, ConveningIndexFactory
from core.models import Place, Topic
from core.tests.factories import PlaceFactory, TopicFactory
from news.models import BlogPost, Outlet, Series
from news.tests.factories import OutletFactory, SeriesFactory
from worker.loop import Worker

from .news_room import NewsRoom

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.indexes]

PAGES = {
    "topic": "/topics/housing/",
    "place": "/places/lakeside/",
    "state": "/places/ohio/",
    "series": "/blog/series/round-up/",
}
FEEDS = [f"{address}feed.{name}" for address in PAGES.values() for name in ("rss", "atom", "json")]
SEARCHES = [
    "/search/?q=gathering",
    "/search/?q=gathering&sort=date",
    "/search/?q=gathering&topic=housing&place=lakeside&series=round-up&kind=post&year=2024",
    "/search/suggest/?q=gathe",
]
API = ["/api/v1/posts/", "/api/v1/posts/?topic=housing&place=lakeside&series=round-up&year=2024"]
LISTS = {"topic": "/topics/", "place": "/places/", "series": "/blog/"}
LISTING = [*PAGES.values(), *FEEDS, *SEARCHES, *API]
TERMS = {"topic": Topic, "place": Place, "series": Series}


@pytest.fixture
def room(settings, home_page):
    settings.PAGE_CACHE_ENABLED = True
    return NewsRoom.below(home_page)


@pytest.fixture
def ask(client):
    """Ask for an address as any visitor; returns the text of the answer, without the marks of found words."""

    def get(address, status=200):
        response = client.get(address, headers={"host": "localhost"})
        assert response.status_code == status, address
        return response.content.decode().replace("<mark>", "").replace("</mark>", "")

    return get


@pytest.fixture
def stored(room, ask, client):
    """Two posts on the same things; all addresses are answered from the page cache."""
    ask("/nothing/", 404)  # the first page of a site may create its settings, which is a change
    about = {
        "topics": [TopicFactory(name="Housing")],
        "places": [PlaceFactory(name="Lakeside", state=Place.objects.get(name="Ohio"))],
        "series": SeriesFactory(name="Round-up", description="What members did."),
        "published_on": datetime.date(2024, 5, 1),
    }
    room.post(title="A second gathering", **about)
    post = room.post(title="The first gathering", **about)
    addresses = [*LISTING, *LISTS.values()]
    for _time in range(2):
        answers = {address: client.get(address, headers={"host": "localhost"}) for address in addresses}
    assert {address for address, answer in answers.items() if answer["X-Page-Cache"] != "hit"} == set()
    assert seen("The first gathering", LISTING, ask) == set(LISTING)
    return BlogPost.objects.get(pk=post.pk)


def seen(words, addresses, ask):
    """Those of the addresses whose answer has these words."""
    return {address for address in addresses if words in ask(address)}


def test_a_new_headline(stored, ask):
    stored.title = "The renamed gathering"
    stored.save_revision().publish()
    assert seen("The renamed gathering", LISTING, ask) == set(LISTING)
    assert seen("The first gathering", LISTING, ask) == set()


def test_a_draft_changes_nothing(stored, client):
    stored.title = "The renamed gathering"
    stored.topics.clear()
    stored.save_revision()
    for address in [*LISTING, *LISTS.values()]:
        assert client.get(address, headers={"host": "localhost"})["X-Page-Cache"] == "hit", address


def hide(post):
    PageViewRestriction.objects.create(page=post, restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize("act", [BlogPost.unpublish, BlogPost.delete, hide])
def test_what_is_taken_back_is_gone(stored, ask, act):
    act(stored)
    assert seen("The first gathering", LISTING, ask) == set()
    assert seen("A second gathering", LISTING, ask) == set(LISTING)


def test_the_last_page_about_a_term_takes_its_page_with_it(stored, ask):
    for post in BlogPost.objects.all():
        post.unpublish()
    for address in [*PAGES.values(), *FEEDS]:
        ask(address, 404)
    assert seen("Housing", ["/topics/"], ask) == set()
    assert seen("Lakeside", ["/places/"], ask) == set()
    ask("/api/v1/posts/?topic=housing")


def test_what_is_published_again_is_back(stored, ask):
    stored.unpublish()
    assert seen("The first gathering", LISTING, ask) == set()
    stored.save_revision().publish()
    assert seen("The first gathering", LISTING, ask) == set(LISTING)


def test_a_new_post(stored, ask, room):
    room.post(
        title="The newest gathering",
        topics=Topic.objects.all(),
        places=Place.objects.filter(slug="lakeside"),
        series=Series.objects.get(),
        published_on=datetime.date(2024, 6, 1),
    )
    assert seen("The newest gathering", LISTING, ask) == set(LISTING)


@pytest.mark.parametrize("name", TERMS)
def test_a_term_gets_another_name(stored, ask, name):
    term = TERMS[name].objects.get(pk=next(pk for facet, pk in stored.index_terms() if facet == name))
    former, term.name = term.name, "Renamed"
    term.save()
    telling = [PAGES[name], f"{PAGES[name]}feed.rss", LISTS[name], "/search/?q=gathering", *API]
    assert seen("Renamed", telling, ask) == set(telling)
    assert seen(f">{former}<", telling, ask) == set()


@pytest.mark.parametrize("name", TERMS)
def test_a_term_gets_another_address(stored, ask, name):
    term = TERMS[name].objects.get(pk=next(pk for facet, pk in stored.index_terms() if facet == name))
    address = PAGES[name].replace(term.slug, "another")
    ask(address, 404)
    term.slug = "another"
    term.save()
    for suffix in ("", "feed.rss", "feed.atom", "feed.json"):
        assert "The first gathering" in ask(f"{address}{suffix}")
        ask(f"{PAGES[name]}{suffix}", 404)
    assert address in ask(LISTS[name]) or name == "series"
    assert "The first gathering" in ask(f"/search/?q=gathering&{name}=another")
    ask(f"/search/?q=gathering&{name}={PAGES[name].split('/')[-2]}", 404)


@pytest.mark.parametrize("name", TERMS)
def test_a_post_is_no_longer_about_a_term(stored, ask, name):
    stored.topics.clear()
    stored.places.clear()
    stored.series = None
    stored.save_revision().publish()
    assert seen("The first gathering", [PAGES[name], f"{PAGES[name]}feed.json"], ask) == set()
    assert seen("The first gathering", [f"/search/?q=gathering&{name}={PAGES[name].split('/')[-2]}"], ask) == set()


def test_a_city_moves_to_another_state(stored, ask):
    place = Place.objects.get(slug="lakeside")
    place.state = Place.objects.get(name="Maine")
    ask("/places/maine/", 404)
    place.save()
    assert "The first gathering" in ask("/places/maine/")
    ask("/places/ohio/", 404)


def test_an_outlet_gets_another_name(stored, ask, room):
    room.mention(title="A gathering elsewhere", outlet=OutletFactory(name="The Former Tribune"))
    telling = ["/search/?q=gathering", "/api/v1/mentions/", "/press/in-the-news/"]
    assert seen("The Former Tribune", telling, ask) == set(telling)
    outlet = Outlet.objects.get()
    outlet.name = "The Renamed Tribune"
    outlet.save()
    assert seen("The Renamed Tribune", telling, ask) == set(telling)
    assert seen("The Former Tribune", telling, ask) == set()


class TestTheQueue:
    """In production words are written by the queue, when searches may have been asked for once more already."""

    @pytest.fixture(autouse=True)
    def _queue(self, settings, monkeypatch, stored):
        monkeypatch.setattr("worker.jobs._jobs", {})
        settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

    def work(self):
        """Do what waits."""
        worker = Worker()
        while worker.step():
            pass

    def test_a_search_shows_a_new_page_when_its_words_are_written(self, ask, room):
        room.post(title="A gathering and a picnic")
        assert "picnic" not in ask("/search/?q=gathering")
        self.work()
        assert "picnic" in ask("/search/?q=gathering")

    def test_a_convening_too_but_not_its_draft(self, ask, client, home_page):
        ConveningIndexFactory(parent=home_page)
        convening = ConveningFactory(name="A gathering with music")
        assert "music" not in ask("/search/?q=gathering")
        self.work()
        assert "music" in ask("/search/?q=gathering")
        convening.name = "A gathering with cake"
        convening.save_revision()
        self.work()
        assert client.get("/search/?q=gathering", headers={"host": "localhost"})["X-Page-Cache"] == "hit"
