"""What every page is made of, and no more."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """Connects the ground rooms, which know nothing of each other."""

    name = "core"
    verbose_name = _("Site")

    def ready(self):
        """Have new photo files replace the pages that show the photo, and the admin go without inline scripts.

        And have what settings use count as used; Wagtail's reference index leaves settings out. And let every page be
        found by its topics and places, whatever these are called by now. And have failures reported, and keep what is
        used from deletion.
        """
        from django.apps import apps
        from wagtail.contrib.settings.models import BaseSiteSetting
        from wagtail.models import ReferenceIndex

        from images.signals import photo_prepared
        from page_cache.token import changed

        from . import (
            checks,  # noqa: F401  (registers itself with Django's checks)
            compat,
            copies,
            failures,
            public_addresses,
            reference_index,
            renewal,
            share_cards,
            uses,
        )
        from .lengths import explain_length
        from .models import Place, Topic
        from .registry import Vocabulary, register
        from .security import start_choosers_without_inline_scripts

        def photo_files_changed(**kwargs):
            changed()

        photo_prepared.connect(photo_files_changed, weak=False, dispatch_uid="core.photo_files_changed")
        for model in apps.get_models():
            if issubclass(model, BaseSiteSetting):
                ReferenceIndex.register_model(model)
        start_choosers_without_inline_scripts()
        explain_length()
        public_addresses.register_all()
        register(Vocabulary("topic", _("Topic"), _("Topics"), "topics", Topic))
        register(Vocabulary("place", _("Place"), _("Places"), "places", Place, broader="state"))
        share_cards.connect()
        renewal.connect()
        copies.connect()
        compat.connect()
        failures.connect()
        reference_index.connect()
        uses.connect()
