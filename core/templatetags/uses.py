"""Template tags for the pages of the admin that ask whether to delete something."""

from django import template
from django.db.models import Model

from core.uses import uses_of

register = template.Library()


@register.simple_tag(takes_context=True)
def list_uses(context, *things):
    """Return where something is used, as `core.uses.Use`s that name nothing this person may not edit.

    Args:
        context: the context of the template; it holds the request.
        things: what may be meant; the first that is anything at all is.
    """
    thing = next((thing for thing in things if isinstance(thing, Model)), None)
    return uses_of(thing, context["request"].user) if thing else []
