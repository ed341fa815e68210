"""AVIF and HEIC (ISO/IEC 23008-12): metadata are items, told of in the `meta` box and stored somewhere else."""

import struct
from dataclasses import replace
from itertools import islice

from . import exif as exif_standard
from .boxes import Item, Reader, box, boxes, item_entry, item_kinds, item_places, location_box
from .packets import PACKET_LIMIT, BrokenFileError, UnusualFileError

# Whatever else stands in a file (videos, notes of the maker, gaps) is overwritten with zeros, and so is
# in these boxes what does not belong to the image.
_OF_THE_FILE = (b"ftyp", b"meta", b"mdat")
_OF_THE_IMAGE = (b"hdlr", b"dinf", b"pitm", b"iprp", b"idat", b"grpl")
_MOVIE = b"moov"
_READ_AT_MOST = 16  # items


def metadata(data):
    """The packets in a file, each as (kind, bytes).

    Raises:
        BrokenFileError: if the file is damaged.
    """
    meta = _Meta(data)
    readable = (item for item in meta.items if meta.kinds.get(item.id) in ("exif", "xmp"))
    for item in islice(readable, _READ_AT_MOST):
        kind, content = meta.kinds[item.id], meta.content(item)
        yield kind, _exif(content) if kind == "exif" else content


def with_packets(data, packets):
    """The same image with this XMP packet and no other metadata. How it is turned is no metadata here.

    Raises:
        UnusualFileError: if it is a moving image, or built in a way that this module does not know.
        BrokenFileError: if the file is damaged.
    """
    meta = _Meta(data)
    if any(found.kind == _MOVIE for found in meta.file):
        raise UnusualFileError("moving image")
    image = meta.image_alone()
    # The new box may have another length, by which everything behind it moves.
    shift = len(meta.rebuilt(image, packets.xmp, 0)) - (meta.box.end - meta.box.start)
    changed = meta.rebuilt(image, packets.xmp, shift)
    end = box(b"mdat", packets.xmp) if packets.xmp else b""
    return b"".join([image[: meta.box.start], changed, image[meta.box.end :], end])


