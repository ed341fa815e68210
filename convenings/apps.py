"""What we announce: conventions, meetings, briefings."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConveningsConfig(AppConfig):
    """The convenings and their calendar."""

    name = "convenings"
    verbose_name = _("Convenings")

    def ready(self):
        """Name what is public."""
        from . import public_addresses

        public_addresses.register_all()
