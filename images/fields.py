"""The file of a photo: in the form, where what is no photo is refused with a sentence, and as the model knows it."""

import warnings
from pathlib import Path

from django.core.exceptions import ValidationError
from django.forms import FileField
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.models import WagtailImageFieldFile

from .metadata import BrokenFileError
from .metadata.formats import format_of

# The endings of each format's files; the first one is the usual one.
ENDINGS = {
    "jpeg": ("jpg", "jpeg"),
    "png": ("png",),
    "webp": ("webp",),
    "avif": ("avif",),
    "heic": ("heic", "heif"),
    "gif": ("gif",),
}
# How Pillow names a format, where it does so in another way.
_DECODERS = {"heic": "heif"}
# Of these, JPEG and HEIC excepted, a file may hold several images that are one photo each.
_MAY_MOVE = ("gif", "png", "webp", "avif")

_VIDEOS = (b"qt  ", b"isom", b"iso2", b"mp41", b"mp42", b"M4V ")  # built like HEIC
# What people take for a photo: what it is, and what its first bytes contain, in small letters.
_NO_PHOTOS = (
    (_("a PDF document"), (b"%pdf-",)),
    (_("a drawing (SVG)"), (b"<svg",)),
    (_("a web page"), (b"<html", b"<!doctype html", b"<script")),
    (_("a Photoshop file"), (b"8bps",)),
    (_("a TIFF file"), (b"ii*\0", b"mm\0*")),
    (_("an Office document or a ZIP archive"), (b"pk\3\4",)),
)
_HEAD = 1024  # bytes
_ORIENTATION = 0x0112  # of EXIF; from 5 on, width and height change places


class UprightFile(WagtailImageFieldFile):
    """The stored file of a photo."""

    def get_image_dimensions(self):
        """Width and height of the photo as it is seen, which is how focal points are set; nothing is decoded."""
        was_closed = self.closed
        try:
            self.open()
            image = Image.open(self)
            width, height = image.size
            return (height, width) if image.getexif().get(_ORIENTATION, 1) >= 5 else (width, height)
        finally:
            if was_closed:
                self.close()
            else:
                self.seek(0)


class PhotoFileField(WagtailImageField):
    """A photo file: JPEG, PNG, WebP, AVIF, HEIC or a still GIF, within the limits of the settings."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.error_messages["invalid_image"] = _(
            "This file cannot be opened as a photo. It may be damaged; try to save it again as JPEG."
        )

    def to_python(self, data):
        """The uploaded file.

        Nothing is decoded before its length, kind and number of pixels are known to be right.

        Raises:
            ValidationError: if it is no photo, too large, damaged, or named as what it is not.
        """
        file = FileField.to_python(self, data)
        if file is None:
            return None
        self.check_image_file_size(file)
        try:
            self._check_without_decoding(file)
            file.seek(0)
            return super().to_python(file)
        except (OSError, SyntaxError, ValueError, MemoryError) as error:
            raise self._refusal("invalid_image") from error

    def check_image_file_format(self, f):
        """Ours looked before anything was opened, see `_check_without_decoding`."""

    def _check_without_decoding(self, file):
        file.seek(0)
        head = file.read(_HEAD)
        file_format = _format_of(head)
        if not file_format and (kind := _kind_of_no_photo(head)):
            raise ValidationError(
                _("This file is %(kind)s, not a photo. Photos are files such as JPEG, PNG or HEIC.") % {"kind": kind}
            )
        if not file_format:
            raise self._refusal("invalid_image")
        _check_name(file.name, file_format)
        self._check_pixels(file, file_format)

    def _check_pixels(self, file, file_format):
        """Read the file's header only: 64 million pixels take 250 MiB once they are decoded."""
        file.seek(0)
        try:
            with warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning):
                image = Image.open(file, formats=[_DECODERS.get(file_format, file_format)])
        except Image.DecompressionBombError as error:
            raise self._too_many_pixels() from error
        if image.width * image.height > self.max_image_pixels:
            raise self._too_many_pixels()
        if file_format in _MAY_MOVE and getattr(image, "is_animated", False):
            raise ValidationError(
                _("This is a moving picture, and pages show photos only. Upload one picture of it, or embed a video.")
            )

    def _too_many_pixels(self):
        millions = self.max_image_pixels // 1_000_000
        return ValidationError(
            _("This photo is too large: it has more than %(millions)s million pixels. Make it smaller and try again.")
            % {"millions": millions},
            code="file_too_many_pixels",
        )

    def _refusal(self, code):
        return ValidationError(self.error_messages[code], code=code)


def _format_of(head):
    try:
        return None if head[8:12] in _VIDEOS else format_of(head)
    except BrokenFileError:
        return None


def _kind_of_no_photo(head):
    """What a file is, in words, if it is one of the usual mistakes; else None."""
    if head[8:12] in _VIDEOS:
        return _("a video")
    small = head.lower()
    return next((kind for kind, marks in _NO_PHOTOS if any(mark in small for mark in marks)), None)


def _check_name(name, file_format):
    """Servers and browsers go by the ending of a name, so it must not tell them something else.

    Raises:
        ValidationError: if it does.
    """
    ending = Path(name).suffix.lower().removeprefix(".")
    if ending not in ENDINGS[file_format]:
        raise ValidationError(
            _(
                "The name of this file ends in “%(ending)s”, but it is a %(format)s photo. "
                "Rename it to end in “.%(right)s” and try again."
            )
            % {
                "ending": f".{ending}" if ending else name[-20:],
                "format": file_format.upper(),
                "right": ENDINGS[file_format][0],
            }
        )
