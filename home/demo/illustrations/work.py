"""Scenes of people at work."""

import math
from dataclasses import replace
from random import Random

from home.demo.illustrations.canvas import WIDTH, Canvas
from home.demo.illustrations.figures import bust
from home.demo.illustrations.heads import Look, hard_hat, people
from home.demo.illustrations.palette import (
    ACCENTS,
    BRIGHT,
    CORAL,
    DAY,
    DUSK,
    EVENING,
    GOLD,
    GOLDEN,
    LEAF,
    MIST,
    MORNING,
    NIGHT,
    PAPER,
    PINE,
    PLUM,
    ROSE,
    SAND,
    SKIN,
    SLATE,
    TEAL,
    Light,
    clear,
    dark,
    mix,
    pale,
    shuffled,
)
from home.demo.illustrations.scenery import sky, skyline, windows

_UNDER_A_HAT = ("short", "long", "locs", "bald", "scarf", "parted", "ponytail")
_SAFETY = ("#f28c1e", "#c9dc3a")


def builders(canvas: Canvas, rng: Random) -> str:
    """Construction workers in bright vests on a balcony above a site."""
    light = rng.choice((DAY, MORNING, GOLDEN, DUSK))
    sky(canvas, rng, light, horizon=340)
    windows(canvas, rng, skyline(canvas, rng, light.far, 520, 330), (clear(PAPER, 0.5),), 0.25)
    _frame(canvas, rng, light, rng.choice((60, 700)))
    _crane(canvas, rng, rng.choice((560, 640)), rng.choice((GOLD, CORAL)), mirror=rng.random() < 0.5)
    count = rng.choice((3, 4))
    vest = rng.choice(_SAFETY)
    for number, found in enumerate(people(rng, count)):
        look = replace(found, style=found.style if found.style in _UNDER_A_HAT else "bob")
        with canvas.at((number + 0.5) * 1000 / count + 100 + rng.uniform(-20, 20), 420 + rng.uniform(-16, 16), 0.98):
            bust(canvas, look)
            _vest(canvas, vest if number % 2 == 0 else rng.choice(_SAFETY))
            hard_hat(canvas, rng.choice((GOLD, PAPER, CORAL, TEAL)))
    _railing(canvas, rng)
    word = {3: "Three", 4: "Four"}[count]
    return f"{word} construction workers in bright vests and hard hats on a balcony over a building site, {light.name}."


def _vest(canvas: Canvas, colour: str) -> None:
    for side in (-1, 1):
        canvas.polygon(
            [
                (34 * side, 82),
                (78 * side, 98),
                (96 * side, 130),
                (90 * side, 200),
                (94 * side, 420),
                (8 * side, 420),
                (8 * side, 190),
            ],
            colour,
        )
        canvas.polygon(
            [(52 * side, 88), (68 * side, 94), (56 * side, 230), (56 * side, 420), (38 * side, 420), (38 * side, 230)],
            "#f2f0e6",
        )
    canvas.rect(-93, 250, 186, 24, "#f2f0e6")
    canvas.rect(-93, 258, 186, 8, "#cfcabb")
    canvas.rect(-3, 150, 6, 280, dark(colour, 0.35))


def _frame(canvas: Canvas, rng: Random, light: Light, x: float) -> None:
    steel = light.on("#a14a32", 0.3)
    for row in range(5):
        canvas.rect(x, 260 + row * 100, 440, 16, steel)
        for column in range(4):
            if row or column in (0, 3):
                canvas.rect(x + column * 142, 260 + row * 100, 14, 110, dark(steel, 0.1))
        if row > 1:
            canvas.rect(x + 156, 276 + row * 100, 128, 84, light.on(rng.choice((SAND, MIST, ROSE)), 0.3))
    for column in range(2):
        canvas.line([(x + 14 + column * 284, 376), (x + 142 + column * 284, 460)], 6, dark(steel, 0.15))


def _crane(canvas: Canvas, rng: Random, x: float, colour: str, *, mirror: bool) -> None:
    with canvas.at(x, 0, mirror=mirror):
        for rail in (-18, 18):
            canvas.rect(rail - 3, 110, 6, 700, colour)
        for y in range(120, 800, 44):
            canvas.line([(-18, y), (18, y + 44)], 4, colour)
        canvas.rect(-190, 96, 620, 9, colour)
        canvas.rect(0, 122, 430, 6, colour)
        for step in range(0, 420, 30):
            canvas.line([(step, 126), (step + 15, 100), (step + 30, 126)], 3.5, colour)
        canvas.polygon([(-14, 98), (0, 24), (14, 98)], colour)
        canvas.line([(0, 30), (300, 98)], 3, NIGHT)
        canvas.line([(0, 30), (-170, 98)], 3, NIGHT)
        canvas.rect(-186, 104, 64, 50, NIGHT, 4)
        canvas.rect(14, 128, 40, 44, dark(colour, 0.3), 5)
        reach = rng.uniform(220, 380)
        canvas.line([(reach, 126), (reach, 250)], 3, NIGHT)
        canvas.rect(reach - 60, 250, 120, 14, "#a14a32")


