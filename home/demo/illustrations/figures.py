"""People from the shoulders down: busts behind tables and podiums, and whole figures with poses."""

from random import Random

from home.demo.illustrations.canvas import Canvas, Point
from home.demo.illustrations.heads import Look, head
from home.demo.illustrations.palette import NIGHT, PAPER, clear, dark, pale

# Elbow and hand, relative to the shoulder, of an arm on the right of the picture.
POSES: dict[str, tuple[Point, Point]] = {
    "down": ((14, 78), (8, 150)),
    "hip": ((52, 60), (10, 104)),
    "wave": ((58, 30), (70, -62)),
    "up": ((34, -58), (30, -146)),
    "hold": ((30, 70), (-34, 62)),
    "out": ((66, 48), (138, 34)),
}


def bust(canvas: Canvas, look: Look, *, face: bool = True) -> None:
    """Draw a person down to the hips; the head's centre is the origin, the shoulders are at 90."""
    _torso(canvas, look)
    head(canvas, look, face=face)
    if look.style != "scarf":
        _collar(canvas, look)


def _torso(canvas: Canvas, look: Look) -> None:
    body = [(-26, 78), (-64, 92), (-98, 118), (-112, 190), (-116, 320), (-112, 620)]
    shape = [*body, *[(-x, y) for x, y in reversed(body)]]
    canvas.polygon(shape, look.shirt)
    canvas.blob([(-98, 120), (-78, 100), (-60, 96), (-84, 140)], look.shirt)
    canvas.blob([(98, 120), (78, 100), (60, 96), (84, 140)], look.shirt)
    for side in (-1, 1):
        canvas.line([(74 * side, 210), (78 * side, 420)], 5, dark(look.shirt, 0.22))
    if look.cut == "stripes":
        for y in range(150, 470, 44):
            half = 104 if y < 190 else 112
            canvas.rect(-half, y, 2 * half, 15, pale(look.shirt, 0.65))
        for side in (-1, 1):
            canvas.line([(74 * side, 210), (78 * side, 420)], 5, dark(look.shirt, 0.22))


def _collar(canvas: Canvas, look: Look) -> None:
    shade = dark(look.shirt, 0.22)
    if look.cut in ("tee", "stripes"):
        canvas.blob([(-30, 76), (0, 108), (30, 76), (24, 70), (0, 92), (-24, 70)], shade)
    elif look.cut == "roll":
        canvas.rect(-29, 62, 58, 32, look.shirt, 10)
        canvas.curve([(-26, 78), (0, 83), (26, 78)], 3, shade)
    elif look.cut == "hood":
        canvas.blob([(-46, 80), (-30, 68), (0, 100), (30, 68), (46, 80), (30, 116), (0, 126), (-30, 116)], shade)
        for side in (-1, 1):
            canvas.line([(11 * side, 118), (13 * side, 168)], 4, PAPER)
    elif look.cut == "wrap":
        canvas.polygon([(-30, 74), (30, 74), (4, 150)], look.skin)
        canvas.line([(-32, 74), (6, 154), (64, 260)], 8, shade)
        canvas.line([(32, 74), (6, 154)], 8, shade)
    else:
        _buttoned(canvas, look)


def _buttoned(canvas: Canvas, look: Look) -> None:
    inner = pale(look.accent, 0.72)
    shade = dark(look.shirt, 0.22)
    if look.cut == "blazer":
        canvas.polygon([(-28, 74), (28, 74), (20, 160), (0, 300), (-20, 160)], inner)
        canvas.polygon([(-14, 80), (14, 80), (0, 104)], look.skin)
        for side in (-1, 1):
            canvas.polygon([(26 * side, 70), (58 * side, 96), (44 * side, 150), (0, 304), (10 * side, 190)], shade)
        canvas.circle(-52, 158, 8, look.accent)
    else:
        for side in (-1, 1):
            canvas.polygon([(24 * side, 66), (36 * side, 84), (22 * side, 116), (0, 92)], pale(look.shirt, 0.4))
        canvas.line([(0, 100), (0, 420)], 3.5, shade)
        for y in range(140, 420, 56):
            canvas.circle(0, y, 4.5, pale(look.shirt, 0.6))


