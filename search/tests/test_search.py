"""The search page."""

import datetime
import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from core.tests.factories import PlaceFactory, TopicFactory
from media_inquiries.tests.factories import ContactPersonFactory, MediaContactFactory
from news.tests.factories import BlogPostFactory, SeriesFactory

pytestmark = [pytest.mark.django_db, pytest.mark.indexes]

HOSTILE = [
    '"',
    '""',
    '"renters',
    "'",
    "%",
    "%s %(q)s {0}",
    "\\",
    "*",
    "ren*",
    "NEAR(a b)",
    "title:rent",
    "rent AND",
    "OR OR",
    "NOT rent",
    "a & b | !c <-> d",
    "(((",
    "-rent +rent ^rent",
    "\0",
    "rent\0ers",
    "🎉",
    "e\u0301",
    "‮abc",
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "the of and",
    "x" * 5000,
    "word " * 1000,
    '"' * 5000,
]


@pytest.fixture
def search(client, blog):
    """Search with these words and parameters; the response."""

    def get(words, **parameters):
        return client.get("/search/", {"q": words, **parameters})

    return get


def titles(response):
    return [page.title for page in response.context["listing"].items]


def body(response):
    return unescape(response.content.decode())


class TestFinding:
    """What is found, and what is not."""

    @pytest.mark.parametrize("words", ["housing", "HOUSING", "Housing homes", "homes", "home", "houses"])
    def test_words_of_title_and_text_in_any_form(self, search, blog, words):
        BlogPostFactory(parent=blog, title="A housing plan", body=[("paragraph", "<p>Homes for all.</p>")])
        BlogPostFactory(parent=blog, title="A bus plan")
        assert titles(search(words)) == ["A housing plan"]

    @pytest.mark.parametrize("words", ["Bogotá", "bogota", "BOGOTÁ"])
    @pytest.mark.parametrize("title", ["Visit to Bogotá", "Visit to Bogota"])
    def test_accents_make_no_difference(self, search, blog, words, title):
        BlogPostFactory(parent=blog, title=title)
        assert titles(search(words)) == [title]

    @pytest.mark.parametrize(
        ("title", "words"),
        [
            ("Affordable hous\u00ading for all", "affordable housing"),
            ("An e\ufb00ort for tenants", "effort"),
            ("Ten\u200bants speak", "tenants"),
            ("Tenants speak", "ten\u00adants"),
            ("An effort", "e\ufb00ort"),
        ],
    )
    @pytest.mark.parametrize("field", ["title", "body"])
    def test_invisible_characters_and_ligatures_make_no_difference(self, search, blog, title, words, field):
        values = {"title": title} if field == "title" else {"body": [{"type": "paragraph", "value": f"<p>{title}</p>"}]}
        post = BlogPostFactory(parent=blog, **values)
        assert titles(search(words)) == [post.title]

    def test_a_phrase_stands_together(self, search, blog):
        BlogPostFactory(parent=blog, title="Fair workweek laws")
        BlogPostFactory(parent=blog, title="A fair law for the workweek")
        assert titles(search('"fair workweek"')) == ["Fair workweek laws"]
        assert titles(search("“fair workweek” laws")) == ["Fair workweek laws"]
        assert len(titles(search("fair workweek"))) == 2

    def test_words_that_stand_everywhere_hinder_nothing(self, search, blog):
        BlogPostFactory(parent=blog, title="Transit plan")
        assert titles(search("what is the plan for transit")) == ["Transit plan"]

    def test_a_title_counts_more_than_a_text(self, search, blog):
        BlogPostFactory(parent=blog, title="Other things", body=[("paragraph", "<p>Sidewalks, and more.</p>")])
        BlogPostFactory(parent=blog, title="Sidewalks")
        BlogPostFactory(parent=blog, title="More things", body=[("paragraph", "<p>Of sidewalks, and more.</p>")])
        assert titles(search("sidewalks"))[0] == "Sidewalks"

    def test_topics_by_their_other_words(self, search, blog):
        post = BlogPostFactory(parent=blog, title="Homes")
        post.topics.add(TopicFactory(name="Housing", synonyms="tenants, eviction"))
        post.save()
        assert titles(search("eviction")) == ["Homes"]

    def test_people_through_their_desk(self, search, home_page):
        desk = MediaContactFactory(parent=home_page, title="Press desk")
        desk.people.add(ContactPersonFactory.build(name="Example Person", contact=None))
        desk.save()
        assert titles(search("example person")) == ["Press desk"]

    def test_lists_by_their_names(self, search, blog, home_page):
        blog.title = "Our blog"
        blog.save()
        response = search("blog")
        assert titles(response) == ["Our blog"]
        assert titles(search("blog", kind="page")) == ["Our blog"]
        assert blog.get_url() in body(response)

    def test_drafts_and_private_pages_stay_hidden(self, search, blog):
        BlogPostFactory(parent=blog, title="Secret plan", live=False)
        private = BlogPostFactory(parent=blog, title="Secret meeting")
        PageViewRestriction.objects.create(page=private, restriction_type="login")
        unpublished = BlogPostFactory(parent=blog, title="Secret letter")
        unpublished.unpublish()
        response = search("secret")
        assert titles(response) == []
        assert response.context["listing"].count == 0

    @pytest.mark.parametrize("words", HOSTILE)
    def test_whatever_is_typed_has_an_answer(self, search, blog, words):
        BlogPostFactory(parent=blog, title="Rent")
        assert search(words).status_code == 200
        assert search(words, sort="date").status_code == 200