class _Meta:
    """The `meta` box of a file, with the items that it tells of."""

    def __init__(self, data):
        self.data = data
        self.file = list(boxes(data))
        self.box = next((found for found in self.file if found.kind == b"meta"), None)
        if not self.file or self.file[0].kind != b"ftyp" or not self.box:
            raise BrokenFileError("no AVIF or HEIC file")
        self.children = {found.kind: found for found in boxes(data, self.box.payload + 4, self.box.end)}
        if {b"hdlr", b"iinf", b"iloc", b"pitm"} - set(self.children):
            raise BrokenFileError("image without items")
        self.kinds = item_kinds(data, self.children[b"iinf"])
        self.items = item_places(data, self.children[b"iloc"])
        self.metadata = {number for number, kind in self.kinds.items() if kind != "image"}
        self.image_items = [item for item in self.items if item.id not in self.metadata]

    def content(self, item):
        """The data of an item, up to the limit of a packet and one byte more, so that it is seen to be too long."""
        parts, room = [], PACKET_LIMIT + 1
        for start, end in self._extents(item):
            parts.append(self.data[start : min(end, start + room)])
            room -= len(parts[-1])
            if room <= 0:
                break
        return b"".join(parts)

    def _extents(self, item):
        """Where the data of an item lie in the file."""
        if item.is_in_idat:
            idat = self.children.get(b"idat")
            offset, limit = (idat.payload, idat.end) if idat else (0, 0)
        else:
            offset, limit = 0, len(self.data)
        for start, end in item.extents:
            if not start <= end <= limit - offset:
                raise BrokenFileError("item outside of the file")
            yield start + offset, end + offset

    def image_alone(self):
        """The bytes of the file with zeros in place of all that is not the image, up to where the image ends.

        The `meta` box is left empty, see `rebuilt`.
        """
        places = [place for item in self.image_items for place in self._extents(item)]
        if sum(end - start for start, end in places) > 2 * len(self.data):
            raise BrokenFileError("items that overlap")
        kept = bytearray(len(self.data))
        for found in self.file:
            kind = found.kind if found.kind in _OF_THE_FILE else b"free"
            kept[found.start : found.start + 8] = struct.pack(">I4s", found.end - found.start, kind)
        places += [(found.payload, found.end) for found in self.file if found.kind == b"ftyp"]
        for start, end in places:
            kept[start:end] = self.data[start:end]
        end_of_image = max(self.box.end, *(end for _start, end in places))
        return kept[: next(found.end for found in self.file if found.end >= end_of_image)]

    def rebuilt(self, image, xmp, shift):
        """The bytes of the box without items of metadata, but with one for this XMP, if there is any.

        Args:
            image: what `image_alone` returned.
            xmp: the packet, which will stand behind the image in an `mdat` box.
            shift: by how many bytes everything behind the box moves.
        """
        number = max(({*self.kinds} | {item.id for item in self.items}) - self.metadata, default=0) + 1
        if number > 0xFFFF:
            raise UnusualFileError("too many items")
        items = [self._moved(item, shift) for item in self.image_items]
        entries = self._entries()
        if xmp:
            start = len(image) + shift + 8
            items.append(Item(number, ((start, start + len(xmp)),), is_in_idat=False))
            entries.append(item_entry(number))
        kept = {
            # Data within the box itself are data of items, and so are already sorted out.
            kind: (image if kind == b"idat" else self.data)[found.payload : found.end]
            for kind, found in self.children.items()
            if kind in _OF_THE_IMAGE
        }
        return box(
            b"meta",
            bytes(4),
            box(b"hdlr", kept.pop(b"hdlr")),  # comes first
            location_box(items),
            box(b"iinf", bytes(4), struct.pack(">H", len(entries)), *entries),
            self._references(number if xmp else None),
            *(box(kind, payload) for kind, payload in kept.items()),
        )

    def _moved(self, item, shift):
        """The item with its place after everything behind the box has moved."""
        if item.is_in_idat:
            return item
        extents = []
        for start, end in self._extents(item):
            if start == end or (start < self.box.end and end > self.box.start):
                raise UnusualFileError("item without a place of its own")
            by = shift if start >= self.box.end else 0
            extents.append((start + by, end + by))
        return replace(item, extents=tuple(extents))

    def _entries(self):
        """The entries of the items that stay."""
        iinf = self.children[b"iinf"]
        is_short = self.data[iinf.payload] == 0
        start = iinf.payload + (6 if is_short else 8)
        found = zip(self.kinds, boxes(self.data, start, iinf.end), strict=True)
        return [self.data[entry.start : entry.end] for number, entry in found if number not in self.metadata]

    def _references(self, number):
        """The `iref` box: which item belongs to which; a new one describes the image."""
        iref = self.children.get(b"iref")
        version = self.data[iref.payload] if iref else 0
        wide = 4 if version else 2
        kept = []
        for found in boxes(self.data, iref.payload + 4, iref.end) if iref else ():
            if Reader(self.data, found.payload, found.end).number(wide) not in self.metadata:
                kept.append(self.data[found.start : found.end])
        if number:
            pitm = Reader(self.data, self.children[b"pitm"].payload, self.children[b"pitm"].end)
            primary = pitm.number(4 if pitm.number(4) >> 24 else 2)
            kept.append(box(b"cdsc", number.to_bytes(wide, "big"), b"\0\1", primary.to_bytes(wide, "big")))
        return box(b"iref", bytes([version, 0, 0, 0]), *kept) if kept else b""


def _exif(content):
    """The TIFF structure of an Exif item; its first four bytes say how far behind them it begins."""
    start = 4 + int.from_bytes(content[:4], "big")
    return exif_standard.without_prefix(content[start:] if start < len(content) else content[4:])
