"""The template tag for panels and fields of the admin that a script brings to life."""

import json

from django import template

from core import security

register = template.Library()


@register.simple_tag
def start_widget(name, *arguments, options):
    """As `core.security.start_widget`, with a last argument that is JSON already."""
    return security.start_widget(name, *arguments, json.loads(options))
