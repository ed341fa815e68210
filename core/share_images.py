"""Images of 1200×630 pixels that stand for words when somebody shares them, drawn with Pillow.

Drawing one takes tens of milliseconds of CPU, so only the queue does it.
"""

import io
import re
import unicodedata
from functools import cache
from typing import NamedTuple

import font_source_serif_pro as fonts
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630  # what OpenGraph asks for
MARGIN = 80
PAPER, INK, SOFT, CORAL, GOLD = "#fbf7ef", "#1c1b2e", "#55536a", "#b8351a", "#f4b63f"

_SIZES = range(88, 27, -2)  # of the words, largest first; smaller ones nobody can read in a list of links
_LEADING = 1.28  # height of a line by the size of its letters
_WORDS_TOP, _WORDS_BOTTOM = 130, 442
_NAME_SIZE, _ROLE_SIZE = 32, 26
_MARK_SIZE = 76
_QUOTATION_MARK_SIZE = 190
_MISSING = "\U0010ffff"  # no font has it, so all draw for it what they draw for what they lack


class Setting(NamedTuple):
    """Words as they are set: the size of the letters in pixels, and the lines."""

    size: int
    lines: list[str]


def quote_card(words, speaker, role, organization):
    """An image of somebody's words.

    Words or names in a script that our font lacks leave the site mark alone: half a sentence in empty boxes would be
    worse.

    Args:
        words: what was said, as plain text without quotation marks.
        speaker: who said it.
        role: title and place of the speaker; may be empty.
        organization: the name that stands beside the mark.

    Returns:
        a Pillow image.
    """
    words, speaker, role, organization = map(_one_line, (words, speaker, role, organization))
    if not all(map(can_set, (words, speaker, role))):
        return _mark_alone()
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 14), fill=CORAL)
    draw.text((MARGIN - 6, 188), "“", anchor="ls", font=_font("Bold", _QUOTATION_MARK_SIZE), fill=GOLD)
    setting = set_words(f"{words}”")
    height = len(setting.lines) * setting.size * _LEADING
    first = (_WORDS_TOP + _WORDS_BOTTOM - height) / 2
    for number, line in enumerate(setting.lines):
        top = first + number * setting.size * _LEADING
        draw.text((MARGIN, top), line, font=_font("Semibold", setting.size), fill=INK)
    _sign(draw, speaker, role)
    _put_mark(image, (WIDTH - MARGIN - _MARK_SIZE, HEIGHT - MARGIN - _MARK_SIZE), _MARK_SIZE)
    if can_set(organization):
        _beside_mark(draw, organization)
    return image


def png(image):
    """The bytes of an image as PNG, in few colors because it is flat."""
    buffer = io.BytesIO()
    image.quantize(64, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def can_set(text):
    """Whether the font has every character of a text."""
    return all(map(_has, set(text)))


def set_words(text):
    """The largest `Setting` of a text in which it fits; what is too long for the smallest ends with an ellipsis."""
    for size in _SIZES:
        lines = list(_lines(text.split(), _font("Semibold", size)))
        fitting = int((_WORDS_BOTTOM - _WORDS_TOP) / (size * _LEADING))
        if len(lines) <= fitting:
            return Setting(size, lines)
    return Setting(size, [*lines[: fitting - 1], _cut(lines[fitting - 1], _font("Semibold", size), "…”")])


def _lines(words, font, width=WIDTH - 2 * MARGIN):
    """Words in lines; a word that is longer than a line is broken."""
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if font.getlength(longer) <= width:
            line = longer
            continue
        if line:
            yield line
        while font.getlength(word) > width:
            kept = next(end for end in range(len(word) - 1, 0, -1) if font.getlength(word[:end]) <= width)
            yield word[:kept]
            word = word[kept:]
        line = word
    yield line


def _cut(text, font, end, width=WIDTH - 2 * MARGIN):
    """A line that ends with `end`, at a word if possible."""
    while text and font.getlength(text + end) > width:
        text = text.rpartition(" ")[0] or text[:-1]
    return text.rstrip(" ,;:.") + end


def _sign(draw, speaker, role):
    """Who said it, in the lower left corner."""
    width = 640
    name, place = _font("Bold", _NAME_SIZE), _font("", _ROLE_SIZE)
    draw.rectangle((MARGIN, 468, MARGIN + 64, 473), fill=CORAL)
    draw.text((MARGIN, 486), _short(speaker, name, width), font=name, fill=INK)
    draw.text((MARGIN, 526), _short(role, place, width), font=place, fill=SOFT)


def _beside_mark(draw, organization):
    font = _font("Semibold", _ROLE_SIZE)
    name = _short(organization, font, 300)
    right = WIDTH - MARGIN - _MARK_SIZE - 18
    draw.text((right, HEIGHT - MARGIN - _MARK_SIZE / 2), name, font=font, fill=INK, anchor="rm")


def _short(text, font, width):
    return text if font.getlength(text) <= width else _cut(text, font, "…", width)


def _mark_alone():
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    _put_mark(image, ((WIDTH - 300) // 2, (HEIGHT - 300) // 2), 300)
    return image


def _put_mark(image, place, size):
    """Draw the site mark (static/img/mark.svg) in a square; four times as large at first, for smooth edges."""
    unit = size * 4 / 48
    mark = Image.new("L", (size * 4, size * 4), 0)
    ImageDraw.Draw(mark).ellipse((0, 0, size * 4 - 1, size * 4 - 1), fill=255)
    drawing = Image.new("RGB", mark.size, CORAL)
    draw = ImageDraw.Draw(drawing)
    roof = [(24, 7.5), (9, 18.5), (9, 21.5), (39, 21.5), (39, 18.5)]
    draw.polygon([(x * unit, y * unit) for x, y in roof], fill=GOLD)
    for left, top, right, bottom in [
        (11.5, 31, 18, 36),
        (20.75, 27.5, 27.25, 36),
        (30, 24, 36.5, 36),
        (9, 37.5, 39, 40.5),
    ]:
        draw.rectangle((left * unit, top * unit, right * unit, bottom * unit), fill=PAPER)
    image.paste(drawing.resize((size, size), Image.LANCZOS), place, mark.resize((size, size), Image.LANCZOS))


def _one_line(text):
    """A text with composed letters, plain spaces, and nothing that has no form."""
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text))
    return "".join(one for one in text if unicodedata.category(one) not in ("Cc", "Cf")).strip()


@cache
def _font(weight, size):
    return ImageFont.truetype(getattr(fonts, f"SourceSerifPro{weight}"), size)


@cache
def _has(character):
    if character.isspace() or not character.isprintable():
        return character in " \u00a0"
    font = _font("Semibold", 40)
    drawn, missing = font.getmask(character), font.getmask(_MISSING)
    return (drawn.size, bytes(drawn)) != (missing.size, bytes(missing))
