"""Blocks of photos, videos and documents."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock

from core.embeds import PROVIDERS, player_for
from core.files import open_documents
from core.rich_text import ProseBlock
from images.blocks import PhotoChooserBlock
from images.metadata.texts import LINE_LENGTH


class PhotoValue(blocks.StructValue):
    """A photo in one use."""

    @property
    def alt(self):
        """The alt text of this use: empty if decorative, the editor's own, or None for the photo's."""
        if self["decorative"]:
            return ""
        return self["own_alt"] or None


class PhotoBlock(blocks.StructBlock):
    """A photo with caption and credit. Both come from the photo; caption and alt text may differ in this use."""

    photo = PhotoChooserBlock(label=_("Photo"))
    own_caption = ProseBlock(
        required=False,
        features=["bold", "italic", "link"],
        label=_("Another caption here"),
        help_text=_("Leave empty to show the photo’s own, which then follows every change. The credit always does."),
    )
    own_alt = blocks.TextBlock(
        required=False,
        rows=2,
        max_length=LINE_LENGTH,
        label=_("Another alt text here"),
        help_text=_("Leave empty to use the photo’s own. Write one if the photo is here for another reason."),
    )
    decorative = blocks.BooleanBlock(
        required=False,
        label=_("Decorative"),
        help_text=_("Tick it only if a reader who cannot see the photo misses nothing."),
    )

    class Meta:
        icon = "image"
        label = _("Photo")
        template = "blocks/photo.html"
        value_class = PhotoValue
        form_layout = blocks.BlockGroup(children=["photo"], settings=["own_caption", "own_alt", "decorative"])
        description = _("A photo with its caption and credit.")
        is_previewable = False

    def clean(self, value):
        """A decorative photo has no alt text."""
        value = super().clean(value)
        if not self.is_deferred_validation and value["decorative"] and value["own_alt"].strip():
            message = _("A decorative photo has no alt text. Clear the alt text or untick this.")
            raise StructBlockValidationError({"decorative": ValidationError(message)})
        return value


class GalleryBlock(blocks.StructBlock):
    """Several photos of one occasion."""

    title = blocks.CharBlock(required=False, max_length=100, label=_("Title"))
    photos = blocks.ListBlock(PhotoBlock(), min_num=2, max_num=24, label=_("Photos"))

    class Meta:
        icon = "grid"
        label = _("Gallery")
        template = "blocks/gallery.html"
        description = _("Two or more photos of one occasion, each with caption and credit.")
        is_previewable = False


def is_allowed_video(url):
    """Validator: raises ValidationError if no provider we allow hosts the video."""
    if not player_for(url):
        names = ", ".join(provider.name for provider in PROVIDERS)
        raise ValidationError(_("Only videos of these sites can be shown: %(names)s.") % {"names": names})


class EmbedValue(blocks.StructValue):
    """A video and its player."""

    @property
    def player(self):
        """The `core.embeds.Player`, or None if the address is not (or no longer) allowed."""
        return player_for(self["url"])


class EmbedBlock(blocks.StructBlock):
    """A video of an allowed provider."""

    url = blocks.URLBlock(
        label=_("Address of the video"), validators=[is_allowed_video], help_text=_("From YouTube or Vimeo.")
    )
    title = blocks.CharBlock(
        max_length=150,
        label=_("Title"),
        help_text=_("What the video shows, for people who use a screen reader."),
    )

    class Meta:
        icon = "media"
        label = _("Video")
        template = "blocks/embed.html"
        value_class = EmbedValue
        description = _("A video from YouTube or Vimeo, shown without tracking cookies.")
        is_previewable = False


class DocumentValue(blocks.StructValue):
    """A document and its words."""

    @property
    def is_shown(self):
        """False where it has been deleted, or only some may fetch it."""
        return bool(self["document"] and open_documents([self["document"]]))


class DocumentBlock(blocks.StructBlock):
    """A document to download."""

    document = DocumentChooserBlock(label=_("Document"))
    label = blocks.CharBlock(
        required=False, max_length=150, label=_("Words"), help_text=_("The document’s title if left empty.")
    )

    class Meta:
        icon = "doc-full"
        label = _("Document")
        template = "blocks/document.html"
        value_class = DocumentValue
        description = _("A document to download, with its type and size.")
        is_previewable = False
