"""What stands behind and around people: sky, skylines, houses, trees, lamps."""

from random import Random

from home.demo.illustrations.canvas import HEIGHT, WIDTH, Canvas
from home.demo.illustrations.palette import (
    GOLD,
    LEAF,
    NIGHT,
    PAPER,
    PINE,
    SAGE,
    TEAL,
    Light,
    clear,
    dark,
    mix,
    pale,
)


def sky(canvas: Canvas, rng: Random, light: Light, *, sun: bool = True, horizon: float = 420) -> None:
    """Fill the canvas with sky: sun or moon, and stars or clouds as the light has them."""
    canvas.sky(light.sky, 0, HEIGHT)
    if light.name == "at night":
        for _ in range(70):
            canvas.circle(rng.uniform(0, WIDTH), rng.uniform(0, horizon), rng.uniform(0.8, 2.4), clear(PAPER, 0.75))
    if sun:
        x, y = (
            rng.uniform(180, 1020),
            rng.uniform(130, horizon - 160) if light.night else rng.uniform(150, horizon - 90),
        )
        radius = rng.uniform(44, 60) if light.name == "at night" else rng.uniform(66, 110)
        canvas.glow(x, y, radius * 3.4, light.sun, 0.55)
        canvas.circle(x, y, radius, light.sun)
    if light.name != "at night":
        for _ in range(rng.randint(2, 4)):
            cloud(
                canvas,
                rng.uniform(0, WIDTH),
                rng.uniform(60, horizon * 0.6),
                rng.uniform(0.6, 1.3),
                clear(PAPER, 0.28 if light.night else 0.6),
            )


