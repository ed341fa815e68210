"""Marking the words of a search in the texts that show what it has found."""

import re

from django.utils.html import escape
from django.utils.safestring import mark_safe

from .typed import plain

# What two forms of one English word may differ in, after their common beginning.
ENDINGS = frozenset(
    ["", "s", "es", "e", "ed", "d", "ing", "er", "ers", "or", "ors", "ly", "y", "ies", "ied", "ion", "ions"]
)
SHORTEST_STEM = 3  # letters


def marked(text, words):
    """A text as HTML in which each form of one of these words is a `mark` element.

    Args:
        text: plain text.
        words: as `search.typed.words_of` returns them.
    """
    wanted = set(words)
    parts = re.split(r"([^\W_]+)", str(text))
    html = "".join(
        f"<mark>{escape(part)}</mark>" if position % 2 and _is_wanted(part, wanted) else escape(part)
        for position, part in enumerate(parts)
    )
    return mark_safe(html.replace("</mark> <mark>", " "))  # noqa: S308  (escaped above)


def _is_wanted(part, wanted):
    word = plain(part)
    return word in wanted or any(_is_form(word, one) for one in wanted)


def _is_form(one, other):
    """Whether two words look like forms of one, such as "council" and "councils", "policy" and "policies"."""
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= SHORTEST_STEM and one[shared:] in ENDINGS and other[shared:] in ENDINGS
