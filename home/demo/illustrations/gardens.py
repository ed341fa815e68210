"""A community garden and what grows in it."""

from random import Random

from home.demo.illustrations.canvas import WIDTH, Canvas
from home.demo.illustrations.figures import figure
from home.demo.illustrations.heads import people
from home.demo.illustrations.palette import (
    BRIGHT,
    CORAL,
    GOLD,
    LEAF,
    PAPER,
    PLUM,
    ROSE,
    SAGE,
    SAND,
    TEAL,
    clear,
    dark,
    mix,
    pale,
)
from home.demo.illustrations.scenery import sky, skyline, tree, windows


def garden(canvas: Canvas, rng: Random) -> str:
    """A community garden between houses."""
    light = rng.choice(BRIGHT)
    sky(canvas, rng, light, horizon=300)
    blocks = skyline(canvas, rng, mix(light.middle, light.sky[-1], 0.35), 420, 220)
    windows(canvas, rng, blocks, (clear(PAPER, 0.6),), 0.4, 520)
    canvas.rect(0, 520, WIDTH, 280, mix(SAGE, GOLD, 0.3))
    for x in range(-10, WIDTH, 46):
        canvas.polygon([(x, 540), (x, 436), (x + 16, 420), (x + 32, 436), (x + 32, 540)], pale(SAND, 0.35))
    canvas.rect(0, 462, WIDTH, 12, SAND)
    canvas.rect(0, 506, WIDTH, 12, SAND)
    for x in (rng.uniform(20, 140), rng.uniform(1040, 1180)):
        tree(canvas, rng, x, 540, rng.uniform(0.95, 1.2), light)
    group = people(rng, 3)
    for number, look in enumerate(group):
        waters = number == 1
        with canvas.at(250 + number * 350 + rng.uniform(-30, 30), 306 + rng.uniform(-8, 8), 0.48):
            figure(canvas, look, rng.choice(("down", "hip", "wave")), "out" if waters else "hold")
            if waters:
                _watering_can(canvas, look.accent)
    for row, (top, count) in enumerate(((588, 4), (690, 3))):
        for number in range(count):
            width = WIDTH / count
            _bed(canvas, rng, number * width + 22, top, width - 44, 0.85 + row * 0.3)
    return f"A community garden {light.name}: raised beds full of vegetables and flowers, three gardeners behind them."


def _watering_can(canvas: Canvas, colour: str) -> None:
    canvas.rect(196, 150, 96, 84, colour, 12)
    canvas.line([(286, 214), (352, 150)], 15, colour)
    canvas.ring(210, 176, 44, 10, dark(colour, 0.2))
    for drop in range(5):
        canvas.line([(352 + drop * 12, 164), (366 + drop * 16, 250 + drop * 8)], 4, clear("#bfe0dd", 0.9))


def _bed(canvas: Canvas, rng: Random, x: float, top: float, width: float, size: float) -> None:
    kind = rng.choice(("cabbage", "flowers", "tomatoes", "corn", "sunflowers", "tulips"))
    step = 54 * size
    plants = int(width // step)
    canvas.rect(x + 8, top - 6, width - 16, 24, "#4a3328", 8)
    for number in range(plants):
        with canvas.at(x + (number + 0.5) * width / plants, top + 4, size):
            _plant(canvas, rng, kind)
    canvas.rect(x, top + 6, width, 62, "#a8703c", 5)
    canvas.rect(x, top + 34, width, 4, "#8a5a34")
    canvas.rect(x, top + 6, 14, 62, "#8a5a34", 3)
    canvas.rect(x + width - 14, top + 6, 14, 62, "#8a5a34", 3)


def _plant(canvas: Canvas, rng: Random, kind: str) -> None:
    green = rng.choice((LEAF, TEAL, mix(LEAF, GOLD, 0.3)))
    if kind == "cabbage":
        for dx, dy, reach in ((-15, -10, 18), (15, -10, 18), (0, -24, 19), (0, -10, 15)):
            canvas.circle(dx, dy, reach, green if dx else pale(green, 0.3))
        return
    height, crown = _CROWNS[kind]
    tall = height + rng.uniform(-8, 8)
    canvas.line([(0, 0), (0, -tall)], 5, green)
    for side in (-1, 1):
        canvas.blob([(0, -8), (10 * side, -26), (24 * side, -34), (20 * side, -16)], green)
    with canvas.at(0, -tall):
        crown(canvas, rng.choice((CORAL, ROSE, PLUM, PAPER)))


def _flower(canvas: Canvas, colour: str) -> None:
    for turn in range(0, 360, 60):
        with canvas.at(0, 0, 1, turn):
            canvas.ellipse(0, -10, 7, 10, colour)
    canvas.circle(0, 0, 6, GOLD)


def _tulip(canvas: Canvas, colour: str) -> None:
    canvas.blob([(-12, -20), (-4, -12), (0, -24), (4, -12), (12, -20), (10, 4), (-10, 4)], colour)


def _tomatoes(canvas: Canvas, colour: str) -> None:
    for x, y, fruit in ((-13, 40, CORAL), (12, 28, CORAL), (-8, 12, GOLD), (13, 50, CORAL)):
        canvas.circle(x, y, 9.5, fruit)


def _corn(canvas: Canvas, colour: str) -> None:
    canvas.ellipse(9, 36, 8, 19, GOLD)
    canvas.curve([(0, 46), (-22, 18), (-32, 30)], 6, LEAF)


def _sunflower(canvas: Canvas, colour: str) -> None:
    for turn in range(0, 360, 30):
        with canvas.at(0, 0, 1, turn):
            canvas.ellipse(0, -19, 6, 12, GOLD)
    canvas.circle(0, 0, 14, "#6b4a2f")


# How tall a plant is, and what it bears at its top.
_CROWNS = {
    "flowers": (44, _flower),
    "tulips": (40, _tulip),
    "tomatoes": (74, _tomatoes),
    "corn": (92, _corn),
    "sunflowers": (104, _sunflower),
}
