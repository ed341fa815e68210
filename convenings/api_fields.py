"""What only a convening says in the API."""

from django.utils import timezone
from rest_framework.fields import Field

from core.api import TEXT
from core.blocks.body import render_bodies
from core.feeds import absolute_html
from page_cache import expires_at

from .state import state_at


class StateField(Field):
    """What is true of it now: its status as it follows from dates and registration, and where to register or join."""

    schema = {
        "type": "object",
        "properties": {"name": TEXT, "label": TEXT, "button_label": TEXT, "button_url": TEXT},
        "required": ["name", "label", "button_label", "button_url"],
        "additionalProperties": False,
    }

    def __init__(self):
        super().__init__(source="*", read_only=True)

    def to_representation(self, convening):
        """The state; the answer is kept no longer than it is right."""
        state = state_at(convening, timezone.now())
        if state.until:
            expires_at(self.context["request"], state.until)
        label, url = state.button or ("", "")
        return {"name": str(state.name), "label": str(state.label), "button_label": str(label), "button_url": url}


class DescriptionField(Field):
    """Its description as HTML."""

    schema = TEXT

    def __init__(self):
        super().__init__(source="*", read_only=True)

    def to_representation(self, convening):
        """The text, with whole addresses."""
        url = convening.get_full_url(self.context["request"])
        return absolute_html(render_bodies([convening.description], self.context["request"])[0], url)
