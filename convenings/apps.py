"""What we announce: conventions, meetings, briefings."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConveningsConfig(AppConfig):
    """The convenings and their calendar."""

    name = "convenings"
    verbose_name = _("Convenings")

    def ready(self):
        """Name what is public, what stands above pages on the same things, and the desks that convenings show."""
        from core.registry import Addresses, register
        from media_inquiries.desk import dependents

        from . import endpoints, groups, public_addresses
        from .desks import convenings_with_desk

        endpoints.register_all()
        register(Addresses("convenings", public_addresses.paths))
        groups.register_all()
        public_addresses.register_all()
        dependents.register(convenings_with_desk)
