"""What somebody typed into the search field, made safe and small."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from core.lengths import too_long

LONGEST = 200  # characters; the rest of a text that somebody pasted finds nothing more
MOST_WORDS = 12
_READ_LENGTH = 10_000  # characters; no server takes a longer address

# As PostgreSQL's English configuration leaves out, in short: words that stand on every page.
STOP_WORDS = frozenset(
    [
        *("a", "about", "all", "an", "and", "any", "are", "as", "at", "be", "been", "by", "can", "did", "do", "does"),
        *("for", "from", "had", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "no"),
        *("not", "of", "on", "or", "our", "s", "so", "t", "that", "the", "their", "them", "there", "they", "this"),
        *("to", "was", "we", "were", "what", "when", "where", "which", "who", "why", "will", "with", "you", "your"),
    ]
)


@dataclass(frozen=True)
class Typed:
    """The words of a search, by which every database finds the same.

    Attributes:
        text: what was typed, in one line, without what no text field holds; at most `LONGEST` characters.
        whole: the same at its full length.
    """

    text: str
    whole: str = ""

    @classmethod
    def of(cls, text):
        """From whatever stands in a query string."""
        visible = folded(text[:_READ_LENGTH])
        readable = "".join(" " if unicodedata.category(one)[0] == "C" else one for one in visible)
        whole = " ".join(readable.split())
        return cls(whole[:LONGEST].strip(), whole)

    @property
    def too_long(self):
        """A sentence that says by how much it is too long; empty if it is not."""
        return too_long(len(self.whole), LONGEST) if len(self.whole) > LONGEST else ""

    @cached_property
    def groups(self):
        """The groups of words that have to stand next to each other: phrases in quotation marks, else single words.

        Without accents and letter case; without words that stand on every page, unless there are no others.
        """
        parts = re.split(r'["“”„«»]', self.text)
        found = []
        for position, part in enumerate(parts):
            words = words_of(part)
            is_phrase = position % 2 and position < len(parts) - 1
            found += [tuple(words)] if is_phrase and words else [(word,) for word in words]
        telling = [group for group in found if len(group) > 1 or group[0] not in STOP_WORDS]
        return tuple(dict.fromkeys(telling or found))[:MOST_WORDS]

    @property
    def words(self):
        """All words of the groups."""
        return [word for group in self.groups for word in group]


def words_of(text):
    """The words of a text in order, in lower case and without accents."""
    return re.findall(r"[^\W_]+", plain(folded(text)))


def folded(text):
    """A text without what nobody sees within its words, such as soft hyphens, and with ligatures as letters."""
    visible = "".join(one for one in text if one.isascii() or unicodedata.category(one) != "Cf")
    return unicodedata.normalize("NFKC", visible)


def plain(text):
    """A text in lower case without accents, with as many characters where every letter has one form."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(one for one in apart if not unicodedata.combining(one)).lower()
