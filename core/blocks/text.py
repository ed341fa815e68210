"""Blocks of words."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from core.rich_text import ProseBlock

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class ParagraphBlock(ProseBlock):
    """Running text with links and lists."""

    def __init__(self, **kwargs):
        super().__init__(**{"features": TEXT_FEATURES, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, links and lists.")
        preview_value = _("<p>Local officials meet people where they live, and change what they can reach.</p>")


class HeadingBlock(blocks.StructBlock):
    """A heading inside the text, with an address of its own."""

    text = blocks.CharBlock(max_length=120, label=_("Heading"))
    level = blocks.ChoiceBlock(
        choices=[("2", _("Section")), ("3", _("Part of a section"))], default="2", label=_("Level")
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"
        form_layout = blocks.BlockGroup(children=["text"], settings=["level"])
        description = _("Starts a section. Readers can link to it.")
        preview_value = {"text": _("What members did this month"), "level": "2"}


class QuoteBlock(blocks.StructBlock):
    """Words of somebody, set apart."""

    text = blocks.TextBlock(label=_("Words"), help_text=_("Without quotation marks; the page sets them."))
    attribution = blocks.CharBlock(required=False, max_length=120, label=_("Who said it"))
    role = blocks.CharBlock(required=False, max_length=120, label=_("Their role"))

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "blocks/quote.html"
        description = _("Words of somebody, set large.")
        preview_value = {
            "text": _("We began by asking who was missing from the room."),
            "attribution": _("Council member, Midwest"),
            "role": "",
        }


class StatementValue(blocks.StructValue):
    """A statement and how its speaker is named."""

    @cached_property
    def anchor(self):
        """The part of the address that leads to it."""
        return slugify(self["speaker"]) or "statement"

    @property
    def attribution(self):
        """Who says it, as a newspaper would have it: speaker, title and place."""
        return ", ".join(part.strip() for part in (self["speaker"], self["title"], self["place"]) if part.strip())


class StatementBlock(blocks.StructBlock):
    """An official statement that reporters may quote."""

    speaker = blocks.CharBlock(required=False, max_length=120, label=_("Speaker"))
    title = blocks.CharBlock(required=False, max_length=160, label=_("Title"), help_text=_("Such as “Council member”."))
    place = blocks.CharBlock(required=False, max_length=120, label=_("Place"))
    words = ProseBlock(features=["bold", "italic", "link"], label=_("Words"))

    class Meta:
        icon = "comment"
        label = _("Statement")
        template = "blocks/statement.html"
        value_class = StatementValue
        description = _("What somebody says on the record, with name, title and place, ready to be quoted.")
        preview_value = {
            "speaker": _("Board member"),
            "title": _("Council member"),
            "place": _("Colorado"),
            "words": _("<p>Cities and counties showed that a better rule is possible.</p>"),
        }

    def clean(self, value):
        """A statement names its speaker, unless it is still a draft."""
        value = super().clean(value)
        if not self.is_deferred_validation and not value["speaker"].strip():
            message = _("Say who makes the statement.")
            raise StructBlockValidationError({"speaker": ValidationError(message)})
        return value


class FactBoxBlock(blocks.StructBlock):
    """A box beside the story: numbers, terms, dates."""

    title = blocks.CharBlock(max_length=100, label=_("Title"))
    text = ProseBlock(features=["bold", "italic", "link", "ul", "ol"], label=_("Text"))

    class Meta:
        icon = "info-circle"
        label = _("Fact box")
        template = "blocks/fact_box.html"
        description = _("A box with background: numbers, terms, dates.")
        preview_value = {"title": _("In short"), "text": _("<ul><li>Who decides</li><li>By when</li></ul>")}


class TableBlock(TypedTableBlock):
    """A table with a caption and column headings; each column holds words or numbers."""

    def __init__(self, local_blocks=None, **kwargs):
        columns = [("text", blocks.CharBlock(required=False)), ("number", blocks.DecimalBlock(required=False))]
        super().__init__(local_blocks or columns, **kwargs)

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table.html"
        description = _("Rows and columns with a caption. The first column names the rows.")
        is_previewable = False


class DividerBlock(blocks.StaticBlock):
    """A pause between two parts of a text."""

    class Meta:
        icon = "minus"
        label = _("Divider")
        template = "blocks/divider.html"
        admin_text = _("A line between two parts.")
        description = _("A line between two parts.")
        preview_value = None
