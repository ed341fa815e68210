"""Finding: search, topics, places, and what search engines read."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Keeps the index."""

    name = "search"
    verbose_name = _("Search")

    def ready(self):
        """Have every page that is saved written to the index, and name what is public."""
        from . import indexing, public_addresses
        from .api import public_addresses as public_addresses_of_the_api

        indexing.connect()
        public_addresses.register_all()
        public_addresses_of_the_api.register_all()
