"""Turning photos upright, and into a format that everybody can open."""

import io

from PIL import Image, ImageOps
from PIL.JpegImagePlugin import get_sampling

from .formats import CONTAINERS, format_of
from .packets import BrokenFileError
from .write import turned

_JPEG_QUALITY = 92
_OF_THE_IMAGE = ("icc_profile", "transparency", "duration", "loop", "background")


def upright(data):
    """The photo as it is meant to be seen, for originals handed out; without metadata if it had to be turned.

    JPEG, PNG and WebP say in EXIF how they must be turned; if so, they are turned and encoded again,
    JPEG with the same quantization. AVIF is turned by its container, which all readers do; it stays as it is.
    HEIC, which many programs cannot open, becomes JPEG.

    Raises:
        BrokenFileError: (a ValueError) if the file cannot be read as a photo.
    """
    file_format = format_of(data)
    if file_format == "heic":
        return _jpeg_of_heic(data)
    if file_format not in ("jpeg", "png", "webp") or turned(data, CONTAINERS[file_format]) == 1:
        return data
    return encoded_again(data, ImageOps.exif_transpose)


def encoded_again(data, change=lambda image: image):
    """The photo, encoded again without any metadata but its color profile; HEIC becomes JPEG.

    Raises:
        BrokenFileError: if the file cannot be read as a photo.
    """
    file_format = format_of(data)
    if file_format == "heic":
        return _jpeg_of_heic(data)
    try:
        with Image.open(io.BytesIO(data), formats=[file_format]) as image:
            if image.width * image.height > Image.MAX_IMAGE_PIXELS:
                raise BrokenFileError("too many pixels")
            options = _options(image, file_format, data)
            # Of several images in a JPEG file (MPO), the first is the photo.
            if file_format != "jpeg" and getattr(image, "is_animated", False):
                return _encoded(image, file_format, save_all=True, **options)
            return _encoded(change(image), file_format, **options)
    except Exception as error:  # decoders raise whatever they like
        raise BrokenFileError("no readable photo") from error


def _options(image, file_format, data):
    """The encoder's options that come nearest to how the image was encoded."""
    if file_format == "jpeg":
        sampling = get_sampling(image)
        return {"qtables": image.quantization} | ({"subsampling": sampling} if sampling >= 0 else {})
    if file_format == "webp":
        return {"lossless": b"VP8L" in data[:64], "quality": _JPEG_QUALITY}
    return {"quality": 85} if file_format == "avif" else {}


def _encoded(image, file_format, **options):
    # Pillow writes what it finds here: comments, EXIF, XMP.
    image.info = {name: value for name, value in image.info.items() if name in _OF_THE_IMAGE}
    buffer = io.BytesIO()
    image.save(buffer, file_format, icc_profile=image.info.get("icc_profile"), **options)
    return buffer.getvalue()


def _jpeg_of_heic(data):
    # Loaded only for such files: it brings a decoder of some MiB.
    import pillow_heif

    try:
        # The library turns the image itself.
        image = pillow_heif.open_heif(io.BytesIO(data)).to_pillow()
        return _encoded(image.convert("RGB"), "jpeg", quality=_JPEG_QUALITY)
    except Exception as error:  # decoders raise whatever they like
        raise BrokenFileError("no readable photo") from error
