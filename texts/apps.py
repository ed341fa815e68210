from django.apps import AppConfig
from django.db.models.signals import pre_save
from django.utils.translation import gettext_lazy as _


class TextsConfig(AppConfig):
    """Cleans every text at the doors through which it comes in."""

    name = "texts"
    verbose_name = _("Texts")

    def ready(self):
        """Connect the doors: whatever is saved, whatever is typed into a form."""
        from . import forms
        from .stored import clean_fields

        def clean_before_save(instance, **kwargs):
            clean_fields(instance)

        pre_save.connect(clean_before_save, weak=False, dispatch_uid="texts.clean_before_save")
        forms.connect()
