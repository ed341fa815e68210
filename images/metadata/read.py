"""Reading what a photo's file says about it, from all places where it may say it."""

from . import exif, iptc, xmp
from .formats import container_of
from .packets import PACKET_LIMIT, note
from .texts import PLACE_LENGTH, FileTexts, Found, day, one_line, paragraphs, web_address

# A file that is longer is read up to here; metadata stand at the beginning of most formats.
_FILE_LIMIT = 64 * 1024 * 1024  # bytes

_STANDARDS = {"xmp": xmp, "photoshop": iptc, "exif": exif}

# Cameras put their own name or a placeholder where the caption belongs.
_NO_CAPTIONS = {
    "default",
    "digital camera",
    "exif_jpeg_picture",
    "kodak digital still camera",
    "minolta digital camera",
    "olympus digital camera",
    "samsung",
    "sony dsc",
    "untitled",
}


def read_texts(file):
    """What a photo's file says about it, as `FileTexts`.

    Of several sources the first that says something counts. For the caption: XMP `dc:description`,
    IPTC 2:120, EXIF ImageDescription. For the credit: XMP `photoshop:Credit`, IPTC 2:110, then the
    creator from XMP `dc:creator`, IPTC 2:80, EXIF Artist. For date and place: XMP, IPTC, EXIF.

    Args:
        file: bytes, or a file open for reading bytes, which is left where it was.

    Never raises for what is in the file. What cannot be read is noted in the log; the other sources count.
    """
    data = file if isinstance(file, bytes) else _content(file)
    found = [_found_in(kind, packet) for kind, packet in _packets(data)]

    def first(name, clean=one_line):
        return next((text for one in found if (text := clean(getattr(one, name)))), clean(""))

    return FileTexts(
        caption=first("caption", _caption),
        credit=first("credit") or first("creator"),
        credit_url=first("credit_url", web_address),
        alt=first("alt"),
        rights=first("rights"),
        taken_on=first("taken_on", day),
        place=first("place", lambda text: one_line(text, PLACE_LENGTH)),
    )


def _caption(text):
    text = paragraphs(text)
    return "" if text.lower() in _NO_CAPTIONS else text


def _content(file):
    position = file.tell()
    file.seek(0)
    try:
        return file.read(_FILE_LIMIT)
    finally:
        file.seek(position)


def _packets(data):
    """The packets of a file by their kind, in the order of precedence."""
    pieces = {kind: [] for kind in _STANDARDS}
    try:
        for kind, packet in container_of(data).metadata(data):
            pieces[kind].append(packet)
    except Exception as error:  # whatever is wrong with the file, the upload must work
        note("The file", error)
    # One Photoshop block may be spread over several segments; of the others, the first is that of the image.
    pieces["photoshop"] = [b"".join(pieces["photoshop"])[:PACKET_LIMIT]]
    return [(kind, packets[0]) for kind, packets in pieces.items() if packets and packets[0]]


def _found_in(kind, packet):
    try:
        return _STANDARDS[kind].texts(packet)
    except Exception as error:  # the other sources still count
        note(f"The {kind} metadata", error)
        return Found()
