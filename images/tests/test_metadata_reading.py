"""What a file says about its photo is read from every standard, and nothing in it stops an upload."""

import io
import time
import tracemalloc
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from images.metadata import FileTexts, read_texts
from images.metadata.texts import decode, one_line, paragraphs

from . import sample_files as files
from .sample_files import CAPTION, FULL, FULL_XMP

IPTC = {(2, 120): CAPTION, (2, 110): FULL.credit, (2, 80): "Somebody else", (2, 55): "20260503", (2, 116): FULL.rights}
IPTC_PLACE = {(2, 90): "Denver", (2, 95): "Colorado", (2, 101): "United States"}


def iptc_file(encoding, utf8=False, **options):
    values = {**IPTC, **IPTC_PLACE}
    block = files.iim(*((key, text.encode(encoding, "replace")) for key, text in values.items()), utf8=utf8)
    return files.jpeg_with(files.iptc_segments(block, **options))


def xmp_file(inside="", attributes=""):
    return files.jpeg_with(files.xmp_segment(files.xmp(inside, attributes).encode()))


FROM_IPTC = FileTexts(caption=CAPTION, credit=FULL.credit, rights=FULL.rights, taken_on=FULL.taken_on, place=FULL.place)
FROM_EXIF = FileTexts(caption=CAPTION, credit="Zoë Example", taken_on=date(2026, 5, 3))

