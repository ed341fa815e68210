"""Coverage by others as visitors and editors meet it."""

import datetime
import threading

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction, Revision
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from core.publication import PublicationRefused
from core.sites import root_paths
from core.tests.factories import PlaceFactory, TopicFactory
from images.tests.factories import PhotoFactory
from news import views
from news.article.fetch import NotFetched, fetch
from news.models import NewsMention, Outlet, SecondMention

from .factories import NewsMentionFactory, OutletFactory
from .test_publication import person
from .web import HEADLINE, Web

pytestmark = pytest.mark.django_db

LIST = "/press/in-the-news/"
STORY = "https://tribune.example.org/story"


def titles(response):
    return [mention.title for mention in response.context["listing"].items]


class TestTheList:
    def test_is_by_year_newest_first_twenty_to_a_page(self, client, coverage):
        for number in range(25):
            NewsMentionFactory(parent=coverage, published_on=datetime.date(2025 - number // 20, 6, 28 - number))
        first, second = client.get(LIST), client.get(f"{LIST}?page=2")
        dates = [mention.published_on for mention in first.context["listing"].items]
        assert len(dates) == 20
        assert dates == sorted(dates, reverse=True)
        assert "<h2>2025</h2>" in first.content.decode()
        assert "<h2>2024</h2>" in second.content.decode()
        assert not set(titles(first)) & set(titles(second))

    def test_leads_straight_to_the_article_and_says_where(self, client, coverage):
        NewsMentionFactory(
            parent=coverage,
            article_url=STORY,
            outlet=OutletFactory(name="The Example Tribune"),
            kind="op_ed",
            paywall=True,
            byline="Reporter One",
            archive_url="https://archive.example.org/1",
            lead_photo=PhotoFactory(caption="<p>Row <b>houses</b>.</p>", credit="Photo: Staff"),
        )
        html = client.get(LIST).content.decode()
        assert f'<a href="{STORY}" rel="external noopener">' in html
        assert '<a href="https://archive.example.org/1" rel="external noopener">' in html
        for words in (
            "at The Example Tribune",
            "The Example Tribune · Op-ed by us",
            "may need a subscription",
            "By Reporter One",
            "Row houses.",
            "Photo: Staff",
        ):
            assert words in html, words

    @pytest.mark.parametrize(
        ("query", "status"),
        [
            ("page=abc", 200),
            ("unknown=1", 200),
            ("page=999", 404),
            ("year=x", 404),
            ("year=1999", 200),
            ("outlet=unknown", 404),
            ("outlet=%00", 404),
            ("topic=unknown", 404),
        ],
    )
    def test_answers_any_query_cleanly(self, client, coverage, query, status):
        NewsMentionFactory(parent=coverage)
        assert client.get(f"{LIST}?{query}").status_code == status

    def test_filters_combine(self, client, coverage):
        outlet, topic, place = OutletFactory(), TopicFactory(), PlaceFactory()
        for year in (2023, 2024):
            mention = NewsMentionFactory(parent=coverage, outlet=outlet, published_on=datetime.date(year, 5, 1))
            mention.topics.add(topic)
            mention.places.add(place)
            mention.save()
        NewsMentionFactory(parent=coverage, published_on=datetime.date(2024, 5, 2))
        query = f"year=2024&outlet={outlet.slug}&topic={topic.slug}&place={place.slug}"
        assert titles(client.get(f"{LIST}?{query}")) == [mention.title.replace("2023", "2024")]

    def test_an_empty_list_says_so(self, client, coverage):
        assert "Nothing is listed yet" in client.get(LIST).content.decode()

    def test_shows_nothing_that_is_not_public(self, client, coverage):
        NewsMentionFactory(parent=coverage, title="Shown")
        NewsMentionFactory(parent=coverage, title="Hidden draft", live=False)
        private = NewsMentionFactory(parent=coverage, title="Hidden private")
        PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
        for address in (LIST, f"{LIST}feed.rss", f"{LIST}feed.json", "/feed.atom"):
            content = client.get(address).content.decode()
            assert "Shown" in content
            assert "Hidden" not in content

    @pytest.mark.parametrize("address", [LIST, f"{LIST}feed.rss", f"{LIST}feed.json", "/feed.atom"])
    def test_takes_as_many_queries_for_twenty_mentions_as_for_one(
        self, client, coverage, django_assert_max_num_queries, address
    ):
        def queries():
            client.get(address)  # what is remembered for all requests
            with django_assert_max_num_queries(25) as captured:
                assert client.get(address).status_code == 200
            return len(captured)

        def mention():
            one = NewsMentionFactory(parent=coverage, lead_photo=PhotoFactory(caption="<p>Caption</p>", credit="Us"))
            one.topics.add(TopicFactory())
            one.save()

        mention()
        with_one = queries()
        for _ in range(19):
            mention()
        assert queries() == with_one


class TestTheQuerySets:
    @pytest.fixture(autouse=True)
    def _sites_are_known(self, coverage):
        """Where sites begin is asked once and remembered by every process."""
        root_paths()

    def test_a_listing_takes_as_many_queries_for_twenty_as_for_one(self, coverage, django_assert_num_queries):
        NewsMentionFactory.create_batch(20, parent=coverage, lead_photo=PhotoFactory())
        for count in (1, 20):
            with django_assert_num_queries(3):
                for mention in NewsMention.objects.for_listing()[:count]:
                    assert mention.outlet.name
                    assert mention.lead_photo.files

    def test_chosen_mentions_come_as_cards_in_two_queries(self, coverage, django_assert_num_queries):
        mentions = NewsMentionFactory.create_batch(3, parent=coverage, lead_photo=PhotoFactory(caption="<p>A</p>"))
        hidden = NewsMentionFactory(parent=coverage, live=False)
        with django_assert_num_queries(2):
            cards = NewsMention.objects.as_cards([mentions[2].pk, mentions[0].pk, hidden.pk])
            assert {card.address for card in cards.values()} == {mentions[2].article_url, mentions[0].article_url}
            assert all(card.outlet.name and card.lead_photo.image_caption.caption for card in cards.values())


class TestThePage:
    def test_is_a_citation_that_search_engines_leave_to_the_outlet(self, client, coverage):
        mention = NewsMentionFactory(parent=coverage, byline="Reporter One", paywall=True, article_url=STORY)
        topic = TopicFactory(name="Housing")
        mention.topics.add(topic)
        mention.save()
        html = client.get(mention.url).content.decode()
        assert '<meta name="robots" content="noindex, follow">' in html
        assert f"<cite>{'<a href='}" in html
        assert 'href="/topics/housing/"' in html
        for words in (mention.title, mention.outlet.name, "Reporter One", f'href="{STORY}"', "may need a subscription"):
            assert words in html

    def test_a_draft_with_gaps_can_be_previewed(self, client, coverage):
        client.force_login(person("Writers", "writer"))
        url = reverse("wagtailadmin_pages:preview_on_add", args=["news", "newsmention", coverage.pk])
        assert client.post(url, form_data(article_url="", outlet="", published_on="")).json()["is_valid"]
        assert client.get(url + "?mode=").status_code == 200


def form_data(**fields):
    return nested_form_data(
        {
            "title": "Councils act",
            "slug": "councils-act",
            "teaser": "",
            "article_url": STORY,
            "outlet": "",
            "kind": "news",
            "byline": "",
            "published_on": "2025-05-01",
            "archive_url": "",
            "photo_permission": "",
            "comments": inline_formset([]),
            **fields,
        }
    )


def add_url(coverage):
    return reverse("wagtailadmin_pages:add", args=["news", "newsmention", coverage.pk])


class TestTheEditor:
    @pytest.fixture(autouse=True)
    def _editor(self, client):
        client.force_login(person("Editors", "editor"))

    def test_saves_a_draft_with_gaps(self, client, coverage):
        for number in range(2):  # without an address, no two are the same
            client.post(add_url(coverage), form_data(slug=f"d{number}", article_url="", published_on=""))
        assert NewsMention.objects.filter(live=False, article_key=None).count() == 2

    def test_asks_for_outlet_address_and_date_when_it_is_published(self, client, coverage):
        data = form_data(article_url="", published_on="", **{"action-publish": "1"})
        errors = client.post(add_url(coverage), data).context["form"].errors
        assert set(errors) == {"article_url", "published_on", "outlet"}

    def test_publishes_a_complete_mention(self, client, coverage):
        client.post(add_url(coverage), form_data(outlet=OutletFactory().pk, **{"action-publish": "1"}))
        assert NewsMention.objects.get().live

    @pytest.mark.parametrize("publishes", [{}, {"action-publish": "1"}])
    def test_refuses_a_second_mention_with_a_link_to_the_first_and_keeps_what_was_typed(
        self, client, coverage, publishes
    ):
        first = NewsMentionFactory(parent=coverage, article_url=f"{STORY}/?utm_source=letter", live=False)
        data = form_data(title="Typed with care", outlet=OutletFactory().pk, **publishes)
        response = client.post(add_url(coverage), data)
        html = response.content.decode()
        (error,) = response.context["form"].errors["article_url"]
        assert reverse("wagtailadmin_pages:edit", args=[first.pk]) in error
        assert "Typed with care" in html
        assert f'<a href="/admin/pages/{first.pk}/edit/">' in html  # not escaped
        assert NewsMention.objects.count() == 1

    def test_lets_a_mention_keep_its_address(self, client, coverage):
        mention = NewsMentionFactory(parent=coverage, article_url=STORY)
        mention.save_revision()
        data = form_data(outlet=mention.outlet.pk, slug=mention.slug, title="Changed", **{"action-publish": "1"})
        client.post(reverse("wagtailadmin_pages:edit", args=[mention.pk]), data)
        assert NewsMention.objects.get().title == "Changed"

    @pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://example.org/", "https://example.org/ x"])
    def test_takes_no_address_but_of_the_web(self, client, coverage, address):
        data = form_data(article_url=address, archive_url=address)
        errors = client.post(add_url(coverage), data).context["form"].errors
        assert {"article_url", "archive_url"} <= set(errors)

    def test_lists_mentions_and_filters_them(self, client, coverage, django_assert_max_num_queries):
        mentions = NewsMentionFactory.create_batch(12, parent=coverage)
        address = reverse("mentions:index")
        with django_assert_max_num_queries(40) as many:
            html = client.get(address).content.decode()
        assert all(mention.outlet.name in html for mention in mentions)
        for mention in mentions[1:]:
            mention.delete()
        with django_assert_max_num_queries(40) as few:
            client.get(address)
        assert len(many) <= len(few) + 1  # the page tree says more of several pages
        other = NewsMentionFactory(parent=coverage, kind="interview")
        for query in (f"outlet={other.outlet.pk}", "kind=interview"):
            found = client.get(f"{address}?{query}").context["object_list"]
            assert [page.pk for page in found] == [other.pk]

    def test_a_copy_is_of_no_article_yet(self, client, coverage):
        mention = NewsMentionFactory(parent=coverage)
        copy = mention.copy(update_attrs={"slug": "copy"}, keep_live=False)
        assert (copy.article_url, copy.article_key) == ("", None)

    def test_an_alias_is_the_same_mention(self, coverage, home_page):
        mention = NewsMentionFactory(parent=coverage)
        alias = mention.create_alias(parent=coverage, update_slug="alias")
        mention.title = "Changed"
        mention.save_revision().publish()
        alias.refresh_from_db()
        assert (alias.title, alias.article_key) == ("Changed", None)


class TestOtherWays:
    def test_a_script_is_refused(self, coverage):
        first = NewsMentionFactory(parent=coverage, article_url=STORY)
        with pytest.raises(SecondMention) as refused:
            NewsMentionFactory(parent=coverage, article_url="http://www.tribune.example.org/story/#top")
        assert refused.value.first == first

    def test_publishing_a_change_to_an_address_that_another_has_is_refused(self, coverage):
        NewsMentionFactory(parent=coverage, article_url=STORY)
        second = NewsMentionFactory(parent=coverage)
        second.article_url = STORY
        with pytest.raises(PublicationRefused, match="already"):
            second.save_revision().publish()

    def test_an_address_that_is_scheduled_is_taken(self, coverage):
        first = NewsMentionFactory(parent=coverage)
        first.article_url, first.go_live_at = STORY, timezone.now() + datetime.timedelta(hours=1)
        first.save_revision().publish()
        with pytest.raises(SecondMention):
            NewsMentionFactory(parent=coverage, article_url=STORY)
        moment = timezone.now() - datetime.timedelta(minutes=1)
        scheduled = Revision.objects.get(approved_go_live_at__isnull=False)
        scheduled.content["go_live_at"] = moment.isoformat()
        scheduled.approved_go_live_at = moment
        scheduled.save()
        call_command("publish_scheduled")
        assert NewsMention.objects.get().article_url == STORY

    def test_saving_something_else_leaves_the_key(self, coverage):
        mention = NewsMentionFactory(parent=coverage, article_url=STORY)
        mention.article_url = "https://example.org/other"
        mention.save(update_fields=["title"])
        key = NewsMention.objects.get().article_key
        mention.save(update_fields=["article_url"])
        assert NewsMention.objects.get().article_key != key


class TestTwoAtTheSameMoment:
    """Both forms have looked, and found no other mention; then both save."""

    @pytest.fixture(autouse=True)
    def _blind_at_first(self, monkeypatch):
        """Have the first looks find nothing, as if the other were saved right after them."""
        look = NewsMention.first_mention
        self.looks = 0

        def first_mention(mention):
            self.looks += 1
            return None if self.looks <= self.blind_looks else look(mention)

        self.blind_looks = 0
        monkeypatch.setattr(NewsMention, "first_mention", first_mention)

    def test_the_database_has_the_last_word(self, coverage):
        NewsMentionFactory(parent=coverage, article_url=STORY)
        self.blind_looks = self.looks + 1  # the look of save()
        with pytest.raises(SecondMention):
            NewsMentionFactory(parent=coverage, article_url=STORY)
        assert NewsMention.objects.count() == 1

    def test_the_editor_gets_the_form_back_with_what_was_typed(self, client, coverage):
        client.force_login(person("Editors", "editor"))
        first = NewsMentionFactory(parent=coverage, article_url=STORY)
        self.blind_looks = self.looks + 2  # the look of the form, and that of save()
        response = client.post(add_url(coverage), form_data(title="Typed with care"))
        assert response.status_code == 200
        assert f"/admin/pages/{first.pk}/edit/" in response.content.decode()
        assert "Typed with care" in response.content.decode()
        assert NewsMention.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_many_who_save_at_once_one_succeeds(coverage):
    outlet, results = OutletFactory(), []
    barrier = threading.Barrier(4)

    def save(number):
        page = NewsMention(title=f"M {number}", slug=f"m-{number}", outlet=outlet, article_url=STORY, live=False)
        barrier.wait()
        try:
            type(coverage).objects.get(pk=coverage.pk).add_child(instance=page)
            results.append("saved")
        except SecondMention:
            results.append("refused")
        except Exception as error:  # treebeard's own collisions of paths are another matter
            results.append(type(error).__name__)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=save, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results.count("saved") == 1, results
    assert NewsMention.objects.count() == 1
    assert connection.is_usable()


class TestFetchDetails:
    """The button of the form."""

    @pytest.fixture
    def web(self, monkeypatch):
        with Web() as web:
            monkeypatch.setattr(views, "fetch", lambda address: fetch(address, web.resolve))
            yield web

    @pytest.fixture
    def ask(self, client, coverage):
        client.force_login(person("Writers", "writer"))
        return lambda address, **data: client.post(reverse("article_details"), {"address": address, **data})

    def test_tells_what_the_article_says_and_offers_its_outlet(self, ask, web):
        assert ask("http://news.test/graph").json() == {
            "fields": {"title": HEADLINE, "byline": "Reporter One, Reporter Two", "published_on": "2025-07-04"},
            "new_outlet": {"name": "The Example Tribune", "home_page": "http://news.test/"},
        }

    @pytest.mark.parametrize(
        "known",
        [{"home_page": "https://www.news.test/"}, {"home_page": "https://test/"}, {"name": "the example tribune"}],
    )
    def test_finds_the_outlet_by_host_or_name(self, ask, web, known):
        OutletFactory(home_page="https://example.org/")
        outlet = OutletFactory(**{"home_page": "", **known})
        assert ask("http://news.test/graph").json()["outlet"]["id"] == outlet.pk

    def test_a_host_that_only_ends_alike_is_another(self, ask, web):
        OutletFactory(home_page="https://ews.test/")
        assert "new_outlet" in ask("http://news.test/graph").json()

    def test_a_failure_is_a_sentence_and_the_editor_goes_on(self, ask, web):
        answer = ask("http://news.test/pdf")
        assert answer.status_code == 200
        assert "a file, not" in answer.json()["sentence"]
        assert "yourself" in answer.json()["sentence"]

    def test_says_at_once_that_the_article_is_listed(self, ask, coverage, monkeypatch):
        mention = NewsMentionFactory(parent=coverage, article_url=STORY)
        monkeypatch.setattr(views, "fetch", lambda address: pytest.fail("nothing needs to be fetched"))
        assert f"/admin/pages/{mention.pk}/edit/" in ask(STORY).json()["sentence"]

    def test_a_mention_is_no_second_of_itself(self, ask, coverage, monkeypatch):
        mention = NewsMentionFactory(parent=coverage, article_url=STORY)

        def none(address):
            raise NotFetched("Nothing there.")

        monkeypatch.setattr(views, "fetch", none)
        assert ask(STORY, mention=mention.pk).json()["sentence"].startswith("Nothing there.")

    @pytest.mark.parametrize("mention", ["x", "-1", "9" * 30, "٣"])
    def test_a_strange_id_does_no_harm(self, ask, web, mention):
        assert ask("http://news.test/graph", mention=mention).status_code == 200

    def test_nobody_else_may_ask(self, client, coverage):
        for name in ("article_details", "add_outlet"):
            assert client.post(reverse(name)).status_code == 302
        client.force_login(person("Writers", "writer"))
        assert client.get(reverse("article_details")).status_code == 405

    def test_a_request_without_token_is_refused(self, coverage):
        from django.test import Client

        client = Client(enforce_csrf_checks=True)
        client.force_login(person("Writers", "writer"))
        assert client.post(reverse("article_details"), {"address": STORY}).status_code == 403


class TestAddOutlet:
    @pytest.fixture
    def add(self, client, db):
        client.force_login(person("Writers", "writer"))
        return lambda **data: client.post(reverse("add_outlet"), data).json()

    def test_adds_it_and_has_it_chosen(self, add):
        answer = add(name="The Example Tribune", home_page="https://tribune.example.org/")
        outlet = Outlet.objects.get()
        assert answer["outlet"]["id"] == outlet.pk
        assert answer["outlet"]["string"] == "The Example Tribune"
        assert outlet.home_page == "https://tribune.example.org/"

    def test_one_that_exists_is_not_added_again(self, add):
        outlet = OutletFactory(name="The Example Tribune")
        assert add(name="the example tribune")["outlet"]["id"] == outlet.pk

    @pytest.mark.parametrize("data", [{}, {"name": "x" * 101}, {"name": "A", "home_page": "javascript:alert(1)"}])
    def test_what_makes_no_sense_is_refused_with_a_sentence(self, add, data):
        assert add(**data)["sentence"]
        assert not Outlet.objects.exists()


def test_a_mention_that_lost_its_date_does_not_stop_the_list(client, coverage):
    mention = NewsMentionFactory(parent=coverage)
    NewsMentionFactory(parent=coverage)
    NewsMention.objects.filter(pk=mention.pk).update(published_on=None)
    assert client.get(coverage.url).status_code == 200
