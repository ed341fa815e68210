"""Scenes of public life: councils, podiums, ballots."""

import math
from random import Random

from home.demo.illustrations.canvas import WIDTH, Canvas
from home.demo.illustrations.figures import bust
from home.demo.illustrations.heads import people
from home.demo.illustrations.palette import (
    ACCENTS,
    BLUSH,
    CORAL,
    DAY,
    DUSK,
    EVENING,
    GOLD,
    GOLDEN,
    MIST,
    MORNING,
    NIGHT,
    PAPER,
    PINE,
    PLUM,
    SAND,
    SKIN,
    SLATE,
    TEAL,
    clear,
    dark,
    mix,
    pale,
    shuffled,
)
from home.demo.illustrations.scenery import sky, skyline, windows


def podium(canvas: Canvas, rng: Random) -> str:
    """Speakers at a podium with people behind them."""
    light = rng.choice((DAY, MORNING, GOLDEN, DUSK, EVENING))
    sky(canvas, rng, light, sun=rng.random() < 0.5)
    outside = rng.random() < 0.6
    if outside:
        windows(
            canvas,
            rng,
            skyline(canvas, rng, mix(light.far, light.sky[-1], 0.2), 420, 180),
            (clear(PAPER, 0.5),),
            0.25,
        )
    else:
        _columns(canvas, light.on(pale(light.ground, 0.3), 0.6), 8)
    crowd = people(rng, 13)
    for number in (0, 1, 2, 4, 5, 6):  # nobody straight behind the speaker
        with canvas.at(70 + number * 177 + rng.uniform(-14, 14), 320 + rng.uniform(-16, 16), 0.74):
            bust(canvas, crowd[number])
    for number in range(6):
        if number in (2, 3):
            continue
        with canvas.at(90 + number * 204 + rng.uniform(-12, 12), 452 + rng.uniform(-18, 18), 0.98):
            bust(canvas, crowd[7 + number])
    middle = 600 + rng.uniform(-30, 30)
    with canvas.at(middle, 418, 1.12):
        bust(canvas, crowd[9])
    _lectern(canvas, middle, rng.choice((NIGHT, PINE, "#6b4a2f", PLUM)))
    behind = "city buildings" if outside else "the columns of a hall"
    return f"A speaker at a podium with microphones, ten people standing together behind, {behind} in the background."


def _columns(canvas: Canvas, colour: str, count: int) -> None:
    canvas.rect(0, 0, WIDTH, 800, colour)
    canvas.rect(0, 60, WIDTH, 40, dark(colour, 0.12))
    for number in range(count):
        x = number * (WIDTH / count) + 30
        canvas.rect(x, 100, 84, 700, pale(colour, 0.3))
        for groove in range(4):
            canvas.rect(x + 12 + groove * 20, 130, 6, 700, dark(colour, 0.06))
        canvas.rect(x - 12, 100, 108, 30, pale(colour, 0.4), 6)


def _lectern(canvas: Canvas, x: float, colour: str) -> None:
    for lean in (-1, 0, 1):
        canvas.curve([(x + lean * 60, 640), (x + lean * 48, 600), (x + lean * 26, 566)], 6, NIGHT)
        canvas.ellipse(x + lean * 24, 560, 13, 17, NIGHT if lean else CORAL)
    canvas.polygon([(x - 142, 640), (x + 142, 640), (x + 118, 800), (x - 118, 800)], colour)
    canvas.polygon([(x + 60, 640), (x + 142, 640), (x + 118, 800), (x + 60, 800)], dark(colour, 0.25))
    canvas.rect(x - 162, 622, 324, 32, GOLD, 10)
    canvas.circle(x, 738, 46, clear(PAPER, 0.92))
    canvas.circle(x, 738, 38, CORAL)
    for step in range(3):
        canvas.rect(x - 24 + step * 17, 744 - (step % 2) * 14, 13, 14 + (step % 2) * 14, PAPER)


