"""What happens to a photo's metadata on upload, and in the files that pages show."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from images import presets, renditions
from images.metadata import has_position
from images.models import ImageCaption, Photo

from .factories import PhotoFactory
from .sample_files import encoded, exif

pytestmark = pytest.mark.django_db


def camera_file(name="photo.jpg", **values):
    return ContentFile(encoded("JPEG", exif=exif(**values)), name=name)


def a_file_with_texts():
    return camera_file(caption=b"Members <at> work", artist=b"Staff photographer", gps=True)


def upload(client, **fields):
    data = {"title": "council", "file": a_file_with_texts(), "description": "x", "collection": 1, **fields}
    return client.post(reverse("wagtailimages:add"), data)


class TestUpload:
    """The texts in the file fill what nobody has written, and say so."""

    def test_caption_and_credit_come_from_the_file(self):
        caption = PhotoFactory(file=a_file_with_texts()).image_caption
        assert caption.caption == "<p>Members &lt;at&gt; work</p>"
        assert caption.credit == "Staff photographer"
        assert caption.from_file

    def test_a_file_that_says_nothing_is_not_marked(self):
        assert not PhotoFactory().image_caption.from_file

    def test_what_an_editor_types_wins(self, admin_client):
        upload(admin_client, credit="Photo: Somebody else")
        caption = ImageCaption.objects.get()
        assert caption.credit == "Photo: Somebody else"
        assert caption.plain_caption == "Members <at> work"

    @pytest.mark.indexes
    def test_the_form_asks_to_check_it_and_saving_is_checking(self, admin_client):
        photo = PhotoFactory(file=a_file_with_texts())
        url = reverse("wagtailimages:edit", args=[photo.pk])
        assert "please check" in admin_client.get(url).content.decode()
        admin_client.post(url, {"title": "council", "description": "x", "collection": 1, "credit": "Staff"})
        caption = ImageCaption.objects.get()
        assert (caption.credit, caption.caption, caption.from_file) == ("Staff", "", False)

    def test_the_list_of_captions_shows_what_is_to_be_checked(self, admin_client):
        PhotoFactory(file=a_file_with_texts(), title="From a file")
        PhotoFactory(title="Typed")
        url = reverse("wagtailsnippets_images_imagecaption:list")
        html = admin_client.get(url, {"to_do": "check"}).content.decode()
        assert "From a file" in html
        assert "Read from the file, not checked" in html
        assert "Typed" not in html


class TestPrivacy:
    """No file that pages show says where the photographer stood."""

    def test_the_sample_does_say_it(self):
        assert has_position(a_file_with_texts().read())

    def test_no_file_of_a_photo_does(self):
        photo = PhotoFactory(file=a_file_with_texts())
        renditions.prepare(photo)
        files = list(photo.renditions.all())
        assert {one.filter_spec for one in files} == {*presets.all_specs(), presets.FALLBACK_SPEC}
        for one in files:
            with one.file.open() as file:
                assert not has_position(file.read()), one.filter_spec

    def test_nor_do_the_files_that_the_admin_makes(self):
        photo = PhotoFactory(file=a_file_with_texts())
        with photo.get_rendition("max-165x165").file.open() as file:
            assert not has_position(file.read())

    @pytest.mark.parametrize("orientation", range(1, 9))
    def test_photos_stand_upright(self, orientation):
        photo = PhotoFactory(file=camera_file(orientation=orientation))
        turned = orientation >= 5
        rendition = photo.get_rendition("format-jpeg|width-48")
        assert (rendition.height > rendition.width) is turned
        assert Photo.objects.get().renditions.exists()
