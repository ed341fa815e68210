"""Whether a photo's file tells where the photographer stood, and the file without it."""

import re

from . import exif, xmp
from .formats import container_of
from .orientation import encoded_again
from .packets import BrokenFileError, Packets, UnusualFileError
from .read import read_texts
from .texts import PublicTexts
from .write import turned

_IN_TEXT = re.compile(r"gps_?(lat|lon|pos|coord|dest)", re.IGNORECASE)
# The second look, at all bytes, for what stands where nobody searches: in previews, second images, videos.
_IN_BYTES = (
    b"\x25\x88\x04\x00\x01\x00\x00\x00",  # the pointer to the GPS directory (0x8825) of EXIF, little-endian
    b"\x25\x88\x0d\x00\x01\x00\x00\x00",
    b"\x88\x25\x00\x04\x00\x00\x00\x01",  # the same, big-endian
    b"\x88\x25\x00\x0d\x00\x00\x00\x01",
    b"GPSLatitude",  # XMP
    b"GPSLongitude",
    b"GpsLatitude",
    b"GpsLongitude",
)
_IN_VIDEOS = re.compile(rb"\xa9xyz....[+-]\d", re.DOTALL)  # QuickTime


def has_position(data):
    """Whether there is a position (GPS) in a photo's file; also true for an empty GPS directory.

    Names of city, state and country are no position.
    """
    try:
        if any(_LOOKS[kind](packet) for kind, packet in container_of(data).metadata(data)):
            return True
    except BrokenFileError:
        pass  # the second look needs no order in the file
    return any(trace in data for trace in _IN_BYTES) or bool(_IN_VIDEOS.search(data))


def without_position(data):
    """The same photo without position, for originals handed out.

    All metadata go but the caption, credit, alt text and copyright notice, the color profile, and how the
    image is turned: what makers of cameras and programs write tells positions in ways that nobody can list.
    The image is not encoded again, unless there is no other way.

    Raises:
        BrokenFileError: (a ValueError) if the file is no photo that can be read; then do not hand it out.
    """
    found = read_texts(data)
    kept = PublicTexts(credit=found.credit, rights=found.rights, caption=found.caption, alt=found.alt)
    container = container_of(data)
    try:
        orientation = exif.only_orientation(turned(data, container))
        cleaned = container.with_packets(data, Packets(exif=orientation, xmp=xmp.xmp_packet(kept)))
    except UnusualFileError:
        cleaned = encoded_again(data)
    return encoded_again(cleaned) if has_position(cleaned) else cleaned


_LOOKS = {
    "exif": exif.has_position,
    "xmp": lambda packet: bool(_IN_TEXT.search(xmp.as_text(packet))),
    "photoshop": lambda packet: False,  # seen by the second look
}
