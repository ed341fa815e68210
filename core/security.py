"""Which content security policy a response gets, and an admin without inline scripts.

See docs/decisions/0006-content-security-policy.md.
"""

import json
import re
from functools import wraps

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.urls import reverse
from django.utils.html import json_script
from django.utils.safestring import mark_safe
from wagtail.admin.widgets import BaseChooser

# How Wagtail's choosers start themselves: one call with arguments that are JSON, at the end of their HTML.
_INLINE_START = re.compile(r"<script>(?:new )?(\w+)\((.*)\);</script>\s*$", re.DOTALL)


class ContentSecurityPolicy(CSPMiddleware):
    """Sends `CONTENT_SECURITY_POLICY`, and `ADMIN_CONTENT_SECURITY_POLICY` below the address of the admin."""

    def get_policy_parts(self, request, response, report_only=False):
        """The parts of the policy for this response; a policy that the view has chosen stays."""
        parts = super().get_policy_parts(request, response, report_only)
        if parts.config is None and not report_only and request.path.startswith(reverse("wagtailadmin_home")):
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY
        return parts


def start_widget(name, *arguments):
    """HTML that has static/js/admin.js start a widget, at the moment it gets into the page.

    Args:
        name: a function or (with a capital) a class that Wagtail's scripts define, such as "ImageChooser".
        arguments: what to call it with; anything that JSON can carry.
    """
    return json_script([name, *arguments]) + mark_safe("<start-widget></start-widget>")


def start_choosers_without_inline_scripts():
    """Have Wagtail's choosers render `start_widget` in place of a script; to be called once."""
    render = BaseChooser.render

    @wraps(render)
    def render_without_inline_script(self, *args, **kwargs):
        html = _INLINE_START.sub(
            lambda call: start_widget(call[1], *json.loads(f"[{call[2]}]")), render(self, *args, **kwargs)
        )
        return mark_safe(html)  # noqa: S308  (Wagtail's own HTML, and JSON escaped by json_script)

    BaseChooser.render = render_without_inline_script
