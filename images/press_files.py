"""A photo as the press takes it away: in full size, saying what it shows and whose it is, without its position."""

from pathlib import Path
from typing import NamedTuple

from django.utils.text import slugify

from .fields import ENDINGS
from .metadata import upright, with_credit, without_position
from .metadata.formats import format_of

_NAME_LENGTH = 60  # characters, without the ending


class PressFile(NamedTuple):
    """A file to be handed out: a name that says what it is, its content type, and its bytes."""

    name: str
    content_type: str
    data: bytes


def press_file(photo):
    """The original of a photo, upright and without position, with caption, credit, terms and alt text in it.

    The texts are XMP, in JPEG IPTC-IIM too. The image is encoded again only if it must be turned, or if it
    is HEIC, which many programs cannot open and which becomes JPEG.

    Raises:
        BrokenFileError: (a ValueError) if the file cannot be read as a photo; there is nothing to hand out then.
        wagtail.images.models.SourceImageIOError: if the file is not there.
    """
    with photo.open_file() as file:
        image = without_position(upright(file.read()))
    file_format = format_of(image)
    data = with_credit(image, file_format, photo.public_texts(with_caption=True))
    return PressFile(f"{_stem(photo)}.{ENDINGS[file_format][0]}", f"image/{file_format}", data)


def _stem(photo):
    """The title in small letters and hyphens, without the ending that titles made of file names have."""
    title = Path(photo.title)
    is_file_name = title.suffix.lower().removeprefix(".") in {ending for group in ENDINGS.values() for ending in group}
    words = slugify(title.stem if is_file_name else photo.title)
    if len(words) > _NAME_LENGTH:
        words = words[: _NAME_LENGTH + 1].rpartition("-")[0] or words[:_NAME_LENGTH]
    return words or f"photo-{photo.pk}"
