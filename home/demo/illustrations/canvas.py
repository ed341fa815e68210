"""A canvas of 1200 by 800 units to draw flat shapes on, smooth at the edges."""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import pairwise
from random import Random

from PIL import Image, ImageChops, ImageDraw

WIDTH, HEIGHT = 1200, 800
_FINE = 3  # pixels a unit while drawing
_REDUCE = 2  # drawn pixels a side that become one: the picture has 1800 by 1200

Point = tuple[float, float]


def smooth(points: Sequence[Point], *, closed: bool, steps: int = 10) -> list[Point]:
    """Return points of a Catmull-Rom curve through ``points``, ``steps`` for each part."""
    count = len(points)
    before, after = (points[-1:], points[:2]) if closed else (points[:1], points[-1:])
    ring = [*before, *points, *after]
    curve = []
    for i in range(count if closed else count - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = ring[i : i + 4]
        for step in range(steps):
            t = step / steps
            curve.append((_between(ax, bx, cx, dx, t), _between(ay, by, cy, dy, t)))
    return curve if closed else [*curve, points[-1]]


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)


class Canvas:
    """Shapes in units of the current place (see ``at``); fills are ``#rrggbb`` or ``#rrggbbaa``."""

    def __init__(self) -> None:
        self._image = Image.new("RGB", (WIDTH * _FINE, HEIGHT * _FINE))
        self._pen = ImageDraw.Draw(self._image, "RGBA")
        self._place = (float(_FINE), 0.0, 0.0, 0.0, 1.0)  # cosine, sine (both scaled), x, y, mirror

    @contextmanager
    def at(self, x: float, y: float, size: float = 1, turn: float = 0, *, mirror: bool = False) -> Iterator[None]:
        """Draw with the origin at x, y, enlarged by ``size``, turned by ``turn`` degrees clockwise."""
        before = self._place
        cosine, sine, _, _, flip = before
        [(left, top)] = self._pixels([(x, y)])
        angle = math.radians(turn) * flip
        self._place = (
            size * (cosine * math.cos(angle) - sine * math.sin(angle)),
            size * (sine * math.cos(angle) + cosine * math.sin(angle)),
            left,
            top,
            -flip if mirror else flip,
        )
        try:
            yield
        finally:
            self._place = before

    def _pixels(self, points: Sequence[Point]) -> list[Point]:
        cosine, sine, left, top, flip = self._place
        return [(left + cosine * x * flip - sine * y, top + sine * x * flip + cosine * y) for x, y in points]

    @property
    def _size(self) -> float:
        return math.hypot(self._place[0], self._place[1])

    def polygon(self, points: Sequence[Point], fill: str) -> None:
        """A polygon with straight sides."""
        self._pen.polygon(self._pixels(points), fill)

    def blob(self, points: Sequence[Point], fill: str) -> None:
        """A closed smooth shape through ``points``."""
        self.polygon(smooth(points, closed=True), fill)

    def rect(self, x: float, y: float, width: float, height: float, fill: str, round: float = 0) -> None:
        """A rectangle from its top left corner, with corners rounded by ``round``."""
        if not round:
            self.polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], fill)
            return
        round = min(round, width / 2, height / 2)
        corners = (
            (x + width - round, y + round, -90),
            (x + width - round, y + height - round, 0),
            (x + round, y + height - round, 90),
            (x + round, y + round, 180),
        )
        self.polygon(
            [
                (
                    cx + round * math.cos(math.radians(start + turn)),
                    cy + round * math.sin(math.radians(start + turn)),
                )
                for cx, cy, start in corners
                for turn in range(0, 91, 10)
            ],
            fill,
        )

    def ellipse(self, x: float, y: float, across: float, down: float, fill: str) -> None:
        """An ellipse from its centre and its two radii."""
        count = max(24, min(120, int(max(across, down) * self._size / 4)))
        angles = [2 * math.pi * i / count for i in range(count)]
        self.polygon([(x + across * math.cos(a), y + down * math.sin(a)) for a in angles], fill)

    def circle(self, x: float, y: float, radius: float, fill: str) -> None:
        """A circle from its centre."""
        [(left, top)] = self._pixels([(x, y)])
        reach = radius * self._size
        self._pen.ellipse((left - reach, top - reach, left + reach, top + reach), fill)

    def ring(self, x: float, y: float, radius: float, width: float, colour: str) -> None:
        """A circle's outline, ``width`` thick inwards."""
        [(left, top)] = self._pixels([(x, y)])
        reach = radius * self._size
        box = (left - reach, top - reach, left + reach, top + reach)
        self._pen.ellipse(box, None, colour, max(1, round(width * self._size)))

    def line(self, points: Sequence[Point], width: float, colour: str, *, ends: bool = True) -> None:
        """A line through ``points`` with round joints and, unless ``ends`` is false, round ends."""
        half = width / 2
        for (ax, ay), (bx, by) in pairwise(points):
            length = math.hypot(bx - ax, by - ay) or 1
            dx, dy = (by - ay) / length * half, (ax - bx) / length * half
            self.polygon([(ax + dx, ay + dy), (bx + dx, by + dy), (bx - dx, by - dy), (ax - dx, ay - dy)], colour)
        for x, y in points if ends else points[1:-1]:
            self.circle(x, y, half, colour)

    def curve(self, points: Sequence[Point], width: float, colour: str) -> None:
        """A smooth line through ``points``."""
        self.line(smooth(points, closed=False), width, colour)

    def sky(self, colours: Sequence[str], top: float = 0, bottom: float = HEIGHT) -> None:
        """A gradient across the whole width, from ``top`` to ``bottom`` (whole canvas units)."""
        strip = Image.new("RGB", (1, len(colours)))
        for row, colour in enumerate(colours):
            strip.paste(colour, (0, row, 1, row + 1))
        rows = round((bottom - top) * _FINE)
        # From the middle of the first stop to the middle of the last, so that both ends are reached.
        tall = strip.resize((1, rows), Image.Resampling.BILINEAR, box=(0, 0.5, 1, len(colours) - 0.5))
        wide = tall.resize((WIDTH * _FINE, rows), Image.Resampling.NEAREST)
        self._image.paste(wide, (0, round(top * _FINE)))

    def glow(self, x: float, y: float, radius: float, colour: str, strength: float) -> None:
        """Soft light around a point, fading out at ``radius``; ``strength`` is its opacity in the middle."""
        [(left, top)] = self._pixels([(x, y)])
        reach = round(radius * self._size)
        fade = Image.radial_gradient("L").point(lambda value: round(max(0, 1 - value / 180) ** 2 * 255 * strength))
        fade = fade.resize((2 * reach, 2 * reach), Image.Resampling.BILINEAR)
        self._image.paste(colour, (round(left) - reach, round(top) - reach), fade)

    def finish(self, rng: Random, grain: int = 0) -> bytes:
        """Return the drawing as JPEG, 1800 by 1200 pixels, with paper grain of the given depth (0 to 12)."""
        picture = self._image.reduce(_REDUCE)
        if grain:
            picture = ImageChops.overlay(picture, _paper(rng, picture.size, grain))
        file = BytesIO()
        picture.save(file, "JPEG", quality=88, optimize=True)
        return file.getvalue()


def _paper(rng: Random, size: tuple[int, int], grain: int) -> Image.Image:
    width, height = size[0] // 2, size[1] // 2
    noise = Image.frombytes("L", (width, height), rng.randbytes(width * height))
    noise = noise.resize(size, Image.Resampling.BICUBIC).point(lambda value: 128 + round((value - 128) * grain / 128))
    return Image.merge("RGB", (noise, noise, noise))
