"""What is made for reporters."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PressConfig(AppConfig):
    """The press room."""

    name = "press"
    verbose_name = _("Press")

    def ready(self):
        """Let feeds and search know of releases, name what is public, and connect what happens then."""
        from core.registry import Kind, register

        from . import endpoints, preparing, public_addresses, signal_handlers
        from .models import PressRelease

        register(Kind("release", _("Press releases"), _("Press release"), PressRelease))
        endpoints.register_all()
        signal_handlers.connect()
        preparing.connect()
        public_addresses.register_all()
