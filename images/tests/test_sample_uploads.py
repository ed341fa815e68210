"""Sample files of every standard go through the real upload: what is read is kept, and no position comes out."""

import zlib
from datetime import date

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image, ImageOps

from images import presets, renditions
from images.metadata import FileTexts, has_position, read_texts
from images.models import Photo
from images.press_files import press_file

from . import sample_files as files
from .looks import assert_no_position, opened, red_corners
from .sample_files import CAPTION, FULL, FULL_XMP, POSITION_XMP

pytestmark = pytest.mark.django_db

ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "HEIC": "heic"}
GPS = files.exif_segment(files.exif(gps=True))
ARTIST = "Zoë Example"
FROM_EXIF = FileTexts(caption=CAPTION, credit=ARTIST, taken_on=date(2026, 5, 3))
FROM_IPTC = FileTexts(caption=CAPTION, credit=FULL.credit, place=FULL.place, taken_on=FULL.taken_on)


def xmp(packet, *segments):
    return files.jpeg_with(GPS, files.xmp_segment(packet), *segments)


def iptc(encoding):
    texts = {120: CAPTION, 110: FULL.credit, 55: "20260503", 90: "Denver", 95: "Colorado", 101: "United States"}
    return files.iptc_segments(files.iim(*(((2, key), text.encode(encoding)) for key, text in texts.items())))


def exif(encoding="utf-8", **options):
    return files.exif(CAPTION.encode(encoding), ARTIST.encode(encoding), b"2026:05:03 14:05:00", gps=True, **options)


def long_caption():
    packet = files.xmp(files.alternatives("dc:description", x_default="word " * 2_000_000)).encode()
    return files.png_with(
        files.chunk(b"zTXt", b"XML:com.adobe.xmp\0\0" + zlib.compress(packet)), files.chunk(b"eXIf", exif())
    )


