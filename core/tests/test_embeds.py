"""Videos of allowed providers, and of no others."""

import pytest

from core.embeds import FRAME_SOURCES, player_for


@pytest.mark.parametrize(
    ("address", "src"),
    [
        ("https://www.youtube.com/watch?v=abcDEF12345", "https://www.youtube-nocookie.com/embed/abcDEF12345"),
        ("https://www.youtube.com/watch?t=10&v=abcDEF12345", "https://www.youtube-nocookie.com/embed/abcDEF12345"),
        ("https://youtu.be/abcDEF12345?si=x", "https://www.youtube-nocookie.com/embed/abcDEF12345"),
        ("https://m.youtube.com/shorts/abcDEF12345", "https://www.youtube-nocookie.com/embed/abcDEF12345"),
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
    ],
)
def test_finds_the_player(address, src):
    assert player_for(address).src == src


@pytest.mark.parametrize(
    "address",
    [
        "",
        None,
        "https://example.org/watch?v=abcDEF12345",
        "https://youtube.com.example.org/watch?v=abcDEF12345",
        "https://example.org/https://www.youtube.com/watch?v=abcDEF12345",
        "javascript:alert(1)//youtu.be/abcDEF12345",
        'https://youtu.be/"onload=alert(1)',
    ],
)
def test_refuses_everything_else(address):
    assert player_for(address) is None


def test_every_player_is_in_the_content_security_policy():
    assert player_for("https://youtu.be/abcDEF12345").src.startswith(tuple(FRAME_SOURCES))
    assert player_for("https://vimeo.com/76979871").src.startswith(tuple(FRAME_SOURCES))
