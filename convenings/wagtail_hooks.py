"""Convenings in the admin."""

from wagtail import hooks
from wagtail.permissions import policy_registry
from wagtail.snippets.models import register_snippet

from .models import Convening
from .panels import RemindersPanel
from .viewsets import ConveningViewSet

register_snippet(ConveningViewSet)


@hooks.register("construct_homepage_panels")
def convenings_to_look_at(request, panels):
    """Show `RemindersPanel` to those who may change convenings."""
    if policy_registry.get_by_type(Convening).user_has_permission(request.user, "change"):
        panels.append(RemindersPanel())