class TestThePage:
    """What it shows."""

    def test_without_words_it_is_a_plain_start(self, client, blog):
        TopicFactory(name="Housing")
        response = client.get("/search/")
        assert response.status_code == 200
        assert "listing" not in response.context

    def test_search_engines_leave_it_alone(self, search):
        assert '<meta name="robots" content="noindex, follow">' in body(search("rent"))

    def test_what_was_typed_stands_in_the_field(self, search):
        assert 'value="rent &amp; &quot;fair&quot; &lt;b&gt;"' in search('rent & "fair" <b>').content.decode()

    def test_the_words_are_marked_in_every_form_and_nothing_else_is_html(self, search, blog):
        BlogPostFactory(parent=blog, title="<i>Councils</i> & policies", teaser="The council’s policy, and councilors.")
        html = search("council policy").content.decode()
        assert "&lt;i&gt;<mark>Councils</mark>&lt;/i&gt; &amp; <mark>policies</mark>" in html
        assert "The <mark>council</mark>’s <mark>policy</mark>, and <mark>councilors</mark>." in html

    def test_ten_hits_a_page_and_words_and_order_survive_paging(self, search, blog):
        BlogPostFactory.create_batch(12, parent=blog, title="Rent", published_on=datetime.date(2010, 5, 1))
        response = search("rent", sort="date", year=2010)
        assert len(titles(response)) == 10
        (address,) = set(re.findall(r'href="([^"]*page=2[^"]*)"', body(response)))
        assert dict(part.split("=") for part in address.partition("?")[2].split("&")) == {
            "q": "rent",
            "sort": "date",
            "year": "2010",
            "page": "2",
        }
        assert len(titles(search("rent", sort="date", year=2010, page=2))) == 2

    def test_by_date_the_newest_come_first(self, search, blog):
        old = BlogPostFactory(parent=blog, title="Rent", published_on=datetime.date(2020, 1, 1))
        new = BlogPostFactory(parent=blog, title="Other", published_on=datetime.date(2024, 1, 1), teaser="On rent.")
        assert titles(search("rent")) == [old.title, new.title]
        assert titles(search("rent", sort="date")) == [new.title, old.title]

    @pytest.mark.parametrize("query", ["page=9", "kind=unknown", "topic=unknown", "year=99999", "place=%00"])
    def test_what_does_not_exist_is_not_found(self, client, blog, query):
        BlogPostFactory(parent=blog, title="Rent")
        assert client.get(f"/search/?q=rent&{query}").status_code == 404

    @pytest.mark.parametrize("query", ["page=abc", "page=0", "sort=unknown", "unknown=1"])
    def test_what_cannot_be_read_is_ignored(self, client, blog, query):
        BlogPostFactory(parent=blog, title="Rent")
        assert titles(client.get(f"/search/?q=rent&{query}")) == ["Rent"]

    def test_only_reading_is_allowed(self, client, blog):
        assert client.post("/search/", {"q": "rent"}).status_code == 405

    def test_twenty_hits_take_as_many_queries_as_one(self, search, blog):
        topic, place, series = TopicFactory(), PlaceFactory(), SeriesFactory()

        def add(number):
            for _ in range(number):
                post = BlogPostFactory(parent=blog, title="Rent", series=series)
                post.topics.add(topic)
                post.places.add(place)
                post.save()

        def queries():
            with CaptureQueriesContext(
                connection,
            ) as queries:
                search("rent")
            return len(queries)

        add(1)
        queries()
        for_one = queries()
        add(9)
        assert queries() == for_one


class TestFilters:
    """Kind, topic, place, series and year."""

    @pytest.fixture
    def posts(self, blog, home_page):
        housing, lakeside, series = (
            TopicFactory(name="Housing"),
            PlaceFactory(name="Lakeside"),
            SeriesFactory(name="Monthly"),
        )
        both = BlogPostFactory(parent=blog, title="Rent one", series=series, published_on=datetime.date(2024, 1, 1))
        both.topics.add(housing)
        both.places.add(lakeside)
        both.save()
        one = BlogPostFactory(parent=blog, title="Rent two", published_on=datetime.date(2024, 1, 2))
        one.topics.add(housing)
        one.save()
        MediaContactFactory(parent=home_page, title="Rent desk")
        hidden = BlogPostFactory(parent=blog, title="Rent hidden", live=False, published_on=datetime.date(2019, 1, 1))
        hidden.topics.add(TopicFactory(name="Secret"))
        hidden.save()

    def options(self, response):
        return {
            facet.parameter: {option.value: option.count for option in options}
            for facet, options, _chosen, _url in response.context["listing"].filters
        }

    def test_values_in_use_with_their_counts(self, search, posts):
        assert self.options(search("rent")) == {
            "kind": {"post": 2, "desk": 1},
            "topic": {"housing": 2},
            "place": {"lakeside": 1},
            "series": {"monthly": 1},
            "year": {"2024": 2, str(timezone.localdate().year): 1},
        }

    def test_they_narrow_together(self, search, posts):
        assert set(titles(search("rent", topic="housing"))) == {"Rent one", "Rent two"}
        assert titles(search("rent", topic="housing", series="monthly", kind="post", year="2024")) == ["Rent one"]
        assert titles(search("rent", topic="housing", kind="desk")) == []

    def test_the_counts_of_a_filter_leave_its_own_choice_out(self, search, posts):
        options = self.options(search("rent", kind="desk"))
        assert options["kind"] == {"post": 2, "desk": 1}
        assert options["topic"] == {}
