"""Hair and headscarves in many manners; each is drawn behind the head, before it, or both."""

from collections.abc import Callable
from dataclasses import dataclass

from home.demo.illustrations.canvas import Canvas
from home.demo.illustrations.palette import dark, pale


@dataclass(frozen=True)
class Look:
    """How one person looks: colours, hair, clothes and what they wear besides."""

    skin: str
    hair: str
    style: str
    shirt: str
    cut: str
    trousers: str
    accent: str
    glasses: bool
    beard: bool


def _cap(canvas: Canvas, look: Look, fringe: float = -30, top: float = -68, side: float = -2) -> None:
    canvas.blob(
        [
            (-48, side),
            (-51, -32),
            (-30, top + 8),
            (0, top),
            (30, top + 8),
            (51, -32),
            (48, side),
            (41, -18),
            (28, fringe),
            (0, fringe - 4),
            (-28, fringe),
            (-41, -18),
        ],
        look.hair,
    )


def _short(canvas: Canvas, look: Look) -> None:
    _cap(canvas, look)


def _fade(canvas: Canvas, look: Look) -> None:
    canvas.blob(
        [
            (-45, -18),
            (-46, -40),
            (-30, -62),
            (30, -62),
            (46, -40),
            (45, -18),
            (36, -34),
            (0, -40),
            (-36, -34),
        ],
        look.hair,
    )
    canvas.rect(-44, -74, 88, 36, look.hair, 16)


def _parted(canvas: Canvas, look: Look) -> None:
    canvas.blob(
        [
            (-48, 4),
            (-52, -34),
            (-26, -66),
            (14, -74),
            (48, -50),
            (50, 0),
            (42, -20),
            (22, -44),
            (-4, -34),
            (-34, -24),
        ],
        look.hair,
    )


def _afro_behind(canvas: Canvas, look: Look) -> None:
    canvas.blob([(-62, 14), (-78, -22), (-66, -64), (-28, -92), (28, -92), (66, -64), (78, -22), (62, 14)], look.hair)


def _afro(canvas: Canvas, look: Look) -> None:
    canvas.blob(
        [
            (-56, 0),
            (-58, -44),
            (-30, -76),
            (30, -76),
            (58, -44),
            (56, 0),
            (42, -18),
            (22, -38),
            (0, -42),
            (-22, -38),
            (-42, -18),
        ],
        look.hair,
    )


_CURLS = [
    (-50, 8),
    (-58, -16),
    (-52, -42),
    (-34, -62),
    (-10, -72),
    (16, -72),
    (38, -60),
    (54, -40),
    (58, -14),
    (50, 10),
]


def _curls_behind(canvas: Canvas, look: Look) -> None:
    for x, y in _CURLS:
        canvas.circle(x, y, 23, look.hair)


def _curls(canvas: Canvas, look: Look) -> None:
    for x, y in ((-34, -40), (-14, -50), (8, -52), (28, -44), (42, -30), (-44, -24)):
        canvas.circle(x, y, 17, look.hair)


def _bun_behind(canvas: Canvas, look: Look) -> None:
    canvas.circle(0, -80, 25, look.hair)
    canvas.rect(-16, -66, 32, 9, look.accent, 4)


def _long_behind(canvas: Canvas, look: Look) -> None:
    canvas.blob(
        [
            (-50, -30),
            (-30, -66),
            (30, -66),
            (50, -30),
            (58, 30),
            (66, 110),
            (40, 128),
            (-40, 128),
            (-66, 110),
            (-58, 30),
        ],
        look.hair,
    )


def _bob_behind(canvas: Canvas, look: Look) -> None:
    canvas.blob(
        [(-52, -28), (-30, -68), (30, -68), (52, -28), (62, 30), (50, 56), (0, 50), (-50, 56), (-62, 30)],
        look.hair,
    )


