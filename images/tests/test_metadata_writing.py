"""A photo that leaves the site says whose it is, looks the same, and does not tell where the photographer stood."""

import struct
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageOps, IptcImagePlugin

from images.metadata import (
    BrokenFileError,
    FileTexts,
    PublicTexts,
    has_position,
    iptc,
    read_texts,
    upright,
    with_credit,
    without_position,
    xmp_packet,
)
from images.metadata.formats import format_of
from images.metadata.texts import one_line, paragraphs

from . import sample_files as files
from .looks import assert_no_position, opened, red_corners
from .sample_files import FORMATS, FULL, FULL_XMP

TEXTS = PublicTexts(
    credit='Photo: <Zoë> & "Friends" / 地方進歩',
    creator="Zoë Example",
    rights="© 2026 Local Progress",
    terms="Press may reprint with credit.",
    caption="First line\nSecond line",
    alt="A woman at a lectern",
)


def pixels(data):
    image = opened(data)
    return image.mode, image.size, image.convert("RGBA").tobytes()


# All kinds of images that the formats know, each with metadata of a camera.
EXIF = files.exif(b"Old caption", b"Old artist", b"2020:01:01 00:00:00", gps=True)
IMAGES = {
    "JPEG": files.encoded("JPEG", EXIF, FULL_XMP.encode(), icc_profile=files.PROFILE, comment=b"noted"),
    "JPEG progressive": files.encoded("JPEG", EXIF, progressive=True, restart_marker_rows=1),
    "JPEG CMYK": files.encoded("JPEG", EXIF, image=files.picture(mode="CMYK"), icc_profile=files.PROFILE),
    "JPEG gray": files.encoded("JPEG", EXIF, image=files.picture(mode="L")),
    "PNG": files.encoded("PNG", EXIF, FULL_XMP.encode(), icc_profile=files.PROFILE),
    "PNG transparent palette": files.encoded("PNG", EXIF, image=files.picture(mode="P"), transparency=0),
    "WebP": files.encoded("WEBP", EXIF, FULL_XMP.encode(), icc_profile=files.PROFILE),
    "WebP without extended header": files.encoded("WEBP"),
    "WebP lossless transparent": files.encoded("WEBP", image=files.picture(mode="RGBA"), lossless=True),
    "WebP transparent": files.encoded("WEBP", EXIF, image=files.picture(mode="RGBA")),
    "AVIF": files.encoded("AVIF", EXIF, FULL_XMP.encode(), icc_profile=files.PROFILE),
    "AVIF without metadata": files.encoded("AVIF"),
    "AVIF transparent": files.encoded("AVIF", EXIF, image=files.picture(mode="RGBA")),
    "AVIF tiled": files.encoded("AVIF", EXIF, image=files.picture((640, 400)), tile_rows=1, tile_cols=1),
    "HEIC": files.encoded("HEIC", EXIF, FULL_XMP.encode()),
    "GIF": files.encoded("GIF", comment=b"noted"),
    "GIF 87a": files.encoded("GIF", image=files.picture(mode="P")).replace(b"GIF89a", b"GIF87a"),
}


def format_name(name):
    return name.split()[0].lower()


