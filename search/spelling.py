"""What somebody may have meant whose words stand nowhere.

The same on both databases: the words of all headlines and terms are few enough to be compared here, and only a search
without a hit asks for it. PostgreSQL's trigrams would need an extension and know no word, only whole headlines.
"""

from collections import defaultdict
from difflib import get_close_matches

from core.registry import kinds, vocabularies
from page_cache import remember

from .models import Entry
from .typed import Typed, words_of

MOST_TITLES = 20_000
SHORTEST = 3  # letters
LIKENESS = 0.74  # of difflib, from 0 to 1: one wrong letter in four, or two in eight


def better(typed):
    """A `Typed` in which the words that stand in no headline are replaced by one that does; None if there is none."""
    known = remember("words of headlines", _known)
    replaced = [" ".join(_better_word(word, known) for word in group) for group in typed.groups]
    text = " ".join(f'"{group}"' if " " in group else group for group in replaced)
    return Typed(text) if words_of(text) != typed.words else None


def _better_word(word, known):
    """The most common of the words that begin with this one, or else the one that is most like it; else itself."""
    of_letter = known.get(word[0], {})
    if word in of_letter or len(word) < SHORTEST or word.isdecimal():
        return word
    longer = [one for one in of_letter if one.startswith(word)]
    if longer:
        return max(longer, key=of_letter.get)
    for words in (of_letter, *known.values()):  # people mistype the first letter least
        alike = get_close_matches(word, [one for one in words if abs(len(one) - len(word)) <= 2], 3, LIKENESS)
        if alike:
            return alike[0]
    return word


def _known():
    """A dict of first letter and dict of word and how often it stands in headlines and names of terms."""
    entries = Entry.objects.published().filter(kind__in=[kind.name for kind in kinds()]).newest_first()
    texts = list(entries.values_list("page__title", flat=True)[:MOST_TITLES])
    for vocabulary in vocabularies():
        texts += vocabulary.model.objects.values_list("name", flat=True)
    known = defaultdict(lambda: defaultdict(int))
    for text in texts:
        for word in words_of(text):
            if len(word) >= SHORTEST:
                known[word[0]][word] += 1
    return {letter: dict(words) for letter, words in known.items()}
