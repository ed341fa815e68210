"""A term that gets other words reaches all that has it, though nobody saves those pages again."""

import pytest

from convenings.tests.factories import ConveningFactory, ConveningIndexFactory
from core import renewal, share_cards, tasks
from core.models import ShareCard, Topic
from core.tests.factories import PlaceFactory, TopicFactory
from news.tests.factories import AuthorFactory, OutletFactory, SeriesFactory

from .news_room import NewsRoom

pytestmark = [pytest.mark.django_db, pytest.mark.indexes]


@pytest.fixture
def room(home_page):
    return NewsRoom.below(home_page)


@pytest.fixture
def save(django_capture_on_commit_callbacks):
    """Save a thing with other values, as a request does; what the queue gets is done too."""

    def save(thing, **values):
        with django_capture_on_commit_callbacks(execute=True):
            for name, value in values.items():
                setattr(thing, name, value)
            thing.save()

    return save


@pytest.fixture
def tasks_of(save, monkeypatch):
    """Save a thing with other values; the arguments of the tasks that come of it."""

    def of(thing, **values):
        with monkeypatch.context() as patch:
            enqueued = []
            patch.setattr(tasks, "renew", type("Task", (), {"enqueue": lambda *args: enqueued.append(args)}))
            save(thing, **values)
        return enqueued

    return of


@pytest.fixture
def found(client):
    """The titles that a search finds."""
    return lambda words: [page.title for page in client.get("/search/", {"q": words}).context["listing"].items]


def card_of(page):
    return ShareCard.objects.filter(page=page.pk).first()


def test_pages_are_found_by_the_new_synonyms_of_a_topic_and_not_by_the_old_ones(room, save, found):
    topic = TopicFactory(name="Housing", synonyms="tenancy")
    pages = room.one_of_each(topics=[topic])
    room.post()
    assert len(found("tenancy")) == 3
    save(topic, synonyms="eviction, landlords")
    assert set(found("landlords")) == {page.title for page in pages}
    assert found("tenancy") == []


@pytest.mark.parametrize("relation", ["topics", "places"])
def test_pages_are_found_by_the_new_name_of_what_they_are_about(room, save, found, relation):
    term = {"topics": TopicFactory, "places": PlaceFactory}[relation](name="Cottages")
    post = room.post(**{relation: [term]})
    save(term, name="Bungalows")
    assert found("bungalows") == [post.title]
    assert found("cottages") == []


def test_pages_are_not_found_by_a_topic_that_is_gone(room, found, django_capture_on_commit_callbacks, monkeypatch):
    room.post(topics=[TopicFactory(name="Cottages")])
    monkeypatch.setattr("core.uses._uses_that_keep", lambda *args: [])  # which refuse to let it go
    with django_capture_on_commit_callbacks(execute=True):
        Topic.objects.all().delete()
    assert found("cottages") == []


def test_convenings_are_found_by_the_new_synonyms_of_a_topic(save, client, home_page):
    ConveningIndexFactory(parent=home_page)
    topic = TopicFactory(name="Housing")
    convening = ConveningFactory(name="A gathering")
    convening.topics.add(topic)
    convening.save()
    save(topic, synonyms="landlords")
    assert "A gathering" in client.get("/search/?q=landlords").content.decode()


def test_the_new_teaser_of_a_series_stands_with_its_issues_that_have_none(room, save, found, client):
    series = SeriesFactory(default_teaser="What members did.")
    own, without = room.post(series=series, teaser="Rents, and who sets them."), room.post(series=series, teaser="")
    save(series, default_teaser="Everything about sidewalks.")
    for address in ("/blog/", without.url, "/blog/feed.rss", "/api/v1/posts/", f"/search/?q={without.title}"):
        assert "Everything about sidewalks." in client.get(address).content.decode(), address
    assert found("sidewalks") == [without.title]
    assert found("rents") == [own.title]


@pytest.mark.parametrize("kind", ["outlet", "series"])
def test_a_new_name_stands_on_the_share_cards_and_is_found(room, save, found, kind):
    if kind == "outlet":
        term = OutletFactory(name="The Former Tribune")
        page = room.mention(outlet=term)
    else:
        term = SeriesFactory(name="The Former Letter")
        page = room.post(series=term)
    share_cards.draw(page.pk)
    former = card_of(page)
    save(term, name="The Bungalow")
    page.refresh_from_db()
    assert "The Bungalow" in page.kicker
    assert card_of(page).digest == share_cards._digest(share_cards._content(page)) != former.digest
    assert found("bungalow") == [page.title]
    assert found("former") == []


def test_a_hidden_page_gets_no_card(room, save):
    series = SeriesFactory(name="Letter")
    page = room.post(series=series, live=False)
    save(series, name="Bulletin")
    assert card_of(page) is None


def test_nothing_is_done_when_no_word_has_changed(room, tasks_of):
    topic = TopicFactory(name="Housing")
    room.post(topics=[topic])
    assert tasks_of(topic) == tasks_of(topic, description="Homes.", slug="homes") == []
    assert tasks_of(AuthorFactory(), name="Another team") == []
    assert len(tasks_of(topic, name="Homes")) == 1


def test_a_few_at_a_time_by_the_queue(room, tasks_of, monkeypatch):
    monkeypatch.setattr(renewal, "BATCH", 2)
    topic = TopicFactory(name="Housing")
    posts = [room.post(topics=[topic]).pk for _number in range(3)]
    mention = room.mention(topics=[topic])
    wanted = [("news.BlogPost", posts[:2]), ("news.BlogPost", posts[2:]), ("news.NewsMention", [mention.pk])]
    assert tasks_of(topic, name="Homes") == wanted
    mention.delete()
    tasks.renew.call("news.NewsMention", [mention.pk])
