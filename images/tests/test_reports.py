"""The report of photos that lack something where readers see them, or that nothing shows."""

import csv
import io

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import Site

from core.models import SiteSettings
from images.models import ImageCaption, Photo
from images.reports import problems_of, with_problems
from news.tests.factories import AuthorFactory, BlogPostFactory

from .factories import PhotoFactory

pytestmark = [pytest.mark.django_db, pytest.mark.indexes]

ADDRESS = "/admin/reports/photos-to-mend/"


@pytest.fixture
def as_one_of(client):
    """A function that signs somebody of a group in and gives their client."""

    def as_one_of(group):
        user = User.objects.create_user(group.lower(), password="password")
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return client

    return as_one_of


def found():
    """The titles of the photos with problems, each with these in words."""
    return {photo.title: problems_of(photo) for photo in with_problems(Photo.objects.all())}


def bare(title, **fields):
    """A photo without alt text and credit."""
    return PhotoFactory(title=title, description="", **fields)


LACKING = ["Alt text is missing", "Credit is missing"]


class TestWhatIsFound:
    def test_a_photo_that_nothing_shows(self):
        PhotoFactory(title="Houses", credit="Staff")
        assert found() == {"Houses": ["Never used"]}

    def test_what_is_missing_where_readers_see_it(self, blog):
        BlogPostFactory(parent=blog, lead_photo=PhotoFactory(title="No credit"))
        BlogPostFactory(parent=blog, lead_photo=PhotoFactory(title="No alt text", credit="Staff", description=""))
        BlogPostFactory(parent=blog, lead_photo=PhotoFactory(title="Complete", credit="Staff"))
        assert found() == {"No credit": ["Credit is missing"], "No alt text": ["Alt text is missing"]}

    def test_drafts_may_lack_everything(self, blog):
        BlogPostFactory(parent=blog, live=False, lead_photo=bare("Draft"))
        assert found() == {}

    def test_a_photo_without_a_caption_lacks_the_credit(self, blog):
        BlogPostFactory(parent=blog, lead_photo=PhotoFactory(title="Old"))
        ImageCaption.objects.all().delete()
        assert found() == {"Old": ["Credit is missing"]}

    def test_every_place_of_a_page_counts(self, blog):
        lead, share, text, gallery = (bare(title) for title in ("lead", "share", "text", "gallery"))
        BlogPostFactory(
            parent=blog,
            lead_photo=lead,
            share_image=share,
            body=[
                {"type": "photo", "value": {"photo": text.pk}},
                {"type": "gallery", "value": {"photos": [{"photo": gallery.pk}, {"photo": lead.pk}]}},
            ],
        )
        assert found() == dict.fromkeys(["lead", "share", "text", "gallery"], LACKING)

    def test_so_do_people_and_settings_which_have_no_drafts(self):
        AuthorFactory(photo=bare("author"))
        settings = SiteSettings.for_site(Site.objects.get())
        settings.default_share_image = bare("everywhere")
        settings.save()
        assert found() == dict.fromkeys(["author", "everywhere"], LACKING)

    def test_the_way_to_where_a_photo_is_used_leads_to_settings_too(self, as_one_of):
        settings = SiteSettings.for_site(Site.objects.get())
        settings.default_share_image = bare("everywhere")
        settings.save()
        address = reverse("wagtailimages:image_usage", args=[settings.default_share_image.pk])
        assert "site settings" in as_one_of("Editors").get(address).content.decode().lower()

    def test_a_post_that_is_taken_back_no_longer_counts(self, blog):
        post = BlogPostFactory(parent=blog, lead_photo=bare("Gone"))
        post.unpublish()
        assert found() == {}


class TestTheReport:
    def test_it_shows_each_photo_with_the_way_to_mend_it(self, as_one_of, blog):
        photo = bare("Council")
        BlogPostFactory(parent=blog, lead_photo=photo)
        page = as_one_of("Writers").get(ADDRESS).content.decode()
        for words in ("Council", *LACKING, "Used 1 time", photo.files["format-jpeg|width-800"].url):
            assert words in page
        assert reverse("wagtailimages:edit", args=[photo.pk]) in page
        assert reverse("wagtailimages:image_usage", args=[photo.pk]) in page

    @pytest.mark.parametrize(
        ("problem", "titles"),
        [("", {"Used", "Unused"}), ("alt", {"Used"}), ("unused", {"Unused"}), ("nonsense", {"Used", "Unused"})],
    )
    def test_it_shows_one_kind_of_problem(self, as_one_of, blog, problem, titles):
        BlogPostFactory(parent=blog, lead_photo=bare("Used"))
        PhotoFactory(title="Unused")
        response = as_one_of("Editors").get(ADDRESS, {"problem": problem})
        assert {photo.title for photo in response.context["object_list"]} == titles

    def test_it_is_in_the_menu_of_reports(self, as_one_of):
        assert ADDRESS in as_one_of("Editors").get("/admin/").content.decode()

    def test_who_may_change_no_photo_sees_nothing_of_it(self, client):
        user = User.objects.create_user("guest", password="password")
        group = Group.objects.create(name="Guests")
        group.permissions.add(Group.objects.get(name="Editors").permissions.get(codename="access_admin"))
        user.groups.add(group)
        client.force_login(user)
        assert client.get(ADDRESS).status_code == 302
        assert ADDRESS not in client.get("/admin/").content.decode()

    def test_twenty_photos_take_as_many_queries_as_one(self, as_one_of, blog, django_assert_max_num_queries):
        client = as_one_of("Editors")
        BlogPostFactory(parent=blog, lead_photo=bare("First"))
        client.get(ADDRESS)
        with django_assert_max_num_queries(100) as for_one:
            client.get(ADDRESS)
        for number in range(19):
            BlogPostFactory(parent=blog, lead_photo=bare(f"Photo {number}"))
        with django_assert_max_num_queries(len(for_one)):
            assert len(client.get(ADDRESS).context["object_list"]) == 20


class TestTheExport:
    @pytest.fixture(autouse=True)
    def _photo(self, blog):
        BlogPostFactory(parent=blog, lead_photo=bare('=HYPERLINK("https://example.org")'))

    def test_as_csv_in_which_nothing_is_a_formula(self, as_one_of):
        response = as_one_of("Editors").get(ADDRESS, {"export": "csv"})
        heading, row = csv.reader(io.StringIO(response.getvalue().decode()))
        assert heading == ["Title", "To do", "Times used", "Alt text", "Credit"]
        assert row == ['\'=HYPERLINK("https://example.org")', "Alt text is missing, Credit is missing", "1", "", ""]

    def test_as_a_spreadsheet(self, as_one_of):
        response = as_one_of("Editors").get(ADDRESS, {"export": "xlsx"})
        sheet = load_workbook(io.BytesIO(response.getvalue())).active
        assert sheet["A2"].value == '=HYPERLINK("https://example.org")'
        assert sheet["A2"].data_type == "s"
