"""The file formats whose metadata can be read and replaced, by the names that Wagtail uses for them."""

from . import bmff, gif, jpeg, png, webp
from .packets import BrokenFileError

# Each module has `metadata(data)` and `with_packets(data, packets)`.
CONTAINERS = {"jpeg": jpeg, "png": png, "webp": webp, "gif": gif, "avif": bmff, "heic": bmff}


def format_of(data):
    """The name of the format that a file begins like.

    Raises:
        BrokenFileError: if it is none of these formats.
    """
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return "gif"
    if data[4:8] == b"ftyp":
        # The brands stand in the first box; a box longer than this lies.
        brands = data[8 : min(int.from_bytes(data[:4], "big"), 256)]
        return "avif" if b"avif" in brands or b"avis" in brands else "heic"
    raise BrokenFileError("unknown file format")


def container_of(data):
    """The module for the format of this file.

    Raises:
        BrokenFileError: if it is none of these formats.
    """
    return CONTAINERS[format_of(data)]
