"""WebP (RFC 9649) as a list of RIFF chunks: which carry metadata, and the file with other ones in their place."""

import struct

from . import exif as exif_standard
from .packets import BrokenFileError, bounded

_EXIF_FLAG, _XMP_FLAG, _ALPHA_FLAG = 0x08, 0x04, 0x10
# In the order of the format. Chunks that nobody knows are left behind with the metadata.
_OF_THE_IMAGE = frozenset((b"ICCP", b"ANIM", b"ANMF", b"ALPH", b"VP8 ", b"VP8L"))


def metadata(data):
    """The packets in a file, each as (kind, bytes).

    Raises:
        BrokenFileError: at the place where the file is damaged.
    """
    for kind, payload in _chunks(data):
        if kind == b"EXIF":
            yield "exif", exif_standard.without_prefix(payload)
        elif kind == b"XMP ":
            yield "xmp", payload


def with_packets(data, packets):
    """The same image with these packets (but no Photoshop resources) and no other metadata.

    Raises:
        BrokenFileError: if the file is damaged.
    """
    chunks = list(_chunks(data))
    image = [(kind, payload) for kind, payload in chunks if kind in _OF_THE_IMAGE]
    if not image:
        raise BrokenFileError("WebP file without image")
    header = next((payload for kind, payload in chunks if kind == b"VP8X"), None)
    if packets.exif or packets.xmp or header:
        header = header or _extended_header(*image[0])
        flags = header[0] & ~(_EXIF_FLAG | _XMP_FLAG)
        flags |= _EXIF_FLAG * bool(packets.exif) | _XMP_FLAG * bool(packets.xmp)
        image.insert(0, (b"VP8X", bytes([flags]) + header[1:]))
    added = [(kind, packet) for kind, packet in ((b"EXIF", packets.exif), (b"XMP ", packets.xmp)) if packet]
    body = b"WEBP" + b"".join(_chunk(kind, payload) for kind, payload in image + added)
    return _chunk(b"RIFF", body)


def _chunk(kind, payload):
    return kind + struct.pack("<I", len(payload)) + payload + b"\0" * (len(payload) % 2)


@bounded
def _chunks(data):
    """The chunks of a file: kind and payload."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise BrokenFileError("no WebP file")
    file_end = 8 + int.from_bytes(data[4:8], "little")
    position = 12
    while position + 8 <= file_end:
        kind, size = struct.unpack_from("<4sI", data, position) if position + 8 <= len(data) else (b"", len(data))
        end = position + 8 + size
        if end > len(data):
            raise BrokenFileError("WebP chunk cut off")
        yield kind, data[position + 8 : end]
        position = end + size % 2


def _extended_header(kind, payload):
    """The payload of the VP8X chunk that a file with metadata needs, from the size that the image itself tells."""
    if kind == b"VP8 " and payload[3:6] == b"\x9d\x01\x2a" and len(payload) >= 10:
        width, height = (size & 0x3FFF for size in struct.unpack_from("<HH", payload, 6))
        flags = 0
    elif kind == b"VP8L" and payload[:1] == b"\x2f" and len(payload) >= 5:
        bits = int.from_bytes(payload[1:5], "little")
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        flags = _ALPHA_FLAG * (bits >> 28 & 1)
    else:
        raise BrokenFileError("WebP image of unknown kind")
    return struct.pack("<I", flags) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
