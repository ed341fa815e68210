"""PNG (W3C, third edition) as a list of chunks: which carry metadata, and the file with other ones in their place."""

import struct
import zlib

from . import exif as exif_standard
from .packets import PACKET_LIMIT, BrokenFileError, bounded

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_XMP_KEYWORD = b"XML:com.adobe.xmp"
# How ImageMagick kept metadata before PNG had a place for them: as hexadecimal digits in a text.
_RAW_PROFILES = {
    b"Raw profile type exif": "exif",
    b"Raw profile type APP1": "exif",
    b"Raw profile type xmp": "xmp",
    b"Raw profile type iptc": "photoshop",
}
_UNPACKED_AT_MOST = 8  # texts of one file
# Chunks that say how the image looks. All others are left behind: texts, EXIF, times, and what nobody knows.
_OF_THE_IMAGE = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT".split()
)


def metadata(data):
    """The packets in a file, each as (kind, bytes).

    Raises:
        BrokenFileError: at the place where the file is damaged.
    """
    unpacked = 0
    for kind, payload, _raw in _chunks(data):
        if kind == b"eXIf":
            yield "exif", exif_standard.without_prefix(payload)
        keyword = payload[:80].split(b"\0")[0] if kind in _TEXTS else b""
        if unpacked < _UNPACKED_AT_MOST and (keyword == _XMP_KEYWORD or keyword in _RAW_PROFILES):
            unpacked += 1
            text = _TEXTS[kind](payload[len(keyword) + 1 :])
            if keyword == _XMP_KEYWORD:
                yield "xmp", text
            else:
                yield _RAW_PROFILES[keyword], exif_standard.without_prefix(_raw_profile(text))


def with_packets(data, packets):
    """The same image with these packets (but no Photoshop resources) and no other metadata.

    Raises:
        BrokenFileError: if the file is damaged.
    """
    parts = [_SIGNATURE]
    for kind, _payload, raw in _chunks(data):
        if kind in _OF_THE_IMAGE:
            parts.append(raw)
        if kind == b"IHDR" and packets.exif:
            parts.append(_chunk(b"eXIf", packets.exif))
        if kind == b"IHDR" and packets.xmp:
            # Not compressed, without language and translated keyword.
            parts.append(_chunk(b"iTXt", _XMP_KEYWORD + b"\0\0\0\0\0" + packets.xmp))
    return b"".join(parts)


def _chunk(kind, payload):
    return struct.pack(">I4s", len(payload), kind) + payload + struct.pack(">I", zlib.crc32(kind + payload))


@bounded
def _chunks(data):
    """The chunks up to the end of the image: kind, payload, and the whole chunk as it stands."""
    if not data.startswith(_SIGNATURE):
        raise BrokenFileError("no PNG file")
    position = len(_SIGNATURE)
    kind = None
    while kind != b"IEND":
        size = int.from_bytes(data[position : position + 4], "big")
        kind = data[position + 4 : position + 8]
        end = position + 12 + size
        if end > len(data):
            raise BrokenFileError("PNG chunk cut off")
        yield kind, data[position + 8 : end - 4], data[position:end]
        position = end


def _unpack(packed):
    """The text of packed data, up to the limit of a packet and one byte more, so that it is seen to be too long."""
    try:
        return zlib.decompressobj().decompress(packed, PACKET_LIMIT + 1)
    except zlib.error as error:
        raise BrokenFileError("damaged text") from error


def _international_text(rest):
    """The text of an iTXt chunk, from behind its keyword."""
    is_packed, texts = rest[:1] == b"\1", rest[2:].split(b"\0", 2)
    text = texts[-1]
    return _unpack(text) if is_packed else text


_TEXTS = {
    b"tEXt": lambda rest: rest,
    b"zTXt": lambda rest: _unpack(rest[1:]),
    b"iTXt": _international_text,
}


def _raw_profile(text):
    """The bytes of a raw profile: a line with its name, one with its length, then digits."""
    try:
        return bytes.fromhex(text.strip().split(b"\n", 2)[2].decode("ascii"))
    except (ValueError, IndexError) as error:
        raise BrokenFileError("damaged profile") from error
