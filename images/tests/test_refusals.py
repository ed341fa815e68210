"""What is no photo, or too much of one, is refused with a plain sentence, wherever it is uploaded."""

import tracemalloc

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.urls import reverse
from PIL import Image

from images.fields import PhotoFileField
from images.models import Photo

from . import sample_files as files

pytestmark = pytest.mark.django_db

SVG = b"<svg xmlns='http://www.w3.org/2000/svg'>%s</svg>"


def moving(file_format):
    frames = [files.picture().rotate(90 * number) for number in range(3)]
    return files.encoded(file_format, image=frames[0], save_all=True, append_images=frames[1:])


def whole(file_format):
    """A photo with something to see, so that half of it cannot be enough."""
    image = Image.effect_noise((400, 300), 60).convert("RGB")
    return files.encoded(file_format, image=image)


def half(file_format):
    data = whole(file_format)
    return data[: len(data) // 2]


# Each file: its name, its bytes, and words of the sentence that refuses it.
REFUSED = {
    "nothing": ("photo.jpg", b"", "empty"),
    "text": ("photo.jpg", b"no photo at all", "cannot be opened"),
    "header alone": ("photo.jpg", b"\xff\xd8\xff\xe0" + bytes(500), "cannot be opened"),
    "PDF": ("photo.jpg", b"%PDF-1.7\n" + bytes(100), "a PDF document"),
    "web page": ("photo.jpg", b"<!DOCTYPE html><html><script>alert(1)</script></html>", "a web page"),
    "SVG": ("drawing.svg", SVG % b"<path d='M0 0'/>", "a drawing (SVG)"),
    "SVG with script": ("drawing.svg", SVG % b"<script>alert(1)</script>", "a drawing (SVG)"),
    "SVG named .png": ("drawing.png", b"<?xml version='1.0'?>" + SVG % b"", "a drawing (SVG)"),
    "XML bomb": ("photo.jpg", files.BOMB.encode(), "cannot be opened"),
    "TIFF": ("scan.tif", files.encoded("TIFF"), "a TIFF file"),
    "Office": ("photo.jpg", b"PK\3\4" + bytes(100), "an Office document"),
    "video": ("clip.heic", b"\0\0\0\x14ftypqt  \0\0\0\0qt  " + bytes(100), "a video"),
    "GIF named .jpg": ("photo.jpg", files.encoded("GIF"), "it is a GIF photo. Rename it to end in “.gif”"),
    "PNG named .jpg": ("photo.jpg", files.encoded("PNG"), "it is a PNG photo. Rename it to end in “.png”"),
    "HEIC named .jpg": ("photo.jpg", files.encoded("HEIC"), "it is a HEIC photo"),
    "no ending": ("photo", files.encoded(), "Rename it to end in “.jpg”"),
    "web page behind a JPEG's beginning": ("photo.html", files.encoded() + b"<script>", "it is a JPEG photo"),
    "bomb, PNG": ("photo.png", files.png_of_size(30_000, 30_000), "more than 64 million pixels"),
    "bomb below Pillow's own limit": ("photo.png", files.png_of_size(9_400, 9_400), "more than 64 million pixels"),
    "bomb, JPEG": ("photo.jpg", files.jpeg_of_size(12_000, 12_000), "more than 64 million pixels"),
    "bomb, long and thin": ("photo.png", files.png_of_size(2**31 - 1, 1), "more than 64 million pixels"),
    "moving GIF": ("photo.gif", moving("GIF"), "a moving picture"),
    "moving PNG": ("photo.png", moving("PNG"), "a moving picture"),
    "moving WebP": ("photo.webp", moving("WEBP"), "a moving picture"),
    "moving AVIF": ("photo.avif", moving("AVIF"), "a moving picture"),
    "too many bytes": ("photo.jpg", files.encoded() + bytes(30 * 1024 * 1024), "too big (30.0"),
    **{
        f"truncated {file_format}": (f"photo.{file_format.lower()}", half(file_format), "cannot be opened")
        for file_format in ("JPEG", "PNG", "WEBP", "AVIF", "HEIC")
    },
}


def library(client, name, content):
    data = {"title": "Council", "file": ContentFile(content, name), "collection": 1, "terms": "ask"}
    response = client.post(reverse("wagtailimages:add"), data)
    return response.status_code, response.context["form"].errors.get("file", []) if response.status_code == 200 else []


def bulk(client, name, content):
    data = {"title": "Council", "files[]": ContentFile(content, name), "collection": 1}
    response = client.post(reverse("wagtailimages:add_multiple"), data, headers={"x-requested-with": "XMLHttpRequest"})
    return response.status_code, [response.json().get("error_message", "")]


def chooser(client, name, content):
    prefix = "image-chooser-upload"
    data = {
        f"{prefix}-title": "Council",
        f"{prefix}-file": ContentFile(content, name),
        f"{prefix}-collection": 1,
    }
    response = client.post(reverse("wagtailimages_chooser:create"), data)
    return response.status_code, [response.json().get("htmlFragment", "")]


class TestRefusals:
    """The form says what is wrong; the library stays as it is."""

    @pytest.mark.parametrize("name", REFUSED)
    @pytest.mark.parametrize("upload", [library, bulk, chooser])
    def test_it_is_refused_with_a_sentence(self, admin_client, upload, name):
        file_name, content, sentence = REFUSED[name]
        if upload is not library and len(content) > 2**20:
            content = content[: 26 * 1024 * 1024]
            sentence = "too big"
        status, errors = upload(admin_client, file_name, content)
        assert status == 200
        assert sentence in " ".join(errors)
        assert not Photo.objects.exists()

    def test_a_bomb_is_never_unpacked(self):
        for content in (
            files.png_of_size(9_400, 9_400),
            files.png_of_size(30_000, 30_000),
            files.jpeg_of_size(12_000, 12_000),
        ):
            file = SimpleUploadedFile("photo.jpg" if content[:1] == b"\xff" else "photo.png", content)
            tracemalloc.start()
            with pytest.raises(Exception, match="million pixels"):
                PhotoFileField().clean(file)
            _size, peak = tracemalloc.get_traced_memory()
            tracemalloc.stop()
            assert peak < 2 * 1024 * 1024

    def test_nothing_is_decoded_before_the_number_of_pixels_is_known(self, monkeypatch):
        monkeypatch.setattr(Image.Image, "load", lambda image: pytest.fail("decoded"))
        with pytest.raises(Exception, match="million pixels"):
            PhotoFileField().clean(SimpleUploadedFile("photo.png", files.png_of_size(9_400, 9_400)))


class TestAccepted:
    """What only looks odd is a photo all the same."""

    @pytest.mark.parametrize(
        "name",
        [
            "x" * 296 + ".jpg",
            "Stadtrat – Größe №1 (最終) ‮gpj.jpg",
            "../../etc/photo.jpg",
            "a'b<c>&;$(id)|.JPG",
            "%00.jpeg",
            "photo.php.jpg",
        ],
    )
    @pytest.mark.parametrize("upload", [library, bulk])
    def test_any_name(self, admin_client, upload, name):
        upload(admin_client, name, files.encoded())
        photo = Photo.objects.get()
        assert photo.file.name.startswith("original_images/")
        assert photo.file.name.lower().endswith((".jpg", ".jpeg"))
        assert len(photo.file.name) <= 100

    def test_a_title_of_300_characters_is_kept_and_named_as_too_long(self, admin_client):
        data = {"title": "x" * 300, "file": ContentFile(files.encoded(), "photo.jpg"), "collection": 1}
        form = admin_client.post(reverse("wagtailimages:add"), data).context["form"]
        assert "255" in form.errors["title"][0]
        assert form["title"].value() == "x" * 300

    def test_a_jpeg_of_several_images_as_phones_make_them(self):
        data = files.encoded("MPO", save_all=True, append_images=[files.picture().rotate(90)])
        assert PhotoFileField().clean(SimpleUploadedFile("photo.jpg", data))

    @pytest.mark.parametrize("name", ["photo.heic", "photo.HEIF"])
    def test_heic_by_both_of_its_names(self, name):
        assert PhotoFileField().clean(SimpleUploadedFile(name, files.encoded("HEIC")))

    def test_a_large_file_that_lies_on_disk(self):
        file = TemporaryUploadedFile("photo.jpg", "image/jpeg", 0, None)
        file.write(files.encoded("JPEG", image=Image.new("RGB", (5_000, 4_000))))
        file.size = file.tell()
        assert PhotoFileField().clean(file)

    def test_the_file_dialog_offers_heic(self):
        assert "image/heic" in PhotoFileField().widget.attrs["accept"]
