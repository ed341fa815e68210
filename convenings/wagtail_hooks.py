"""Convenings in the admin."""

from wagtail.snippets.models import register_snippet

from .viewsets import ConveningViewSet

register_snippet(ConveningViewSet)
