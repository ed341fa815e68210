"""The body of every page type: one stream of blocks, rendered in a fixed number of queries."""

from itertools import islice

from django.utils.safestring import mark_safe
from django.utils.text import slugify
from wagtail import blocks

from core.rich_text import Prose, expand_together

from .convening import ConveningBlock
from .links import CallToActionBlock, PagesBlock
from .media import DocumentBlock, EmbedBlock, GalleryBlock, PhotoBlock
from .text import (
    DividerBlock,
    FactBoxBlock,
    HeadingBlock,
    ParagraphBlock,
    QuoteBlock,
    StatementBlock,
    TableBlock,
)


class BodyBlock(blocks.StreamBlock):
    """The blocks that editors put a text together from; shared by all page types."""

    paragraph = ParagraphBlock()
    heading = HeadingBlock()
    photo = PhotoBlock()
    gallery = GalleryBlock()
    quote = QuoteBlock()
    statement = StatementBlock()
    embed = EmbedBlock()
    document = DocumentBlock()
    call_to_action = CallToActionBlock()
    convening = ConveningBlock()
    pages = PagesBlock()
    table = TableBlock()
    fact_box = FactBoxBlock()
    divider = DividerBlock()

    class Meta:
        required = False

    def render(self, value, context=None):
        """The HTML of one body."""
        children = list(value)
        expand_together(child.value for child in children)
        return _join(children, context)


def render_bodies(stream_values, request=None):
    """The HTML of many bodies, in as many queries as one body takes.

    All blocks are read as one long stream, so that Wagtail fetches the photos, pages and documents of
    all of them together.

    Args:
        stream_values: `StreamValue`s of `BodyBlock` fields.
        request: the request, if its answer is kept: it learns how long the texts are right.

    Returns:
        a list of safe HTML texts in the same order.
    """
    bodies = list(stream_values)
    if not bodies:
        return []
    stream_block = bodies[0].stream_block
    # Wagtail drops blocks of types that no longer exist; so must the count of blocks of each body.
    raw = [[block for block in body.raw_data if block["type"] in stream_block.child_blocks] for body in bodies]
    everything = list(stream_block.to_python([block for body in raw for block in body]))
    expand_together(child.value for child in everything)
    children = iter(everything)
    return [_join(list(islice(children, len(body))), {"request": request}) for body in raw]


def _join(children, context):
    anchors = _anchors(children)
    inherited = _flat(context)
    return mark_safe(  # noqa: S308  (each part is a rendered template or expanded rich text)
        "".join(
            child.value.__html__()
            if isinstance(child.value, Prose)
            else child.render({**inherited, "anchor": anchors.get(id(child), "")})
            for child in children
        )
    )


def statements(stream_value):
    """The statements of a body, as pairs of anchor and `StatementValue`."""
    if not any(block["type"] == "statement" for block in stream_value.raw_data):
        return []
    children = list(stream_value)
    anchors = _anchors(children)
    return [(anchors[id(child)], child.value) for child in children if child.block_type == "statement"]


def word_count(stream_value):
    """The number of words in a body, for the reading time."""
    return sum(len(text.split()) for text in stream_value.stream_block.get_searchable_content(stream_value))


def _flat(context):
    if context is None:
        return {}
    return context.flatten() if hasattr(context, "flatten") else context


def _anchors(children):
    """A unique anchor for each heading and statement, by the identity of the block."""
    taken, anchors = set(), {}
    for child in children:
        if child.block_type == "heading":
            stem = slugify(child.value["text"]) or "section"
        elif child.block_type == "statement":
            stem = child.value.anchor
        else:
            continue
        anchor, number = stem, 2
        while anchor in taken:
            anchor, number = f"{stem}-{number}", number + 1
        taken.add(anchor)
        anchors[id(child)] = anchor
    return anchors
