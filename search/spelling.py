"""What somebody may have meant whose words stand nowhere.

The same on both databases: the words of headlines, teasers and terms are few enough to be compared here, and only a
search without a hit asks for it. PostgreSQL's trigrams would need an extension, and know no words but whole headlines.
"""

from collections import Counter, defaultdict
from difflib import get_close_matches
from functools import partial

from core.registry import page_types
from page_cache import remember

from .terms import shelves
from .typed import Typed, words_of

MOST_PAGES = 5_000  # of each page type, the newest
SHORTEST = 3  # letters
LIKENESS = 0.74  # of difflib, from 0 to 1: one wrong letter in four, or two in eight


def better(typed, site):
    """A `Typed` in which words that the site does not know are replaced by those it does; None if there are none."""
    known = remember(("known words", site.pk), partial(_known, site))
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


def _known(site):
    """A dict of first letter and dict of word and how often it stands in headlines, teasers and terms."""
    texts = []
    for model in page_types():
        newest = model.objects.published().in_site(site).newest_first().values_list("title", "teaser")
        texts += (text for row in newest[:MOST_PAGES] for text in row)
    for shelf in shelves(site):
        texts += (text for used in shelf.in_use() for text in (used.term.name, getattr(used.term, "synonyms", "")))
    known = defaultdict(Counter)
    for word in words_of(" ".join(texts)):
        if len(word) >= SHORTEST:
            known[word[0]][word] += 1
    return dict(known)
