"""Heads of people seen from the front: the face, and hair or headwear in many manners."""

from random import Random

from home.demo.illustrations.canvas import Canvas
from home.demo.illustrations.hair import BEHIND, FRONT, Look
from home.demo.illustrations.palette import (
    ACCENTS,
    CLOTHES,
    CORAL,
    GOLD,
    HAIR,
    NIGHT,
    PAPER,
    SKIN,
    dark,
    mix,
    pale,
)

STYLES = (
    "short",
    "short",
    "fade",
    "afro",
    "curls",
    "bun",
    "long",
    "bob",
    "locs",
    "bald",
    "scarf",
    "parted",
    "ponytail",
)
CUTS = ("tee", "blazer", "blazer", "hood", "collar", "stripes", "roll", "wrap")
_MAY_GROW_BEARD = ("short", "fade", "bald", "afro", "locs")


def somebody(rng: Random, shirt: str | None = None, skin: str | None = None) -> Look:
    """Return a person as chance has it, in ``shirt`` and with ``skin`` when given."""
    style = rng.choice(STYLES)
    skin = skin or rng.choice(SKIN)
    hair = rng.choice(HAIR[:3] if SKIN.index(skin) < 3 and rng.random() < 0.9 else HAIR)
    shirt = shirt or rng.choice(CLOTHES)
    return Look(
        skin=skin,
        hair=hair,
        style=style,
        shirt=shirt,
        cut=rng.choice(CUTS),
        trousers=rng.choice((NIGHT, "#31506b", "#4a3a3f", "#2d3a4a", "#5a3d6b")),
        accent=rng.choice([colour for colour in ACCENTS if colour != shirt]),
        glasses=rng.random() < 0.22,
        beard=style in _MAY_GROW_BEARD and rng.random() < 0.45,
    )


def people(rng: Random, count: int) -> list[Look]:
    """Return ``count`` people; neighbours never share a shirt's colour or a skin tone."""
    found: list[Look] = []
    while len(found) < count:
        person = somebody(rng)
        if not found or (person.shirt != found[-1].shirt and person.skin != found[-1].skin):
            found.append(person)
    return found


def head(canvas: Canvas, look: Look, *, face: bool = True) -> None:
    """Draw a head about 100 units wide and 120 tall round the origin, with its neck below."""
    behind = BEHIND.get(look.style)
    if behind:
        behind(canvas, look)
    shade = dark(look.skin, 0.2)
    canvas.rect(-21, 20, 42, 78, look.skin, 14)
    canvas.blob([(-21, 42), (0, 62), (21, 42), (21, 62), (0, 80), (-21, 62)], shade)
    for side in (-1, 1):
        canvas.ellipse(45 * side, 4, 9, 13, shade if side < 0 else look.skin)
    canvas.blob(
        [(-45, -10), (-38, -46), (0, -60), (38, -46), (45, -10), (38, 30), (16, 54), (-16, 54), (-38, 30)],
        look.skin,
    )
    if look.beard:
        _beard(canvas, look)
    if face:
        _face(canvas, look)
    FRONT[look.style](canvas, look)


def _face(canvas: Canvas, look: Look) -> None:
    shade = dark(look.skin, 0.38)
    for side in (-1, 1):
        canvas.ellipse(27 * side, 19, 10, 7, mix(look.skin, CORAL, 0.22))
        canvas.ellipse(17 * side, 0, 4.2, 5, NIGHT)
        canvas.curve([(9 * side, -15), (17 * side, -18), (26 * side, -15)], 3.6, mix(look.hair, look.skin, 0.15))
    canvas.curve([(2, -2), (5, 13), (-3, 15)], 3, shade)
    canvas.blob(
        [(-14, 27), (0, 30), (14, 27), (8, 36), (0, 38), (-8, 36)],
        pale(PAPER, 0) if not look.beard else PAPER,
    )
    canvas.curve([(-15, 26), (0, 30), (15, 26)], 2.6, shade)
    if look.glasses:
        for side in (-1, 1):
            canvas.ring(18 * side, 0, 14, 3.4, NIGHT)
        canvas.line([(-5, -2), (5, -2)], 3, NIGHT)


def _beard(canvas: Canvas, look: Look) -> None:
    canvas.blob(
        [
            (-44, 2),
            (-36, 22),
            (-20, 20),
            (0, 19),
            (20, 20),
            (36, 22),
            (44, 2),
            (42, 34),
            (20, 62),
            (-20, 62),
            (-42, 34),
        ],
        look.hair,
    )


def hard_hat(canvas: Canvas, colour: str = GOLD) -> None:
    """Draw a hard hat on the head at the origin."""
    canvas.blob([(-52, -24), (-48, -58), (-20, -84), (20, -84), (48, -58), (52, -24), (0, -28)], colour)
    canvas.rect(-62, -34, 124, 15, dark(colour, 0.16), 8)
    canvas.rect(-9, -86, 18, 54, pale(colour, 0.4), 8)
