"""Template tags of the search page."""

from django import template

from search.marking import marked as _marked

register = template.Library()


@register.filter
def marked(text, words):
    """A text with these words marked; see `search.marking`."""
    return _marked(text, words)
