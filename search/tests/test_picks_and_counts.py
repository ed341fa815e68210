"""What editors put first, and what they learn of searches."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, QueryDailyHits, SearchPromotion

from news.tests.factories import BlogPostFactory
from search import counting
from search.models import Unanswered

pytestmark = [pytest.mark.django_db, pytest.mark.indexes]


def pick(words, **what):
    return SearchPromotion.objects.create(query=Query.get(words), **what)


class TestPicks:
    """They stand first, if the public may see them."""

    def test_pages_and_other_sites_in_the_order_of_the_editor(self, client, blog):
        post = BlogPostFactory(parent=blog, title="Join us")
        pick("Giving", page=post, description="All ways to help.", sort_order=1)
        pick("giving", external_link_url="https://example.org/", external_link_text="Elsewhere", sort_order=0)
        response = client.get("/search/", {"q": "GIVING"})
        assert [one.title for one in response.context["picks"]] == ["Elsewhere", "Join us"]
        assert "All ways to help." in response.content.decode()

    def test_a_draft_stays_hidden(self, client, blog):
        pick("giving", page=BlogPostFactory(parent=blog, title="Not yet", live=False))
        response = client.get("/search/", {"q": "giving"})
        assert response.context["picks"] == []
        assert "Not yet" not in response.content.decode()

    def test_only_above_the_first_page_of_everything(self, client, blog):
        BlogPostFactory.create_batch(11, parent=blog, title="Giving")
        pick("giving", page=blog)
        assert client.get("/search/?q=giving").context["picks"]
        assert not client.get("/search/?q=giving&page=2").context["picks"]
        assert not client.get("/search/?q=giving&kind=post").context["picks"]

    @pytest.mark.with_page_cache
    def test_a_new_one_is_seen_at_once(self, client, blog, django_capture_on_commit_callbacks):
        BlogPostFactory(parent=blog, title="Giving")
        client.get("/search/?q=giving")
        with django_capture_on_commit_callbacks(execute=True):
            pick("giving", external_link_url="https://example.org/", external_link_text="Elsewhere")
        assert "Elsewhere" in client.get("/search/?q=giving").content.decode()


class TestCounts:
    """By day, without persons."""

    def hits(self, words):
        return list(QueryDailyHits.objects.filter(query__query_string=words).values_list("hits", flat=True))

    def unanswered(self, words):
        return list(Unanswered.objects.filter(query__query_string=words).values_list("hits", flat=True))

    def test_searches_and_those_without_an_answer(self, client, blog):
        BlogPostFactory(parent=blog, title="Rent")
        client.get("/search/?q=Rent")
        client.get("/search/?q=zebra")
        client.get("/search/?q=zebra")
        assert (self.hits("rent"), self.unanswered("rent")) == ([1], [])
        assert (self.hits("zebra"), self.unanswered("zebra")) == ([2], [2])

    def test_further_pages_and_filters_count_nothing(self, client, blog):
        BlogPostFactory.create_batch(11, parent=blog, title="Rent")
        client.get("/search/?q=rent&page=2")
        client.get("/search/?q=rent&kind=post")
        assert not Query.objects.exists()

    def test_what_looks_personal_is_not_kept(self, client, blog):
        client.get("/search/", {"q": "someone@example.org"})
        assert not Query.objects.exists()

    def test_old_counts_go_and_picks_stay(self, blog):
        long_ago = timezone.localdate() - timedelta(days=counting.KEPT_DAYS + 1)
        Query.get("old").add_hit(long_ago)
        Query.get("new").add_hit(timezone.localdate())
        pick("picked", page=blog)
        Unanswered.objects.create(query=Query.get("old"), date=long_ago, hits=1)
        counting.forget()
        assert set(Query.objects.values_list("query_string", flat=True)) == {"new", "picked"}
        assert not Unanswered.objects.exists()


class TestMisspellings:
    """The page says what may have been meant, and shows it."""

    @pytest.mark.parametrize("typed", ["tennant", "tenent", "tenat", "tenants evicton", "evict tenents", "ttenant"])
    def test_a_better_word(self, client, blog, typed):
        BlogPostFactory(parent=blog, title="Tenants and eviction")
        response = client.get("/search/", {"q": typed})
        assert response.context["listing"].count == 1
        assert "Did you mean" in response.content.decode()

    def test_what_has_some_of_the_words_is_better_than_nothing(self, client, blog):
        BlogPostFactory(parent=blog, title="Tenants and eviction")
        response = client.get("/search/", {"q": "tenants of zanzibar"})
        assert response.context["listing"].count == 1
        assert "some of them" in response.content.decode()

    def test_no_word_of_a_hidden_page_is_proposed(self, client, blog):
        BlogPostFactory(parent=blog, title="Tenants", live=False)
        response = client.get("/search/", {"q": "tennants"})
        assert "Tenants" not in response.content.decode()
        assert response.context["listing"].instead is None

    def test_nothing_alike_leads_on_to_topics(self, client, blog):
        response = client.get("/search/", {"q": "zebra"})
        assert response.context["listing"].instead is None
        assert "terms" in response.context


class TestTheAdmin:
    """Editors pick and see what was searched for; writers do not."""

    @pytest.fixture
    def as_member_of(self, client, django_user_model):
        def sign_in(group):
            user = django_user_model.objects.create_user(group, f"{group}@example.org", "password")
            user.groups.add(Group.objects.get(name=group))
            client.force_login(user)
            return client

        return sign_in

    def test_the_report_says_how_often_and_what_was_not_found(self, client, blog, as_member_of):
        BlogPostFactory(parent=blog, title="Rent")
        for words in ("rent", "zebra", "zebra"):
            client.get("/search/", {"q": words})
        editor = as_member_of("Editors")
        response = editor.get(reverse("searches_report"))
        assert response.status_code == 200
        rows = [(one.query_string, one.searches, one.misses) for one in response.context["object_list"]]
        assert rows == [("zebra", 2, 2), ("rent", 1, 0)]
        missed = editor.get(reverse("searches_report"), {"without_answer": "true"}).context["object_list"]
        assert [one.query_string for one in missed] == ["zebra"]
        assert "zebra" in b"".join(editor.get(reverse("searches_report"), {"export": "csv"})).decode()

    def test_it_is_for_editors(self, blog, as_member_of):
        assert as_member_of("Writers").get(reverse("searches_report")).status_code == 302

    def test_editors_pick_by_a_form_without_inline_scripts(self, blog, as_member_of):
        editor = as_member_of("Editors")
        html = editor.get(reverse("wagtailsearchpromotions:add")).content.decode()
        assert "InlinePanel" in html
        assert "createQueryChooser" not in html
        form = {
            "query_string": "giving",
            "editors_picks-TOTAL_FORMS": 1,
            "editors_picks-INITIAL_FORMS": 0,
            "editors_picks-MIN_NUM_FORMS": 0,
            "editors_picks-MAX_NUM_FORMS": 1000,
            "editors_picks-0-page": blog.pk,
            "editors_picks-0-ORDER": 1,
        }
        assert editor.post(reverse("wagtailsearchpromotions:add"), form).status_code == 302
        assert SearchPromotion.objects.get().page_id == blog.pk
