"""Photo files with metadata of all standards and encodings, good and bad, built byte by byte where it matters."""

import io
import struct
import zlib
from datetime import date

import pillow_heif
from PIL import Image, ImageCms, PngImagePlugin

from images.metadata.texts import FileTexts

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
# Coordinates as nobody else writes them, so that their bytes can be searched for.
LATITUDE, LONGITUDE = ((39, 1), (44, 1), (51_234_567, 1_000_003)), ((104, 1), (59, 1), (24_765_431, 1_000_033))
POSITION_TEXT = "39,44.8539N"

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")


def picture(size=(64, 48), mode="RGB"):
    """White, with red in the upper left quarter, so that one sees how it is turned."""
    image = Image.new("RGB", size, "white")
    image.paste("#c00000", (0, 0, size[0] // 2, size[1] // 2))
    return image.convert(mode)


def encoded(file_format="JPEG", exif=b"", xmp=b"", image=None, **options):
    """A picture in any format, with metadata as Pillow writes them (GIF: without)."""
    image = image or picture()
    exif = exif and b"Exif\0\0" + exif
    buffer = io.BytesIO()
    if file_format == "HEIC":
        pillow_heif.from_pillow(image).save(buffer, exif=exif or None, xmp=xmp or None, **options)
        return buffer.getvalue()
    if exif:
        options["exif"] = exif
    if file_format == "PNG" and xmp:
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", xmp.decode())
    elif xmp:
        options["xmp"] = xmp
    image.save(buffer, file_format, **options)
    return buffer.getvalue()


# JPEG segments and PNG chunks


def segment(marker, payload):
    return bytes([0xFF, marker]) + struct.pack(">H", len(payload) + 2) + payload


def xmp_segment(packet):
    return segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet)


def exif_segment(tiff):
    return segment(0xE1, b"Exif\0\0" + tiff)


def iptc_segments(block, piece=60_000):
    """The Photoshop block, in several segments if it is long; another resource with an odd name comes first."""
    other = b"8BIM" + struct.pack(">H", 0x03ED) + b"\x03abc" + struct.pack(">I", 3) + b"xyz\0"
    iptc = b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(block)) + block + b"\0" * (len(block) % 2)
    whole = other + iptc
    pieces = [whole[start : start + piece] for start in range(0, len(whole), piece)]
    return b"".join(segment(0xED, b"Photoshop 3.0\0" + part) for part in pieces)


def jpeg_with(*segments, end=b"", **options):
    """A JPEG file with these segments behind its first one, and something behind its end."""
    data = encoded(**options)
    return data[:2] + b"".join(segments) + data[2:] + end


def chunk(kind, payload):
    return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))


def png_with(*chunks):
    data = encoded("PNG")
    return data[:33] + b"".join(chunks) + data[33:]  # behind IHDR


def webp_with(kind, payload):
    """A WebP file with one more chunk, which its header does not announce."""
    data = encoded("WEBP") + kind + struct.pack("<I", len(payload)) + payload + b"\0" * (len(payload) % 2)
    return data[:4] + struct.pack("<I", len(data) - 8) + data[8:]