def _middle(canvas: Canvas, look: Look) -> None:
    for side in (-1, 1):
        canvas.blob(
            [
                (0, -64),
                (30 * side, -62),
                (50 * side, -36),
                (52 * side, 14),
                (44 * side, 10),
                (36 * side, -22),
                (14 * side, -42),
                (0, -52),
            ],
            look.hair,
        )


def _bob(canvas: Canvas, look: Look) -> None:
    _cap(canvas, look, fringe=-22)
    for side in (-1, 1):
        canvas.blob([(52 * side, -34), (60 * side, 26), (50 * side, 52), (40 * side, 40), (42 * side, -10)], look.hair)


def _ponytail_behind(canvas: Canvas, look: Look) -> None:
    canvas.blob([(20, -62), (62, -58), (80, -10), (74, 50), (58, 62), (56, 0), (34, -34)], look.hair)


def _locs_behind(canvas: Canvas, look: Look) -> None:
    for x in (-52, -40, 40, 52):
        canvas.curve([(x * 0.7, -50), (x * 1.1, 0), (x * 1.15, 104 - abs(x) / 3)], 17, look.hair)


def _locs(canvas: Canvas, look: Look) -> None:
    _cap(canvas, look, fringe=-34, top=-72)
    for x in (-49, 49):
        canvas.curve([(x * 0.8, -44), (x * 1.08, -4), (x * 1.12, 66)], 14, look.hair)
        canvas.circle(x * 1.12, 52, 8, look.accent)


def _bald(canvas: Canvas, look: Look) -> None:
    canvas.ellipse(16, -42, 13, 6, pale(look.skin, 0.28))


def _scarf_behind(canvas: Canvas, look: Look) -> None:
    canvas.blob(
        [(-52, -30), (-30, -72), (30, -72), (52, -30), (58, 40), (86, 104), (0, 150), (-86, 104), (-58, 40)],
        look.accent,
    )


def _scarf(canvas: Canvas, look: Look) -> None:
    outer = [(-54, 30), (-54, -34), (-30, -70), (30, -70), (54, -34), (54, 30), (30, 76), (-30, 76)]
    inner = [(-34, 30), (-40, -6), (-30, -36), (0, -46), (30, -36), (40, -6), (34, 30), (0, 56)]
    for side in (-1, 1):
        half = [(x, y) for x, y in outer if x * side > 0] + [(x, y) for x, y in reversed(inner) if x * side >= 0]
        canvas.polygon(_round(half, side), look.accent)
    canvas.blob([(-46, 50), (0, 62), (46, 50), (60, 96), (0, 126), (-60, 96)], look.accent)
    canvas.curve([(-40, 62), (0, 86), (48, 66)], 4, dark(look.accent, 0.2))


def _round(half: list[tuple[float, float]], side: int) -> list[tuple[float, float]]:
    """The half frame of a headscarf, closed over the crown and under the chin."""
    outer = [
        (0, -74),
        (30 * side, -69),
        (52 * side, -40),
        (56 * side, 0),
        (52 * side, 40),
        (34 * side, 72),
        (0, 84),
    ]
    inner = [
        (0, 54),
        (16 * side, 50),
        (33 * side, 30),
        (40 * side, -4),
        (33 * side, -32),
        (16 * side, -44),
        (0, -47),
    ]
    return outer + inner


_Manner = Callable[[Canvas, Look], None]
BEHIND: dict[str, _Manner] = {
    "afro": _afro_behind,
    "curls": _curls_behind,
    "bun": _bun_behind,
    "long": _long_behind,
    "bob": _bob_behind,
    "ponytail": _ponytail_behind,
    "locs": _locs_behind,
    "scarf": _scarf_behind,
}
FRONT: dict[str, _Manner] = {
    "short": _short,
    "fade": _fade,
    "parted": _parted,
    "afro": _afro,
    "curls": _curls,
    "bun": _short,
    "long": _middle,
    "bob": _bob,
    "ponytail": _parted,
    "locs": _locs,
    "bald": _bald,
    "scarf": _scarf,
}
