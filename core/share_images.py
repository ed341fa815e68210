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

from texts.clean import clean_line

WIDTH, HEIGHT = 1200, 630  # what OpenGraph asks for
MARGIN = 80
_FULL = WIDTH - 2 * MARGIN  # of a line
PAPER, INK, SOFT, CORAL, GOLD, MIST = "#fbf7ef", "#1c1b2e", "#55536a", "#b8351a", "#f4b63f", "#d9d4e3"

_SIZES = range(88, 27, -2)  # of the words, largest first; smaller ones nobody can read in a list of links
_BREAKS_BELOW = 44  # down to this size the longest word decides; then it is rather broken than set smaller
_LEADING = 1.22  # height of a line by the size of its letters
_WORDS_TOP, _WORDS_BOTTOM = 130, 442
_HEADLINE_TOP, _HEADLINE_BOTTOM = 134, 478
_BAND_TOP = 506  # of the dark band at the foot
_KIND_SIZE, _KIND_TRACKING = 27, 3
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
    _draw_lines(draw, setting, (_WORDS_TOP + _WORDS_BOTTOM - height) / 2)
    _sign(draw, speaker, role)
    _put_mark(image, (WIDTH - MARGIN - _MARK_SIZE, HEIGHT - MARGIN - _MARK_SIZE), _MARK_SIZE)
    if can_set(organization):
        _beside_mark(draw, organization, HEIGHT - MARGIN - _MARK_SIZE / 2)
    return image


def headline_card(headline, kind, date, organization):
    """An image of a headline.

    A headline in a script that our font lacks leaves the site mark alone; a kind, date or name in one is left out.

    Args:
        headline: the headline, as plain text.
        kind: what it stands over, such as “Press release”.
        date: when that was published; may be empty.
        organization: the name that stands beside the mark.

    Returns:
        a Pillow image.
    """
    headline, kind, date, organization = map(_one_line, (headline, kind, date, organization))
    if not can_set(headline):
        return _mark_alone()
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    if kind and can_set(kind):
        _name_kind(draw, kind.upper())
    room = _HEADLINE_BOTTOM - _HEADLINE_TOP
    setting = set_words(headline, room, "…")
    _draw_lines(draw, setting, _HEADLINE_TOP + (room - len(setting.lines) * setting.size * _LEADING) / 3)
    middle = (_BAND_TOP + HEIGHT) // 2
    draw.rectangle((0, _BAND_TOP, WIDTH, HEIGHT), fill=INK)
    if can_set(date):
        draw.text((MARGIN, middle), date, font=_font("", _ROLE_SIZE + 2), fill=MIST, anchor="lm")
    _put_mark(image, (WIDTH - MARGIN - _MARK_SIZE, int(middle - _MARK_SIZE / 2)), _MARK_SIZE)
    if can_set(organization):
        _beside_mark(draw, organization, middle, 560, _ROLE_SIZE + 4, PAPER)
    return image


def png(image):
    """The bytes of an image as PNG, in few colors because it is flat."""
    buffer = io.BytesIO()
    image.quantize(64, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def can_set(text):
    """Whether the font has every character of a text."""
    return all(map(_has, set(text)))


def set_words(text, height=_WORDS_BOTTOM - _WORDS_TOP, end="…”"):
    """The largest `Setting` of a text in which it fits a height, without a broken word if possible.

    What is too long for the smallest ends with `end`.
    """
    words = text.split()
    whole = [size for size in _SIZES if size >= _BREAKS_BELOW and _longest(words, _font("Semibold", size)) <= _FULL]
    for size in [*whole, *_SIZES]:
        font = _font("Semibold", size)
        lines = list(_lines(words, font))
        fitting = int(height / (size * _LEADING))
        if len(lines) <= fitting:
            return Setting(size, _balanced(words, font, lines))
    return Setting(size, [*lines[: fitting - 1], _cut(lines[fitting - 1], font, end)])


def _draw_lines(draw, setting, top):
    """Draw lines whose ink, not whose advance, begins at the margin: a “j” would reach far into it."""
    font = _font("Semibold", setting.size)
    for number, line in enumerate(setting.lines):
        left = MARGIN - font.getbbox(line)[0]
        draw.text((left, top + number * setting.size * _LEADING), line, font=font, fill=INK)


def _longest(words, font):
    return max(map(font.getlength, words), default=0)


def _balanced(words, font, lines):
    """The same number of lines, as even in length as can be: no single word in the last one."""
    narrow, wide = max(int(_longest(words, font)), _FULL // max(len(lines), 1)), _FULL
    while wide - narrow > 4:
        width = (narrow + wide) // 2
        if len(list(_lines(words, font, width))) <= len(lines):
            wide = width
        else:
            narrow = width
    return list(_lines(words, font, wide))


def _lines(words, font, width=_FULL):
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


def _cut(text, font, end, width=_FULL):
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


def _name_kind(draw, kind):
    """In capitals, with air between them."""
    font = _font("Bold", _KIND_SIZE)
    draw.rectangle((MARGIN, 78, MARGIN + 44, 83), fill=GOLD)
    left = MARGIN + 62
    for letter in _short(kind, font, 700):
        draw.text((left, 80), letter, font=font, fill=CORAL, anchor="lm")
        left += font.getlength(letter) + _KIND_TRACKING


def _beside_mark(draw, organization, middle, width=300, size=_ROLE_SIZE, color=INK):
    font = _font("Semibold", size)
    name = _short(organization, font, width)
    right = WIDTH - MARGIN - _MARK_SIZE - 18
    draw.text((right, middle), name, font=font, fill=color, anchor="rm")


def _short(text, font, width):
    return text if font.getlength(text) <= width else _cut(text, font, "…", width)


def _mark_alone():
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    _put_mark(image, ((WIDTH - 300) // 2, (HEIGHT - 300) // 2), 300)
    return image


def _put_mark(image, place, size):
    """Draw the site mark (static/img/mark.svg) in a square; four times as large at first, for smooth edges."""
    mark = Image.new("L", (size * 4, size * 4), 0)
    ImageDraw.Draw(mark).ellipse((0, 0, size * 4 - 1, size * 4 - 1), fill=255)
    drawing = Image.new("RGB", mark.size, CORAL)
    _draw_house(ImageDraw.Draw(drawing), (0, 0), size * 4, GOLD, PAPER)
    image.paste(drawing.resize((size, size), Image.LANCZOS), place, mark.resize((size, size), Image.LANCZOS))


def _draw_house(draw, place, size, roof_color, wall_color):
    """The house within the site mark, of which a square of 48 units is the whole."""
    unit = size / 48
    roof = [(24, 7.5), (9, 18.5), (9, 21.5), (39, 21.5), (39, 18.5)]
    draw.polygon([(place[0] + x * unit, place[1] + y * unit) for x, y in roof], fill=roof_color)
    for left, top, right, bottom in [
        (11.5, 31, 18, 36),
        (20.75, 27.5, 27.25, 36),
        (30, 24, 36.5, 36),
        (9, 37.5, 39, 40.5),
    ]:
        corners = place[0] + left * unit, place[1] + top * unit, place[0] + right * unit, place[1] + bottom * unit
        draw.rectangle(corners, fill=wall_color)


def _one_line(text):
    """A text with composed letters, plain spaces, and nothing that has no form."""
    text = re.sub(r"\s+", " ", clean_line(text))
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
