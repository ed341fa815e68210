"""The lists on the press page: coverage, releases, the press kit."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.models import PageViewRestriction

from images.models import Terms
from images.tests.factories import PhotoFactory
from news.tests.factories import NewsMentionFactory, NewsMentionIndexFactory
from press.models import PressIndex

from .factories import PressReleaseFactory, PressReleaseIndexFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_page_cache")]


@pytest.fixture
def press(releases):
    return PressIndex.objects.get()


@pytest.fixture
def coverage(press):
    return NewsMentionIndexFactory(parent=press)


def section(kind, title="A section", count=5, chosen=(), introduction=""):
    value = {"title": title, "introduction": introduction, "count": count, "chosen": [page.pk for page in chosen]}
    return {"type": kind, "value": value}


def show(press, client, *sections):
    """The main part of the press page with these sections."""
    press.sections = list(sections)
    press.save()
    return main(client)


def main(client):
    response = client.get("/press/")
    assert response.status_code == 200
    return response.content.decode().partition("<main")[2].partition("</main>")[0]


def headlines(html):
    """The titles in the order of the page."""
    return [
        part.partition("</h3>")[0].partition("<a ")[2].partition(">")[2].split("<")[0].strip()
        for part in html.split('<h3 class="card-title">')[1:]
    ]


KINDS = {"releases": PressReleaseFactory, "coverage": NewsMentionFactory}


@pytest.fixture(params=KINDS)
def kind(request):
    return request.param


@pytest.fixture
def make(kind, releases, coverage):
    """A function that makes one row of this kind of section."""
    parent = {"releases": releases, "coverage": coverage}[kind]

    def make(number, **fields):
        fields = {"title": f"Number {number}", "published_on": date(2026, 1, number), **fields}
        return KINDS[kind](parent=parent, slug=f"number-{number}", **fields)

    return make


class TestRows:
    """Releases and coverage."""

    def test_the_newest_come_first_as_many_as_wanted(self, client, press, kind, make):
        for number in (1, 3, 2):
            make(number)
        assert headlines(show(press, client, section(kind, count=2))) == ["Number 3", "Number 2"]

    def test_chosen_ones_come_before_the_newest(self, client, press, kind, make):
        old = make(1)
        for number in (2, 3, 4):
            make(number)
        html = show(press, client, section(kind, count=3, chosen=[old]))
        assert headlines(html) == ["Number 1", "Number 4", "Number 3"]

    def test_no_row_stands_in_two_sections(self, client, press, kind, make):
        chosen = make(9)
        for number in (1, 2, 3):
            make(number)
        html = show(press, client, section(kind, count=2), section(kind, count=2, chosen=[chosen]))
        assert headlines(html) == ["Number 3", "Number 2", "Number 9", "Number 1"]

    def test_what_is_not_public_is_not_shown_even_if_chosen(self, client, press, kind, make):
        draft, private, public = make(1, live=False), make(2), make(3)
        PageViewRestriction.objects.create(page=private, restriction_type="login")
        html = show(press, client, section(kind, chosen=[draft, private, public]))
        assert headlines(html) == ["Number 3"]

    def test_a_section_without_rows_is_not_shown(self, client, press, kind, make):
        draft = make(1, live=False)
        assert "A section" not in show(press, client, section(kind, chosen=[draft]))

    def test_a_row_shows_its_photo_whole_with_caption_and_credit(self, client, press, kind, make):
        photo = PhotoFactory(caption="<p>Members on the <b>steps</b>.</p>", credit="Photo: Staff")
        make(1, lead_photo=photo)
        html = show(press, client, section(kind))
        figure = html[html.index('<figure class="photo row-photo">') : html.index("</figure>")]
        assert "<div>Members on the steps.</div>" in figure
        assert '<p class="credit">Photo: Staff</p>' in figure
        assert "fill-" not in figure
        assert "width-" in figure

    def test_it_has_an_introduction_and_leads_to_the_whole_list(self, client, press, kind, make, releases, coverage):
        make(1)
        html = show(press, client, section(kind, introduction="<p>Read <b>on</b>.</p>"))
        assert "Read <b>on</b>." in html
        url = {"releases": releases, "coverage": coverage}[kind].url
        assert f'href="{url}">All' in html

    def test_what_is_below_another_press_page_belongs_there(self, client, press, kind, make, home_page):
        other = PressReleaseIndexFactory(parent=press.copy(update_attrs={"slug": "other", "title": "Other"}))
        elsewhere = PressReleaseFactory(parent=other, title="Elsewhere")
        make(1)
        assert headlines(show(press, client, section(kind))) == ["Number 1"]
        assert elsewhere.live

    @pytest.mark.django_db(transaction=True)
    def test_a_row_that_is_published_unpublished_or_renamed_shows_at_once(self, client, press, kind, make, settings):
        settings.PAGE_CACHE_ENABLED = True
        one = make(1)
        assert headlines(show(press, client, section(kind))) == ["Number 1"]
        two = make(2)
        assert headlines(main(client)) == ["Number 2", "Number 1"]
        one.title = "Renamed"
        one.save_revision().publish()
        assert headlines(main(client)) == ["Number 2", "Renamed"]
        two.unpublish()
        assert headlines(main(client)) == ["Renamed"]

    def test_twenty_rows_take_as_many_queries_as_one(
        self, client, press, kind, make, django_assert_num_queries, django_assert_max_num_queries
    ):
        first = make(1, lead_photo=PhotoFactory(caption="<p>One</p>"))
        show(press, client, section(kind, count=12, chosen=[first]), section(kind, count=12))
        with django_assert_max_num_queries(40) as for_one:
            main(client)
        rows = [make(number, lead_photo=PhotoFactory(caption="<p>One</p>")) for number in range(2, 22)]
        press.sections = [section(kind, count=12, chosen=rows[:12]), section(kind, count=12)]
        press.save()
        with django_assert_num_queries(len(for_one)):
            assert len(headlines(main(client))) == 21


class TestPressKit:
    """Documents, logos and photos for download."""

    @pytest.fixture
    def photo(self, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            photo = PhotoFactory(title="The mark", credit="Local Progress")
            photo.image_caption.terms = Terms.REPRINT
            photo.image_caption.save()
        return photo

    def kit(self, photos=(), documents=()):
        documents = [{"document": one.pk, "label": ""} for one in documents]
        value = {"title": "Press kit", "introduction": "", "documents": documents}
        return {"type": "press_kit", "value": {**value, "photos": [photo.pk for photo in photos]}}

    @pytest.mark.indexes
    def test_photos_show_their_terms_and_can_be_downloaded_if_these_allow_it(self, client, press, photo):
        asked = PhotoFactory()
        html = show(press, client, self.kit([photo, asked]))
        assert html.count(f'href="/photos/{photo.pk}/press/"') == 1
        assert client.get(f"/photos/{photo.pk}/press/").status_code == 200
        assert f"/photos/{asked.pk}/" not in html
        assert str(Terms.REPRINT.sentence) in html
        assert str(Terms.ASK.sentence) in html

    def test_documents_can_be_downloaded(self, client, press):
        document = Document.objects.create(title="Fact sheet", file=ContentFile(b"%PDF-1.4", name="facts.pdf"))
        html = show(press, client, self.kit(documents=[document]))
        assert "Fact sheet" in html
        assert document.url in html

    def test_a_kit_of_which_nothing_is_left_is_not_shown(self, client, press, photo):
        html = show(press, client, self.kit([photo]))
        assert "Press kit" in html
        photo.delete()
        assert "Press kit" not in main(client)

    def test_twenty_photos_take_as_many_queries_as_one(
        self, client, press, photo, django_assert_num_queries, django_assert_max_num_queries
    ):
        show(press, client, self.kit([photo]))
        with django_assert_max_num_queries(35) as for_one:
            main(client)
        press.sections = [self.kit([photo, *(PhotoFactory() for _ in range(19))])]
        press.save()
        with django_assert_num_queries(len(for_one)):
            main(client)


class TestANewPage:
    """What an editor finds."""

    def test_it_has_the_order_of_the_owner(self, press):
        assert [block.block_type for block in press.sections] == ["inquiry_contact", "coverage", "releases"]

    def test_its_sections_are_shown(self, client, press, releases, coverage):
        PressReleaseFactory(parent=releases, title="A release")
        NewsMentionFactory(parent=coverage, title="An article")
        assert headlines(main(client)) == ["An article", "A release"]

    def test_the_feeds_of_its_lists_are_advertised(self, client, press, releases, coverage):
        head = client.get("/press/").content.decode().partition("</head>")[0]
        for one in (releases, coverage):
            for name in ("rss", "atom", "json"):
                assert f'href="http://localhost{one.url.removeprefix("http://localhost")}feed.{name}"' in head