def _railing(canvas: Canvas, rng: Random) -> None:
    colour = rng.choice((NIGHT, PLUM, SLATE))
    canvas.rect(0, 748, WIDTH, 60, dark(SAND, 0.35))
    canvas.rect(0, 740, WIDTH, 16, SAND)
    for x in range(24, WIDTH, 64):
        canvas.rect(x, 620, 9, 126, colour)
    canvas.rect(0, 606, WIDTH, 20, colour, 8)
    canvas.rect(0, 664, WIDTH, 8, colour)


def desk(canvas: Canvas, rng: Random) -> str:
    """A desk from above: papers, charts, hands."""
    top = rng.choice(("#e2b27a", TEAL, "#f3c4b3", SLATE, PLUM, "#f4d794"))
    canvas.sky((pale(top, 0.1), dark(top, 0.08)))
    for number in range(6):
        canvas.rect(0, 60 + number * 140, WIDTH, 2, dark(top, 0.12))
    sheets = [(300, 250, -9), (880, 230, 7), (600, 400, rng.uniform(-4, 4)), (250, 560, 8), (960, 560, -8)]
    drawings = rng.sample((_bars, _pie, _curve, _lines, _plan), 5)
    for (x, y, turn), content in zip(sheets, drawings, strict=True):
        with canvas.at(x + rng.uniform(-16, 16), y + rng.uniform(-14, 14), 1.1, turn + rng.uniform(-4, 4)):
            canvas.rect(-130, -164, 272, 344, clear(NIGHT, 0.16), 4)
            canvas.rect(-136, -172, 272, 344, PAPER, 4)
            canvas.rect(-108, -146, rng.uniform(120, 190), 13, NIGHT, 4)
            content(canvas, rng)
    _cup(canvas, rng, 640, 110)
    _calculator(canvas, rng.uniform(70, 120), rng.uniform(330, 420))
    skins = rng.sample(SKIN, 3)
    sleeves = shuffled(rng, ACCENTS, 3)
    for number, (x, y, turn) in enumerate(((420, 660, 24), (820, 690, -30), (1090, 330, -84))):
        with canvas.at(x, y, 1.05, turn):
            _hand_with_pen(canvas, skins[number], sleeves[number], rng.choice(ACCENTS))
    return "A desk from above: three hands with pens over sheets with charts and a plan, beside a cup and a calculator."


def _hand_with_pen(canvas: Canvas, skin: str, sleeve: str, pen: str) -> None:
    canvas.ellipse(10, -20, 70, 80, clear(NIGHT, 0.1))
    canvas.line([(-34, -132), (26, 6)], 13, pen)
    canvas.line([(-40, -146), (-34, -132)], 5, NIGHT)
    canvas.rect(-42, -74, 84, 120, skin, 36)
    canvas.rect(-30, 20, 60, 160, skin, 20)
    for finger in range(3):
        canvas.line([(-26 + finger * 23, -48), (-14 + finger * 18, -92 + finger * 8)], 21, dark(skin, 0.05 * finger))
    canvas.line([(-40, -20), (-30, -84)], 20, dark(skin, 0.1))
    canvas.rect(-50, 76, 100, 800, sleeve, 18)
    canvas.rect(-54, 70, 108, 30, dark(sleeve, 0.2), 12)


def _bars(canvas: Canvas, rng: Random) -> None:
    for number in range(5):
        tall = rng.uniform(60, 200)
        canvas.rect(-104 + number * 43, 130 - tall, 32, tall, ACCENTS[number % 5], 3)
    canvas.rect(-112, 130, 224, 5, NIGHT)


def _pie(canvas: Canvas, rng: Random) -> None:
    start, colours = 0.0, shuffled(rng, (CORAL, TEAL, GOLD, PLUM), 4)
    for share, colour in zip((0.38, 0.27, 0.2, 0.15), colours, strict=True):
        angles = [2 * math.pi * (start + share * step / 20) for step in range(21)]
        canvas.polygon([(0, -20), *[(88 * math.cos(a), -20 + 88 * math.sin(a)) for a in angles]], colour)
        start += share
    canvas.circle(0, -20, 36, PAPER)
    for row in range(3):
        canvas.circle(-96, 92 + row * 26, 7, colours[row])
        canvas.rect(-80, 88 + row * 26, rng.uniform(80, 170), 8, "#cfc9bb", 4)


def _curve(canvas: Canvas, rng: Random) -> None:
    for colour in (TEAL, CORAL):
        canvas.curve([(-110 + step * 44, 90 - step * rng.uniform(8, 34)) for step in range(6)], 8, colour)
    canvas.rect(-114, -100, 5, 226, NIGHT)
    canvas.rect(-114, 122, 226, 5, NIGHT)


