"""The home page and the pages that stand by themselves."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The top room: it may show what all others hold."""

    name = "home"
    verbose_name = _("Home")
