"""Charts drawn on the server, as what a template needs to write an SVG."""

from dataclasses import dataclass

WIDTH, HEIGHT = 720, 220  # units of the drawing, which scales with the page
LEFT, BOTTOM, TOP = 36, 30, 24  # room for numbers and names
MOST_NAMES = 12  # below the bars; more would run into each other


@dataclass(frozen=True)
class Bar:
    """One column of a chart; its place in units of the drawing."""

    name: str
    value: int
    x: float
    y: float
    width: float
    height: float
    is_named: bool

    @property
    def middle(self):
        """Where its name and number stand."""
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True)
class BarChart:
    """Columns above a common line, with a scale of whole numbers."""

    bars: list[Bar]
    scale: list[tuple[int, float]]  # value and height of each line
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    base: int = HEIGHT - BOTTOM


def bar_chart(values):
    """A chart of whole numbers.

    Args:
        values: pairs of name and number, from left to right.
    """
    step = _step(max((number for _name, number in values), default=0))
    top = step * max(1, -(-max((number for _name, number in values), default=0) // step))
    room = HEIGHT - BOTTOM - TOP
    slot = (WIDTH - LEFT) / max(1, len(values))
    every = -(-len(values) // MOST_NAMES)
    bars = []
    for place, (name, number) in enumerate(values):
        height = round(room * number / top, 1)
        x, y = round(LEFT + slot * (place + 0.15), 1), round(HEIGHT - BOTTOM - height, 1)
        bars.append(Bar(name, number, x, y, round(slot * 0.7, 1), height, is_named=place % max(1, every) == 0))
    scale = [(value, round(HEIGHT - BOTTOM - room * value / top, 1)) for value in range(0, top + 1, step)]
    return BarChart(bars, scale)


def _step(highest):
    """The distance of two lines of the scale: 1, 2 or 5 times a power of ten, so that about four are enough."""
    unit = 1
    while True:
        for factor in (1, 2, 5):
            if highest <= 4 * unit * factor:
                return unit * factor
        unit *= 10
