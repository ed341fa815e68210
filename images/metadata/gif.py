"""GIF89a as a list of blocks: which carry metadata, and the file with other ones in their place."""

from .packets import BrokenFileError, bounded

_SIGNATURES = (b"GIF87a", b"GIF89a")
_EXTENSION, _IMAGE, _TRAILER = b"\x21", b"\x2c", b"\x3b"
_GRAPHIC_CONTROL, _APPLICATION = 0xF9, 0xFF
_XMP = b"\x21\xff\x0bXMP DataXMP"
# XMP stands in the file as it is; read as lengths of sub-blocks, any byte of it leads into these,
# and they lead to the end (XMP specification, part 3, section 1.1.2).
_XMP_TRAILER = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
# The applications whose data say how the image looks: looping and color profile.
_OF_THE_IMAGE = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")


def metadata(data):
    """The packets in a file, each as (kind, bytes).

    Raises:
        BrokenFileError: if it is no GIF file.
    """
    if data[:6] not in _SIGNATURES:
        raise BrokenFileError("no GIF file")
    start, end = data.find(_XMP), data.find(_XMP_TRAILER)
    if 0 < start < end:
        yield "xmp", data[start + len(_XMP) : end]


def with_packets(data, packets):
    """The same image with this XMP packet (EXIF has no place in GIF) and no other metadata.

    Raises:
        BrokenFileError: if the file is damaged.
    """
    blocks = _blocks(data)
    header = next(blocks)
    xmp = _XMP + packets.xmp + _XMP_TRAILER if packets.xmp else b""
    return b"".join([b"GIF89a", header[6:], xmp, *(block for block in blocks if _is_of_the_image(block))])


def _is_of_the_image(block):
    if block[:1] != _EXTENSION:
        return True
    return block[1] == _GRAPHIC_CONTROL or (block[1] == _APPLICATION and block[3:14] in _OF_THE_IMAGE)


@bounded
def _blocks(data):
    """The header with its color table, then each block as it stands, up to the end of the image."""
    if data[:6] not in _SIGNATURES or len(data) < 13:
        raise BrokenFileError("no GIF file")
    position = 13 + _color_table(data[10])
    yield data[:position]
    while data[position : position + 1] != _TRAILER:
        kind, start = data[position : position + 1], position
        if kind == _EXTENSION:
            position = _end_of_sub_blocks(data, position + 2)
        elif kind == _IMAGE and position + 10 < len(data):
            # Ten bytes of description, the color table, one byte for the size of its codes.
            position = _end_of_sub_blocks(data, position + 11 + _color_table(data[position + 9]))
        else:
            raise BrokenFileError("GIF block missing")
        yield data[start:position]
    yield _TRAILER


def _color_table(flags):
    """The size of the color table that these flags announce, in bytes."""
    return 3 * 2 ** ((flags & 0x07) + 1) if flags & 0x80 else 0


def _end_of_sub_blocks(data, position):
    while position < len(data):
        size = data[position]
        position += 1 + size
        if not size:
            return position
    raise BrokenFileError("GIF block cut off")
