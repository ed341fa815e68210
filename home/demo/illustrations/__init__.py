"""Illustrations for the demo content: flat scenes in the site's palette, the same for the same seed."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from home.demo.illustrations import civic, gardens, gatherings, landmarks, nature, rallies, streets, towns, work
from home.demo.illustrations.canvas import Canvas

# A scene draws on the canvas and returns one sentence that says what it drew: the alt text.
Scene = Callable[[Canvas, Random], str]

SCENES: dict[str, Scene] = {
    "ballot": civic.ballot,
    "bikes": streets.bikes,
    "builders": work.builders,
    "capitol": landmarks.capitol,
    "city": towns.city,
    "council": civic.council,
    "crowd": gatherings.crowd,
    "desk": work.desk,
    "garden": gardens.garden,
    "hands": gatherings.hands,
    "houses": towns.houses,
    "market": work.market,
    "network": gatherings.network,
    "park": nature.park,
    "podium": civic.podium,
    "rally": rallies.rally,
    "river": nature.river,
    "roofs": nature.roofs,
    "town_hall": landmarks.town_hall,
    "tram": streets.tram,
    "windows": towns.evening_windows,
    "workshop": gatherings.workshop,
}


class Drawing(NamedTuple):
    """A finished drawing: a JPEG of 1800 by 1200 pixels and its alt text."""

    jpeg: bytes
    alt: str


def draw(scene: str, seed: int) -> Drawing:
    """Draw a scene; the same seed gives the same bytes.

    Args:
        scene: a name in `SCENES`; KeyError for any other.
        seed: any whole number; every number gives other people, colours, light and places.
    """
    rng = Random(f"{scene}:{seed}")  # noqa: S311  (chance for a picture, not a secret)
    canvas = Canvas()
    alt = SCENES[scene](canvas, rng)
    return Drawing(canvas.finish(rng, grain=rng.choice((0, 0, 4, 5))), alt)
