"""The demo: content to look at, accounts to try, and a loader that makes a site of a folder of Markdown."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DemoConfig(AppConfig):
    """Installed in development, in tests and for `make run`; never on a public site."""

    name = "demo"
    verbose_name = _("Demo")
