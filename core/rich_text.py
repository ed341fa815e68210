"""Rich text for readers, in a fixed number of queries however many pieces a page has."""

import re
from collections.abc import Mapping

from django.utils.safestring import mark_safe
from wagtail import blocks
from wagtail.rich_text import RichText, expand_db_html, get_text_for_indexing

from texts.clean import clean_line

# A control character that no text of an editor contains; see `expand_together`.
_BOUNDARY = "\x1e"
# What a link becomes whose target readers may not see; see `core.link_handlers`.
_LINK_TO_NOWHERE = re.compile(r"<a>(.*?)</a>", re.DOTALL)


def without_dead_links(html):
    """Leave the words of links that lead nowhere, without the link.

    Args:
        html: rich text as Wagtail has expanded it, safe HTML.
    """
    return mark_safe(_LINK_TO_NOWHERE.sub(r"\1", html))  # noqa: S308  (takes tags away from safe HTML)


def expand(source):
    """Turn rich text as it is stored into HTML for readers."""
    return without_dead_links(expand_db_html(source))


class Prose(RichText):
    """Rich text that can be expanded together with others."""

    expanded = None

    def __html__(self):
        """The HTML for readers."""
        return super().__html__() if self.expanded is None else self.expanded


class ProseBlock(blocks.RichTextBlock):
    """A rich text block whose value is `Prose`."""

    def to_python(self, value):
        """`Prose` of a stored text."""
        return Prose(value)


def expand_together(values):
    """Expand all `Prose` within block values at once.

    Wagtail looks up the pages that a text links to by one query for each text; joined they need one
    query for all.

    Args:
        values: values of blocks, as deep as they may be.
    """
    texts = [prose for value in values for prose in _prose_within(value)]
    joined = _BOUNDARY.join(text.source.replace(_BOUNDARY, "") for text in texts)
    for text, html in zip(texts, expand(joined).split(_BOUNDARY) if texts else (), strict=True):
        text.expanded = mark_safe(html)  # noqa: S308  (Wagtail's own expansion of its rich text)


def _prose_within(value):
    if isinstance(value, Prose):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _prose_within(part)
    elif isinstance(value, list | blocks.list_block.ListValue):
        for part in value:
            yield from _prose_within(part)


def one_line(source):
    """Rich text as one line of plain words."""
    return " ".join(clean_line(get_text_for_indexing(source)).split())
