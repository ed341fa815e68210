"""A small language to write demo texts in: one function for each body block, with references instead of ids.

The functions return blocks as `(type, value)`. Their values may hold references (`Picture`, `PageTitled`,
`FileNamed`, `ConveningNamed`); `stored` turns a list of blocks into what a StreamField keeps, with the ids that the
loader found for the references.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import cleandoc

CREDIT = "Illustration: Local Progress demo"


@dataclass(frozen=True)
class Picture:
    """An illustration by scene and seed, with the caption it has everywhere."""

    scene: str
    seed: int
    caption: str


@dataclass(frozen=True)
class PageTitled:
    """A page of the demo, by its title."""

    title: str


@dataclass(frozen=True)
class FileNamed:
    """A document of the demo, by its file name."""

    name: str


@dataclass(frozen=True)
class ConveningNamed:
    """A convening of the demo, by its name."""

    name: str


Reference = Picture | PageTitled | FileNamed | ConveningNamed
Block = tuple[str, object]
# In texts, <a page="About Local Progress"> leads to the page of that title.
_PAGE_LINK = re.compile(r'<a page="([^"]+)">')


def rich(text: str) -> str:
    """Return plain text as HTML: blank lines part paragraphs, lines that begin with "- " or "1. " are lists."""
    return "".join(_element(part) for part in re.split(r"\n\s*\n", cleandoc(text)))


def _element(part: str) -> str:
    for tag, mark in (("ul", r"^- "), ("ol", r"^\d+\. ")):
        items = re.split(mark, part, flags=re.MULTILINE)
        if len(items) > 1:
            return f"<{tag}>{''.join(f'<li>{_one_line(item)}</li>' for item in items[1:])}</{tag}>"
    return f"<p>{_one_line(part)}</p>"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def paragraph(text: str) -> Block:
    """Running text; see `rich`."""
    return "paragraph", rich(text)


def heading(text: str, level: int = 2) -> Block:
    """A heading of a section (2) or of a part of it (3)."""
    return "heading", {"text": text, "level": str(level)}


def _use(picture: Picture, caption: str = "", alt: str = "", *, decorative: bool = False) -> dict:
    own_caption = rich(caption) if caption else ""
    return {"photo": picture, "own_caption": own_caption, "own_alt": alt, "decorative": decorative}


def photo(picture: Picture, caption: str = "", alt: str = "", *, decorative: bool = False) -> Block:
    """A photo, with another caption or alt text for this use if given."""
    return "photo", _use(picture, caption, alt, decorative=decorative)


def gallery(title: str, *pictures: Picture) -> Block:
    """Several photos of one occasion."""
    return "gallery", {"title": title, "photos": [_use(picture) for picture in pictures]}


def quote(text: str, attribution: str, role: str = "") -> Block:
    """Words set apart; whoever says them is named by what they do."""
    return "quote", {"text": _one_line(text), "attribution": attribution, "role": role}


def statement(speaker: str, title: str, place: str, words: str) -> Block:
    """A statement that reporters may quote."""
    return "statement", {"speaker": speaker, "title": title, "place": place, "words": rich(words)}


def embed(url: str, title: str) -> Block:
    """A video of an allowed provider."""
    return "embed", {"url": url, "title": title}


def convening(name: str) -> Block:
    """A convening as it stands at any time."""
    return "convening", ConveningNamed(name)


def document(name: str, label: str = "") -> Block:
    """A file to download."""
    return "document", {"document": FileNamed(name), "label": label}


def link(label: str, target: str) -> dict:
    """A link to an address (with ``://``) or to the page of this title."""
    outside = "://" in target
    return {"label": label, "page": None if outside else PageTitled(target), "url": target if outside else ""}


def call_to_action(heading: str, text: str, label: str, target: str) -> Block:
    """A box that asks for one thing."""
    return "call_to_action", {"heading": heading, "text": _one_line(text), "link": link(label, target)}


def pages(title: str, *titles: str) -> Block:
    """A list of pages of the demo, by their titles."""
    return "pages", {"title": title, "pages": [PageTitled(one) for one in titles]}


def table(caption: str, columns: list[str], *rows: list) -> Block:
    """A table; a column whose first cell is a number holds numbers."""
    kinds = ["text" if isinstance(cell, str) else "number" for cell in rows[0]]
    return "table", {
        "columns": [{"type": kind, "heading": name} for kind, name in zip(kinds, columns, strict=True)],
        "rows": [{"values": row} for row in rows],
        "caption": caption,
    }


def fact_box(title: str, text: str) -> Block:
    """Background beside the story."""
    return "fact_box", {"title": title, "text": rich(text)}


def divider() -> Block:
    """A pause between two parts."""
    return "divider", None


def stored(blocks: list[Block], id_of: Callable[[Reference], int]) -> list[dict]:
    """Return blocks as a StreamField keeps them, each reference replaced by ``id_of(reference)``."""
    return [{"type": kind, "value": _resolve(value, id_of)} for kind, value in blocks]


def _resolve(value, id_of):
    if isinstance(value, Reference):
        return id_of(value)
    if isinstance(value, str):
        return _PAGE_LINK.sub(lambda found: f'<a linktype="page" id="{id_of(PageTitled(found[1]))}">', value)
    if isinstance(value, dict):
        return {name: _resolve(part, id_of) for name, part in value.items()}
    if isinstance(value, list):
        return [_resolve(part, id_of) for part in value]
    return value


def references(value) -> Iterator[Reference]:
    """Yield every reference in a value, a block or a list of blocks."""
    if isinstance(value, Reference):
        yield value
    elif isinstance(value, str):
        yield from map(PageTitled, _PAGE_LINK.findall(value))
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    for part in parts:
        yield from references(part)
