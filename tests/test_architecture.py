"""The floors of the house: imports run downwards only."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Each room may import from these, and from no other room of the project.
GROUND = {"images", "page_cache", "worker", "texts"}
BELOW = {
    "texts": set(),
    "images": {"texts"},
    "page_cache": set(),
    "worker": set(),
    "core": GROUND,
    "media_inquiries": {"core", *GROUND},
    "convenings": {"media_inquiries", "core", *GROUND},
    "search": {"core", *GROUND},
    "news": {"convenings", "media_inquiries", "core", *GROUND},
    "press": {"news", "convenings", "media_inquiries", "core", *GROUND},
    "home": {"press", "news", "convenings", "search", "media_inquiries", "core", *GROUND},
    # Nothing may import the demo: a public site does not have it.
    "demo": {"home", "press", "news", "convenings", "search", "media_inquiries", "core", *GROUND},
    "lp_cms": {"home", "press", "news", "convenings", "search", "media_inquiries", "core", *GROUND},
}


def imported_rooms(path):
    """The rooms that a module imports, wherever in the module the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [node.module or ""]
        else:
            continue
        yield from (name.split(".")[0] for name in names)


def modules_of(room):
    """The modules of a room without its tests, which may build on any room."""
    return [path for path in (ROOT / room).rglob("*.py") if "tests" not in path.relative_to(ROOT).parts]


@pytest.mark.parametrize("room", BELOW)
def test_a_room_imports_from_below_only(room):
    forbidden = set(BELOW) - BELOW[room] - {room}
    wrong = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules_of(room)
        for name in imported_rooms(path)
        if name in forbidden
    }
    assert not wrong


def test_every_app_of_the_project_is_a_room():
    apps = {path.parent.name for path in ROOT.glob("*/apps.py")}
    assert apps == set(BELOW) - {"lp_cms"}


def test_no_module_is_a_long_one():
    long = {
        str(path.relative_to(ROOT)): lines
        for room in BELOW
        for path in modules_of(room)
        if "migrations" not in path.parts and (lines := len(path.read_text(encoding="utf-8").splitlines())) > 320
    }
    assert not long
