"""The home page and the pages that stand by themselves."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The top room: it may show what all others hold."""

    name = "home"
    verbose_name = _("Home")

    def ready(self):
        """Let search know of the pages that stand by themselves."""
        from core.registry import Kind, register

        from .models import StandardPage

        register(Kind("page", _("About us"), _("Page"), StandardPage, is_news=False))
