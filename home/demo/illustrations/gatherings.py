"""Scenes of people together: raised hands, crowds, workshops, a network."""

import math
from random import Random

from home.demo.illustrations.canvas import WIDTH, Canvas
from home.demo.illustrations.figures import bust
from home.demo.illustrations.heads import Look, head, people
from home.demo.illustrations.palette import (
    ACCENTS,
    BLUSH,
    CLOTHES,
    CORAL,
    GOLD,
    MIST,
    NIGHT,
    PAPER,
    PINE,
    PLUM,
    ROSE,
    SAND,
    SKIN,
    TEAL,
    clear,
    dark,
    mix,
    pale,
    shuffled,
)
from home.demo.illustrations.scenery import skyline, windows


def hands(canvas: Canvas, rng: Random) -> str:
    """Raised hands in two rows."""
    name, tint = rng.choice(
        (("sand", SAND), ("pale teal", MIST), ("blush", BLUSH), ("golden", "#f6d28a"), ("dark", "#27264a"))
    )
    canvas.sky((pale(tint, 0.4), tint) if name != "dark" else ("#1a1936", PLUM))
    disc = rng.choice([colour for colour in (GOLD, CORAL, TEAL, ROSE) if colour != tint])
    x, radius = rng.uniform(380, 820), rng.uniform(230, 320)
    canvas.circle(x, 560, radius, mix(tint, disc, 0.55))
    if rng.random() < 0.6:
        for turn in range(-90, 91, 15):
            with canvas.at(x, 560, 1, turn):
                canvas.polygon(
                    [(-10, -radius - 40), (10, -radius - 40), (22, -1000), (-22, -1000)],
                    mix(tint, disc, 0.28),
                )
    for count, base, size, fade in ((9, 330, 0.8, 0.34), (8, 420, 1.06, 0)):
        sleeves = shuffled(rng, CLOTHES, count)
        skins = shuffled(rng, SKIN, count)
        for number in range(count):
            with canvas.at(
                (number + 0.5) * WIDTH / count + rng.uniform(-24, 24),
                base + rng.uniform(-90, 80),
                size,
                rng.uniform(-9, 9),
                mirror=rng.random() < 0.5,
            ):
                _raised(canvas, rng, mix(skins[number], tint, fade * 0.5), mix(sleeves[number], tint, fade))
    return f"Many raised hands, open palms and fists of different skin tones in colorful sleeves, on a {name} ground."


def _raised(canvas: Canvas, rng: Random, skin: str, sleeve: str) -> None:
    """A raised forearm; the wrist is the origin."""
    shade = dark(skin, 0.16)
    canvas.polygon([(-28, -30), (28, -30), (36, 420), (-36, 420)], skin)
    if rng.random() < 0.24:
        canvas.rect(-46, -92, 92, 88, skin, 30)
        for finger in range(4):
            canvas.rect(-46 + finger * 23, -112, 22, 58, skin, 11)
            canvas.rect(-46 + finger * 23 + 20, -100, 3, 44, shade)
        canvas.line([(-40, -40), (20, -46)], 22, dark(skin, 0.07))
    else:
        canvas.rect(-42, -92, 84, 96, skin, 32)
        for x, length, lean in ((-33, 92, -9), (-11, 112, -3), (11, 108, 3), (32, 84, 9)):
            with canvas.at(x, -72, 1, lean):
                canvas.rect(-9.5, -length, 19, length + 20, skin, 9.5)
        with canvas.at(36, -34, 1, 36):
            canvas.rect(-11, -68, 22, 84, skin, 11)
        canvas.curve([(-20, -34), (2, -26), (18, -44)], 3, shade)
        canvas.curve([(-26, -60), (-4, -54), (22, -62)], 3, shade)
    if rng.random() < 0.3:
        canvas.rect(-33, 26, 66, 15, rng.choice((GOLD, CORAL, TEAL, NIGHT)), 5)
        if rng.random() < 0.5:
            canvas.circle(0, 33, 17, NIGHT)
            canvas.circle(0, 33, 12, PAPER)
    cuff = rng.uniform(60, 190)
    canvas.polygon([(-44, cuff), (44, cuff), (60, 900), (-60, 900)], sleeve)
    canvas.rect(-49, cuff - 12, 98, 32, dark(sleeve, 0.18), 12)
    if rng.random() < 0.25:
        for y in range(int(cuff) + 40, 600, 46):
            canvas.polygon([(-49, y), (49, y), (51, y + 16), (-51, y + 16)], pale(sleeve, 0.6))


