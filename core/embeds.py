"""Videos of other sites: the providers we allow, and the address of their player.

No script of theirs runs on our pages and nothing is asked of them when a page is rendered: the player's
address follows from the video's address.
"""

import re
from typing import NamedTuple


class Provider(NamedTuple):
    """A site whose videos may be shown: its name, what its addresses look like, where its player is."""

    name: str
    address: re.Pattern
    player: str
    origin: str


PROVIDERS = (
    Provider(
        "YouTube",
        re.compile(
            r"https?://(?:www\.|m\.)?(?:youtube\.com/(?:watch\?(?:[^#]*&)?v=|shorts/|live/|embed/)|youtu\.be/)"
            r"(?P<video>[\w-]{6,20})"
        ),
        "https://www.youtube-nocookie.com/embed/{video}",
        "https://www.youtube-nocookie.com",
    ),
    Provider(
        "Vimeo",
        re.compile(r"https?://(?:www\.|player\.)?vimeo\.com/(?:video/|channels/[\w-]+/)?(?P<video>\d{5,12})"),
        "https://player.vimeo.com/video/{video}?dnt=1",
        "https://player.vimeo.com",
    ),
)

# The `frame-src` of the content security policy: the players, and nothing else.
FRAME_SOURCES = [provider.origin for provider in PROVIDERS]


class Player(NamedTuple):
    """A video that can be shown: who hosts it and the address for an `iframe`."""

    provider: str
    src: str


def player_for(url):
    """The `Player` for a video's address, or None if no provider we allow hosts it."""
    for provider in PROVIDERS:
        if found := provider.address.match(url or ""):
            return Player(provider.name, provider.player.format(video=found["video"]))
    return None
