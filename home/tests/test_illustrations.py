"""The illustrations of the demo content."""

from io import BytesIO

import pytest
from PIL import Image

from home.demo.illustrations import SCENES, draw


@pytest.mark.parametrize("scene", SCENES)
def test_a_scene_is_a_large_described_photo(scene):
    drawing = draw(scene, 1)
    picture = Image.open(BytesIO(drawing.jpeg))
    assert (picture.format, picture.size) == ("JPEG", (1800, 1200))
    assert drawing.alt.endswith(".")
    assert 30 < len(drawing.alt) <= 255


@pytest.mark.parametrize("scene", ["hands", "city", "network"])
def test_a_seed_decides_the_drawing(scene):
    assert draw(scene, 4) == draw(scene, 4)
    assert draw(scene, 4).jpeg != draw(scene, 5).jpeg


def test_an_unknown_scene_is_an_error():
    with pytest.raises(KeyError):
        draw("submarine", 1)
