"""Scenes of streets: bikes under an overpass, a streetcar. Every scene draws on the canvas and returns its alt text."""

from random import Random

from home.demo.illustrations.canvas import WIDTH, Canvas
from home.demo.illustrations.figures import passers_by
from home.demo.illustrations.heads import head, people
from home.demo.illustrations.palette import (
    CORAL,
    DAY,
    DUSK,
    EVENING,
    GOLD,
    GOLDEN,
    MAUVE,
    MORNING,
    NIGHT,
    PAPER,
    PLUM,
    ROSE,
    SAND,
    SLATE,
    TEAL,
    Light,
    clear,
    dark,
    mix,
    pale,
    shuffled,
)
from home.demo.illustrations.scenery import lamp, paving, sky, skyline, windows
from home.demo.illustrations.towns import sash_window


def bikes(canvas: Canvas, rng: Random) -> str:
    """City bikes in a row under a painted overpass."""
    light = rng.choice((DAY, MORNING, GOLDEN, DUSK))
    sky(canvas, rng, light, sun=False)
    skyline(canvas, rng, mix(light.far, light.sky[-1], 0.3), 480, 310)
    blocks = skyline(canvas, rng, light.middle, 560, 420)
    windows(canvas, rng, blocks, (mix(light.middle, GOLD, 0.6),), 0.4, 660)
    deck = rng.choice((CORAL, TEAL, PLUM, ROSE))
    _overpass(canvas, rng, deck)
    paving(canvas, 640, light.ground)
    canvas.rect(0, 640, WIDTH, 10, dark(light.ground, 0.3))
    count = rng.choice((5, 6))
    for number, colour in enumerate(shuffled(rng, (TEAL, CORAL, GOLD, PLUM, SLATE), count)):
        x = 100 + number * (1000 / (count - 1))
        canvas.rect(x - 76, 640, 30, 60, NIGHT, 5)
        with canvas.at(x, 668, 1.02, rng.uniform(-1.5, 1.5)):
            _bike(canvas, colour if colour != deck else GOLD)
    return f"A row of city bikes parked under an overpass painted in bright stripes and shapes, {light.name}."


def _overpass(canvas: Canvas, rng: Random, deck: str) -> None:
    trim = [colour for colour in (GOLD, TEAL, PAPER, ROSE, PLUM, CORAL) if colour != deck]
    for x in (120, 960) if rng.random() < 0.5 else (210, 880):
        canvas.rect(x, 240, 104, 420, dark(deck, 0.18))
        canvas.rect(x + 76, 240, 28, 420, dark(deck, 0.32))
        for step in range(4):
            canvas.rect(x, 300 + step * 80, 104, 34, rng.choice(trim))
            canvas.rect(x + 76, 300 + step * 80, 28, 34, clear(NIGHT, 0.18))
    canvas.rect(0, 0, WIDTH, 250, deck)
    canvas.rect(0, 226, WIDTH, 30, dark(deck, 0.3))
    bands = rng.sample(trim, 3)
    for number, colour in enumerate(bands):
        _band(canvas, rng, 22 + number * 66, 46, colour)


