"""Template tags for every page of the site."""

import json

from django import template
from django.template.loader import get_template
from django.utils.html import escape
from django.utils.safestring import mark_safe

from core import rich_text
from core.moments import moment_text
from page_cache import remember
from texts.clean import clean_text, cleaned

register = template.Library()

# As Django's `json_script` does: no text in the data can end the script element.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


register.filter(rich_text.without_dead_links)


@register.filter
def json_ld(data):
    """Data as a JSON-LD script element (a data block: browsers run nothing of it)."""
    text = json.dumps(cleaned(data), ensure_ascii=False).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308  (escaped above)


@register.filter
def clean(html):
    """Safe HTML without what was stored before texts were cleaned; half a character could not even be sent."""
    return mark_safe(clean_text(html))  # noqa: S308  (safe before)


@register.filter
def moment(value, zone=""):
    """A moment as `core.moments.moment_text` writes it, in the zone of whoever reads or another one."""
    return moment_text(value, zone)


@register.filter
def tel(number):
    """A phone number as the address of a `tel:` link (RFC 3966), for a number of the US or with a +."""
    digits = "".join(character for character in str(number) if character.isdigit())
    international = str(number).strip().startswith("+") or (len(digits) == 11 and digits.startswith("1"))
    return escape(f"tel:+{digits}" if international else f"tel:+1{digits}")


@register.simple_tag
def site_footer(settings, desk):
    """The footer, which is the same on every page of a site: made once from its `SiteSettings` and default desk."""
    template = get_template("components/footer.html")
    return remember(("footer", settings.site_id), lambda: template.render({"settings": settings, "desk": desk}))


@register.simple_tag
def choices(options):
    """The `option` elements of a select: `core.listing.Option`s with their counts, the current one selected.

    Written here because a list has many dozens of them, and a template is slow at small things.
    """
    selected = {False: "", True: " selected"}
    lines = [
        f'<option value="{escape(option.value)}"{selected[option.is_current]}>'
        f"{escape(option.label)} ({option.count})</option>"
        for option in options
    ]
    return mark_safe("\n".join(lines))  # noqa: S308  (escaped above)
