"""The colours of the illustrations: the site's palette, six skin tones, and the light of a scene."""

from dataclasses import dataclass
from random import Random

from PIL import ImageColor

CORAL, ROSE, TEAL, GOLD = "#d9482b", "#e9806a", "#0f7f78", "#f4b63f"
NIGHT, PAPER, PLUM, SAND = "#1c1b2e", "#fbf7ef", "#5a3d6b", "#ecdcc0"
BLUSH, MIST, PINE, SLATE, BRICK = "#f3c4b3", "#cfe4e0", "#0f4f4b", "#31506b", "#b8361d"
MAUVE, LEAF, SAGE = "#a8556f", "#3f8f63", "#8fc3a4"

SKIN = ("#5d3a28", "#8d5a3b", "#a36b47", "#c98d63", "#e2b48c", "#f0c9a4")
HAIR = ("#1c1620", "#241a18", "#43281c", "#6b4a2f", "#8a4b2a", "#b9b0b4")
CLOTHES = (TEAL, CORAL, PLUM, GOLD, SLATE, ROSE, PINE, MAUVE, SAND)
ACCENTS = (CORAL, TEAL, GOLD, PLUM, ROSE, SLATE)


def mix(first: str, second: str, share: float) -> str:
    """Return the colour that lies ``share`` (0 to 1) of the way from ``first`` to ``second``."""
    pairs = zip(ImageColor.getrgb(first)[:3], ImageColor.getrgb(second)[:3], strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def clear(colour: str, opacity: float) -> str:
    """Return ``colour`` with the given opacity (0 to 1), as Pillow reads it."""
    return f"{colour}{round(opacity * 255):02x}"


def dark(colour: str, share: float = 0.25) -> str:
    """Return ``colour`` moved towards ink."""
    return mix(colour, NIGHT, share)


def pale(colour: str, share: float = 0.25) -> str:
    """Return ``colour`` moved towards paper."""
    return mix(colour, PAPER, share)


@dataclass(frozen=True)
class Light:
    """The light of a scene: sky from top to bottom, three depths of silhouettes, ground, sun or moon."""

    name: str
    sky: tuple[str, ...]
    far: str
    middle: str
    near: str
    ground: str
    sun: str
    night: bool = False

    def on(self, colour: str, share: float = 0.42) -> str:
        """Return ``colour`` as it looks in this light."""
        return mix(colour, "#1d2340", share) if self.night else colour


DAY = Light("by day", ("#bfe0dd", "#e9f1e4"), "#a5d0c7", "#3f9c92", "#12344a", SAND, PAPER)
MORNING = Light("in the morning", ("#f3c4b3", "#fbe7d3"), "#e8a58f", "#a8556f", NIGHT, "#e7cfae", GOLD)
GOLDEN = Light("in golden light", ("#f6cf86", "#fcefd2"), "#e8b06a", "#d0703f", "#4a2c4d", "#e9cf9f", CORAL)
DUSK = Light("at dusk", (PLUM, "#c65f63", "#f2a45c"), "#8d4a70", "#4a335f", NIGHT, "#3b2b48", GOLD, True)
EVENING = Light(
    "in the evening",
    ("#17304a", "#31647a", "#e6b79a"),
    "#4d7c8a",
    "#274e66",
    NIGHT,
    "#22384c",
    "#ffe3b0",
    True,
)
DARK = Light("at night", ("#14132a", "#2c2a52"), "#3a3566", "#262350", "#100f20", "#1a1930", PAPER, True)

BRIGHT = (DAY, MORNING, GOLDEN)
LATE = (DUSK, EVENING, DARK)


def shuffled(rng: Random, colours: tuple[str, ...], count: int) -> list[str]:
    """Return ``count`` of ``colours`` in which neighbours always differ."""
    found: list[str] = []
    while len(found) < count:
        colour = rng.choice(colours)
        if not found or colour != found[-1]:
            found.append(colour)
    return found