# Name of the sample: the file, and what is read from it.
SAMPLES = {
    "nothing": (files.jpeg_with(), FileTexts()),
    # XMP in each format
    "XMP in JPEG": (files.jpeg_with(files.xmp_segment(FULL_XMP.encode())), FULL),
    "XMP in PNG": (files.encoded("PNG", xmp=FULL_XMP.encode()), FULL),
    "XMP in PNG, compressed": (
        files.png_with(files.chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0en\0\0" + files.zlib.compress(FULL_XMP.encode()))),
        FULL,
    ),
    "XMP in WebP": (files.encoded("WEBP", xmp=FULL_XMP.encode()), FULL),
    "XMP in AVIF": (files.encoded("AVIF", xmp=FULL_XMP.encode()), FULL),
    "XMP in HEIC": (files.encoded("HEIC", xmp=FULL_XMP.encode()), FULL),
    # XMP in each way of writing it
    "XMP UTF-8 with mark": (files.jpeg_with(files.xmp_segment(FULL_XMP.encode("utf-8-sig"))), FULL),
    "XMP UTF-16 with mark": (files.jpeg_with(files.xmp_segment(FULL_XMP.encode("utf-16"))), FULL),
    "XMP UTF-16 big-endian": (files.jpeg_with(files.xmp_segment(FULL_XMP.encode("utf-16-be"))), FULL),
    "XMP UTF-32": (files.jpeg_with(files.xmp_segment(FULL_XMP.encode("utf-32"))), FULL),
    "XMP in Windows-1252": (files.jpeg_with(files.xmp_segment(FULL_XMP.encode("cp1252", "ignore"))), FULL),
    "XMP with control characters": (
        files.jpeg_with(files.xmp_segment(FULL_XMP.replace("speaks", "\x00\x0bspeaks\x1f").encode())),
        FULL,
    ),
    "XMP all elements": (
        xmp_file("<photoshop:Credit>Staff</photoshop:Credit><photoshop:City>Gary</photoshop:City>"),
        FileTexts(credit="Staff", place="Gary"),
    ),
    "XMP first language": (
        xmp_file(files.alternatives("dc:description", es="Hola", de="Hallo")),
        FileTexts(caption="Hola"),
    ),
    "XMP plain description": (xmp_file("<dc:description>Plain</dc:description>"), FileTexts(caption="Plain")),
    "XMP several creators": (
        xmp_file("<dc:creator><rdf:Seq><rdf:li>A</rdf:li><rdf:li>B</rdf:li></rdf:Seq></dc:creator>"),
        FileTexts(credit="A, B"),
    ),
    "XMP place where it was created": (
        xmp_file(
            "<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li><rdf:Description Iptc4xmpExt:City='Reno'>"
            "<Iptc4xmpExt:ProvinceState>Nevada</Iptc4xmpExt:ProvinceState></rdf:Description></rdf:li></rdf:Bag>"
            "</Iptc4xmpExt:LocationCreated>"
        ),
        FileTexts(place="Reno, Nevada"),
    ),
    "XMP link that is no address": (
        xmp_file('<Iptc4xmpCore:CreatorContactInfo Iptc4xmpCore:CiUrlWork="javascript:alert(1)"/>'),
        FileTexts(),
    ),
    "XMP year without day": (xmp_file("", 'photoshop:DateCreated="2026"'), FileTexts()),
    # IPTC-IIM
    "IPTC UTF-8, declared": (iptc_file("utf-8", utf8=True), FROM_IPTC),
    "IPTC UTF-8, not declared": (iptc_file("utf-8"), FROM_IPTC),
    "IPTC Windows-1252": (iptc_file("cp1252"), FROM_IPTC),
    "IPTC MacRoman": (iptc_file("mac_roman"), FROM_IPTC),
    "IPTC declared UTF-8, is not": (iptc_file("cp1252", utf8=True), FROM_IPTC),
    "IPTC over several segments": (iptc_file("utf-8", piece=40), FROM_IPTC),
    "IPTC encoding told by another text": (
        files.jpeg_with(files.iptc_segments(files.iim(((2, 120), b"Jos\x8e speaks"), ((2, 110), b"Mar\x92a")))),
        FileTexts(caption="José speaks", credit="María"),
    ),
    "IPTC by-line only": (
        files.jpeg_with(files.iptc_segments(files.iim(((2, 80), b"Jos\xe9")))),
        FileTexts(credit="José"),
    ),
    # EXIF
    "EXIF UTF-8": (
        files.jpeg_with(
            files.exif_segment(files.exif(CAPTION.encode(), "Zoë Example".encode(), b"2026:05:03 14:05:00"))
        ),
        FROM_EXIF,
    ),
    "EXIF Windows-1252, little-endian": (
        files.jpeg_with(
            files.exif_segment(
                files.exif(CAPTION.encode("cp1252"), "Zoë Example".encode("cp1252"), b"2026:05:03 14:05:00", order="<")
            )
        ),
        FROM_EXIF,
    ),
    "EXIF in PNG": (files.encoded("PNG", exif=files.exif(b"Hello", b"Staff")), FileTexts("Hello", "Staff")),
    "EXIF in WebP": (files.encoded("WEBP", exif=files.exif(b"Hello", b"Staff")), FileTexts("Hello", "Staff")),
    "EXIF in AVIF": (files.encoded("AVIF", exif=files.exif(b"Hello", b"Staff")), FileTexts("Hello", "Staff")),
    "EXIF in HEIC": (
        files.encoded("HEIC", exif=files.exif(b"Hello", b"Staff")),
        FileTexts("Hello", "Staff"),
    ),
    "EXIF of a camera without a clock": (
        files.jpeg_with(files.exif_segment(files.exif(b"SONY DSC", taken=b"0000:00:00 00:00:00"))),
        FileTexts(),
    ),
    # Precedence
    "all three": (
        files.jpeg_with(
            files.exif_segment(files.exif(b"From EXIF", b"EXIF artist", b"2001:01:01 00:00:00")),
            files.xmp_segment(FULL_XMP.encode()),
            files.iptc_segments(files.iim(((2, 120), b"From IPTC"), ((2, 110), b"IPTC credit"))),
        ),
        FULL,
    ),
    "IPTC before EXIF": (
        files.jpeg_with(
            files.exif_segment(files.exif(b"From EXIF", b"EXIF artist")),
            files.iptc_segments(files.iim(((2, 120), b"From IPTC"))),
        ),
        FileTexts("From IPTC", "EXIF artist"),
    ),
    "IPTC credit before XMP creator": (
        files.jpeg_with(
            files.xmp_segment(files.xmp("<dc:creator><rdf:Seq><rdf:li>Maker</rdf:li></rdf:Seq></dc:creator>").encode()),
            files.iptc_segments(files.iim(((2, 110), b"Agency"))),
        ),
        FileTexts(credit="Agency"),
    ),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_is_read_from_every_standard_and_encoding(name):
    data, expected = SAMPLES[name]
    assert read_texts(data) == expected


def test_a_table_says_what_was_read(request, capfd):
    report = request.config.pluginmanager.get_plugin("terminalreporter")
    rows = [(name, read_texts(data)) for name, (data, _expected) in SAMPLES.items()]
    assert len(rows) == len(SAMPLES)
    with capfd.disabled():
        for name, texts in rows if report else ():
            cells = (texts.caption, texts.credit, texts.alt, str(texts.taken_on or ""), texts.place)
            report.write_line(f"{name:36}" + " ".join(f"{cell[:20]:20}" for cell in cells).rstrip())


IPTC_STAYS = files.iptc_segments(files.iim(((2, 110), b"Staff")))
DIGITS = b"\niptc\n1\n\n" + b"0" * 2 * 1024 * 1024
LONG = "caption " * (10 * 1024 * 1024 // 8)  # 10 MiB

# What must not stop the upload, each with a good credit beside it in another standard.
HOSTILE = {
    "billion laughs": files.jpeg_with(files.xmp_segment(files.BOMB.encode()), IPTC_STAYS),
    "entity": files.jpeg_with(files.xmp_segment(files.HARMLESS_ENTITY.encode()), IPTC_STAYS),
    "file from an entity": files.jpeg_with(files.xmp_segment(files.OUTSIDE_ENTITY.encode()), IPTC_STAYS),
    "nested 4,000 deep": files.jpeg_with(files.xmp_segment(files.nested(4_000).encode()), IPTC_STAYS),
    "nested 60,000 deep": files.encoded("WEBP", xmp=files.nested(60_000).encode(), exif=files.exif(artist=b"Staff")),
    "not XML": files.jpeg_with(files.xmp_segment(b"<x:xmpmeta <<<"), IPTC_STAYS),
    "XML cut off": files.jpeg_with(files.xmp_segment(FULL_XMP.encode()[:900]), IPTC_STAYS),
    "forbidden character reference": files.jpeg_with(
        files.xmp_segment(files.xmp("<photoshop:Credit>&#0;</photoshop:Credit>").encode()), IPTC_STAYS
    ),
    "EXIF points outside": files.jpeg_with(
        files.exif_segment(b"II*\0\xff\xff\xff\x7f" + b"\xff" * 40), files.exif_segment(b"nothing"), IPTC_STAYS
    ),
    "EXIF points to itself": files.jpeg_with(
        files.exif_segment(b"MM\0*\0\0\0\x08\0\x01\x87\x69\0\x04\0\0\0\x01\0\0\0\x08\0\0\0\0"), IPTC_STAYS
    ),
    "EXIF caption of four billion letters": files.jpeg_with(
        files.exif_segment(files.tiff({0x010E: (2, 0xFFFFFFFF, b"long enough")})), IPTC_STAYS
    ),
    "10 MiB XMP in WebP": files.encoded(
        "WEBP",
        xmp=files.xmp(files.alternatives("dc:description", x_default=LONG)).encode(),
        exif=files.exif(artist=b"Staff"),
    ),
    "10 MiB XMP in AVIF": files.encoded("AVIF", xmp=files.xmp(LONG).encode(), exif=files.exif(artist=b"Staff")),
    "100 MiB XMP packed in PNG": files.png_with(
        files.chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + files.zlib.compress(b"<a>" * (35 * 1024 * 1024))),
        files.chunk(b"eXIf", files.exif(artist=b"Staff")),
    ),
    "100 bombs in PNG": files.png_with(
        files.chunk(b"eXIf", files.exif(artist=b"Staff")),
        *[files.chunk(b"zTXt", b"Raw profile type iptc\0\0" + files.zlib.compress(b"\niptc\n1\n\n" + b"0" * 2**21))]
        * 100,
    ),
    "JPEG segment with a lying length": files.jpeg_with(IPTC_STAYS, b"\xff\xe1\xff\xff"),
    "PNG chunk with a lying length": files.png_with(
        files.chunk(b"eXIf", files.exif(artist=b"Staff")), b"\x7f\xff\xff\xffiTXt"
    ),
    "JPEG cut off": files.jpeg_with(IPTC_STAYS)[:400],
}


MANY = 2_000_000
ABSURD = {
    "segments in JPEG": b"\xff\xd8" + b"\xff\xe1\0\2" * MANY,
    "fill in JPEG": b"\xff\xd8" + b"\xff" * 10 * MANY,
    "chunks in PNG": b"\x89PNG\r\n\x1a\n" + files.chunk(b"prVt", b"") * MANY,
    "chunks in WebP": b"RIFF\xff\xff\xff\xffWEBP" + b"prVt\0\0\0\0" * MANY,
    "boxes in AVIF": files.encoded("AVIF")[:32] + b"\0\0\0\x08free" * MANY,
    # Extents of no bytes, of which there can be four billion in a small file.
    "extents in AVIF": files.avif_with_items(0, b"\0\0", b"\xff\xff" + b"\0\1\0\0\xff\xff" * 65_535),
    "elements in XMP": files.encoded("WEBP", xmp=files.xmp("<a/>" * 200_000).encode()),
    "structures in XMP": files.encoded(
        "WEBP",
        xmp=files.xmp(
            "<Iptc4xmpExt:LocationCreated>" * 50 + "<a/>" * 200_000 + "</Iptc4xmpExt:LocationCreated>" * 50
        ).encode(),
    ),
}


class TestHostileFiles:
    @pytest.mark.parametrize("name", HOSTILE)
    def test_other_sources_are_still_read(self, name, caplog):
        started = time.process_time()
        assert read_texts(HOSTILE[name]) == FileTexts(credit="Staff")
        assert time.process_time() - started < 3  # seconds; takes some milliseconds

    @pytest.mark.parametrize(
        "name", ["100 MiB XMP packed in PNG", "100 bombs in PNG", "10 MiB XMP in AVIF", "nested 60,000 deep"]
    )
    def test_little_memory_is_used(self, name):
        tracemalloc.start()
        read_texts(HOSTILE[name])
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 10 * 1024 * 1024  # bytes

    @pytest.mark.parametrize("name", ["billion laughs", "not XML", "10 MiB XMP in WebP", "JPEG cut off"])
    def test_the_log_notes_it_without_saying_what_was_in_it(self, name, caplog):
        read_texts(HOSTILE[name])
        (record,) = [record for record in caplog.records if record.name == "images.metadata"]
        assert record.levelname == "WARNING"
        assert "Staff" not in record.getMessage()
        assert not record.exc_info

    @pytest.mark.parametrize("name", ABSURD)
    def test_absurd_numbers_are_not_counted_to_their_end(self, name, caplog):
        started = time.process_time()
        assert read_texts(ABSURD[name]) == FileTexts()
        assert time.process_time() - started < 3  # seconds; takes some hundred milliseconds
        assert caplog.records

    def test_a_good_file_leaves_no_note(self, caplog):
        read_texts(SAMPLES["all three"][0])
        assert not caplog.records

    def test_a_10_mib_caption_is_cut(self):
        data = files.jpeg_with(files.iptc_segments(files.iim(((2, 120), LONG.encode()))))
        caption = read_texts(data).caption
        assert 1_900 < len(caption) <= 2_000
        assert caption.endswith("caption…")

    @pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBP", b"GIF89a", b"<svg/>", b"\0" * 99])
    def test_what_is_no_photo_says_nothing(self, data):
        assert read_texts(data) == FileTexts()


def test_an_open_file_is_left_where_it_was():
    file = io.BytesIO(SAMPLES["XMP in JPEG"][0])
    file.seek(7)
    assert read_texts(file) == FULL
    assert file.tell() == 7


class TestStorableTexts:
    def test_control_characters_and_turned_directions_go(self):
        assert one_line("  a\x00\x07b\u202e\r\n c\ttabs\x85end ") == "ab c tabs end"

    def test_a_caption_keeps_its_lines(self):
        assert paragraphs("One  \r\n\r\n\r\n two\u2028three\x00") == "One\ntwo\nthree"

    def test_a_text_is_cut_at_a_word(self):
        assert one_line("abc def ghi", 9) == "abc def…"
        assert one_line("a" * 300) == "a" * 300
        assert one_line("a" * 301) == "a" * 299 + "…"

    @settings(max_examples=30)
    @given(st.text(max_size=400))
    def test_what_is_stored_is_not_changed_again(self, text):
        assert one_line(one_line(text)) == one_line(text)
        assert paragraphs(paragraphs(text)) == paragraphs(text)
        assert len(one_line(text)) <= 300

    @pytest.mark.parametrize(
        ("raw", "text"),
        [
            (b"caf\xe9", "café"),  # Windows-1252
            (b"caf\x8e", "café"),  # MacRoman
            (b"it\x92s", "it’s"),
            (b"it\xd5s", "it’s"),
            (b"\xd2Hi\xd3 \xd0 M\x9fller", "“Hi” – Müller"),
            (b"Zo\x91 Example", "Zoë Example"),
            ("Zoë Müller".encode()[:7], "Zoë M"),  # cut within a character
        ],
    )
    def test_an_undeclared_encoding_is_guessed(self, raw, text):
        assert decode(raw) == text


WHOLE_FILES = {
    name: files.encoded(name, exif=files.exif(b"Caption", b"Staff", gps=True), xmp=FULL_XMP.encode())
    for name in (*files.FORMATS, "HEIC")
} | {"GIF": files.encoded("GIF")}


@pytest.mark.parametrize("file_format", WHOLE_FILES)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_random_bytes_in_a_file_never_raise(file_format, data):
    whole = WHOLE_FILES[file_format]
    start = data.draw(st.integers(0, min(len(whole), 2_500)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    assert isinstance(read_texts(whole[:start] + data.draw(st.binary(max_size=40)) + whole[end:]), FileTexts)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([files.xmp_segment, files.exif_segment, files.iptc_segments]), st.binary(max_size=300))
def test_random_metadata_never_raise(segment, junk):
    assert isinstance(read_texts(files.jpeg_with(segment(junk))), FileTexts)
