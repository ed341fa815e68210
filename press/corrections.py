"""Whether readers of a published release would have to be told what has changed in it."""

import re
from html import unescape

# What the editor adds to a text without anybody's doing.
_BLOCK_KEY = re.compile(r'\s+data-block-key="[^"]*"')
_BETWEEN_TAGS = re.compile(r">\s+<")


def words_differ(release, live):
    """Whether headline or body of a release are others than those of the live one.

    Args:
        release: a `PressRelease` as somebody wants to publish it.
        live: the same page as the public sees it.
    """
    return release.title.strip() != live.title.strip() or _plain(release.body) != _plain(live.body)


def has_new_correction(corrections, live):
    """Whether one of these `Correction`s says what those of the live release do not say."""
    known = {_normal(correction.text) for correction in live.corrections.all()}
    return any(_normal(correction.text) not in known for correction in corrections)


def _plain(body):
    """A body without what only the editor needs: ids of blocks, and how their HTML is written."""
    return _normal(body.stream_block.get_prep_value(body))


def _normal(value):
    if isinstance(value, dict):
        return {name: _normal(part) for name, part in value.items() if name != "id"}
    if isinstance(value, list | tuple):
        return [_normal(part) for part in value]
    if isinstance(value, str):
        return " ".join(unescape(_BETWEEN_TAGS.sub("><", _BLOCK_KEY.sub("", value))).split())
    return value
