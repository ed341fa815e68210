"""What the press takes away: the photo itself, with all that is to be known about it, and no position."""

import io

import pytest
from django.core.files.base import ContentFile
from PIL import Image, ImageOps, IptcImagePlugin

from images.metadata import BrokenFileError, read_texts
from images.models import Photo, Terms
from images.press_files import press_file

from . import sample_files as files
from .factories import PhotoFactory
from .looks import assert_no_position, red_corners

pytestmark = pytest.mark.django_db

ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "HEIC": "heic"}


def photo_of(data, file_format="JPEG", **fields):
    photo = PhotoFactory(file=ContentFile(data, f"x.{ENDINGS[file_format]}"), **fields)
    return Photo.objects.get(pk=photo.pk)


def described(photo):
    caption = photo.image_caption
    caption.caption, caption.credit, caption.terms = "<p>Members <b>&amp;</b> staff</p>", "Photo: Zoë", Terms.REPRINT
    caption.save()
    return photo


def pixels(data):
    return Image.open(io.BytesIO(data)).convert("RGB").tobytes()


class TestPressFile:
    @pytest.mark.parametrize("file_format", ENDINGS)
    def test_it_says_what_it_shows_and_whose_it_is(self, file_format):
        data = files.encoded(file_format, files.exif(b"Old", gps=True), files.POSITION_XMP.encode())
        file = press_file(described(photo_of(data, file_format, description="Two people")))
        texts = read_texts(file.data)
        assert (texts.caption, texts.credit, texts.alt) == ("Members & staff", "Photo: Zoë", "Two people")
        assert Terms.REPRINT.sentence.encode() in file.data
        assert_no_position(file.data)
        assert b"Old" not in file.data

    def test_programs_that_know_only_iptc_read_it_too(self):
        file = press_file(described(photo_of(files.encoded())))
        found = IptcImagePlugin.getiptcinfo(Image.open(io.BytesIO(file.data)))
        assert found[(2, 110)].decode() == "Photo: Zoë"
        assert found[(2, 120)].decode() == "Members & staff"

    @pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "AVIF"])
    def test_it_is_not_encoded_again_without_need(self, file_format):
        data = files.encoded(file_format, files.exif(gps=True), image=Image.effect_noise((64, 48), 60).convert("RGB"))
        assert pixels(press_file(photo_of(data, file_format)).data) == pixels(data)

    @pytest.mark.parametrize("number", range(1, 9))
    @pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "HEIC"])
    def test_it_stands_upright(self, file_format, number):
        photo = photo_of(files.encoded(file_format, files.exif(orientation=number)), file_format)
        image = Image.open(io.BytesIO(press_file(photo).data))
        assert image.getexif().get(0x0112, 1) == 1
        wanted = ImageOps.exif_transpose(Image.open(io.BytesIO(files.encoded("PNG", files.exif(orientation=number)))))
        assert image.size == wanted.size
        assert red_corners(image) == red_corners(wanted)

    def test_heic_is_handed_out_as_jpeg(self):
        file = press_file(photo_of(files.encoded("HEIC"), "HEIC"))
        assert (file.content_type, file.name[-4:]) == ("image/jpeg", ".jpg")
        assert Image.open(io.BytesIO(file.data)).format == "JPEG"

    def test_what_is_no_photo_any_more_is_not_handed_out(self):
        photo = photo_of(files.encoded())
        with photo.file.storage.open(photo.file.name, "wb") as file:
            file.write(b"\xff\xd8\xff\xe0 broken")
        with pytest.raises(BrokenFileError):
            press_file(photo)


class TestName:
    @pytest.mark.parametrize(
        ("title", "name"),
        [
            ("Council votes on housing", "council-votes-on-housing.jpg"),
            ("IMG_0042.JPG", "img_0042.jpg"),
            ("Größe; Señora Núñez", "groe-senora-nunez.jpg"),
            ("No. 3", "no-3.jpg"),
            ("a/../b\r\nX-Header: 1", "ab-x-header-1.jpg"),
            ("word " * 40, "word-word-word-word-word-word-word-word-word-word-word-word.jpg"),
            ("x" * 255, "x" * 60 + ".jpg"),
        ],
    )
    def test_it_says_what_the_photo_is(self, title, name):
        assert press_file(photo_of(files.encoded(), title=title)).name == name

    def test_a_title_without_letters_gives_a_number(self):
        photo = photo_of(files.encoded(), title="地方進歩")
        assert press_file(photo).name == f"photo-{photo.pk}.jpg"