def crowd(canvas: Canvas, rng: Random) -> str:
    """A group photo, in rows."""
    tint = rng.choice((MIST, BLUSH, SAND, "#f6d9a0", "#d8d0e2"))
    canvas.sky((pale(tint, 0.3), tint))
    kind = rng.choice(("streamers", "skyline", "circles"))
    if kind == "skyline":
        windows(canvas, rng, skyline(canvas, rng, dark(tint, 0.12), 330, 90), (pale(tint, 0.4),), 0.4)
    elif kind == "circles":
        for _ in range(9):
            canvas.circle(
                rng.uniform(0, WIDTH),
                rng.uniform(0, 260),
                rng.uniform(20, 110),
                mix(tint, rng.choice(ACCENTS), 0.3),
            )
    else:
        for turn in range(-80, 81, 16):
            with canvas.at(600, 700, 1, turn):
                canvas.polygon([(0, 0), (-60, -1100), (60, -1100)], mix(tint, rng.choice(ACCENTS), 0.22))
    rows = ((9, 236, 0.62), (8, 350, 0.76), (7, 490, 0.92), (6, 660, 1.1))
    for count, y, size in rows:
        shift = rng.uniform(-20, 20)
        for number, look in enumerate(people(rng, count)):
            with canvas.at(
                (number + 0.5) * WIDTH / count + shift + rng.uniform(-12, 12), y + rng.uniform(-18, 18), size
            ):
                bust(canvas, look)
    return "A group photo: thirty smiling people of many backgrounds stand close together in four rows."


def workshop(canvas: Canvas, rng: Random) -> str:
    """People round a table before a wall of notes."""
    wall = rng.choice((MIST, "#f3dcc9", "#e4dcec", "#f5e3b8", "#d5e3ea"))
    canvas.sky((pale(wall, 0.3), wall))
    _wall_of_notes(canvas, rng, wall)
    group = people(rng, 8)
    for number in range(4):
        with canvas.at(216 + number * 256 + rng.uniform(-18, 18), 396 + rng.uniform(-16, 16), 0.86):
            bust(canvas, group[number])
    top = rng.choice(("#c98a52", "#e2b27a", "#f4efe4", "#8a5a34"))
    canvas.polygon([(130, 560), (1070, 560), (1260, 800), (-60, 800)], top)
    canvas.polygon([(130, 560), (1070, 560), (1082, 576), (118, 576)], pale(top, 0.35))
    for number in range(14):
        x, y = 240 + number // 2 * 122 + rng.uniform(-16, 16), 628 + number % 2 * 96 + rng.uniform(-14, 14)
        with canvas.at(x, y, 1, rng.uniform(-24, 24)):
            _thing(canvas, rng)
    for number, x in ((4, 70), (5, 1130)):
        with canvas.at(x, 520, 1.05):
            bust(canvas, group[number])
    return "Six people at a workshop table covered with papers, before a wall of colorful notes."


def _wall_of_notes(canvas: Canvas, rng: Random, wall: str) -> None:
    canvas.rect(130, 50, 940, 330, PAPER, 10)
    canvas.rect(130, 50, 940, 330, clear(wall, 0.15), 10)
    for column in range(11):
        for row in range(4):
            if rng.random() < 0.68:
                with canvas.at(184 + column * 84 + rng.uniform(-6, 6), 96 + row * 78, 1, rng.uniform(-6, 6)):
                    colour = rng.choice((GOLD, ROSE, TEAL, "#8fc3a4", CORAL, "#b9a6cc"))
                    canvas.rect(-28, -28, 58, 58, clear(NIGHT, 0.1))
                    canvas.rect(-30, -30, 58, 58, colour)
                    for line in range(rng.randint(1, 3)):
                        canvas.rect(-20, -14 + line * 14, rng.uniform(20, 38), 5, clear(NIGHT, 0.45), 2)


