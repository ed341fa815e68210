"""What tests see in a photo's file: how it looks, and that it tells no position."""

import io
import struct

import pillow_heif
from PIL import Image

from images.metadata import has_position

from . import sample_files as files


def opened(data):
    if is_heic(data):
        return pillow_heif.open_heif(io.BytesIO(data)).to_pillow()
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def is_heic(data):
    return data[4:8] == b"ftyp" and b"heic" in data[:32]


def red_corners(image):
    """Which of the four corners are red: upper left, upper right, lower left, lower right."""
    right, bottom = image.width - 5, image.height - 5
    corners = [image.convert("RGB").getpixel(place) for place in ((4, 4), (right, 4), (4, bottom), (right, bottom))]
    return [green < 128 for _red, green, _blue in corners]


def assert_no_position(data):
    """By our own look, by Pillow, and by the bytes of the coordinates."""
    assert not has_position(data)
    exif = opened(data).getexif()
    assert not exif.get_ifd(0x8825)
    assert 0x8825 not in exif
    for order in "<>":
        for number, _denominator in (files.LATITUDE[2], files.LONGITUDE[2]):
            assert struct.pack(order + "I", number) not in data
    for trace in (b"GPSL", files.POSITION_TEXT.encode(), b"\xa9xyz"):
        assert trace not in data
