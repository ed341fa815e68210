"""The template tag for what the editor says of links to pages that nobody may see."""

from django import template
from wagtail.models import ReferenceIndex

from core.hidden_links import hidden_pages_of

register = template.Library()


@register.inclusion_tag("admin/hidden_links.html", takes_context=True)
def hidden_links(context):
    """Say which links of what is edited readers see as words only; nothing where there are none."""
    thing = context.get("page") or context.get("object")
    return {"pages": hidden_pages_of(thing) if ReferenceIndex.is_indexed(type(thing)) else []}