def council(canvas: Canvas, rng: Random) -> str:
    """A council at its dais, seen from the public seats."""
    wall = rng.choice((PINE, PLUM, SLATE, "#7a3b33", "#8a6a4a"))
    canvas.sky((pale(wall, 0.12), wall))
    for number in range(13):
        canvas.rect(number * 96 - 10, 0, 8, 560, dark(wall, 0.16))
    canvas.glow(600, 170, 520, GOLD, 0.32)
    _seal(canvas, rng, 600, 172)
    for x, colour in ((250, rng.choice(ACCENTS)), (950, rng.choice(ACCENTS))):
        canvas.rect(x - 4, 120, 8, 400, GOLD)
        canvas.circle(x, 116, 11, GOLD)
        canvas.blob([(x, 134), (x + 66, 150), (x + 84, 240), (x + 62, 360), (x + 10, 400), (x, 300)], colour)
        canvas.blob([(x + 20, 150), (x + 40, 200), (x + 34, 330), (x + 14, 380)], dark(colour, 0.2))
    members = people(rng, 7)
    for number, look in enumerate(members):
        bend = (number - 3) ** 2 * 5
        with canvas.at(600 + (number - 3) * 152, 394 + bend + rng.uniform(-8, 8), 0.68):
            bust(canvas, look)
    wood = rng.choice(("#a8703c", "#8a5a34", "#5a3a28", "#b98a52"))
    _dais(canvas, wood)
    _audience(canvas, rng)
    return "Seven members of a council sit at their dais with microphones; the public watches from the rows in front."


def _seal(canvas: Canvas, rng: Random, x: float, y: float) -> None:
    canvas.circle(x, y, 96, GOLD)
    canvas.circle(x, y, 84, PAPER)
    canvas.circle(x, y, 76, rng.choice((TEAL, CORAL, SLATE)))
    canvas.circle(x, y + 6, 30, GOLD)
    canvas.rect(x - 60, y + 8, 120, 10, PAPER)
    for turn in range(-80, 81, 20):
        with canvas.at(x, y + 6, 1, turn):
            canvas.rect(-3, -62, 6, 22, GOLD, 3)
    canvas.blob(
        [
            (x - 62, y + 34),
            (x - 20, y + 22),
            (x + 20, y + 40),
            (x + 62, y + 28),
            (x + 40, y + 60),
            (x, y + 72),
            (x - 40, y + 60),
        ],
        PAPER,
    )


def _dais(canvas: Canvas, wood: str) -> None:
    top = [(x, 520 + ((x - 600) / 170) ** 2 * 5) for x in range(0, WIDTH + 1, 40)]
    canvas.polygon([*top, (WIDTH, 800), (0, 800)], dark(wood, 0.18))
    canvas.polygon([*top, *[(x, y + 26) for x, y in reversed(top)]], pale(wood, 0.2))
    for number in range(7):
        x = 600 + (number - 3) * 152
        y = 520 + ((x - 600) / 170) ** 2 * 5
        canvas.rect(x - 66, y + 46, 132, 120, wood, 6)
        canvas.rect(x - 46, y - 14, 70, 22, PAPER, 3)
        canvas.curve([(x + 46, y + 4), (x + 44, y - 26), (x + 26, y - 48)], 5, NIGHT)
        canvas.circle(x + 25, y - 50, 9, NIGHT)


def _audience(canvas: Canvas, rng: Random) -> None:
    for number, look in enumerate(people(rng, 8)):
        x = number * 168 + rng.uniform(-10, 40)
        y = 742 + rng.uniform(-18, 18)
        canvas.blob(
            [
                (x - 96, y + 150),
                (x - 84, y + 78),
                (x - 40, y + 52),
                (x + 40, y + 52),
                (x + 84, y + 78),
                (x + 96, y + 150),
            ],
            dark(look.shirt, 0.3),
        )
        canvas.rect(x - 17, y + 20, 34, 50, dark(look.skin, 0.25), 8)
        for side in (-1, 1):
            canvas.ellipse(x + 45 * side, y + 6, 9, 13, dark(look.skin, 0.15))
        canvas.ellipse(x, y, 47, 55, dark(look.hair, 0.1))
        if look.style in ("afro", "curls"):
            canvas.circle(x, y - 12, 66, look.hair)
        elif look.style in ("bun", "ponytail"):
            canvas.circle(x, y - 50, 24, look.hair)
        elif look.style in ("long", "bob", "locs"):
            canvas.rect(x - 50, y - 20, 100, 110, look.hair, 30)
        elif look.style == "scarf":
            canvas.blob(
                [(x - 52, y), (x, y - 62), (x + 52, y), (x + 80, y + 90), (x, y + 110), (x - 80, y + 90)],
                look.accent,
            )


