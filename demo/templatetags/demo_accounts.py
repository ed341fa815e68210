"""Template tag of the sign-in page."""

from django import template

from core.demo_accounts import NAMES, PASSWORD, open_accounts

register = template.Library()


@register.simple_tag
def demo_accounts() -> dict:
    """Return the `names` of the demo's accounts that open with its `password`."""
    return {"names": list(open_accounts(*NAMES)), "password": PASSWORD}