def arm(canvas: Canvas, look: Look, side: int, pose: str, *, sleeve: str = "", width: float = 44) -> Point:
    """Draw an arm from the shoulder of a figure on ``side`` (-1 left, 1 right); return where the hand is."""
    elbow, hand = POSES[pose]
    start = (82 * side, 128)
    middle = (start[0] + elbow[0] * side, start[1] + elbow[1])
    end = (start[0] + hand[0] * side, start[1] + hand[1])
    colour = sleeve or dark(look.shirt, 0.1)
    bare = look.cut in ("tee", "stripes") and not sleeve
    canvas.line([start, middle], width, colour)
    canvas.line([middle, end], width * 0.8, look.skin if bare else colour)
    if bare:
        canvas.circle(*middle, width * 0.4, look.skin)
        half = ((start[0] + middle[0]) / 2, (start[1] + middle[1]) / 2)
        canvas.line([half, middle], width * 0.8, look.skin)
        canvas.line([start, half], width, colour, ends=False)
        canvas.circle(*start, width / 2, colour)
    canvas.circle(*end, width * 0.46, look.skin)
    return end


def figure(
    canvas: Canvas, look: Look, left: str = "down", right: str = "down", *, step: float = 0, face: bool = True
) -> None:
    """Draw a whole person; the head's centre is the origin, the feet are at 640; ``step`` sets the legs apart."""
    canvas.ellipse(0, 644, 110 + step, 13, clear(NIGHT, 0.22))
    shoe = NIGHT if look.trousers != NIGHT else dark(look.accent, 0.3)
    for side in (-1, 1):
        foot = (30 + step) * side
        canvas.line(
            [(32 * side, 370), (foot + 4 * side, 500), (foot, 622)],
            50,
            look.trousers if side > 0 else dark(look.trousers, 0.14),
        )
        canvas.rect(foot - 30 + 10 * side, 616, 64, 28, shoe, 14)
    skirt = look.cut == "wrap"
    _whole_torso(canvas, look, skirt=skirt)
    for side, pose in ((-1, left), (1, right)):
        if pose != "up":
            arm(canvas, look, side, pose)
    with canvas.at(0, 12, 0.88):
        head(canvas, look, face=face)
    if look.style != "scarf":
        _collar_of_figure(canvas, look)
    for side, pose in ((-1, left), (1, right)):
        if pose == "up":
            arm(canvas, look, side, pose)


def _whole_torso(canvas: Canvas, look: Look, *, skirt: bool) -> None:
    canvas.blob(
        [
            (-30, 80),
            (-78, 94),
            (-104, 128),
            (-88, 220),
            (-76, 330),
            (-78, 402),
            (0, 410),
            (78, 402),
            (76, 330),
            (88, 220),
            (104, 128),
            (78, 94),
            (30, 80),
        ],
        look.shirt,
    )
    if skirt:
        canvas.blob(
            [(-70, 310), (70, 310), (96, 420), (108, 508), (0, 518), (-108, 508), (-96, 420)],
            dark(look.shirt, 0.12),
        )
    elif look.cut == "stripes":
        for y in range(150, 400, 44):
            canvas.rect(-84, y, 168, 15, pale(look.shirt, 0.65))


def _collar_of_figure(canvas: Canvas, look: Look) -> None:
    if look.cut == "collar":  # its buttons would run over the trousers
        for side in (-1, 1):
            canvas.polygon([(24 * side, 66), (36 * side, 84), (22 * side, 116), (0, 92)], pale(look.shirt, 0.4))
        canvas.line([(0, 100), (0, 396)], 3.5, dark(look.shirt, 0.22))
        return
    _collar(canvas, look)


def passers_by(canvas: Canvas, rng: Random, looks: list[Look], spots: list[tuple[float, float, float]]) -> None:
    """Draw whole figures at (x, ground, size) with poses as chance has it, the farthest first."""
    for look, (x, ground, size) in zip(looks, sorted(spots, key=lambda spot: spot[1]), strict=False):
        left, right = rng.choice(
            (("down", "down"), ("hip", "down"), ("down", "wave"), ("hold", "hold"), ("down", "hip"))
        )
        with canvas.at(x, ground - 640 * size, size):
            figure(canvas, look, left, right, step=rng.choice((0, 6, 26)))
