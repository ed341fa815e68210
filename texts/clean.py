"""What every text goes through before it is stored or handed to a program.

Pure functions without Django. Removed is what no text means and many formats forbid: control characters, halves of
characters, byte order marks, code points that Unicode keeps for no character. Line breaks get one form, and letters
the composed one (NFC). Everything that shapes a text stays: joiners, marks of direction, variation selectors, soft
hyphens, ligatures, emoji.
"""

import re
import sys
import unicodedata
from dataclasses import is_dataclass, replace
from html import unescape

# In each of the 17 planes the last two code points are no characters (Unicode 16, section 23.7).
_LAST_TWO = "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_REMOVED = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufdd0-\ufdef{_LAST_TWO}]")
# Word processors break a line with U+000B or U+2028, a page with U+000C.
_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Whether there can be anything of that in a text: one quick look, for whole pages of HTML.
_SUSPECT = re.compile("[^ -~\t\n\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\U00010000-\U0001fffd]")
_REFERENCE = re.compile("&#(?:[xX]0*([0-9a-fA-F]+)|0*([0-9]+));?")


def clean_text(text):
    """Return a text that may have several lines, clean.

    Args:
        text: any `str`, even one that cannot be encoded.

    Returns:
        the text with nothing removed but what is named above; cleaning it again changes nothing.
    """
    if _SUSPECT.search(text):
        # Two halves that stand together are a character, as JavaScript counts them.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
        text = _BREAK.sub("\n", _REMOVED.sub("", text))
    return unicodedata.normalize("NFC", text)


def clean_line(text):
    """Return a text of one line, clean: line breaks and tabs become spaces, and vanish at both ends."""
    return re.sub("[\t\n]", " ", clean_text(text).strip("\t\n"))


def clean_html(html):
    """Return HTML, clean, also of what is written as a numeric character reference such as `&#11;`."""
    html = clean_text(html)
    while (without := _REFERENCE.sub(_clean_reference, html)) != html:
        html = clean_text(without)
    return html


def _clean_reference(found):
    digits, base = (found[1], 16) if found[1] else (found[2], 10)
    if len(digits) > 7 or (number := int(digits, base)) > sys.maxunicode:
        return ""
    # Browsers read what would be a C1 control character as Windows-1252, and so does `unescape`.
    character = unescape(f"&#{number};") if 0x80 <= number <= 0x9F else chr(number)
    is_clean = character == chr(number) == clean_text(character)
    return found[0] if is_clean else clean_text(character)


def cleaned(data):
    """Return data for a machine format with all text in dicts, lists, tuples and data classes clean, however deep.

    What is stored was cleaned when it was saved, unless it was written before there was such a rule or past it.
    """
    if isinstance(data, str):
        return clean_text(data)
    if isinstance(data, dict):
        return {cleaned(name): cleaned(value) for name, value in data.items()}
    if isinstance(data, list):
        return [cleaned(value) for value in data]
    if isinstance(data, tuple):
        return tuple(map(cleaned, data))
    if is_dataclass(data):
        return replace(data, **cleaned(vars(data)))
    return data
