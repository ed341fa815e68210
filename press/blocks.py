"""The sections of the press page."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.links import LinksBlock
from core.blocks.media import DocumentBlock
from core.rich_text import ProseBlock
from images.blocks import PhotoChooserBlock

MOST = 12  # rows of a section; the whole list is a page of its own


class InquiryContactBlock(blocks.StructBlock):
    """How reporters reach a desk."""

    desk = blocks.PageChooserBlock(
        page_type="media_inquiries.MediaContact",
        required=False,
        label=_("Desk"),
        help_text=_("Leave it empty for the default desk."),
    )

    class Meta:
        icon = "mail"
        label = _("Inquiry contact")
        template = "blocks/press/inquiry_contact.html"
        description = _("Whom reporters reach, and whether the desk is open. Keep it first: they are in a hurry.")
        is_previewable = False


class TextBlock(blocks.StructBlock):
    """A heading and a few paragraphs."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    text = ProseBlock(features=["bold", "italic", "link", "ul"], label=_("Text"))

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/press/text.html"
        description = _("A heading with a few paragraphs, such as how to quote us.")
        is_previewable = False


class _NewestOrChosenBlock(blocks.StructBlock):
    """A titled part of a list: what editors choose, then the newest."""

    introduction = ProseBlock(
        required=False,
        features=["bold", "italic", "link"],
        label=_("Introduction"),
        help_text=_("One or two sentences, only if the title needs them."),
    )
    count = blocks.IntegerBlock(
        min_value=1, max_value=MOST, default=5, label=_("How many"), help_text=_("The whole list is one click away.")
    )


_LAYOUT = blocks.BlockGroup(children=["title", "introduction", "count", "chosen"])


class CoverageBlock(_NewestOrChosenBlock):
    """What others have published about us."""

    title = blocks.CharBlock(max_length=80, default=_("In the news"), label=_("Title"))
    chosen = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="news.NewsMention", required=False),
        default=[],
        max_num=MOST,
        label=_("Articles"),
        help_text=_("Those you choose come first. The newest follow until there are enough."),
    )

    class Meta:
        icon = "globe"
        label = _("In the news")
        template = "blocks/press/coverage.html"
        form_layout = _LAYOUT
        description = _("What others have written about us. It keeps itself up to date.")
        is_previewable = False


class ReleasesBlock(_NewestOrChosenBlock):
    """What we have told the press."""

    title = blocks.CharBlock(max_length=80, default=_("Press releases"), label=_("Title"))
    chosen = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="press.PressRelease", required=False),
        default=[],
        max_num=MOST,
        label=_("Releases"),
        help_text=_("Those you choose come first. The newest follow until there are enough."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Press releases")
        template = "blocks/press/releases.html"
        form_layout = _LAYOUT
        description = _("What we have told the press. It keeps itself up to date.")
        is_previewable = False


class PressKitBlock(blocks.StructBlock):
    """What newsrooms download."""

    title = blocks.CharBlock(max_length=80, default=_("Press kit"), label=_("Title"))
    introduction = ProseBlock(required=False, features=["bold", "italic", "link"], label=_("Introduction"))
    documents = blocks.ListBlock(DocumentBlock(), default=[], label=_("Documents"))
    photos = blocks.ListBlock(
        PhotoChooserBlock(required=False),
        default=[],
        label=_("Logos and photos"),
        help_text=_(
            "Each is shown with its caption, credit and terms. Those that the press may reprint can be downloaded "
            "in full size."
        ),
    )

    class Meta:
        icon = "download"
        label = _("Press kit")
        template = "blocks/press/press_kit.html"
        description = _("Documents, logos and photos for download.")
        is_previewable = False


class SectionsBlock(blocks.StreamBlock):
    """The sections of the press page, in the order that editors give them."""

    inquiry_contact = InquiryContactBlock()
    coverage = CoverageBlock()
    releases = ReleasesBlock()
    press_kit = PressKitBlock()
    text = TextBlock()
    links = LinksBlock()

    class Meta:
        required = False


def first_sections():
    """The sections of a new press page, in the order that the owner of the site asked for."""
    return [
        ("inquiry_contact", {"desk": None}),
        ("coverage", {"title": gettext("In the news"), "introduction": "", "count": 4, "chosen": []}),
        ("releases", {"title": gettext("Press releases"), "introduction": "", "count": 5, "chosen": []}),
    ]