def _thing(canvas: Canvas, rng: Random) -> None:
    kind = rng.choice(("paper", "paper", "cup", "pen", "tablet"))
    if kind == "paper":
        canvas.rect(-44, -30, 92, 64, clear(NIGHT, 0.14))
        canvas.rect(-46, -32, 92, 64, PAPER)
        for line in range(4):
            canvas.rect(-34, -20 + line * 13, rng.uniform(36, 68), 4, "#b9b4a8", 2)
    elif kind == "cup":
        canvas.circle(0, 0, 21, rng.choice(ACCENTS))
        canvas.circle(0, 0, 15, "#3a2318")
    elif kind == "pen":
        canvas.line([(-34, 0), (34, 0)], 7, rng.choice(ACCENTS))
    else:
        canvas.rect(-50, -34, 100, 68, NIGHT, 8)
        canvas.rect(-44, -28, 88, 56, MIST, 4)
        for bar in range(4):
            tall = rng.uniform(14, 40)
            canvas.rect(-34 + bar * 18, 20 - tall, 12, tall, rng.choice((CORAL, TEAL, GOLD)))


def network(canvas: Canvas, rng: Random) -> str:
    """Portraits joined by lines over a map-like ground."""
    light = rng.random() < 0.55
    ground = rng.choice((MIST, "#f3dcc9", SAND) if light else ("#17304a", "#27264a", PINE))
    canvas.sky((pale(ground, 0.3), ground) if light else (ground, dark(ground, 0.35)))
    for _ in range(7):
        x, y, reach = rng.uniform(0, WIDTH), rng.uniform(0, 800), rng.uniform(140, 330)
        shape = [
            (
                x + reach * rng.uniform(0.6, 1.1) * math.cos(a),
                y + reach * rng.uniform(0.45, 0.8) * math.sin(a),
            )
            for a in (0.0, 0.9, 1.8, 2.7, 3.6, 4.5, 5.4)
        ]
        canvas.blob(shape, clear(PAPER, 0.3 if light else 0.06))
    spots = _spread(rng, 30)
    line = dark(ground, 0.35) if light else mix(ground, PAPER, 0.5)
    for number, (x, y) in enumerate(spots):
        for other_x, other_y in sorted(spots[number + 1 :], key=lambda spot: math.dist(spot, (x, y)))[:2]:
            if math.dist((x, y), (other_x, other_y)) < 330:
                canvas.curve([(x, y), ((x + other_x) / 2, (y + other_y) / 2 - 26), (other_x, other_y)], 4, line)
    for number, look in enumerate(people(rng, len(spots))):
        x, y = spots[number]
        if number < 11:
            _portrait(canvas, look, x, y, 74 if number < 4 else 56)
        else:
            canvas.circle(x, y, 17, PAPER if light else NIGHT)
            canvas.circle(x, y, 12, look.accent)
    return "Portraits of eleven people and many dots, joined by curved lines like places on a map."


def _spread(rng: Random, count: int) -> list[tuple[float, float]]:
    """Points that keep their distance, the first ones (which become portraits) the most."""
    spots: list[tuple[float, float]] = []
    for _ in range(4000):
        if len(spots) == count:
            break
        spot = (rng.uniform(80, 1120), rng.uniform(90, 710))
        apart = 205 if len(spots) < 11 else 92
        if all(math.dist(spot, other) > apart for other in spots):
            spots.append(spot)
    return spots


def _portrait(canvas: Canvas, look: Look, x: float, y: float, radius: float) -> None:
    canvas.circle(x, y, radius + 7, PAPER)
    canvas.circle(x, y, radius, pale(look.accent, 0.35))
    with canvas.at(x, y - radius * 0.06, radius / 112):
        reach = 112
        floor = [(reach * math.cos(math.radians(a)), reach * math.sin(math.radians(a)) + 7) for a in range(28, 153, 4)]
        canvas.polygon([*floor, (-70, 70), (-28, 66), (28, 66), (70, 70)], look.shirt)
        head(canvas, look)
    canvas.ring(x, y, radius + 7, 7, PAPER)