class TestCredit:
    @pytest.mark.parametrize("name", IMAGES)
    def test_it_is_written_and_the_image_stays_as_it_is(self, name):
        before = IMAGES[name]
        after = with_credit(before, format_name(name), TEXTS)
        assert read_texts(after) == FileTexts(
            caption=TEXTS.caption, credit=TEXTS.credit, alt=TEXTS.alt, rights=TEXTS.rights
        )
        assert pixels(after) == pixels(before)
        assert opened(after).info.get("icc_profile") == opened(before).info.get("icc_profile")
        assert opened(after).format == opened(before).format

    @pytest.mark.parametrize("name", IMAGES)
    def test_it_takes_the_place_of_all_that_was_written_before(self, name):
        once = with_credit(IMAGES[name], format_name(name), TEXTS)
        again = with_credit(once, format_name(name), PublicTexts(credit="Staff"))
        assert read_texts(again) == FileTexts(credit="Staff")
        for old in (b"Old caption", b"lectern", b"noted", b"2020:01:01"):
            assert old not in again
        assert with_credit(again, format_name(name), PublicTexts(credit="Staff")) == again

    def test_nothing_to_say_leaves_no_metadata(self):
        assert xmp_packet(PublicTexts()) == b""
        for name, data in IMAGES.items():
            info = opened(with_credit(data, format_name(name), PublicTexts())).info
            assert not {"exif", "xmp", "comment", "photoshop"} & {key for key, value in info.items() if value}

    @pytest.mark.parametrize("name", FORMATS)
    def test_pillow_finds_the_packet(self, name):
        image = opened(with_credit(files.encoded(name), name, TEXTS))
        assert image.info["xmp"] == xmp_packet(TEXTS)
        description = image.getxmp()["xmpmeta"]["RDF"]["Description"]
        assert description["Credit"] == TEXTS.credit
        assert description["UsageTerms"]["Alt"]["li"]["text"] == TEXTS.terms
        assert description["creator"]["Seq"]["li"] == TEXTS.creator

    def test_an_encoder_can_write_the_packet_itself(self):
        assert read_texts(files.encoded("AVIF", xmp=xmp_packet(TEXTS))).credit == TEXTS.credit

    def test_jpeg_has_it_as_iptc_too(self):
        image = opened(with_credit(files.encoded(), "jpeg", TEXTS))
        found = IptcImagePlugin.getiptcinfo(image)
        assert found[(1, 90)] == b"\x1b%G"
        assert found[(2, 110)].decode() == TEXTS.credit
        assert found[(2, 120)].decode() == TEXTS.caption

    def test_a_long_caption_is_cut_within_what_iptc_allows(self):
        block = iptc.photoshop_resources(PublicTexts(caption="ä" * 1_500))
        assert iptc.texts(block).caption == "ä" * 1_000

    def test_characters_that_xml_forbids_do_no_harm(self):
        texts = PublicTexts(credit="A\x00\x08B\ud800]]>&#0;\ufffe", caption="x" * 100_000)
        assert read_texts(with_credit(files.encoded(), "jpeg", texts)).credit == "AB]]>&#0;"

    @pytest.mark.parametrize("name", FORMATS)
    def test_damaged_files_and_wrong_formats_are_refused(self, name):
        data = files.encoded(name)
        other = "png" if name == "JPEG" else "jpeg"
        for broken, file_format in ((data[: len(data) // 2], name), (b"", name), (data, other)):
            with pytest.raises(BrokenFileError):
                with_credit(broken, file_format, TEXTS)

    @pytest.mark.parametrize("file_format", FORMATS)
    @settings(max_examples=25, deadline=None)
    @given(credit=st.text(max_size=255).map(one_line), caption=st.text(max_size=400))
    def test_any_text_is_read_back_as_it_was_written(self, file_format, credit, caption):
        caption = paragraphs(f"Seen: {caption}")  # "DIGITAL CAMERA" alone is taken for no caption
        texts = PublicTexts(credit=credit, caption=caption)
        read = read_texts(with_credit(files.encoded(file_format), file_format, texts))
        assert (read.credit, read.caption) == (credit, caption)

    @pytest.mark.parametrize("name", ["JPEG", "PNG", "WebP", "AVIF", "HEIC", "GIF"])
    @settings(max_examples=60, deadline=None)
    @given(data=st.data())
    def test_random_bytes_in_a_file_are_refused_in_one_way(self, name, data):
        whole = IMAGES[name]
        start = data.draw(st.integers(0, min(len(whole), 2_500)))
        end = data.draw(st.integers(start, min(len(whole), start + 40)))
        broken = whole[:start] + data.draw(st.binary(max_size=40)) + whole[end:]
        with suppress(BrokenFileError):
            with_credit(broken, format_name(name), TEXTS)
        with suppress(BrokenFileError):
            assert not has_position(without_position(broken))


MOVING = [files.picture(), files.picture().rotate(180)]


class TestMovingImages:
    @pytest.mark.parametrize("name", ["GIF", "PNG", "WEBP"])
    def test_they_keep_their_frames(self, name):
        data = files.encoded(name, image=MOVING[0], save_all=True, append_images=MOVING[1:], duration=80, loop=0)
        after = with_credit(data, name, TEXTS)
        assert read_texts(after).credit == TEXTS.credit
        assert opened(after).n_frames == opened(without_position(after)).n_frames == 2

    def test_moving_avif_cannot_be_written_into_but_loses_its_position(self):
        data = files.encoded("AVIF", EXIF, image=MOVING[0], save_all=True, append_images=MOVING[1:])
        with pytest.raises(BrokenFileError):
            with_credit(data, "avif", TEXTS)
        after = without_position(data)
        assert opened(after).n_frames == 2
        assert_no_position(after)


POSITION = files.exif(b"Caption", b"Staff", gps=True)
VIDEO = b"\0\0\0\x20udta\0\0\0\x18\xa9xyz\0\x12\x15\xc7+39.7486-104.9936/"


def box(kind, payload):
    return struct.pack(">I4s", len(payload) + 8, kind) + payload


# Each place where a position has been seen, and some where one could hide.
POSITIONS = {
    "EXIF in JPEG": files.jpeg_with(files.exif_segment(POSITION)),
    "EXIF in JPEG, little-endian": files.jpeg_with(files.exif_segment(files.exif(gps=True, order="<"))),
    "XMP in JPEG": files.jpeg_with(files.xmp_segment(files.POSITION_XMP.encode())),
    "XMP in JPEG, UTF-16": files.jpeg_with(files.xmp_segment(files.POSITION_XMP.encode("utf-16"))),
    "second EXIF in JPEG": files.jpeg_with(files.exif_segment(files.exif(b"x")), files.exif_segment(POSITION)),
    "extended XMP in JPEG": files.jpeg_with(
        files.segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + files.POSITION_XMP.encode())
    ),
    "second image behind a JPEG": files.jpeg_with(end=files.jpeg_with(files.exif_segment(POSITION))),
    "video behind a JPEG": files.jpeg_with(end=VIDEO),
    "comment in JPEG": files.jpeg_with(files.segment(0xFE, b"GPSLatitude " + files.POSITION_TEXT.encode())),
    "color profile that is none": files.jpeg_with(files.segment(0xE2, b"MPF\0" + POSITION)),
    "EXIF in PNG": files.encoded("PNG", POSITION),
    "XMP in PNG": files.encoded("PNG", xmp=files.POSITION_XMP.encode()),
    "raw profile in PNG": files.png_with(
        files.chunk(
            b"zTXt",
            b"Raw profile type exif\0\0"
            + files.zlib.compress(b"\nexif\n%8d\n%s\n" % (len(POSITION), POSITION.hex().encode())),
        )
    ),
    "unknown chunk in PNG": files.png_with(files.chunk(b"prVt", POSITION)),
    "EXIF in WebP": files.encoded("WEBP", POSITION),
    "XMP in WebP": files.encoded("WEBP", xmp=files.POSITION_XMP.encode()),
    "unknown chunk in WebP": files.webp_with(b"prVt", POSITION),
    "EXIF in AVIF": files.encoded("AVIF", POSITION),
    "XMP in AVIF": files.encoded("AVIF", xmp=files.POSITION_XMP.encode()),
    "unknown box in AVIF": files.encoded("AVIF") + box(b"uuid", POSITION),
    "unknown box amid AVIF": files.encoded("AVIF") + box(b"uuid", POSITION) + box(b"mdat", b"something"),
    "gap in AVIF": files.encoded("AVIF") + box(b"free", POSITION),
    "unused data in AVIF": files.encoded("AVIF") + box(b"mdat", POSITION),
    "EXIF in HEIC": files.encoded("HEIC", POSITION),
    "XMP in HEIC": files.encoded("HEIC", xmp=files.POSITION_XMP.encode()),
    "video in HEIC": files.encoded("HEIC") + box(b"mpvd", VIDEO),
    "comment in GIF": files.encoded("GIF", comment=b"GPSLatitude " + files.POSITION_TEXT.encode()),
}


class TestPosition:
    @pytest.mark.parametrize("name", POSITIONS)
    def test_it_is_found_and_removed_and_the_image_stays(self, name):
        data = POSITIONS[name]
        assert has_position(data)
        after = without_position(data)
        assert_no_position(after)
        assert opened(after).size == opened(data).size
        assert red_corners(opened(after)) == red_corners(opened(data))

    @pytest.mark.parametrize("name", POSITIONS)
    def test_a_file_with_credit_has_none_either(self, name):
        after = with_credit(POSITIONS[name], format_of(POSITIONS[name]), TEXTS)
        assert_no_position(after)

    @pytest.mark.parametrize("name", IMAGES)
    def test_what_has_none_is_not_suspected(self, name):
        assert not has_position(with_credit(IMAGES[name], format_name(name), TEXTS))

    def test_names_of_places_are_none(self):
        assert not has_position(files.jpeg_with(files.xmp_segment(FULL_XMP.encode())))

    def test_whose_the_photo_is_stays_written(self):
        read = read_texts(without_position(files.jpeg_with(files.xmp_segment(FULL_XMP.encode()))))
        assert read == FileTexts(caption=FULL.caption, credit=FULL.credit, alt=FULL.alt, rights=FULL.rights)

    def test_what_is_no_photo_is_not_handed_out(self):
        for data in (b"", b"MZ" + POSITION, POSITIONS["EXIF in JPEG"][:700], b"\xff\xd8\xff"):
            with pytest.raises(BrokenFileError):
                without_position(data)


class TestOrientation:
    """EXIF says how an image must be turned, from 1 (not at all) to 8."""

    @pytest.mark.parametrize("number", range(1, 9))
    @pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP"])
    def test_it_outlives_the_metadata_and_can_be_applied(self, name, number):
        exif = files.exif(orientation=number, gps=True, order="<" if number % 2 else ">")
        data = files.encoded(name, exif)
        wanted = ImageOps.exif_transpose(opened(data))
        for changed in (with_credit(data, name, TEXTS), without_position(data)):
            assert red_corners(ImageOps.exif_transpose(opened(changed))) == red_corners(wanted)
            turned = upright(changed)
            assert opened(turned).getexif().get(0x0112, 1) == 1
            assert opened(turned).format == name
            assert opened(turned).size == wanted.size
            assert red_corners(opened(turned)) == red_corners(wanted)

    @pytest.mark.parametrize("number", range(1, 9))
    @pytest.mark.parametrize("name", ["AVIF", "HEIC"])
    def test_the_container_keeps_it_where_it_is_its_business(self, name, number):
        data = files.encoded(name, files.exif(orientation=number))
        shown = ImageOps.exif_transpose(opened(data))
        for changed in (with_credit(data, name, TEXTS), without_position(data), upright(data)):
            assert red_corners(ImageOps.exif_transpose(opened(changed))) == red_corners(shown)

    def test_an_upright_photo_is_not_encoded_again(self):
        assert upright(IMAGES["JPEG"]) is IMAGES["JPEG"]

    @pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP"])
    def test_turning_keeps_the_color_profile(self, name):
        data = files.encoded(name, files.exif(orientation=6), icc_profile=files.PROFILE)
        assert opened(upright(data)).info["icc_profile"] == files.PROFILE

    def test_turning_keeps_the_quality(self):
        data = files.encoded("JPEG", files.exif(orientation=6), quality=93, subsampling=0)
        assert opened(upright(data)).quantization == opened(data).quantization
        assert len(upright(data)) == pytest.approx(len(data), rel=0.1)

    def test_of_several_images_in_one_file_the_first_is_turned(self):
        data = files.encoded("MPO", files.exif(orientation=6), save_all=True, append_images=MOVING[1:])
        turned = opened(upright(data))
        assert getattr(turned, "n_frames", 1) == 1
        assert red_corners(turned) == red_corners(files.picture().rotate(-90, expand=True))

    def test_heic_becomes_jpeg(self):
        data = files.encoded("HEIC", files.exif(orientation=6, gps=True))
        turned = upright(data)
        assert opened(turned).format == "JPEG"
        assert_no_position(turned)
