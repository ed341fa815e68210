"""JPEG (ITU-T T.81) as a list of segments: which carry metadata, and the file with other ones in their place."""

import re

from . import exif as exif_standard
from .packets import BrokenFileError, bounded

_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_PHOTOSHOP = b"Photoshop 3.0\0"
_SOI, _EOI, _SOS, _COM = 0xD8, 0xD9, 0xDA, 0xFE
_APP0, _APP1, _APP13 = 0xE0, 0xE1, 0xED
_APPLICATION = range(0xE0, 0xF0)
# Of the application segments, only these belong to the image: density, color profile, color transform.
_OF_THE_IMAGE = {_APP0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
# What ends entropy-coded data: a marker that is neither a stuffed FF nor a restart.
_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_SEGMENT_LIMIT = 65_533  # bytes


def metadata(data):
    """The packets in a file, each as (kind, bytes); pieces of one Photoshop block come one after the other.

    Raises:
        BrokenFileError: at the place where the file ends too early.
    """
    for marker, payload, _coded in _segments(data):
        if marker == _APP1 and payload.startswith(exif_standard.PREFIX):
            yield "exif", exif_standard.without_prefix(payload)
        elif marker == _APP1 and payload.startswith(_XMP):
            yield "xmp", payload[len(_XMP) :]
        elif marker == _APP13 and payload.startswith(_PHOTOSHOP):
            yield "photoshop", payload[len(_PHOTOSHOP) :]


def with_packets(data, packets):
    """The same image with these packets and no other metadata, nothing hidden behind its end.

    Raises:
        BrokenFileError: if the file is damaged.
    """
    new = [
        _segment(marker, prefix + packet)
        for marker, prefix, packet in (
            (_APP1, exif_standard.PREFIX, packets.exif),
            (_APP1, _XMP, packets.xmp),
            (_APP13, _PHOTOSHOP, packets.photoshop),
        )
        if packet
    ]
    header, rest = [], []
    for marker, payload, coded in _segments(data):
        if marker == _APP0 and payload.startswith(_OF_THE_IMAGE[_APP0]):
            header = [_segment(marker, payload)]
        elif _is_of_the_image(marker, payload):
            rest += [_segment(marker, payload), coded]
    return b"".join([bytes([0xFF, _SOI]), *header, *new, *rest, bytes([0xFF, _EOI])])


def _is_of_the_image(marker, payload):
    if marker in _APPLICATION:
        return marker in _OF_THE_IMAGE and payload.startswith(_OF_THE_IMAGE[marker])
    return marker != _COM


def _segment(marker, payload):
    if len(payload) > _SEGMENT_LIMIT:
        raise BrokenFileError("too long for a JPEG segment")
    return bytes([0xFF, marker]) + (len(payload) + 2).to_bytes(2, "big") + payload


@bounded
def _segments(data):
    """The segments up to the end of the image: marker, payload, and the coded data that follow a scan's header."""
    if data[:2] != bytes([0xFF, _SOI]):
        raise BrokenFileError("no JPEG file")
    end = 2
    while True:
        # What stands between two segments is fill, or nothing that a reader would look at.
        found = _MARKER.search(data, end)
        if not found:
            raise BrokenFileError("JPEG image cut off")
        position, marker = found.start(), found[0][1]
        if marker == _EOI:
            return
        size = int.from_bytes(data[position + 2 : position + 4], "big")
        start, end = position + 4, position + 2 + size
        if size < 2 or end > len(data):
            raise BrokenFileError("JPEG segment cut off")
        following = _MARKER.search(data, end) if marker == _SOS else None
        yield marker, data[start:end], data[end : following.start()] if following else b""
