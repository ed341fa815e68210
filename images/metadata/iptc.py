"""IPTC-IIM 4.2, in the Photoshop image resource 0x0404 of a JPEG file."""

import struct

from .packets import PACKET_LIMIT, BrokenFileError
from .texts import Found, decode, place

_CHARACTER_SET = (1, 90)
_UTF8 = b"\x1b%G"  # ISO 2022 escape sequence
_DATE, _BY_LINE, _CITY, _STATE, _COUNTRY = (2, 55), (2, 80), (2, 90), (2, 95), (2, 101)
_CREDIT, _COPYRIGHT, _CAPTION = (2, 110), (2, 116), (2, 120)
_TEXTS = (_BY_LINE, _CITY, _STATE, _COUNTRY, _CREDIT, _COPYRIGHT, _CAPTION)
_CAPTION_LENGTH = 2000  # bytes, as the standard has it

_IPTC_RESOURCE = 0x0404


def texts(photoshop):
    """What IPTC-IIM in these Photoshop resources says about the photo, as `Found`.

    The declared character set (1:90) is not asked: many files declare none and hold UTF-8, others
    declare UTF-8 and hold something else, and valid UTF-8 is hardly ever anything else.

    Raises:
        BrokenFileError: if these are no Photoshop resources.
    """
    sets = _data_sets(_resource(photoshop))
    context = b"\n".join(value[:_CAPTION_LENGTH] for key in _TEXTS for value in sets.get(key, ())[:20])

    def text(key, separator=", "):
        return separator.join(decode(value, context) for value in sets.get(key, ())[:20])

    return Found(
        caption=text(_CAPTION, "\n"),
        credit=text(_CREDIT),
        creator=text(_BY_LINE),
        rights=text(_COPYRIGHT),
        taken_on=text(_DATE),
        place=place(text(_CITY), text(_STATE), text(_COUNTRY)),
    )


def photoshop_resources(texts):
    """`PublicTexts` as Photoshop resources with IPTC-IIM in UTF-8, for programs that read nothing newer.

    Returns empty bytes if there is nothing to say. The standard gives the credit 32 bytes; a longer
    one is written in full all the same, since readers take it, and half a name is a wrong credit.
    """
    values = {
        _BY_LINE: texts.creator.encode(),
        _CREDIT: texts.credit.encode(),
        _COPYRIGHT: texts.rights.encode(),
        _CAPTION: texts.caption.encode()[:_CAPTION_LENGTH].decode("utf-8", "ignore").encode(),
    }
    sets = b"".join(_data_set(key, value) for key, value in values.items() if value)
    if not sets:
        return b""
    # 2:00, the version of the record, comes first in it.
    block = _data_set(_CHARACTER_SET, _UTF8) + _data_set((2, 0), b"\0\4") + sets
    return struct.pack(">4sHHI", b"8BIM", _IPTC_RESOURCE, 0, len(block)) + block + b"\0" * (len(block) % 2)


def _data_set(key, value):
    return struct.pack(">BBBH", 0x1C, *key, len(value)) + value


def _resource(photoshop):
    """The data of the IPTC resource; empty if there is none."""
    position = 0
    if photoshop[:4] != b"8BIM":
        raise BrokenFileError("no Photoshop resources")
    while photoshop[position : position + 4] == b"8BIM" and position + 12 <= len(photoshop):
        number, name_length = struct.unpack_from(">HB", photoshop, position + 4)
        position += 6 + (name_length + 2) // 2 * 2  # the name with its length byte, padded to an even length
        size = int.from_bytes(photoshop[position : position + 4], "big")
        data = photoshop[position + 4 : position + 4 + size]
        if number == _IPTC_RESOURCE:
            return data[:PACKET_LIMIT]
        position += 4 + size + size % 2
    return b""


def _data_sets(block):
    """The values of each data set, in their order; what stands behind a damaged place is left out."""
    sets = {}
    position = 0
    while block[position : position + 1] == b"\x1c" and position + 5 <= len(block):
        record, number, size = struct.unpack_from(">BBH", block, position + 1)
        position += 5
        if size & 0x8000:  # an extended data set: this is the length of the length
            width = min(size & 0x7FFF, 8)
            size = int.from_bytes(block[position : position + width], "big")
            position += width
        sets.setdefault((record, number), []).append(block[position : position + size])
        position += size
    return sets
