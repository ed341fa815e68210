"""Public buildings: city halls, libraries, the Capitol."""

from random import Random

from home.demo.illustrations.canvas import WIDTH, Canvas
from home.demo.illustrations.figures import passers_by
from home.demo.illustrations.heads import people
from home.demo.illustrations.palette import (
    CORAL,
    DAY,
    DUSK,
    EVENING,
    GOLD,
    GOLDEN,
    MORNING,
    NIGHT,
    PAPER,
    PLUM,
    SLATE,
    TEAL,
    clear,
    dark,
    mix,
    pale,
)
from home.demo.illustrations.scenery import birds, sky, skyline, tree


def town_hall(canvas: Canvas, rng: Random) -> str:
    """A city hall or library with wide steps."""
    light = rng.choice((DAY, MORNING, GOLDEN, DUSK, EVENING))
    sky(canvas, rng, light, horizon=360)
    skyline(canvas, rng, mix(light.far, light.sky[-1], 0.35), 470, 330)
    stone = light.on(rng.choice(("#f0e2c8", "#e9cfb4", "#dfe3da", "#e7b9a3")), 0.35)
    roof = light.on(rng.choice((TEAL, SLATE, CORAL, PLUM)), 0.3)
    tower = rng.random() < 0.6
    if tower:
        _clock_tower(canvas, stone, roof)
    canvas.rect(190, 350, 820, 340, stone)
    canvas.rect(170, 330, 860, 30, dark(stone, 0.12), 4)
    canvas.polygon([(350, 332), (600, 226), (850, 332)], pale(stone, 0.25))
    canvas.polygon([(390, 322), (600, 240), (810, 322)], dark(stone, 0.1))
    canvas.circle(600, 290, 24, roof)
    pane = GOLD if light.night else mix(TEAL, PAPER, 0.6)
    for x in (220, 290, 880, 950):
        for y in (400, 540):
            canvas.rect(x - 6, y - 6, 54, 106, pale(stone, 0.4), 27)
            canvas.rect(x, y, 42, 98, pane, 21)
    canvas.rect(350, 362, 500, 330, dark(stone, 0.16))
    for x in (390, 555, 720):
        canvas.rect(x, 440, 90, 250, pane if light.night else dark(roof, 0.3), 45)
        canvas.rect(x + 43, 480, 4, 210, dark(roof, 0.5))
    for number in range(6):
        x = 352 + number * 92
        canvas.rect(x, 372, 36, 316, pale(stone, 0.35))
        canvas.rect(x + 24, 372, 12, 316, clear(NIGHT, 0.08))
        canvas.rect(x - 7, 360, 50, 18, pale(stone, 0.5), 4)
    for step in range(6):
        canvas.rect(
            320 - step * 26,
            686 + step * 14,
            560 + step * 52,
            16,
            mix(stone, light.on("#8a8494"), 0.12 + 0.09 * step),
        )
    canvas.rect(0, 766, WIDTH, 40, light.on(light.ground, 0.2))
    for x in (70, 1120):
        tree(canvas, rng, x + rng.uniform(-20, 20), 772, rng.uniform(1.1, 1.35), light)
    looks = people(rng, 5)
    passers_by(
        canvas,
        rng,
        looks,
        [(rng.uniform(250, 400), 770, 0.26), (470, 730, 0.24), (690, 744, 0.25), (820, 772, 0.27)],
    )
    parts = "columns, a clock tower and wide steps" if tower else "columns and wide steps"
    return f"A public building with {parts} {light.name}; people come and go."


def _clock_tower(canvas: Canvas, stone: str, roof: str) -> None:
    canvas.rect(530, 96, 140, 240, stone)
    canvas.rect(516, 90, 168, 16, dark(stone, 0.14), 4)
    canvas.polygon([(524, 92), (600, 6), (676, 92)], roof)
    canvas.circle(600, 160, 44, pale(stone, 0.6))
    canvas.ring(600, 160, 44, 6, roof)
    canvas.line([(600, 160), (600, 132)], 5, NIGHT)
    canvas.line([(600, 160), (620, 170)], 5, NIGHT)


def capitol(canvas: Canvas, rng: Random) -> str:
    """The Capitol above its lawn and the reflecting pool."""
    light = rng.choice((DAY, MORNING, GOLDEN, DUSK, EVENING))
    sky(canvas, rng, light, horizon=400)
    stone = light.on("#f6f0e2", 0.22)
    _dome(canvas, stone)
    canvas.rect(120, 440, 960, 150, stone)
    canvas.rect(100, 424, 1000, 22, dark(stone, 0.1), 4)
    canvas.polygon([(480, 424), (600, 372), (720, 424)], pale(stone, 0.5))
    pane = GOLD if light.night else mix(SLATE, stone, 0.35)
    for x in range(140, 1080, 40):
        canvas.rect(x, 466, 16, 44, pane, 8)
        canvas.rect(x, 530, 16, 36, pane, 4)
    for x in range(470, 740, 32):
        canvas.rect(x, 446, 14, 144, pale(stone, 0.5))
    for step in range(4):
        canvas.rect(440 - step * 34, 588 + step * 10, 320 + step * 68, 11, dark(stone, 0.07 * step))
    lawn = light.on(mix("#8fc3a4", GOLD, 0.12), 0.55)
    canvas.rect(0, 622, WIDTH, 180, lawn)
    for number in range(9):
        x = number * 60 + rng.uniform(-20, 20) if number < 5 else 740 + (number - 4) * 88 + rng.uniform(-20, 20)
        tree(canvas, rng, x, 636, rng.uniform(0.42, 0.66), light)
    canvas.polygon([(430, 660), (770, 660), (980, 800), (220, 800)], mix(light.sky[-1], light.sky[0], 0.4))
    canvas.polygon([(520, 662), (680, 662), (664, 740), (600, 776), (536, 740)], clear(stone, 0.45))
    for _ in range(16):
        canvas.rect(rng.uniform(360, 780), rng.uniform(670, 794), rng.uniform(30, 90), 3, clear(PAPER, 0.5), 1.5)
    if not light.night:
        birds(canvas, rng, rng.choice((260, 930)), 170, dark(SLATE))
    return f"The dome of the United States Capitol {light.name}, trees and a reflecting pool in front."


def _dome(canvas: Canvas, stone: str) -> None:
    canvas.rect(500, 300, 200, 130, stone)
    canvas.rect(486, 292, 228, 16, dark(stone, 0.1), 4)
    for x in range(504, 700, 25):
        canvas.rect(x, 312, 9, 70, dark(stone, 0.22), 4)
    canvas.rect(486, 384, 228, 14, dark(stone, 0.1), 4)
    canvas.blob(
        [(512, 296), (516, 230), (550, 172), (600, 150), (650, 172), (684, 230), (688, 296), (600, 300)],
        stone,
    )
    canvas.blob([(628, 160), (684, 230), (688, 296), (650, 298), (656, 230)], dark(stone, 0.1))
    for x, bend in ((556, -22), (600, 0), (644, 22)):
        canvas.curve([(x, 290), (x + bend * 0.3, 220), (600 + bend * 0.5, 158)], 3, dark(stone, 0.16))
    canvas.rect(578, 108, 44, 50, stone, 6)
    for x in (584, 597, 610):
        canvas.rect(x, 116, 6, 34, dark(stone, 0.24), 3)
    canvas.blob([(580, 110), (590, 92), (600, 86), (610, 92), (620, 110)], stone)
    canvas.rect(597, 52, 6, 40, dark(stone, 0.3), 3)
