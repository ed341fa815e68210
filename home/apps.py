"""The home page and the pages that stand by themselves."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The top room: it may show what all others hold."""

    name = "home"
    verbose_name = _("Home")

    def ready(self):
        """Let search know of the pages that stand by themselves, and of those that list others."""
        from convenings.models import ConveningIndex
        from core.registry import Kind, register
        from news.models import BlogIndex, NewsMentionIndex
        from press.models import PressIndex, PressReleaseIndex

        from .models import StandardPage

        lists = (BlogIndex, ConveningIndex, PressIndex, NewsMentionIndex, PressReleaseIndex)
        register(Kind("page", _("Pages"), _("Page"), StandardPage, is_news=False, more_models=lists))
