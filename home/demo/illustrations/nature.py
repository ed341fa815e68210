"""Scenes outdoors: parks, rivers in the rain, roofs under the sun."""

import math
from random import Random

from home.demo.illustrations.canvas import WIDTH, Canvas
from home.demo.illustrations.figures import figure, passers_by
from home.demo.illustrations.heads import people
from home.demo.illustrations.palette import (
    ACCENTS,
    BRICK,
    CORAL,
    DAY,
    DUSK,
    EVENING,
    GOLD,
    GOLDEN,
    LEAF,
    MAUVE,
    MORNING,
    NIGHT,
    PAPER,
    PINE,
    PLUM,
    ROSE,
    SAGE,
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
from home.demo.illustrations.scenery import birds, cloud, sky, skyline, tree, windows


def hills(canvas: Canvas, rng: Random, colours: tuple[str, ...], top: float, bottom: float) -> None:
    """Draw rolling ground, one layer a colour, from ``top`` to ``bottom``."""
    for number, colour in enumerate(colours):
        base = top + (bottom - top) * number / max(1, len(colours) - 1)
        lift, shift = rng.uniform(18, 46), rng.uniform(0, 6)
        ridge = [(x, base + lift * math.sin(x / 190 + shift)) for x in range(-20, WIDTH + 41, 20)]
        canvas.polygon([*ridge, (WIDTH + 20, 820), (-20, 820)], colour)


def park(canvas: Canvas, rng: Random) -> str:
    """A city park with trees and people."""
    light = rng.choice((DAY, MORNING, GOLDEN, DUSK))
    sky(canvas, rng, light, horizon=330)
    skyline(canvas, rng, mix(light.far, light.sky[-1], 0.25), 420, 250)
    green = rng.choice((SAGE, mix(LEAF, GOLD, 0.4), mix(SAGE, TEAL, 0.3)))
    layers = tuple(light.on(dark(green, share), 0.36) for share in (0, 0.1, 0.2))
    hills(canvas, rng, layers[:1], 450, 450)
    for number in range(9):
        tree(
            canvas, rng, number * 150 + rng.uniform(-50, 50), 500 + rng.uniform(-10, 16), rng.uniform(0.55, 0.8), light
        )
    hills(canvas, rng, layers[1:], 560, 660)
    path = light.on(pale(SAND, 0.3), 0.4)
    canvas.blob(
        [
            (430, 548),
            (520, 548),
            (560, 600),
            (700, 640),
            (980, 700),
            (1240, 830),
            (360, 830),
            (440, 700),
            (500, 630),
            (420, 590),
        ],
        path,
    )
    for x in (rng.uniform(40, 200), rng.uniform(960, 1150)):
        tree(canvas, rng, x, 700, rng.uniform(1.35, 1.65), light)
    _bench(canvas, 250 + rng.uniform(-20, 20), 716)
    if not light.night:
        birds(canvas, rng, rng.uniform(300, 900), 140, dark(SLATE))
        _kite(canvas, rng.uniform(320, 520), rng.uniform(110, 200), rng.choice(ACCENTS))
    spots = [
        (rng.uniform(440, 540), 640, 0.24),
        (rng.uniform(600, 720), 704, 0.34),
        (rng.uniform(820, 960), 774, 0.43),
        (rng.uniform(480, 600), 770, 0.42),
    ]
    passers_by(canvas, rng, people(rng, 4), spots)
    return f"A city park {light.name}: tall trees, a winding path, a bench and four people on their way."


def _bench(canvas: Canvas, x: float, ground: float) -> None:
    for side in (-62, 62):
        canvas.rect(x + side - 4, ground - 54, 8, 54, NIGHT)
    for row in (-82, -66, -44):
        canvas.rect(x - 78, ground + row, 156, 11, "#a8703c", 4)


def _kite(canvas: Canvas, x: float, y: float, colour: str) -> None:
    canvas.curve([(x, y + 50), (x + 50, y + 160), (x + 30, y + 260), (x + 90, y + 420)], 2, clear(NIGHT, 0.5))
    canvas.polygon([(x, y - 54), (x + 38, y), (x, y + 56), (x - 38, y)], colour)
    canvas.polygon([(x, y - 54), (x + 38, y), (x, y)], pale(colour, 0.4))
    canvas.polygon([(x, y + 56), (x - 38, y), (x, y)], dark(colour, 0.25))


def river(canvas: Canvas, rng: Random) -> str:
    """A bridge over a river in the rain, people under umbrellas."""
    top, low, water = rng.choice(
        (("#8fb3b8", "#d3e0dc", "#4f8f93"), ("#5b6f86", "#b9c3c9", "#31506b"), ("#6d5c7f", "#d9b9b3", "#4d4a73"))
    )
    canvas.sky((top, low), 0, 540)
    skyline(canvas, rng, mix(top, low, 0.45), 400, 250)
    blocks = skyline(canvas, rng, mix(water, low, 0.3), 480, 350)
    windows(canvas, rng, blocks, (clear(GOLD, 0.7),), 0.22, 540)
    canvas.sky((mix(water, low, 0.25), dark(water, 0.25)), 520, 800)
    for _ in range(60):
        canvas.rect(rng.uniform(0, WIDTH), rng.uniform(530, 680), rng.uniform(30, 120), 3, clear(PAPER, 0.22), 1.5)
    _bridge(canvas, rng, rng.choice((CORAL, PLUM, BRICK, PINE)))
    for x, size in ((rng.uniform(80, 300), 0.7), (rng.uniform(600, 1100), 1.0)):
        cloud(canvas, x, 90, size * 1.9, clear(NIGHT, 0.2))
    bank = mix(PINE, water, 0.25)
    canvas.polygon(
        [(0, 690), *[(x, 690 + 10 * math.sin(x / 120)) for x in range(0, WIDTH + 1, 40)], (WIDTH, 800), (0, 800)], bank
    )
    for number, x in enumerate((170, 420, 930)):
        x += rng.uniform(-60, 60)
        with canvas.at(x, 532, 0.4):
            look = people(rng, 1)[0]
            figure(canvas, look, "down", "hold")
            _umbrella(canvas, shuffled(rng, (CORAL, GOLD, TEAL, ROSE, PAPER), 3)[number])
    for _ in range(260):
        x, y, fall = rng.uniform(-20, WIDTH), rng.uniform(-20, 790), rng.uniform(16, 44)
        canvas.polygon(
            [(x, y), (x + 2.2, y), (x - fall * 0.24 + 2, y + fall), (x - fall * 0.24, y + fall)], clear(PAPER, 0.5)
        )
    return "Rain over a river and its bridge, gray city behind; three people with umbrellas stand on the bank."


def _bridge(canvas: Canvas, rng: Random, colour: str) -> None:
    if rng.random() < 0.5:
        for tower in (300, 900):
            canvas.rect(tower - 17, 190, 34, 400, colour)
            canvas.rect(tower - 24, 180, 48, 20, dark(colour, 0.2), 4)
            for reach in range(40, 300, 44):
                for side in (-1, 1):
                    canvas.line([(tower, 206 + reach * 0.2), (tower + reach * side, 476)], 3, dark(colour, 0.15))
    else:
        for left in (-140, 260, 660, 1060):
            arch = [
                (left + 200 - 200 * math.cos(a / 20 * math.pi), 476 - 170 * math.sin(a / 20 * math.pi))
                for a in range(21)
            ]
            canvas.line(arch, 17, colour)
            for x, y in arch[2:-2:2]:
                canvas.line([(x, y), (x, 476)], 5, colour)
            canvas.rect(left - 24, 470, 48, 150, dark(colour, 0.25))
    canvas.rect(0, 470, WIDTH, 34, dark(colour, 0.12))
    canvas.rect(0, 470, WIDTH, 8, pale(colour, 0.25))
    for x in range(10, WIDTH, 40):
        canvas.rect(x, 446, 4, 26, dark(colour, 0.2))
    canvas.rect(0, 442, WIDTH, 6, dark(colour, 0.2))


def _umbrella(canvas: Canvas, colour: str) -> None:
    canvas.line([(48, 190), (48, -150)], 8, NIGHT)
    dome = [(48 + 178 * math.cos(math.radians(a)), -80 - 120 * math.sin(math.radians(a))) for a in range(0, 181, 6)]
    canvas.polygon(dome, colour)
    for left, right in ((-130, -58), (-58, 48), (48, 154), (154, 226)):
        canvas.ellipse((left + right) / 2, -80, (right - left) / 2, 12, dark(colour, 0.2))
    canvas.polygon([(48, -200), (110, -84), (-14, -84)], dark(colour, 0.12))


def roofs(canvas: Canvas, rng: Random) -> str:
    """Roofs with solar panels, gardens and a wind turbine."""
    light = rng.choice((DAY, MORNING, GOLDEN, EVENING))
    sky(canvas, rng, light, horizon=280)
    for x in sorted(rng.sample(range(120, 1120, 90), 3)):
        _turbine(canvas, rng, x, rng.uniform(170, 230), light)
    skyline(canvas, rng, light.far, 440, 330)
    kinds = [*rng.sample(("panels", "people", "garden", "panels", "people"), 5)]
    kinds += rng.sample(("panels", "people", "garden", "panels"), 4)
    for row, top in enumerate((430, 560)):
        width = WIDTH / (5 - row)
        walls = shuffled(rng, (CORAL, TEAL, GOLD, PLUM, ROSE, SLATE, MAUVE), 5 - row)
        for number, colour in enumerate(walls):
            left, high = number * width - 30 * row, top + rng.uniform(-30, 26)
            _roof(canvas, rng, light, kinds.pop(), left, high, width + 40, light.on(colour, 0.34))
    return f"City roofs {light.name} with solar panels, roof gardens and people on them; wind turbines turn behind."


def _turbine(canvas: Canvas, rng: Random, x: float, y: float, light: Light) -> None:
    white = light.on(PAPER, 0.3)
    canvas.polygon([(x - 4, y), (x + 4, y), (x + 9, 520), (x - 9, 520)], white)
    start = rng.uniform(0, 120)
    for turn in (0, 120, 240):
        with canvas.at(x, y, 1, start + turn):
            canvas.blob([(-3, 0), (-8, -30), (-2, -130), (4, -30)], white)
    canvas.circle(x, y, 9, white)


def _roof(canvas: Canvas, rng: Random, light: Light, kind: str, x: float, top: float, width: float, wall: str) -> None:
    if kind == "people":
        for number, look in enumerate(people(rng, 2)):
            with canvas.at(x + width * (0.34 + 0.3 * number), top - 640 * 0.2, 0.2):
                figure(canvas, look, "wave" if number else "hip", "down")
    elif kind == "garden":
        for number in range(4):
            tree(canvas, rng, x + width * (0.16 + 0.22 * number), top + 4, rng.uniform(0.22, 0.36), light)
    else:
        for number in range(int((width - 40) // 84)):
            left = x + 24 + number * 84
            canvas.line([(left + 62, top), (left + 62, top - 40)], 5, NIGHT)
            canvas.polygon(
                [(left, top - 6), (left + 16, top - 54), (left + 82, top - 54), (left + 66, top - 6)], "#24507a"
            )
            for part in (0.33, 0.66):
                canvas.line([(left + 66 * part, top - 6), (left + 16 + 66 * part, top - 54)], 2.5, "#bcd3e2")
            canvas.line([(left + 8, top - 30), (left + 74, top - 30)], 2.5, "#bcd3e2")
    canvas.rect(x, top, width, 800 - top, wall)
    canvas.rect(x - 4, top - 4, width + 8, 18, dark(wall, 0.25), 3)
    columns = int(width // 64)
    for row in range(3):
        for column in range(columns):
            pane = (
                rng.choice((GOLD, "#ffe3a1", "#3a4a6a"))
                if light.night
                else rng.choice((PAPER, "#dcefee", pale(wall, 0.5)))
            )
            canvas.rect(x + 24 + column * (width - 40) / columns, top + 42 + row * 84, 32, 46, pane, 2)
