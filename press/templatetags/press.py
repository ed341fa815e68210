"""Template tags of the press room."""

from django import template

register = template.Library()


@register.simple_tag
def quote_card(page, anchor):
    """The `QuoteCard` of the statement under an anchor; None on pages that have no cards."""
    return getattr(page, "cards", {}).get(anchor)
