"""ISO base media file format (ISO/IEC 14496-12): boxes, and the items that a `meta` box tells of.

Only what AVIF and HEIC need to find their metadata and to have them replaced; see `bmff`.
"""

import struct
from dataclasses import dataclass
from typing import NamedTuple

from .packets import BrokenFileError, UnusualFileError, bounded

_ITEM_LIMIT = 10_000  # items and extents together; a photo of a telephone has some hundred
_XMP_TYPE = b"application/rdf+xml"


class Box(NamedTuple):
    """A box: its type, and where it begins, where its payload begins, and where both end."""

    kind: bytes
    start: int
    payload: int
    end: int


@dataclass(frozen=True)
class Item:
    """Where the data of one item lie: extents (start, end) in the file, or in the `idat` box."""

    id: int
    extents: tuple[tuple[int, int], ...]
    is_in_idat: bool


class Reader:
    """Reads big-endian numbers one after the other.

    Raises:
        BrokenFileError: where the data end too early.
    """

    def __init__(self, data, position, end):
        self.data, self.position, self.end = data, position, end

    def bytes(self, size):
        """The next bytes."""
        if self.position + size > self.end:
            raise BrokenFileError("box cut off")
        self.position += size
        return self.data[self.position - size : self.position]

    def number(self, size):
        """The next number of `size` bytes; 0 if that is none."""
        return int.from_bytes(self.bytes(size), "big")


@bounded
def boxes(data, start=0, end=None):
    """The boxes between these places.

    Raises:
        BrokenFileError: if one ends behind the end, or has no room for its own header.
    """
    end = len(data) if end is None else end
    while start + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, start)
        payload = start + 8
        if size == 1:  # the size did not fit
            size = int.from_bytes(data[payload : payload + 8], "big")
            payload += 8
        box = Box(kind, start, payload, start + size if size else end)
        if not payload <= box.end <= end:
            raise BrokenFileError("box cut off")
        yield box
        start = box.end


def box(kind, *parts):
    """The bytes of a box."""
    body = b"".join(parts)
    return struct.pack(">I4s", len(body) + 8, kind) + body


def item_kinds(data, iinf):
    """What each item of an `iinf` box is: dict of id and "exif", "xmp", "other" (text, address) or "image"."""
    reader = Reader(data, iinf.payload, iinf.end)
    version = reader.number(4) >> 24
    reader.number(2 if version == 0 else 4)
    kinds = {}
    for entry in boxes(data, reader.position, iinf.end):
        reader = Reader(data, entry.payload, entry.end)
        version = reader.number(4) >> 24
        if entry.kind != b"infe" or version not in (2, 3):
            raise UnusualFileError("item entry of unknown kind")
        number = reader.number(2 if version == 2 else 4)
        reader.bytes(2)  # protection
        kinds[number] = _kind(reader.bytes(4), data[reader.position : entry.end])
    return kinds


def _kind(code, names):
    if code == b"mime":  # behind the item's name stands the type of its content
        return "xmp" if names.split(b"\0")[1:2] == [_XMP_TYPE] else "other"
    return {b"Exif": "exif", b"uri ": "other"}.get(code, "image")


def item_places(data, iloc):
    """The items of an `iloc` box.

    Raises:
        UnusualFileError: if an item lies in another file or in another item.
        BrokenFileError: if it is damaged.
    """
    reader = Reader(data, iloc.payload, iloc.end)
    version = reader.number(4) >> 24
    sizes = reader.number(2)
    offset_size, length_size, base_size, index_size = (sizes >> shift & 0x0F for shift in (12, 8, 4, 0))
    wide = 4 if version == 2 else 2
    items, room = [], _ITEM_LIMIT
    for _number in range(reader.number(wide)):
        number = reader.number(wide)
        method = reader.number(2) & 0x0F if version else 0
        if reader.number(2) or method > 1:
            raise UnusualFileError("item outside of the file")
        base = reader.number(base_size)
        extents = []
        count = reader.number(2)
        room -= 1 + count
        if room < 0:
            raise BrokenFileError("too many items")
        for _extent in range(count):
            reader.bytes(index_size if version else 0)
            start = base + reader.number(offset_size)
            extents.append((start, start + reader.number(length_size)))
        items.append(Item(number, tuple(extents), method == 1))
    return items


def item_entry(number):
    """An `infe` box for an item that holds XMP."""
    return box(b"infe", b"\2\0\0\0", struct.pack(">HH", number, 0), b"mime\0", _XMP_TYPE, b"\0")


def location_box(items):
    """An `iloc` box for these items."""
    entries = []
    for item in items:
        entries.append(struct.pack(">HHHH", item.id, item.is_in_idat, 0, len(item.extents)))
        entries.extend(struct.pack(">II", start, end - start) for start, end in item.extents)
    # Version 1; offsets and lengths of four bytes, no bases, no indices.
    return box(b"iloc", b"\1\0\0\0\x44\0", struct.pack(">H", len(items)), *entries)
