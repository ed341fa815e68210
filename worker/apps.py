from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class WorkerConfig(AppConfig):
    """Finds the periodic jobs."""

    name = "worker"
    verbose_name = _("Worker")

    def ready(self):
        """Import every app's `tasks` module, where tasks and periodic jobs are kept."""
        autodiscover_modules("tasks")
