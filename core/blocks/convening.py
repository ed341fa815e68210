"""A convening inside a text."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.blocks import SnippetChooserBlock


class ConveningBlock(SnippetChooserBlock):
    """A convening as a card that always shows its current state; nothing while it is not published."""

    def __init__(self, **kwargs):
        super().__init__("convenings.Convening", **kwargs)

    def bulk_to_python(self, values):
        """The convenings with these ids, in this order, with all that their cards show; None for deleted ones."""
        found = self.model_class.objects.as_cards({value for value in values if value})
        return [found.get(value) for value in values]

    def get_context(self, value, parent_context=None):
        """Add the `card` that is right now; `request`, if there is one in the context, learns for how long."""
        context = super().get_context(value, parent_context)
        context["card"] = value and value.card(context.get("request"))
        return context

    class Meta:
        icon = "date"
        label = _("Convening")
        template = "blocks/convening.html"
        description = _("Dates, place and registration of a convening. It keeps itself up to date.")
        is_previewable = False
