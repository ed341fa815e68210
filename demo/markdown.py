"""Turn Markdown into what Wagtail stores: rich text, and the blocks of a StreamField.

How people write it is described in demo/content/README.md. Nothing here knows a block but by what Markdown itself can
say (headings, photos, quotes, tables, lines); every other block is a fence with its name, and the block's own
definition says what its fields hold.
"""

import re
from collections.abc import Callable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.models import Page

from images.models import Photo

from .front_matter import ContentError, from_yaml

_PROSE = ("paragraph_open", "bullet_list_open", "ordered_list_open")
_TABLE_CAPTION = "Table: "
_ATTRIBUTION = re.compile(r"(?:—|–|--)\s*")


class MarkdownReader:
    """Converts Markdown.

    Args:
        find: returns the object of a model that a reference names, such as the page at “/about/”; raises ContentError.
    """

    def __init__(self, find: Callable):
        self.find = find
        self.parser = MarkdownIt("commonmark", {"html": False}).enable("table")
        rules = {"strong_open": "<b>", "strong_close": "</b>", "em_open": "<i>", "em_close": "</i>", "softbreak": " "}
        for name, html in rules.items():
            self.parser.add_render_rule(name, lambda renderer, *args, html=html: html)
        self.parser.add_render_rule("link_open", lambda renderer, tokens, index, *args: self._link(tokens[index]))

    def html(self, text: str) -> str:
        """Return rich text as Wagtail keeps it, with links to pages and documents by their ids."""
        return self._render(self.parser.parse(text))

    def stream(self, block: blocks.StreamBlock, text: str) -> list[dict]:
        """Return the raw value of a StreamField.

        Args:
            block: the stream block of the field; a text may use no other blocks.
            text: Markdown.
        """
        found, caption = [], ""
        for group in _top_level(self.parser.parse(text)):
            if (plain := _plain(group)).startswith(_TABLE_CAPTION):
                caption = plain.removeprefix(_TABLE_CAPTION)
                continue
            name, value = self._block(block, group, caption)
            if name == "paragraph" and found and found[-1]["type"] == "paragraph":
                found[-1]["value"] += value
            else:
                found.append({"type": name, "value": value})
            caption = ""
        return found

    def value(self, block: blocks.Block, value: object) -> object:
        """Return what a block stores for a value of YAML: Markdown becomes rich text, references become ids."""
        if isinstance(block, blocks.StreamBlock):
            return [
                {"type": name, "value": self.value(_child(block, name), one)}
                for entry in value or []
                for name, one in entry.items()
            ]
        if isinstance(block, blocks.StructBlock):
            fields = value if isinstance(value, dict) else {next(iter(block.child_blocks)): value}
            return {name: self.value(_child(block, name), one) for name, one in fields.items()}
        if isinstance(block, blocks.ListBlock):
            return [self.value(block.child_block, one) for one in value or []]
        if isinstance(block, blocks.ChooserBlock):
            return value and self.find(block.model_class, value).pk
        if isinstance(block, blocks.RichTextBlock):
            return self.html(value or "")
        return str(value) if isinstance(block, blocks.ChoiceBlock) else value

    def _block(self, block: blocks.StreamBlock, group: list[Token], caption: str) -> tuple[str, object]:
        """Return type and value of the block that one group of tokens stands for."""
        first = group[0]
        if first.type == "fence":
            name = first.info.strip().replace("-", "_")
            return name, self.value(_child(block, name), from_yaml(first.content))
        name, value = self._natural(group, caption)
        _child(block, name)
        return name, value

    def _natural(self, group: list[Token], caption: str) -> tuple[str, object]:
        """Return type and value of a block for which Markdown has signs of its own."""
        first = group[0]
        if first.type == "heading_open" and first.tag in ("h2", "h3"):
            return "heading", {"text": _plain(group), "level": first.tag[1]}
        if images := _images(group):
            uses = [self._photo(image) for image in images]
            return ("photo", uses[0]) if len(uses) == 1 else ("gallery", {"title": "", "photos": uses})
        if first.type in _PROSE:
            return "paragraph", self._render(group)
        if first.type == "blockquote_open":
            return "quote", _quote(group)
        if first.type == "table_open":
            return "table", _table(group, caption)
        if first.type == "hr":
            return "divider", None
        raise ContentError(f"line {first.map[0] + 1} of the text cannot be shown ({first.markup or first.type}).")

    def _photo(self, image: Token) -> dict:
        return {
            "photo": self.find(Photo, image.attrs["src"]).pk,
            "own_caption": self.html(image.attrs.get("title", "")),
            "own_alt": image.content,
            "decorative": False,
        }

    def _link(self, token: Token) -> str:
        target = str(token.attrs["href"])
        if target.startswith("/"):
            return f'<a linktype="page" id="{self.find(Page, target).pk}">'
        if ":" in target or target.startswith("#"):
            return self.parser.renderer.renderToken([token], 0, self.parser.options, {})
        return f'<a linktype="document" id="{self.find(get_document_model(), target).pk}">'

    def _render(self, tokens: list[Token]) -> str:
        return self.parser.renderer.render(tokens, self.parser.options, {}).replace("\n", "")


def _child(block: blocks.Block, name: str) -> blocks.Block:
    if name not in block.child_blocks:
        raise ContentError(f"there is no “{name}” here. Possible are: {', '.join(block.child_blocks)}.")
    return block.child_blocks[name]


def _top_level(tokens: list[Token]) -> Iterator[list[Token]]:
    """Yield the tokens of each paragraph, list, fence and so on."""
    depth = start = 0
    for index, token in enumerate(tokens, 1):
        depth += token.nesting
        if depth == 0:
            yield tokens[start:index]
            start = index


def _plain(tokens: list[Token]) -> str:
    """Return the words of some tokens, without any markup."""
    inline = [token for token in tokens if token.type == "inline"]
    return "".join(part.content or " " * (part.type == "softbreak") for token in inline for part in token.children)


def _images(group: list[Token]) -> list[Token]:
    """Return the images of a paragraph that consists of nothing else."""
    parts = [part for part in group[1].children if part.type != "softbreak"] if len(group) == 3 else []
    return parts if parts and all(part.type == "image" for part in parts) else []


def _quote(group: list[Token]) -> dict:
    *words, last = (_plain(part) for part in _top_level(group[1:-1]))
    if words and (mark := _ATTRIBUTION.match(last)):
        return {"text": "\n\n".join(words), "attribution": last[mark.end() :], "role": ""}
    return {"text": "\n\n".join([*words, last]), "attribution": "", "role": ""}


def _table(group: list[Token], caption: str) -> dict:
    """Return a table; columns that are aligned to the right hold numbers."""
    rows, kinds = [], []
    for position, token in enumerate(group):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(_plain(group[position + 1 : position + 2]))
            if token.type == "th_open":
                kinds.append("number" if "right" in str(token.attrs.get("style", "")) else "text")
    heads, *body = rows
    return {
        "columns": [{"type": kind, "heading": head} for kind, head in zip(kinds, heads, strict=True)],
        "rows": [{"values": [_cell(*cell) for cell in zip(kinds, row, strict=True)]} for row in body],
        "caption": caption,
    }


def _cell(kind: str, text: str) -> object:
    if kind == "text":
        return text
    try:
        return float(text.replace(",", "")) if "." in text else int(text.replace(",", "")) if text else None
    except ValueError as error:
        raise ContentError(f"“{text}” is no number; align the column to the left if it holds words.") from error
