"""The photo library: photos, their captions and the sizes in which pages show them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from PIL import PngImagePlugin


class ImagesConfig(AppConfig):
    """Connects what must happen when a photo is saved."""

    name = "images"
    verbose_name = _("Photos")

    def ready(self):
        """Connect the signal handlers and the system checks, and have choosers advise a credit."""
        from . import checks, signal_handlers  # noqa: F401  (checks register themselves)
        from .choosers import name_missing_credit

        signal_handlers.connect()
        name_missing_credit()
        # A photo with an absurdly long caption is a photo all the same; Pillow would take it for an attack.
        PngImagePlugin.MAX_TEXT_CHUNK = 16 * 1024 * 1024  # bytes