def _band(canvas: Canvas, rng: Random, top: float, height: float, colour: str) -> None:
    kind = rng.choice(("plain", "triangles", "wave", "dots", "bars"))
    if kind == "plain":
        canvas.rect(0, top, WIDTH, height, colour)
    elif kind == "wave":
        ridge = [(x, top + (0 if (x // 75) % 2 else height * 0.7)) for x in range(-75, WIDTH + 151, 75)]
        canvas.curve(ridge, 17, colour)
    for number in range(0, WIDTH + 60, 60):
        if kind == "triangles":
            canvas.polygon([(number, top + height), (number + 30, top), (number + 60, top + height)], colour)
        elif kind == "dots":
            canvas.circle(number + 30, top + height / 2, height * 0.44, colour)
        elif kind == "bars":
            canvas.polygon(
                [(number, top + height), (number + 20, top), (number + 46, top), (number + 26, top + height)],
                colour,
            )


def _bike(canvas: Canvas, colour: str) -> None:
    for x in (-66, 66):
        canvas.ring(x, 40, 62, 9, NIGHT)
        for turn in range(0, 180, 30):
            with canvas.at(x, 40, 1, turn):
                canvas.rect(-56, -0.7, 112, 1.4, clear(NIGHT, 0.4))
        canvas.circle(x, 40, 7, NIGHT)
        canvas.curve([(x - 64, 14), (x - 34, -24), (x + 22, -26), (x + 62, 8)], 8, dark(colour, 0.15))
    frame = [(-66, 40), (-24, -52), (48, -52), (2, 40), (-66, 40)]
    canvas.line(frame, 12, colour)
    canvas.line([(-24, -52), (2, 40)], 12, colour)
    canvas.line([(-24, -52), (-33, -88)], 9, NIGHT)
    canvas.rect(-64, -100, 60, 15, NIGHT, 8)
    canvas.line([(66, 40), (42, -96)], 12, colour)
    canvas.curve([(42, -96), (60, -106), (76, -92)], 8, NIGHT)
    canvas.rect(60, -84, 50, 36, dark(colour, 0.3), 7)
    canvas.circle(2, 40, 14, NIGHT)
    canvas.line([(2, 40), (20, 64)], 6, NIGHT)


def tram(canvas: Canvas, rng: Random) -> str:
    """A street with a tram and people at the stop."""
    light = rng.choice((DAY, MORNING, DUSK, EVENING))
    sky(canvas, rng, light, horizon=280)
    skyline(canvas, rng, mix(light.far, light.sky[-1], 0.3), 330, 170)
    for number, colour in enumerate(shuffled(rng, (ROSE, SAND, SLATE, GOLD, MAUVE, TEAL), 6)):
        _facade(
            canvas,
            rng,
            light,
            number * 205 - 14,
            rng.uniform(190, 300),
            205,
            light.on(pale(colour, 0.12), 0.4),
        )
    paving(canvas, 640, light.on(light.ground) if light.night else light.ground)
    canvas.rect(0, 706, WIDTH, 5, NIGHT)
    canvas.rect(0, 742, WIDTH, 6, NIGHT)
    body = rng.choice((CORAL, TEAL, GOLD, PLUM))
    left = rng.uniform(20, 230)
    canvas.rect(0, 150, WIDTH, 2.5, NIGHT)
    _tram(canvas, rng, light, left, body)
    lamp(canvas, 1090, 780, light, 1.1)
    spots = [
        (left + 820 + number * 74, 772 + number % 2 * 12, 0.36)
        for number in range(rng.choice((2, 3)))
        if left + 820 + number * 74 < 1180
    ]
    passers_by(canvas, rng, people(rng, len(spots)), spots)
    tone = {CORAL: "red", TEAL: "green", GOLD: "yellow", PLUM: "purple"}[body]
    return f"A {tone} streetcar with riders at its windows on a street {light.name}, with people waiting at the stop."


def _facade(canvas: Canvas, rng: Random, light: Light, x: float, top: float, width: float, colour: str) -> None:
    canvas.rect(x, top, width, 660 - top, colour)
    canvas.rect(x - 3, top - 10, width + 6, 16, dark(colour, 0.25), 3)
    for row in range(int((520 - top) // 92) + 1):
        for column in range(3):
            sash_window(canvas, rng, light, x + width * (0.2 + 0.3 * column), top + 26 + row * 92)


def _tram(canvas: Canvas, rng: Random, light: Light, x: float, body: str) -> None:
    with canvas.at(x, 400):
        canvas.line([(330, 0), (380, -120), (340, -250)], 6, NIGHT)
        canvas.rect(8, 322, 744, 24, NIGHT, 10)
        canvas.rect(0, 0, 760, 330, body, 40)
        canvas.rect(0, 196, 760, 26, PAPER)
        canvas.rect(60, -14, 640, 22, dark(body, 0.3), 10)
        glass = "#ffe9b8" if light.night else "#d9eeee"
        canvas.rect(26, 44, 708, 124, dark(body, 0.35), 18)
        for number, look in enumerate(people(rng, 6)):
            left = 34 + number * 116
            canvas.rect(left, 52, 108, 108, glass, 12)
            if number not in (2, 5) and rng.random() < 0.9:
                with canvas.at(left + 54 + rng.uniform(-8, 8), 112, 0.56):
                    canvas.blob([(-86, 88), (-70, 76), (0, 70), (70, 76), (86, 88)], look.shirt)
                    head(canvas, look)
        for left in (262, 610):
            canvas.rect(left, 40, 116, 282, dark(body, 0.4), 8)
            for half in (0, 58):
                canvas.rect(left + 6 + half, 50, 46, 250, mix(glass, body, 0.12), 6)
        canvas.circle(732, 270, 13, GOLD)
        canvas.circle(28, 270, 13, GOLD)
        for wheel in (120, 200, 520, 600):
            canvas.circle(wheel, 342, 24, NIGHT)
            canvas.circle(wheel, 342, 9, "#8a8494")
