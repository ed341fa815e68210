from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PageCacheConfig(AppConfig):
    """Connects what changes the token, and the mark of a missing database."""

    name = "page_cache"
    verbose_name = _("Page cache")

    def ready(self):
        """Connect the receivers once all models are known."""
        from page_cache import outage, signals

        signals.connect()
        outage.connect()
