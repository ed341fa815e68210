"""EXIF 2.32 (CIPA DC-008): the few fields that matter here, read from the TIFF structure they are stored in."""

import struct

from .packets import BrokenFileError
from .texts import Found, decode

PREFIX = b"Exif\0\0"

_DESCRIPTION, _ORIENTATION, _ARTIST, _COPYRIGHT = 0x010E, 0x0112, 0x013B, 0x8298
_EXIF_IFD, _GPS_IFD = 0x8769, 0x8825
_TAKEN = 0x9003  # DateTimeOriginal

_UNIT_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 129: 1}


def texts(exif):
    """What EXIF says about the photo, as `Found`.

    Raises:
        BrokenFileError: if it is no EXIF.
    """
    fields = _fields(exif)
    details = _fields(exif, fields[_EXIF_IFD]) if _EXIF_IFD in fields else {}
    return Found(
        caption=_text(fields.get(_DESCRIPTION)),
        creator=_text(fields.get(_ARTIST)),
        # "Photographer\0Editor" (section 4.6.5 B): one text for a reader.
        rights=_text(fields.get(_COPYRIGHT), separator="; "),
        taken_on=_text(details.get(_TAKEN)),
    )


def orientation(exif):
    """How the image must be turned to stand upright: 1 (not at all) to 8; 1 if EXIF does not say."""
    try:
        value = _fields(exif).get(_ORIENTATION, b"")
    except BrokenFileError:
        return 1
    number = int.from_bytes(value[:2], _byte_order(exif)[0])
    return number if 1 <= number <= 8 else 1


def only_orientation(number):
    """EXIF that says how to turn the image, and nothing else; empty if it is upright."""
    if number == 1:
        return b""
    return struct.pack("<2sHIHHHIHHI", b"II", 42, 8, 1, _ORIENTATION, 3, 1, number, 0, 0)


def has_position(exif):
    """Whether there is a GPS directory; also true if it holds no coordinates."""
    try:
        return _GPS_IFD in _fields(exif)
    except BrokenFileError:
        return False


def without_prefix(raw):
    """The TIFF structure, in whatever way a file introduces it."""
    return raw.removeprefix(PREFIX)


def _byte_order(exif):
    """The byte order as `int.from_bytes` and as `struct` name it."""
    orders = {b"II*\0": ("little", "<"), b"MM\0*": ("big", ">")}
    try:
        return orders[exif[:4]]
    except KeyError:
        raise BrokenFileError("no TIFF structure") from None


def _fields(exif, pointer=None):
    """The fields of a directory (the first one, or that at a pointer): tag number and raw value.

    A field that points out of the data is left out, as everything behind the end of the data.
    """
    name, order = _byte_order(exif)
    start = int.from_bytes(exif[4:8] if pointer is None else pointer, name)
    number = int.from_bytes(exif[start : start + 2], name)
    fields = {}
    for tag, kind, count, value in struct.iter_unpack(order + "HHI4s", _whole(exif[start + 2 :][: number * 12])):
        size = _UNIT_SIZES.get(kind, 1) * count
        if size > 4:
            offset = int.from_bytes(value, name)
            value = exif[offset : offset + size]
        if len(value) >= size:
            fields.setdefault(tag, value[:size])
    return fields


def _whole(directory):
    return directory[: len(directory) // 12 * 12]


def _text(value, separator=" "):
    """The text of a field. By the standard it is ASCII; files hold UTF-8 and Latin-1."""
    parts = (decode(part).strip() for part in (value or b"").rstrip(b"\0").split(b"\0")[:2])
    return separator.join(part for part in parts if part)
