"""Template tag for what stands under an article."""

from django import template

from search.related import related

register = template.Library()


@register.inclusion_tag("components/related.html")
def read_next(page):
    """Three pages on the same things as this one; see `search.related`."""
    return {"pages": related(page)}
