"""A rally, and the signs that people carry there."""

import math
from random import Random

from home.demo.illustrations.canvas import WIDTH, Canvas
from home.demo.illustrations.figures import bust
from home.demo.illustrations.heads import Look, people, somebody
from home.demo.illustrations.palette import (
    ACCENTS,
    BRIGHT,
    CORAL,
    DUSK,
    EVENING,
    GOLD,
    LEAF,
    NIGHT,
    PAPER,
    ROSE,
    TEAL,
    clear,
    dark,
    mix,
)
from home.demo.illustrations.scenery import sky, skyline, windows


def rally(canvas: Canvas, rng: Random) -> str:
    """A rally: somebody with a megaphone, signs with drawings and no words."""
    light = rng.choice((*BRIGHT, DUSK, EVENING))
    sky(canvas, rng, light, sun=rng.random() < 0.6)
    windows(
        canvas,
        rng,
        skyline(canvas, rng, mix(light.far, light.sky[-1], 0.3), 460, 240),
        (clear(GOLD, 0.6),),
        0.3 if light.night else 0.1,
    )
    emblems = rng.sample((_heart, _home, _star, _leaf, _sun, _check), 6)
    for number, (x, y) in enumerate(((120, 190), (345, 120), (560, 210), (775, 110), (985, 190), (1120, 90))):
        with canvas.at(x + rng.uniform(-20, 20), y + rng.uniform(-20, 20), 0.9, rng.uniform(-8, 8)):
            _sign(canvas, rng.choice(ACCENTS), emblems[number % 6])
    left = rng.random() < 0.5
    stand = 250 if left else 950
    for count, base, size in ((7, 420, 0.72), (6, 590, 0.98)):
        for number, look in enumerate(people(rng, count)):
            x = (number + 0.5) * WIDTH / count
            if size > 0.9 and abs(x - stand) < 270:
                continue  # the one who speaks stands here
            with canvas.at(x + rng.uniform(-16, 16), base + rng.uniform(-22, 22), size):
                bust(canvas, look)
    with canvas.at(stand, 540, 1.3, mirror=not left):
        leader = somebody(rng)
        bust(canvas, leader)
        _megaphone(canvas, leader, rng.choice((CORAL, GOLD, TEAL)))
    return (
        f"A rally {light.name}: one person speaks into a megaphone, others hold signs with drawn symbols and no words."
    )


def _sign(canvas: Canvas, colour: str, emblem) -> None:
    canvas.rect(-6, 60, 12, 420, "#a8703c")
    canvas.rect(-96, -76, 192, 150, dark(colour, 0.2), 8)
    canvas.rect(-92, -76, 184, 144, PAPER if colour in (ROSE, GOLD) else colour, 6)
    emblem(canvas, colour if colour in (ROSE, GOLD) else PAPER)


def _heart(canvas: Canvas, colour: str) -> None:
    for side in (-1, 1):
        canvas.circle(20 * side, -20, 25, colour)
    canvas.polygon([(-42, -6), (42, -6), (0, 44)], colour)


def _home(canvas: Canvas, colour: str) -> None:
    canvas.polygon([(-54, -4), (0, -52), (54, -4)], colour)
    canvas.rect(-38, -6, 28, 50, colour)
    canvas.rect(10, -6, 28, 50, colour)
    canvas.rect(-12, -6, 24, 16, colour)


def _star(canvas: Canvas, colour: str) -> None:
    turns = [(math.radians(step * 36 - 90), 50 if step % 2 == 0 else 21) for step in range(10)]
    canvas.polygon([(reach * math.cos(a), reach * math.sin(a) - 2) for a, reach in turns], colour)


def _leaf(canvas: Canvas, colour: str) -> None:
    canvas.blob([(0, -54), (38, -20), (30, 24), (0, 44), (-30, 24), (-38, -20)], colour)
    canvas.line([(0, -30), (0, 56)], 5, LEAF)


def _sun(canvas: Canvas, colour: str) -> None:
    canvas.circle(0, -4, 26, colour)
    for turn in range(0, 360, 45):
        with canvas.at(0, -4, 1, turn):
            canvas.rect(-4.5, -56, 9, 20, colour, 4)


def _check(canvas: Canvas, colour: str) -> None:
    canvas.line([(-38, -2), (-10, 28), (42, -36)], 18, colour)


def _megaphone(canvas: Canvas, look: Look, colour: str) -> None:
    canvas.line([(84, 150), (150, 210), (118, 84)], 46, dark(look.shirt, 0.1))
    with canvas.at(70, 34, 0.92, -14):
        canvas.polygon([(0, -14), (150, -78), (150, 78), (0, 18)], colour)
        canvas.ellipse(150, 0, 24, 78, dark(colour, 0.3))
        canvas.rect(-34, -18, 40, 38, PAPER, 10)
        canvas.rect(14, 10, 22, 54, NIGHT, 8)
    canvas.circle(112, 84, 24, look.skin)