def cloud(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    """Draw a long flat cloud round its middle."""
    with canvas.at(x, y, size):
        canvas.blob(
            [
                (-120, 14),
                (-96, -8),
                (-60, -10),
                (-40, -34),
                (6, -40),
                (34, -16),
                (70, -20),
                (96, 2),
                (124, 14),
                (0, 20),
            ],
            colour,
        )


def birds(canvas: Canvas, rng: Random, x: float, y: float, colour: str) -> None:
    """Draw a small flock round a point."""
    for _ in range(rng.randint(3, 6)):
        left, top, size = x + rng.uniform(-90, 90), y + rng.uniform(-40, 40), rng.uniform(6, 13)
        canvas.curve(
            [
                (left - 2 * size, top - size),
                (left - size, top - size * 1.2),
                (left, top),
                (left + size, top - size * 1.2),
                (left + 2 * size, top - size),
            ],
            2.6,
            colour,
        )


def skyline(
    canvas: Canvas, rng: Random, colour: str, low: float, high: float, base: float = HEIGHT
) -> list[tuple[float, ...]]:
    """Draw silhouettes between the heights ``low`` and ``high``; return each as x, top, width."""
    blocks = []
    x = rng.uniform(-60, 0)
    while x < WIDTH:
        width, top = rng.uniform(62, 150), rng.uniform(high, low)
        canvas.rect(x, top, width, base - top, colour)
        _roof(canvas, rng, colour, x, top, width)
        blocks.append((x, top, width))
        x += width + rng.choice((0, 4, 12, 26))
    return blocks


def _roof(canvas: Canvas, rng: Random, colour: str, x: float, top: float, width: float) -> None:
    kind = rng.choice(("flat", "flat", "gable", "steps", "mast", "tank", "slant", "round"))
    middle = x + width / 2
    if kind == "gable":
        canvas.polygon([(x, top + 1), (middle, top - rng.uniform(30, 70)), (x + width, top + 1)], colour)
    elif kind == "steps":
        canvas.rect(x + width * 0.18, top - 26, width * 0.64, 28, colour)
        canvas.rect(x + width * 0.34, top - 50, width * 0.32, 28, colour)
    elif kind == "mast":
        canvas.rect(middle - 2.5, top - 74, 5, 76, colour)
    elif kind == "tank":
        canvas.rect(x + 18, top - 40, 34, 26, colour)
        canvas.polygon([(x + 14, top - 39), (x + 35, top - 54), (x + 56, top - 39)], colour)
        canvas.rect(x + 20, top - 16, 4, 18, colour)
        canvas.rect(x + 46, top - 16, 4, 18, colour)
    elif kind == "slant":
        canvas.polygon([(x, top + 1), (x + width, top - rng.uniform(18, 44)), (x + width, top + 1)], colour)
    elif kind == "round":
        canvas.ellipse(middle, top + 1, width / 2, min(44, width / 3), colour)


def windows(
    canvas: Canvas,
    rng: Random,
    blocks: list[tuple[float, ...]],
    colours: tuple[str, ...],
    lit: float,
    base: float = HEIGHT,
) -> None:
    """Draw windows on silhouettes; ``lit`` is the share of them that shows light."""
    for x, top, width in blocks:
        columns = max(1, int((width - 20) // 30))
        gap = (width - 14 * columns) / (columns + 1)
        y = top + 24
        while y < base - 30:
            for column in range(columns):
                if rng.random() < lit:
                    canvas.rect(x + gap + column * (14 + gap), y, 14, 21, rng.choice(colours))
            y += 46


def tree(canvas: Canvas, rng: Random, x: float, ground: float, size: float, light: Light) -> None:
    """Draw a tree whose trunk stands at x on ``ground``, about 260 units tall at size 1."""
    green = light.on(rng.choice((TEAL, LEAF, SAGE, PINE, mix(LEAF, GOLD, 0.45), mix(TEAL, LEAF, 0.5))))
    trunk = light.on("#6b4a2f")
    kind = rng.choice(("round", "cloud", "cloud", "tall", "fir"))
    with canvas.at(x, ground, size):
        canvas.polygon([(-8, 0), (-5, -130), (5, -130), (8, 0)], trunk)
        if kind == "round":
            canvas.circle(0, -172, 84, green)
            canvas.blob([(30, -252), (84, -180), (40, -96), (4, -90), (52, -150)], dark(green, 0.14))
        elif kind == "cloud":
            for dx, dy, radius in (
                (-46, -140, 52),
                (46, -144, 50),
                (0, -200, 62),
                (-34, -190, 46),
                (34, -196, 44),
            ):
                canvas.circle(dx, dy, radius, green)
            canvas.circle(52, -132, 36, dark(green, 0.14))
            canvas.circle(-30, -206, 26, pale(green, 0.14))
        elif kind == "tall":
            canvas.ellipse(0, -180, 42, 112, green)
            canvas.blob([(10, -288), (42, -180), (10, -72), (22, -180)], dark(green, 0.14))
        else:
            for top, half in ((-270, 46), (-212, 64), (-150, 80)):
                canvas.polygon([(0, top), (half, top + 96), (-half, top + 96)], green)
                canvas.polygon([(0, top), (half, top + 96), (half * 0.2, top + 96)], dark(green, 0.14))
        if kind != "fir":
            canvas.line([(0, -96), (0, -170)], 5, trunk)
            canvas.line([(0, -120), (26, -152)], 4, trunk)


def lamp(canvas: Canvas, x: float, ground: float, light: Light, size: float = 1) -> None:
    """Draw a street lamp, lit when the light is late."""
    with canvas.at(x, ground, size):
        canvas.rect(-4, -250, 8, 250, NIGHT)
        canvas.rect(-12, -14, 24, 14, NIGHT, 4)
        canvas.curve([(0, -244), (14, -272), (46, -270)], 7, NIGHT)
        if light.night:
            canvas.glow(48, -250, 130, "#ffe3a1", 0.7)
        canvas.blob([(30, -268), (66, -268), (62, -250), (34, -250)], "#ffe3a1" if light.night else PAPER)


def paving(canvas: Canvas, top: float, colour: str, lines: int = 5) -> None:
    """Draw ground from ``top`` down, with fine lines that grow wider apart towards us."""
    canvas.rect(0, top, WIDTH, HEIGHT - top, colour)
    shade = dark(colour, 0.1)
    for number in range(1, lines):
        canvas.rect(0, top + (HEIGHT - top) * (number / lines) ** 1.7, WIDTH, 2, shade)
