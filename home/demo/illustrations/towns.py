"""Scenes of buildings: skylines, houses, windows in the evening."""

from random import Random

from home.demo.illustrations.canvas import WIDTH, Canvas
from home.demo.illustrations.figures import passers_by
from home.demo.illustrations.heads import head, people, somebody
from home.demo.illustrations.palette import (
    ACCENTS,
    BRICK,
    CORAL,
    DARK,
    DAY,
    DUSK,
    EVENING,
    GOLD,
    GOLDEN,
    LATE,
    MAUVE,
    MORNING,
    NIGHT,
    PAPER,
    PINE,
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
from home.demo.illustrations.scenery import birds, lamp, paving, sky, skyline, tree, windows

_WARM = (GOLD, GOLD, "#ffe3a1", SAND)


def city(canvas: Canvas, rng: Random) -> str:
    """A skyline in three depths, sometimes over water."""
    light = rng.choice((DAY, MORNING, GOLDEN, DUSK, EVENING, DARK))
    sky(canvas, rng, light)
    skyline(canvas, rng, light.far, 420, 200)
    middle = skyline(canvas, rng, light.middle, 540, 330)
    if light.night:
        windows(canvas, rng, middle, (mix(light.middle, GOLD, 0.55),), 0.25)
    water = rng.random() < 0.5
    base = 690 if water else 800
    near = skyline(canvas, rng, light.near, 640 if water else 690, 420, base)
    windows(canvas, rng, near, _WARM, 0.55 if light.night else 0.38, base)
    if not water:
        if not light.night:
            birds(canvas, rng, rng.uniform(200, 1000), 160, NIGHT)
        return f"A city skyline {light.name}, layer behind layer, with lights in the windows."
    canvas.sky((mix(light.near, light.sky[-1], 0.35), light.near), base, 800)
    for _ in range(70):
        x, y = rng.uniform(0, WIDTH), rng.uniform(base + 8, 792)
        canvas.rect(x, y, rng.uniform(14, 80), 3, clear(rng.choice((GOLD, light.sky[-1])), 0.4), 1.5)
    return f"A city skyline {light.name} above a river that mirrors the lights in its windows."


def houses(canvas: Canvas, rng: Random) -> str:
    """A row of houses with stoops and street trees."""
    light = rng.choice((DAY, MORNING, MORNING, GOLDEN, DUSK, DARK))
    sky(canvas, rng, light, horizon=300)
    skyline(canvas, rng, mix(light.far, light.sky[-1], 0.45), 420, 270)
    count = rng.choice((5, 6, 7))
    width = WIDTH / count + 8
    for number, colour in enumerate(shuffled(rng, (CORAL, TEAL, PLUM, GOLD, SLATE, ROSE, MAUVE, PINE), count)):
        _house(
            canvas,
            rng,
            light,
            number * (WIDTH / count) - 4,
            rng.uniform(290, 380),
            width,
            light.on(colour, 0.3),
        )
    paving(canvas, 700, light.on(light.ground) if light.night else light.ground)
    for number in range(count + 1):
        if rng.random() < 0.55:
            tree(canvas, rng, number * WIDTH / count + rng.uniform(-14, 14), 728, rng.uniform(0.7, 0.95), light)
    lamp(canvas, rng.uniform(260, 940), 748, light, 0.95)
    if rng.random() < 0.6:
        passers_by(
            canvas,
            rng,
            people(rng, 2),
            [(rng.uniform(120, 560), 770, 0.25), (rng.uniform(640, 1080), 776, 0.26)],
        )
        return f"A row of colorful houses with front steps {light.name}; two neighbors on the sidewalk."
    return f"A row of colorful houses with front steps and street trees {light.name}."


def _house(canvas: Canvas, rng: Random, light: Light, x: float, top: float, width: float, colour: str) -> None:
    middle, roof = x + width / 2, light.on(rng.choice((NIGHT, NIGHT, BRICK, SLATE)), 0.2)
    canvas.rect(x, top, width, 720 - top, colour)
    kind = rng.choice(("gable", "cornice", "mansard"))
    if kind == "gable":
        canvas.polygon([(x - 8, top + 4), (middle, top - rng.uniform(80, 130)), (x + width + 8, top + 4)], roof)
        canvas.circle(middle, top - 34, 15, _pane(rng, light))
    elif kind == "cornice":
        canvas.rect(x - 5, top - 16, width + 10, 22, roof, 3)
        for step in range(int(width // 22)):
            canvas.rect(x + 6 + step * 22, top + 6, 9, 11, dark(colour, 0.25))
    else:
        canvas.polygon(
            [(x - 4, top + 4), (x + 18, top - 64), (x + width - 18, top - 64), (x + width + 4, top + 4)], roof
        )
        canvas.rect(middle - 17, top - 52, 34, 46, _pane(rng, light), 3)
    canvas.rect(x + width - 12, top, 12, 720 - top, dark(colour, 0.1))
    for row in range(2 if top > 340 else 3):
        for side in (0.28, 0.72):
            sash_window(canvas, rng, light, x + width * side, top + 42 + row * 96)
    _stoop(canvas, rng, light, x + width * rng.choice((0.32, 0.68)), colour)


def _pane(rng: Random, light: Light) -> str:
    if light.night:
        return rng.choice((GOLD, "#ffe3a1", "#ffd27a", "#3a3f66"))
    return rng.choice((PAPER, PAPER, "#dcefee", "#ffe9b8"))


def sash_window(canvas: Canvas, rng: Random, light: Light, x: float, y: float) -> None:
    """Draw a window with a sill; x is its middle, y the top of its pane."""
    pane = _pane(rng, light)
    canvas.rect(x - 24, y - 5, 48, 70, light.on(PAPER, 0.25), 3)
    canvas.rect(x - 19, y, 38, 60, mix(pane, "#9fc7c4", 0.35) if not light.night else pane)
    canvas.rect(x - 19, y, 38, 30, pane)
    canvas.rect(x - 2, y, 4, 60, light.on(PAPER, 0.25))
    canvas.rect(x - 28, y + 63, 56, 7, light.on(PAPER, 0.25), 2)
    if rng.random() < 0.3:
        for step in range(5):
            canvas.circle(x - 20 + step * 10, y + 62, 6, light.on(rng.choice((ROSE, CORAL, TEAL, "#3f8f63"))))


def _stoop(canvas: Canvas, rng: Random, light: Light, x: float, wall: str) -> None:
    door = light.on(rng.choice([colour for colour in ACCENTS if colour != wall]))
    canvas.rect(x - 33, 566, 66, 126, light.on(PAPER, 0.25), 4)
    canvas.rect(x - 27, 590, 54, 102, door)
    canvas.rect(x - 27, 572, 54, 15, _pane(rng, light))
    canvas.circle(x + 17, 644, 3.5, GOLD)
    for step in range(3):
        canvas.rect(
            x - 40 - step * 8,
            690 + step * 11,
            80 + step * 16,
            13,
            light.on(mix(SAND, "#8a8494", 0.25 + 0.12 * step)),
            2,
        )


def evening_windows(canvas: Canvas, rng: Random) -> str:
    """An apartment house late in the day, people at their windows."""
    light = rng.choice(LATE)
    sky(canvas, rng, light, sun=False)
    wall = light.on(rng.choice((BRICK, SLATE, PLUM, MAUVE, PINE)), 0.45)
    canvas.rect(60, 60, 1080, 760, wall)
    canvas.rect(40, 40, 1120, 34, dark(wall, 0.35), 4)
    for y in range(84, 800, 16):
        for x in range(60 + (y // 16 % 2) * 24, 1130, 48):
            if rng.random() < 0.09:
                canvas.rect(x, y, 40, 9, clear(NIGHT, 0.16), 2)
    seen = 0
    for row in range(3):
        for column in range(5):
            seen += _lit_window(canvas, rng, 110 + column * 202, 122 + row * 236, wall)
    share = "most" if seen > 7 else "some"
    return f"An apartment house {light.name}: warm windows, and people looking out of {share} of them."


def _lit_window(canvas: Canvas, rng: Random, x: float, y: float, wall: str) -> bool:
    lit = rng.random() < 0.86
    glass = rng.choice((GOLD, "#ffd27a", "#ffe3a1", "#f6b26a")) if lit else "#262a4a"
    canvas.rect(x - 10, y - 10, 192, 178, pale(wall, 0.18), 4)
    canvas.rect(x, y, 172, 158, glass)
    occupied = lit and rng.random() < 0.72
    if occupied:
        look = somebody(rng)
        with canvas.at(x + rng.choice((58, 86, 112)), y + 84, 0.72):
            canvas.polygon([(-60, 104), (-58, 92), (-26, 78), (26, 78), (58, 92), (60, 104)], look.shirt)
            head(canvas, look)
    elif lit:
        canvas.rect(x + 112, y + 98, 34, 60, "#a8703c", 4)
        canvas.blob(
            [(x + 104, y + 104), (x + 100, y + 60), (x + 128, y + 40), (x + 156, y + 62), (x + 152, y + 104)],
            dark(TEAL, 0.1),
        )
        canvas.rect(x + 20, y + 120, 60, 8, "#a8703c")
    canvas.polygon([(x, y), (x + 42, y), (x + 20, y + 90), (x, y + 100)], clear(rng.choice((PAPER, ROSE, TEAL)), 0.75))
    canvas.polygon([(x + 172, y), (x + 130, y), (x + 152, y + 90), (x + 172, y + 100)], clear(PAPER, 0.75))
    canvas.rect(x - 10, y + 158, 192, 58, wall)  # hides what hangs below the sill
    canvas.rect(x - 16, y + 158, 204, 14, pale(wall, 0.3), 3)
    return occupied
