"""Releases as reporters meet them: the list, the page and what it prints by itself."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site, WorkflowPage

from core.models import Place, SiteSettings
from core.tests.factories import TopicFactory
from images.tests.factories import PhotoFactory
from media_inquiries.tests.factories import MediaContactFactory
from press.models import PressRelease

from .factories import PressReleaseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_page_cache(settings):
    settings.PAGE_CACHE_ENABLED = False


def main_part(client, page):
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode().partition("<main")[2].partition("</main>")[0]


def in_order(html, *words):
    """Whether these words stand in this order."""
    places = [html.index(one) for one in words]
    return places == sorted(places)


class TestList:
    """All releases, by year, newest first."""

    def titles(self, client, query=""):
        response = client.get(f"/press/releases/{query}")
        assert response.status_code == 200
        return [release.title for release in response.context["listing"].items]

    def test_the_newest_comes_first_under_the_heading_of_its_year(self, client, releases):
        PressReleaseFactory(parent=releases, title="Older", published_on=datetime.date(2024, 12, 31))
        PressReleaseFactory(parent=releases, title="Newer", published_on=datetime.date(2025, 1, 2))
        assert self.titles(client) == ["Newer", "Older"]
        assert in_order(main_part(client, releases), ">2025</h2>", "Newer", ">2024</h2>", "Older")

    def test_twelve_stand_on_a_page(self, client, releases):
        PressReleaseFactory.create_batch(14, parent=releases)
        assert len(self.titles(client)) == 12
        assert len(self.titles(client, "?page=2")) == 2

    def test_it_can_be_filtered_by_kind_year_topic_and_place(self, client, releases):
        topic, place = TopicFactory(), Place.objects.get(name="Colorado")
        wanted = PressReleaseFactory(
            parent=releases, title="Wanted", kind=PressRelease.Kind.ADVISORY, published_on=datetime.date(2025, 5, 1)
        )
        wanted.topics.add(topic)
        wanted.places.add(place)
        wanted.save()
        PressReleaseFactory(parent=releases, published_on=datetime.date(2024, 5, 1))
        for query in ("kind=advisory", "year=2025", f"topic={topic.slug}", "place=colorado"):
            assert self.titles(client, f"?{query}") == ["Wanted"], query

    def test_kinds_in_use_are_offered_by_their_names(self, client, releases):
        PressReleaseFactory(parent=releases, kind=PressRelease.Kind.ADVISORY)
        PressReleaseFactory.create_batch(2, parent=releases)
        listing = client.get("/press/releases/").context["listing"]
        kinds = next(options for facet, options in listing.options.items() if facet.parameter == "kind")
        assert [(one.value, one.label, one.count) for one in kinds] == [
            ("advisory", "Media advisory", 1),
            ("release", "Press release", 2),
        ]

    @pytest.mark.parametrize(
        ("query", "status"),
        [("page=abc", 200), ("page=999", 404), ("year=x", 404), ("kind=x", 404), ("topic=%00", 404), ("other=1", 200)],
    )
    def test_whatever_is_asked_has_a_clean_answer(self, client, releases, query, status):
        PressReleaseFactory(parent=releases)
        assert client.get(f"/press/releases/?{query}").status_code == status

    def test_an_empty_list_says_so(self, client, releases):
        assert "The first release is on its way" in main_part(client, releases)

    @pytest.mark.parametrize("address", ["/press/releases/", "/press/releases/feed.rss", "/feed.json"])
    def test_what_is_not_public_is_not_in_it(self, client, releases, address):
        PressReleaseFactory(parent=releases, title="Shown release")
        PressReleaseFactory(parent=releases, title="Hidden draft", live=False)
        private = PressReleaseFactory(parent=releases, title="Hidden private")
        PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
        content = client.get(address).content.decode()
        assert "Shown release" in content
        assert "Hidden" not in content

    @pytest.mark.parametrize("address", ["", "feed.rss", "feed.atom", "feed.json"])
    def test_twenty_take_as_many_queries_as_one(
        self, client, releases, address, django_assert_num_queries, django_assert_max_num_queries
    ):
        address = f"/press/releases/{address}"
        self.with_everything(releases)
        client.get(address)
        with django_assert_max_num_queries(24) as for_one:
            client.get(address)
        for _number in range(19):
            self.with_everything(releases)
        with django_assert_num_queries(len(for_one)):
            client.get(address)

    def with_everything(self, releases):
        photo = PhotoFactory(credit="Photo: Staff")
        body = [
            {"type": "paragraph", "value": f'<p><a linktype="page" id="{releases.pk}">all</a></p>'},
            {"type": "photo", "value": {"photo": photo.pk}},
        ]
        state = Place.objects.get(name="Colorado")
        release = PressReleaseFactory(parent=releases, lead_photo=photo, body=body, dateline_state=state)
        release.topics.add(TopicFactory())
        release.places.add(state)
        release.save()


class TestPage:
    """What the page prints around the text."""

    def test_it_stands_in_the_order_of_the_convention(self, client, releases):
        settings = SiteSettings.for_site(Site.objects.get())
        settings.boilerplate = "<p>A movement of local officials.</p>"
        settings.save()
        release = PressReleaseFactory(
            parent=releases, subhead="The council votes on Monday", notes_to_editors="<p>Interviews at noon.</p>"
        )
        release.corrections.create(date=datetime.date(2025, 3, 4), text="<p>It was eleven towns.</p>")
        release.save()
        assert in_order(
            main_part(client, release),
            "FOR IMMEDIATE RELEASE",
            "Press contact",
            "mailto:desk@example.org",
            f"<h1>{release.title}</h1>",
            "The council votes on Monday",
            "It was eleven towns.",
            "DENVER — ",
            "Words of the release.",
            "About Local Progress",
            "A movement of local officials.",
            "Notes to editors",
            "Interviews at noon.",
            "###",
        )

    def test_the_dateline_runs_into_the_first_paragraph(self, client, releases):
        release = PressReleaseFactory(parent=releases, published_on=datetime.date(2025, 3, 4))
        html = main_part(client, release)
        assert '<p><span class="dateline">DENVER — March 4, 2025 —</span> Words of the release.</p>' in html

    def test_it_stands_alone_before_what_is_no_paragraph(self, client, releases):
        body = [{"type": "heading", "value": {"text": "Why now", "level": "2"}}]
        html = main_part(client, PressReleaseFactory(parent=releases, body=body))
        assert in_order(html, '<p><span class="dateline">DENVER', "Why now")

    def test_nothing_an_editor_types_there_is_taken_for_html(self, client, releases):
        html = main_part(client, PressReleaseFactory(parent=releases, dateline_city="<b>Here"))
        assert "&lt;B&gt;HERE — " in html

    def test_its_own_contact_and_boilerplate_go_before_those_of_the_site(self, client, press, releases):
        own = MediaContactFactory(parent=press, slug="own", email="own@example.org")
        release = PressReleaseFactory(parent=releases, contact=own, boilerplate="<p>Our words for this one.</p>")
        html = main_part(client, release)
        assert "mailto:own@example.org" in html
        assert "desk@example.org" not in html
        assert "Our words for this one." in html

    def test_links_have_whole_addresses_to_be_printed(self, client, releases):
        link = f'<p>See <a linktype="page" id="{releases.pk}">all</a>.</p>'
        release = PressReleaseFactory(parent=releases, body=[{"type": "paragraph", "value": link}])
        assert '<a href="http://localhost/press/releases/">all</a>' in main_part(client, release)

    def test_before_its_moment_it_says_when_it_may_be_used(self, releases):
        moment = datetime.datetime(2030, 1, 7, 14, tzinfo=datetime.UTC)
        release = PressReleaseFactory(
            parent=releases, timing=PressRelease.Timing.EMBARGOED, embargo_until=moment, live=False
        )
        assert release.release_line == "UNDER EMBARGO until Monday, January 7, 2030, 9 a.m. Eastern"
        release.embargo_until = timezone.now() - datetime.timedelta(minutes=1)
        assert release.release_line == "FOR IMMEDIATE RELEASE"

    def test_twenty_blocks_take_as_many_queries_as_one(
        self, client, releases, django_assert_num_queries, django_assert_max_num_queries
    ):
        def release_with(count):
            photos = PhotoFactory.create_batch(count, credit="Photo: Staff")
            release = PressReleaseFactory(
                parent=releases, body=[{"type": "photo", "value": {"photo": photo.pk}} for photo in photos]
            )
            for number in range(count):
                release.corrections.create(text=f"<p>{number}</p>")
                release.topics.add(TopicFactory())
            release.save()
            return release

        small, large = release_with(1), release_with(20)
        client.get(small.url)
        with django_assert_max_num_queries(31) as for_one:
            client.get(small.url)
        with django_assert_num_queries(len(for_one)):
            client.get(large.url)


class TestPlainText:
    """The release for an email or a newsroom system."""

    def text(self, client, release):
        response = client.get(f"{release.url}release.txt")
        assert response.status_code == 200
        assert response["Content-Type"] == "text/plain; charset=utf-8"
        return response.content.decode()

    def test_it_has_everything_in_the_order_of_the_page(self, client, releases):
        body = [
            {
                "type": "paragraph",
                "value": '<p>Eleven towns &amp; more, see <a href="https://e.org/">the list</a>.</p>',
            },
            {"type": "paragraph", "value": "<ul><li>One</li><li>Two</li></ul>"},
            {
                "type": "statement",
                "value": {
                    "speaker": "Board member",
                    "title": "Council member",
                    "place": "Colorado",
                    "words": "<p>We kept our word.</p>",
                },
            },
        ]
        release = PressReleaseFactory(
            parent=releases, title="Eleven towns", body=body, published_on=datetime.date(2025, 3, 4)
        )
        assert self.text(client, release) == (
            "FOR IMMEDIATE RELEASE\n\n"
            "March 4, 2025, noon Eastern\n\n"
            "Press contact\nPress officer, Mountain states\ndesk@example.org\n(212) 555-0142\n\n"
            "Eleven towns\n\n"
            "DENVER — March 4, 2025 — Eleven towns & more, see the list (https://e.org/).\n\n"
            "- One\n- Two\n\n"
            "Board member, Council member, Colorado\n\n“We kept our word.”\n\n"
            "Press contact\nPress officer, Mountain states\ndesk@example.org\n(212) 555-0142\n\n"
            "###\n\n"
            f"http://localhost{release.url}\n"
        )

    def test_there_is_none_of_what_is_not_public(self, client, releases):
        draft = PressReleaseFactory(parent=releases, live=False)
        private = PressReleaseFactory(parent=releases)
        PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
        for address in (draft.url, private.url, releases.url, "/press/nowhere/"):
            assert client.get(f"{address}release.txt").status_code == 404


class TestReview:
    """Releases are reviewed by the press team."""

    def test_a_new_list_has_the_workflow_of_releases(self, releases):
        release = Page.objects.get(pk=PressReleaseFactory(parent=releases).pk)
        assert release.get_workflow().name == "Release review"

    def test_what_somebody_has_taken_back_stays_so(self, releases):
        WorkflowPage.objects.filter(page=releases.page_ptr).delete()
        releases.save()
        assert not WorkflowPage.objects.filter(page=releases.page_ptr).exists()