# Name of the sample: its format, the file, and what is to be read from it. All of them hold a position.
SAMPLES = {
    **{
        f"{file_format}, XMP": (file_format, files.encoded(file_format, files.exif(gps=True), FULL_XMP.encode()), FULL)
        for file_format in ENDINGS
    },
    **{f"{file_format}, EXIF": (file_format, files.encoded(file_format, exif()), FROM_EXIF) for file_format in ENDINGS},
    "JPEG, XMP in UTF-16": ("JPEG", xmp(FULL_XMP.encode("utf-16")), FULL),
    "JPEG, XMP in UTF-32": ("JPEG", xmp(FULL_XMP.encode("utf-32")), FULL),
    "JPEG, XMP with control characters": ("JPEG", xmp(FULL_XMP.replace("speaks", "\x00speaks\x1f").encode()), FULL),
    "JPEG, EXIF in Windows-1252": ("JPEG", files.encoded("JPEG", exif("cp1252", order="<")), FROM_EXIF),
    **{
        f"JPEG, IPTC in {encoding}": ("JPEG", files.jpeg_with(GPS, iptc(encoding)), FROM_IPTC)
        for encoding in ("utf-8", "cp1252", "mac_roman")
    },
    "JPEG, all three": (
        "JPEG",
        files.jpeg_with(files.exif_segment(exif()), files.xmp_segment(FULL_XMP.encode()), iptc("utf-8")),
        FULL,
    ),
    "JPEG, position in XMP": ("JPEG", files.jpeg_with(files.xmp_segment(POSITION_XMP.encode())), FileTexts()),
    "JPEG, position in a second image": ("JPEG", files.jpeg_with(end=files.encoded("JPEG", exif())), FileTexts()),
    "PNG, position in a chunk of its own": ("PNG", files.png_with(files.chunk(b"prVt", exif())), FileTexts()),
    "WEBP, position in a chunk of its own": ("WEBP", files.webp_with(b"prVt", exif()), FileTexts()),
    # What is wrong with a source leaves the other ones.
    "JPEG, XML bomb in XMP": (
        "JPEG",
        files.jpeg_with(files.exif_segment(exif()), files.xmp_segment(files.BOMB.encode())),
        FROM_EXIF,
    ),
    "JPEG, XMP that is no XML": (
        "JPEG",
        files.jpeg_with(files.exif_segment(exif()), files.xmp_segment(b"<x:xmpmeta")),
        FROM_EXIF,
    ),
    "JPEG, XMP nested 4,000 deep": (
        "JPEG",
        files.jpeg_with(files.exif_segment(exif()), files.xmp_segment(files.nested(4_000).encode())),
        FROM_EXIF,
    ),
    "PNG, caption of 10 MiB": ("PNG", long_caption(), FROM_EXIF),
}
CUT = files.encoded("JPEG", exif(), image=Image.effect_noise((400, 300), 60).convert("RGB"))
REFUSED = {
    "JPEG, truncated": ("photo.jpg", CUT[: len(CUT) // 2], "cannot be opened"),
    "PNG, bomb of 900 megapixels": ("photo.png", files.png_of_size(30_000, 30_000), "million pixels"),
}


@pytest.fixture
def upload(client, record_property):
    """Upload a file as an editor who writes nothing; returns the photo or else the sentence that refuses it."""
    user = User.objects.create_user("editor", password="password")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)

    def send(sample, name, data):
        fields = {
            "title": "Council",
            "file": ContentFile(data, name),
            "collection": 1,
            "caption": "null",
            "terms": "ask",
        }
        response = client.post(reverse("wagtailimages:add"), fields)
        photo = Photo.objects.select_related("image_caption").first()
        refusal = "" if photo else " ".join(response.context["form"].errors["file"])
        record_property("sample", f"{sample:38} {read_from(photo) if photo else 'refused: ' + refusal}")
        return photo or refusal

    return send


def read_from(photo):
    """What the library knows of a photo, as a row of the table."""
    texts = kept(photo)
    words = (texts.caption, texts.credit, texts.alt, texts.place)
    shown = [word if len(word) <= 18 else word[:17] + "…" for word in words]
    return " | ".join([*(f"{word or '–':18}" for word in shown), f"{texts.taken_on or '–'}"])


def kept(photo):
    written = photo.image_caption
    return FileTexts(
        caption=written.plain_caption,
        credit=written.credit,
        credit_url=written.credit_url,
        alt=photo.description,
        taken_on=written.taken_on,
        place=written.place,
    )


def public_files(photo):
    """All that anybody can get of a photo, each with its name."""
    for one in photo.renditions.all():
        with one.file.open() as file:
            yield one.filter_spec, file.read()
    yield "press", press_file(photo).data


class TestSamples:
    @pytest.mark.parametrize("name", SAMPLES)
    def test_what_a_file_says_is_kept_but_where_it_was_taken(self, upload, name):
        file_format, data, expected = SAMPLES[name]
        assert has_position(data)
        photo = upload(name, f"council.{ENDINGS[file_format]}", data)
        assert kept(photo) == FileTexts(**{**vars(expected), "rights": ""})
        renditions.prepare(photo)
        files_of_it = dict(public_files(photo))
        assert set(files_of_it) == {*presets.all_specs(), presets.FALLBACK_SPEC, "press"}
        for public in files_of_it.values():
            assert_no_position(public)
            assert read_texts(public).credit == expected.credit
        assert read_texts(files_of_it["press"]).caption == expected.caption

    @pytest.mark.parametrize("number", range(1, 9))
    @pytest.mark.parametrize("file_format", ENDINGS)
    def test_it_stands_upright_once(self, upload, file_format, number):
        data = files.encoded(file_format, files.exif(orientation=number, gps=True))
        photo = upload(f"{file_format}, orientation {number}", f"council.{ENDINGS[file_format]}", data)
        wanted = ImageOps.exif_transpose(opened(data))
        assert (photo.width, photo.height) == wanted.size
        for public in dict(public_files(photo)).values():
            shown = opened(public)
            assert shown.getexif().get(0x0112, 1) == 1 or file_format == "AVIF"  # turned by its container
            shown = ImageOps.exif_transpose(shown)
            assert shown.size == wanted.size
            assert red_corners(shown) == red_corners(wanted)
            assert_no_position(public)

    def test_forty_megapixels(self, upload):
        data = files.encoded("JPEG", exif(), image=files.picture((7_300, 5_480)))
        photo = upload("JPEG, 40 megapixels", "council.jpg", data)
        assert (photo.width, photo.height) == (7_300, 5_480)
        found = dict(public_files(photo))
        assert opened(found[presets.FALLBACK_SPEC]).size == (800, 600)
        assert opened(found["press"]).size == (7_300, 5_480)
        for public in found.values():
            assert_no_position(public)

    @pytest.mark.parametrize("name", REFUSED)
    def test_what_is_no_whole_photo_is_refused(self, upload, name):
        file_name, data, sentence = REFUSED[name]
        assert sentence in upload(name, file_name, data)
        assert not Photo.objects.exists()
