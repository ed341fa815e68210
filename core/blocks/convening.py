"""A convening inside a text."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.blocks import SnippetChooserBlock


class ConveningBlock(SnippetChooserBlock):
    """A convening as a card that always shows its current state; nothing while it is not published."""

    def __init__(self, **kwargs):
        super().__init__("convenings.Convening", **kwargs)

    class Meta:
        icon = "date"
        label = _("Convening")
        template = "blocks/convening.html"
        description = _("Dates, place and registration of a convening. It keeps itself up to date.")
        is_previewable = False
