"""The list of captions: what still needs an editor."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.images.models import AbstractImage

from images.models import ImageCaption

from .factories import PhotoFactory
from .sample_files import encoded, exif

pytestmark = pytest.mark.django_db

URL = "/admin/snippets/images/imagecaption/"


@pytest.fixture(params=["Writers", "Editors", "Press team"])
def staff(client, request):
    """The client of somebody in each role."""
    user = User.objects.create_user("somebody", password="password")
    user.groups.add(Group.objects.get(name=request.param))
    client.force_login(user)
    return client


def file_with_caption():
    return ContentFile(encoded(exif=exif(caption=b"Members at work")), name="photo.jpg")


def titles(response):
    """The titles of the photos in the list, sorted."""
    return sorted(caption.photo.title for caption in response.context["object_list"])


def queries(client):
    """How many queries the list takes."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(URL).status_code == 200
    return len(captured)


class TestList:
    """All photos, each with what is written about it."""

    def test_each_row_shows_the_photo_and_leads_to_its_form(self, staff):
        photo = PhotoFactory(title="Council", caption="<p>At <b>work</b></p>", credit="Photo: Staff")
        html = staff.get(URL).content.decode()
        assert photo.renditions.get().url in html
        assert f'href="{reverse("wagtailimages:edit", args=[photo.pk])}"' in html
        for words in ("Council", "At work", "Photo: Staff", "Ask us first"):
            assert words in html

    def test_it_stands_in_the_menu_under_a_plain_name(self, staff):
        assert "Photo captions" in staff.get(reverse("wagtailadmin_home")).content.decode()

    def test_the_old_form_of_a_caption_leads_to_the_photo(self, staff):
        caption = PhotoFactory().image_caption
        response = staff.get(reverse("wagtailsnippets_images_imagecaption:edit", args=[caption.pk]))
        assert response.url == reverse("wagtailimages:edit", args=[caption.photo_id])

    def test_it_says_what_is_to_be_done(self, staff):
        PhotoFactory(file=file_with_caption(), description="")
        cells = staff.get(URL).content.decode().split("<tbody>")[1]
        for words in ("Credit is missing", "Alt text is missing", "Read from the file, not checked"):
            assert words in cells

    def test_it_says_nothing_where_all_is_well(self, staff):
        PhotoFactory(credit="Staff")
        assert "missing" not in staff.get(URL).content.decode().split("<tbody>")[1]

    def test_a_photo_without_files_does_no_harm(self, staff):
        PhotoFactory(title="Lost").renditions.all().delete()
        assert titles(staff.get(URL)) == ["Lost"]

    def test_it_never_encodes(self, staff, monkeypatch):
        PhotoFactory()
        monkeypatch.setattr(AbstractImage, "generate_rendition_file", lambda *args, **kwargs: pytest.fail("encoded"))
        assert staff.get(URL).status_code == 200

    def test_it_takes_as_many_queries_for_one_photo_as_for_twelve(self, staff):
        PhotoFactory(credit="Staff")
        staff.get(URL)
        for_one = queries(staff)
        PhotoFactory.create_batch(11, description="")
        assert queries(staff) == for_one


@pytest.mark.indexes
class TestFilters:
    """One click shows what is left to do."""

    @pytest.fixture(autouse=True)
    def photos(self):
        PhotoFactory(title="Complete", credit="Staff")
        PhotoFactory(title="No credit")
        PhotoFactory(title="No alt text", credit="Staff", description="")
        PhotoFactory(title="Unchecked", credit="Staff", file=file_with_caption())
        ImageCaption.objects.filter(photo__title="Complete").update(terms="reprint")

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ({"to_do": "credit"}, ["No credit"]),
            ({"to_do": "alt"}, ["No alt text"]),
            ({"to_do": "check"}, ["Unchecked"]),
            ({"terms": "reprint"}, ["Complete"]),
            ({"to_do": "credit", "terms": "reprint"}, []),
            ({"to_do": "check", "q": "Unch"}, ["Unchecked"]),
            ({"to_do": "alt", "q": "alt"}, ["No alt text"]),
            ({"to_do": "credit", "terms": "ask", "q": "credit"}, ["No credit"]),
        ],
    )
    def test_they_find(self, staff, query, found):
        assert titles(staff.get(URL, query)) == found

    @pytest.mark.parametrize(
        "query",
        [
            {"to_do": "'; drop table"},
            {"terms": "\x00"},
            {"p": "abc"},
            {"ordering": "photo__title", "q": "x"},
            {"q": "\x00"},
        ],
    )
    def test_nonsense_does_no_harm(self, staff, query):
        assert staff.get(URL, query).status_code == 200


@pytest.mark.indexes
class TestSearch:
    """A photo is found by its title, caption and credit."""

    @pytest.fixture(autouse=True)
    def photos(self):
        PhotoFactory(title="Council", caption="<p>A meeting in Tucson</p>", credit="Photo: Rivera")
        PhotoFactory(title="Street", caption="<p>Gardens</p>", credit="Photo: Staff")

    @pytest.mark.parametrize("words", ["Council", "counc", "Tucson", "meet", "Rivera", "council rivera"])
    def test_it_finds(self, staff, words):
        assert titles(staff.get(URL, {"q": words})) == ["Council"]

    def test_a_new_title_is_found(self, staff):
        photo = ImageCaption.objects.get(photo__title="Street").photo
        address = reverse("wagtailimages:edit", args=[photo.pk])
        staff.post(address, {"title": "Allotments", "description": "x", "collection": 1})
        assert titles(staff.get(URL, {"q": "allotm"})) == ["Allotments"]


@pytest.mark.indexes
def test_the_library_marks_photos_without_alt_text(staff):
    PhotoFactory()
    url = reverse("wagtailimages:index")
    assert "No alt text" not in staff.get(url).content.decode()
    PhotoFactory(description="")
    assert staff.get(url).content.decode().count("No alt text") == 1