def png_of_size(width, height):
    """A PNG file that says it is this large and holds next to nothing."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def jpeg_of_size(width, height):
    """A small JPEG file whose header says that it is large."""
    data = encoded()
    start = data.index(b"\xff\xc0") + 5
    return data[:start] + struct.pack(">HH", height, width) + data[start + 4 :]


# The standards


def tiff(fields, details=None, gps=False, order=">"):
    """EXIF: fields and details are dicts of tag and (type, count, bytes); numbers in the byte order given."""
    directories = [dict(fields)]
    if details:
        directories[0][0x8769] = details
    if gps:
        directories[0][0x8825] = {
            0x0001: (2, 2, b"N\0"),
            0x0002: (5, 3, b"".join(struct.pack(order + "II", *pair) for pair in LATITUDE)),
            0x0003: (2, 2, b"W\0"),
            0x0004: (5, 3, b"".join(struct.pack(order + "II", *pair) for pair in LONGITUDE)),
        }
    header = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8)
    return header + _directory(directories[0], 8, order)


def _directory(fields, start, order):
    entries, values = b"", b""
    values_start = start + 2 + 12 * len(fields) + 4
    for tag, field in sorted(fields.items()):
        place = values_start + len(values)
        if isinstance(field, dict):
            entries += struct.pack(order + "HHII", tag, 4, 1, place)
            values += _directory(field, place, order)
            continue
        kind, count, value = field
        entries += struct.pack(order + "HHI", tag, kind, count)
        entries += value.ljust(4, b"\0") if len(value) <= 4 else struct.pack(order + "I", place)
        values += (value + b"\0" * (len(value) % 2)) if len(value) > 4 else b""
    return struct.pack(order + "H", len(fields)) + entries + struct.pack(order + "I", 0) + values


def ascii_field(value):
    return (2, len(value) + 1, value + b"\0")


def exif(caption=b"", artist=b"", taken=b"", gps=False, order=">", orientation=0):
    fields = {tag: ascii_field(value) for tag, value in ((0x010E, caption), (0x013B, artist)) if value}
    if orientation:
        fields[0x0112] = (3, 1, struct.pack(order + "H", orientation))
    return tiff(fields, {0x9003: ascii_field(taken)} if taken else None, gps, order)


def iim(*data_sets, utf8=False):
    """IPTC-IIM: ((record, number), bytes) each; those over 32,767 bytes as extended data sets."""
    declared = (((1, 90), b"\x1b%G"),) if utf8 else ()
    block = b""
    for (record, number), value in declared + data_sets:
        size = struct.pack(">H", len(value)) if len(value) < 0x8000 else struct.pack(">HI", 0x8004, len(value))
        block += bytes([0x1C, record, number]) + size + value
    return block


_NAMES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
    'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" '
    'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:exif="http://ns.adobe.com/exif/1.0/"'
)


def xmp(inside="", attributes="", start='<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'):
    """An XMP packet with these properties as elements and as attributes, padded as programs do."""
    return (
        f'{start}<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {_NAMES} {attributes}>{inside}</rdf:Description>'
        f'</rdf:RDF></x:xmpmeta>{" " * 200}\n<?xpacket end="w"?>'
    )


def avif_with_items(version, sizes, entries):
    """The beginning of an AVIF file whose table of places (`iloc`) has these entries."""

    def box(kind, *parts):
        body = b"".join(parts)
        return struct.pack(">I4s", len(body) + 8, kind) + body

    kinds = box(b"iinf", bytes(4), b"\0\1", box(b"infe", b"\2\0\0\0\0\1\0\0Exif\0"))
    places = box(b"iloc", bytes([version, 0, 0, 0]), sizes, entries)
    return box(b"ftyp", b"avif\0\0\0\0avif") + box(
        b"meta", bytes(4), box(b"hdlr"), box(b"pitm", bytes(6)), kinds, places
    )


def alternatives(name, **texts):
    """A property in several languages; an underscore in a language stands for the hyphen."""
    items = "".join(f'<rdf:li xml:lang="{key.replace("_", "-")}">{text}</rdf:li>' for key, text in texts.items())
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


CAPTION = "Señora Núñez speaks at “City Hall” — Denver"
FULL = FileTexts(
    caption=CAPTION,
    credit="Zoë Example / Local Progress",
    credit_url="https://example.org/zoë",
    alt="A woman at a lectern",
    rights="© 2026 Local Progress",
    taken_on=date(2026, 5, 3),
    place="Denver, Colorado, United States",
)
FULL_ELEMENTS = (
    alternatives("dc:description", de="Auf Deutsch", x_default=CAPTION)
    + alternatives("dc:rights", x_default=FULL.rights)
    + alternatives("Iptc4xmpCore:AltTextAccessibility", x_default=FULL.alt)
    + "<dc:creator><rdf:Seq><rdf:li>Somebody else</rdf:li></rdf:Seq></dc:creator>"
    + f'<Iptc4xmpCore:CreatorContactInfo Iptc4xmpCore:CiUrlWork="{FULL.credit_url}"/>'
)
FULL_ATTRIBUTES = (
    f'photoshop:Credit="{FULL.credit}" photoshop:City="Denver" photoshop:State="Colorado" '
    'photoshop:Country="United States" photoshop:DateCreated="2026-05-03T14:05:00-06:00"'
)
FULL_XMP = xmp(FULL_ELEMENTS, FULL_ATTRIBUTES)
POSITION_XMP = xmp(f"<exif:GPSLongitude>{POSITION_TEXT}</exif:GPSLongitude>", f'exif:GPSLatitude="{POSITION_TEXT}"')


def nested(depth):
    return xmp("<dc:x>" * depth + "</dc:x>" * depth)


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE bomb [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10))
    + "]>"
    + xmp(alternatives("dc:description", x_default="&k;"), start="")
)
HARMLESS_ENTITY = '<!DOCTYPE x [<!ENTITY e "ha">]>' + xmp(alternatives("dc:description", x_default="&e;"), start="")
OUTSIDE_ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + xmp(
    alternatives("dc:description", x_default="&e;"), start=""
)