def _lines(canvas: Canvas, rng: Random) -> None:
    for row in range(9):
        canvas.rect(-108, -100 + row * 27, 14, 14, rng.choice((TEAL, CORAL, "#cfc9bb")), 3)
        canvas.rect(-82, -97 + row * 27, rng.uniform(100, 186), 8, "#cfc9bb", 4)


def _plan(canvas: Canvas, rng: Random) -> None:
    for column in range(4):
        for row in range(4):
            colour = rng.choice(
                ("#dfe8dd", SAND, MIST, mix(LEAF, PAPER, 0.45), mix(CORAL, PAPER, 0.55), mix(GOLD, PAPER, 0.4))
            )
            canvas.rect(-110 + column * 56, -104 + row * 60, 50, 54, colour, 3)
    canvas.curve([(-112, 60), (-40, 20), (20, 70), (112, 10)], 12, mix(TEAL, PAPER, 0.3))
    canvas.circle(30, -20, 13, CORAL)


def _cup(canvas: Canvas, rng: Random, x: float, y: float) -> None:
    colour = rng.choice((CORAL, PAPER, GOLD))
    canvas.circle(x + 8, y + 8, 70, clear(NIGHT, 0.14))
    canvas.circle(x, y, 70, PAPER if colour != PAPER else SAND)
    canvas.ring(x + 56, y, 26, 10, colour)
    canvas.circle(x, y, 48, colour)
    canvas.circle(x, y, 38, "#3a2318")
    canvas.blob([(x - 16, y - 12), (x + 4, y - 20), (x + 10, y - 10), (x - 8, y - 4)], "#6b4a2f")


def _calculator(canvas: Canvas, x: float, y: float) -> None:
    canvas.rect(x - 58, y - 78, 130, 176, clear(NIGHT, 0.16), 12)
    canvas.rect(x - 65, y - 88, 130, 176, NIGHT, 12)
    canvas.rect(x - 52, y - 74, 104, 34, MIST, 5)
    for row in range(4):
        for column in range(4):
            canvas.rect(x - 52 + column * 27, y - 28 + row * 27, 21, 20, CORAL if column == 3 else "#8f97a3", 5)


def market(canvas: Canvas, rng: Random) -> str:
    """Shop and market workers behind their stalls."""
    light = rng.choice((*BRIGHT, EVENING))
    sky(canvas, rng, light, sun=False)
    windows(canvas, rng, skyline(canvas, rng, light.middle, 420, 120), (clear(GOLD, 0.7),), 0.4)
    sellers = people(rng, 6)
    for stall, colour in enumerate(shuffled(rng, (CORAL, TEAL, GOLD, PLUM, ROSE), 3)):
        left = 18 + stall * 396
        for number in (0, 1):
            with canvas.at(left + 104 + number * 166 + rng.uniform(-12, 12), 350 + rng.uniform(-12, 12), 0.78):
                _seller(canvas, sellers[stall * 2 + number], colour)
        _stall(canvas, rng, left, colour)
    return f"Six market workers in aprons behind three stalls of fruit and vegetables under awnings, {light.name}."


def _seller(canvas: Canvas, look: Look, apron: str) -> None:
    bust(canvas, look)
    canvas.blob([(-58, 176), (0, 168), (58, 176), (74, 300), (74, 420), (-74, 420), (-74, 300)], dark(apron, 0.3))
    for side in (-1, 1):
        canvas.line([(52 * side, 180), (36 * side, 92)], 9, dark(apron, 0.3))
    canvas.rect(-34, 268, 68, 50, dark(apron, 0.45), 8)


def _stall(canvas: Canvas, rng: Random, x: float, colour: str) -> None:
    for post in (6, 356):
        canvas.rect(x + post, 200, 12, 500, "#6b4a2f")
    for stripe in range(8):
        tone = colour if stripe % 2 == 0 else PAPER
        canvas.polygon(
            [
                (x - 12 + stripe * 50, 240),
                (x + 8 + stripe * 45, 130),
                (x + 53 + stripe * 45, 130),
                (x + 38 + stripe * 50, 240),
            ],
            tone,
        )
        canvas.ellipse(x + 13 + stripe * 50, 240, 25, 22, tone)
    canvas.rect(x, 540, 374, 280, "#a8703c", 4)
    for board in (600, 662, 724):
        canvas.rect(x, board, 374, 5, "#8a5a34")
    for crate in range(3):
        left = x + 8 + crate * 122
        goods = rng.choice((CORAL, GOLD, LEAF, PLUM, "#f28c1e", PINE))
        for row in range(3):
            for column in range(5 - row):
                canvas.circle(
                    left + 15 + column * 21 + row * 10,
                    530 - row * 16,
                    12.5,
                    mix(goods, rng.choice((PAPER, NIGHT)), rng.uniform(0, 0.2)),
                )
        canvas.rect(left - 4, 528, 118, 54, "#c98a52", 4)
        canvas.rect(left - 4, 550, 118, 4, "#a8703c")