def ballot(canvas: Canvas, rng: Random) -> str:
    """Hands putting ballots into a box."""
    tint, colour = rng.choice(((MIST, TEAL), (BLUSH, PLUM), (SAND, CORAL), ("#f6dfae", SLATE), ("#d9d3e6", PINE)))
    canvas.sky((pale(tint, 0.35), tint))
    for turn in range(0, 360, 20):
        with canvas.at(600, 470, 1, turn):
            canvas.polygon([(-26, -900), (26, -900), (0, 0)], clear(PAPER, 0.42))
    _bunting(canvas, rng)
    canvas.rect(0, 716, WIDTH, 90, dark(tint, 0.28))
    canvas.ellipse(600, 726, 330, 22, clear(NIGHT, 0.2))
    sleeves = shuffled(rng, ACCENTS, 6)
    skins = rng.sample(SKIN, 5)
    reach = ((190, 640, 40), (1010, 640, -40), (330, 250, 118), (880, 260, -118))
    for number, (x, y, turn) in enumerate(reach):
        with canvas.at(x, y, 1.0, turn):
            _hand_with_ballot(canvas, skins[number], sleeves[number], rng.choice(ACCENTS))
    _box(canvas, colour)
    with canvas.at(600, 300, 1.12, 180 + rng.uniform(-6, 6)):
        _hand_with_ballot(canvas, skins[4], sleeves[4], rng.choice(ACCENTS))
    canvas.rect(420, 404, 360, 40, pale(colour, 0.12), 10)
    canvas.rect(500, 404, 200, 9, NIGHT, 4)
    return "Hands of five people reach with their ballots toward a ballot box under strings of bunting."


def _bunting(canvas: Canvas, rng: Random) -> None:
    for lift in (0, 66):
        colours = shuffled(rng, ACCENTS, 17)
        for number in range(17):
            x = number * 75
            y = lift + 30 + 46 * math.sin(math.pi * ((x + lift * 3) % 400) / 400)
            canvas.polygon([(x, y), (x + 52, y), (x + 26, y + 54)], colours[number])
        rope = [(x, lift + 30 + 46 * math.sin(math.pi * ((x + lift * 3) % 400) / 400)) for x in range(0, 1240, 20)]
        canvas.line(rope, 4, NIGHT)


def _hand_with_ballot(canvas: Canvas, skin: str, sleeve: str, mark: str) -> None:
    """A hand that holds a ballot upwards; its wrist is the origin."""
    canvas.rect(-46, -200, 92, 124, PAPER, 4)
    canvas.rect(-30, -180, 18, 18, mark, 3)
    canvas.rect(-4, -176, 36, 8, "#c9c3b5", 4)
    canvas.rect(-30, -150, 18, 18, "#c9c3b5", 3)
    canvas.rect(-4, -146, 30, 8, "#c9c3b5", 4)
    canvas.rect(-30, 0, 60, 200, skin, 24)
    canvas.rect(-44, -88, 88, 110, skin, 34)
    canvas.line([(-30, -40), (-22, -104)], 22, skin)
    for finger in range(3):
        canvas.line([(2 + finger * 16, -60), (4 + finger * 13, -96)], 17, dark(skin, 0.08))
    canvas.rect(-52, 60, 104, 900, sleeve, 18)
    canvas.rect(-56, 54, 112, 30, dark(sleeve, 0.2), 12)


def _box(canvas: Canvas, colour: str) -> None:
    canvas.polygon([(410, 430), (790, 430), (772, 726), (428, 726)], colour)
    canvas.polygon([(690, 430), (790, 430), (772, 726), (700, 726)], dark(colour, 0.18))
    canvas.circle(600, 584, 78, PAPER)
    canvas.line([(562, 586), (590, 614), (640, 552)], 20, CORAL if colour != CORAL else TEAL)
