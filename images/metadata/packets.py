"""What all modules of the package share: the kinds of metadata in a file, and what is wrong with a broken one."""

import logging
from functools import wraps
from typing import NamedTuple

logger = logging.getLogger(__package__)

# Of a packet (XMP, IPTC-IIM, EXIF) no more than this is read, in bytes. Real ones have some 10 KiB.
PACKET_LIMIT = 1024 * 1024
# Segments, chunks or blocks of a file. A photo of 25 MiB has some thousand.
_PART_LIMIT = 100_000


class BrokenFileError(ValueError):
    """The file, or the metadata in it, is not built as its standard says."""


class UnusualFileError(BrokenFileError):
    """The file may be good, but is built in a way in which its metadata cannot be replaced."""


class Packets(NamedTuple):
    """The metadata to be written into a file; empty bytes for none.

    Attributes:
        exif: a TIFF structure (CIPA DC-008), without the `Exif` prefix that JPEG puts before it.
        xmp: a serialized XMP packet (ISO 16684-1) in UTF-8.
        photoshop: Photoshop image resources that hold IPTC-IIM; only JPEG has a place for them.
    """

    exif: bytes = b""
    xmp: bytes = b""
    photoshop: bytes = b""


def note(what, error):
    """Log that something in a file could not be read. No word of its content, which may be personal."""
    logger.warning("%s of a photo could not be read (%s).", what, type(error).__name__)


def bounded(parts):
    """Decorate a generator over the parts of a file: one with absurdly many counts as broken."""

    @wraps(parts)
    def counted(*args):
        for number, part in enumerate(parts(*args)):
            if number >= _PART_LIMIT:
                raise BrokenFileError("too many parts")
            yield part

    return counted
