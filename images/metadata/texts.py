"""The texts that a photo's file carries, and how raw ones become fit to be stored."""

import re
from dataclasses import dataclass
from datetime import date

from texts.clean import clean_text

CAPTION_LENGTH = 2000  # characters
LINE_LENGTH = 300
PLACE_LENGTH = 200
URL_LENGTH = 200
# A longer text is no caption; the rest of it is not even looked at.
_READ_LENGTH = 10_000

# The marks that turn the direction of whatever stands behind them; isolates end with their paragraph.
_TURNING = re.compile("[\u202a-\u202e]")
_TYPOGRAPHY = frozenset("“”‘’‚„–—…•·€£¢¥§©®™°º«»¿¡\u00a0")


@dataclass(frozen=True)
class FileTexts:
    """What a file says about itself: plain text (no HTML), ready to be stored; empty where it says nothing.

    Attributes:
        caption: at most 2,000 characters, may have several lines.
        credit: at most 300 characters, as `alt` and `rights`.
        credit_url: the photographer's page, http or https.
        alt: the alt text.
        rights: the copyright notice.
        taken_on: the day on which the photo was taken.
        place: city, state and country in one line, at most 200 characters.
    """

    caption: str = ""
    credit: str = ""
    credit_url: str = ""
    alt: str = ""
    rights: str = ""
    taken_on: date | None = None
    place: str = ""


@dataclass(frozen=True)
class PublicTexts:
    """What is written into a file that leaves the site; empty texts are not written. Plain text, no HTML.

    The texts are cut and cleaned as those of `FileTexts`, so that they are read back as they are here.

    Attributes:
        credit: the credit line.
        creator: who made the photo, if that is known apart from the credit line.
        rights: the copyright notice.
        terms: the terms of use, as a sentence.
        caption: the caption; only for press downloads.
        alt: the alt text.
    """

    credit: str = ""
    creator: str = ""
    rights: str = ""
    terms: str = ""
    caption: str = ""
    alt: str = ""

    def __post_init__(self):
        for name, text in vars(self).items():
            object.__setattr__(self, name, paragraphs(text) if name == "caption" else one_line(text))


@dataclass
class Found:
    """What one source in a file (XMP, IPTC-IIM or EXIF) says, as it says it."""

    caption: str = ""
    credit: str = ""
    creator: str = ""
    credit_url: str = ""
    alt: str = ""
    rights: str = ""
    taken_on: str = ""
    place: str = ""


def decode(raw, context=b""):
    """The text of these bytes, whose encoding nobody has declared.

    UTF-8 if they are valid UTF-8; else Windows-1252 (which contains Latin-1) or MacRoman, whichever
    gives fewer characters that make no sense where they stand.

    Args:
        raw: the bytes.
        context: all that was written with the same encoding, if there is more than these bytes.
    """
    raw = raw[: _READ_LENGTH * 4]
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        whole = raw[: error.start]
        # Cut within a character, if others came before it; else it may be the é of a Latin-1 "café".
        if error.reason == "unexpected end of data" and not whole.isascii():
            return whole.decode("utf-8")
    encoding = min("cp1252", "mac_roman", key=lambda name: _oddities((context or raw).decode(name, "replace")))
    return raw.decode(encoding, "replace")


def _oddities(text):
    """How many symbols captions do not have, and capitals or opening quotes stand right behind a letter."""
    return sum(
        not (character.isalpha() or character in _TYPOGRAPHY)
        or (character.isupper() and before.islower())
        or (character in "“‘" and before.isalpha())
        for before, character in zip(" " + text, text, strict=False)
        if not character.isascii()
    )


def one_line(text, length=LINE_LENGTH):
    """The text as one line of at most `length` characters, cut at a word."""
    return _cut(" ".join(_clean(text).split()), length)


def paragraphs(text, length=CAPTION_LENGTH):
    """The text with its line breaks, without blank lines, of at most `length` characters, cut at a word."""
    lines = (" ".join(line.split()) for line in _clean(text).splitlines())
    return _cut("\n".join(line for line in lines if line), length)


def _clean(text):
    return clean_text(_TURNING.sub("", text[:_READ_LENGTH]))


def _cut(text, length):
    if len(text) <= length:
        return text
    space = max(text.rfind(" ", 0, length), text.rfind("\n", 0, length))
    # A text without a space in its second half is cut where it is.
    return text[: space if space > length // 2 else length - 1].rstrip() + "…"


def day(text):
    """The date at the start of the text (2026-05-03, 20260503 or 2026:05:03), or None."""
    found = re.match(r"\s*(\d{4})[-:./]?(\d\d)[-:./]?(\d\d)(?!\d)", text, re.ASCII)
    found = found or re.match(r"\s*(\d{4})(\d\d)(\d\d)", text, re.ASCII)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:  # 0000:00:00, of a camera whose clock was never set
        return None


def web_address(text):
    """The text if it is an http or https address that fits its field, else an empty text."""
    address = one_line(text, URL_LENGTH + 1)
    return address if len(address) <= URL_LENGTH and re.fullmatch(r"https?://[^\s/<>\"]+\.[^\s<>\"]+", address) else ""


def place(*parts):
    """City, state and country in one line; what is missing or said twice is left out."""
    return ", ".join(dict.fromkeys(part for part in (one_line(part) for part in parts) if part))
