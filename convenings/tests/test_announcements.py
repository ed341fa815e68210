"""A convening in texts, beside them, on the home page and in feeds."""

from datetime import timedelta

import pytest
from django.utils import timezone

from convenings.models import Status
from images.tests.factories import PhotoFactory
from news.tests.factories import BlogPostFactory
from press.tests.factories import PressIndexFactory, PressReleaseFactory, PressReleaseIndexFactory

from .factories import ConveningFactory

pytestmark = pytest.mark.django_db

QUERY_BUDGET = {"post": 16, "home": 20}
REGISTER = "https://example.org/register"
FEEDS = [f"/blog/feed.{name}" for name in ("rss", "atom", "json")]


def in_days(number, **fields):
    """A convening so many days from now, for which one can register."""
    day = timezone.localdate() + timedelta(days=number)
    return ConveningFactory(
        **{"starts_on": day, "ends_on": day, "status": Status.OPEN, "registration_url": REGISTER, **fields}
    )


def in_text(*convenings):
    """The raw value of a body that announces these."""
    return [{"type": "convening", "value": convening.pk} for convening in convenings]


def html_of(client, address):
    """What a visitor gets."""
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def queries_for(client, address, django_assert_max_num_queries, budget):
    client.get(address)  # what is remembered for all requests, such as content types
    with django_assert_max_num_queries(budget) as captured:
        html_of(client, address)
    return len(captured)


@pytest.fixture
def releases(home_page):
    """The list of releases."""
    return PressReleaseIndexFactory(parent=PressIndexFactory(parent=home_page))


class TestInTexts:
    """The block for any body."""

    def test_shows_the_state_of_the_moment(self, client, convenings, blog):
        convening = in_days(30, name="LP2030", teaser="Come and see.")
        post = BlogPostFactory(parent=blog, body=in_text(convening))
        html = html_of(client, post.url)
        for words in ("LP2030", "Registration open", "Come and see.", REGISTER, convening.short_dates, convening.url):
            assert words in html
        convening.status = Status.CANCELLED
        convening.save()
        html = html_of(client, post.url)
        assert "Cancelled" in html
        assert REGISTER not in html

    def test_shows_nothing_of_a_draft_and_keeps_it_for_the_editor(self, client, convenings, blog):
        convening = in_days(30, name="LP2030", live=False)
        post = BlogPostFactory(parent=blog, body=in_text(convening))
        assert "LP2030" not in html_of(client, post.url)
        post.refresh_from_db()
        assert post.body[0].value == convening

    def test_a_deleted_one_leaves_nothing(self, client, convenings, blog):
        convening = in_days(30, name="LP2030")
        post = BlogPostFactory(parent=blog, body=in_text(convening))
        convening.delete()
        assert "LP2030" not in html_of(client, post.url)

    def test_without_a_list_its_name_leads_nowhere(self, client, blog):
        post = BlogPostFactory(parent=blog, body=in_text(in_days(30, name="LP2030", slug="lp2030")))
        html = html_of(client, post.url)
        assert "LP2030" in html
        assert "/lp2030/" not in html

    def test_a_preview_of_a_post_shows_what_the_form_says(self, convenings, blog):
        post = BlogPostFactory.build(title="New", slug="new", body=[("convening", in_days(30, name="LP2030"))])
        post.path, post.depth = blog.path + "0001", blog.depth + 1
        post._cached_parent_obj = blog
        post.set_url_path(blog)
        assert "LP2030" in post.make_preview_request().content.decode()

    def test_twenty_take_as_many_queries_as_one(self, client, convenings, blog, django_assert_max_num_queries):
        twenty = [in_days(number, photo=PhotoFactory()) for number in range(1, 21)]
        small, large = (BlogPostFactory(parent=blog, body=in_text(*some)) for some in (twenty[:1], twenty))
        budget = QUERY_BUDGET["post"]
        one = queries_for(client, small.url, django_assert_max_num_queries, budget)
        assert queries_for(client, large.url, django_assert_max_num_queries, budget) == one

    @pytest.mark.parametrize("address", FEEDS)
    def test_a_feed_takes_as_many_queries_for_twenty(
        self, client, convenings, blog, address, django_assert_max_num_queries
    ):
        BlogPostFactory(parent=blog, body=in_text(in_days(1, photo=PhotoFactory())))
        one = queries_for(client, address, django_assert_max_num_queries, 30)
        for number in range(2, 21):
            BlogPostFactory(parent=blog, body=in_text(in_days(number, name=f"LP{number}", photo=PhotoFactory())))
        assert queries_for(client, address, django_assert_max_num_queries, 30) == one
        assert "LP20" in html_of(client, address)


class TestBesideTexts:
    """The chooser on posts and releases."""

    @pytest.fixture(params=["post", "release"])
    def announce(self, request, blog, releases):
        """A function that publishes a page with a convening; returns its address."""

        def publish(**fields):
            if request.param == "post":
                return BlogPostFactory(parent=blog, **fields).url
            return PressReleaseFactory(parent=releases, **fields).url

        return publish

    def test_stands_beside_the_text(self, client, convenings, announce):
        assert REGISTER in html_of(client, announce(convening=in_days(30)))

    def test_a_draft_shows_nothing(self, client, convenings, announce):
        address = announce(convening=in_days(30, name="LP2030", live=False))
        assert "LP2030" not in html_of(client, address)

    def test_what_the_text_has_already_is_not_said_twice(self, client, convenings, announce):
        convening = in_days(30)
        address = announce(convening=convening, body=in_text(convening))
        assert html_of(client, address).count(REGISTER) == 1


class TestOnHome:
    """The section with the next convening."""

    @pytest.fixture
    def show(self, client, home_page, convenings):
        """A function that renders the home page with the section and returns its HTML."""

        def section(chosen=None):
            value = {"title": "Save these days", "convening": chosen and chosen.pk}
            home_page.sections = [{"type": "next_convening", "value": value}]
            home_page.save()
            return html_of(client, "/")

        return section

    def test_is_the_next_one_by_itself(self, show):
        in_days(60, name="Later")
        in_days(30, name="Sooner")
        in_days(-30, name="Past")
        html = show()
        assert "Sooner" in html
        assert "Later" not in html
        assert "Past" not in html

    def test_disappears_while_there_is_none(self, show):
        in_days(-30)
        in_days(30, live=False)
        assert "Save these days" not in show()

    def test_is_none_that_does_not_take_place(self, show):
        in_days(30, name="Off", status=Status.CANCELLED)
        in_days(40, name="Uncertain", status=Status.POSTPONED)
        in_days(50, name="Certain")
        assert "Certain" in show()

    def test_is_the_chosen_one_until_it_is_over(self, show):
        in_days(30, name="Next")
        assert "Chosen" in show(in_days(60, name="Chosen"))
        assert "Chosen" in show(in_days(61, name="Chosen, off", status=Status.CANCELLED))
        assert "Next" in show(in_days(-1, name="Chosen before"))
        assert "Next" in show(in_days(62, name="Chosen, a draft", live=False))

    def test_stays_within_the_budget(self, show, client, django_assert_max_num_queries):
        show(in_days(30, photo=PhotoFactory()))
        queries_for(client, "/", django_assert_max_num_queries, QUERY_BUDGET["home"])
