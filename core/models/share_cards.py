"""The image that stands for a page without photo when somebody shares it."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _


def path_of_card(card, name):
    """An address that nobody can guess: it is told by the published page alone."""
    return f"share_cards/{secrets.token_urlsafe(16)}/{name}"


class ShareCard(models.Model):
    """The card of one page; drawn when the page is published, see `core.share_cards`."""

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page"))
    page.wagtail_reference_index_ignore = True
    digest = models.CharField(max_length=80)  # of all that is drawn, see `core.share_cards`
    file = models.FileField(_("file"), upload_to=path_of_card, max_length=255)
    alt = models.TextField(_("alt text"))

    class Meta:
        verbose_name = _("share card")
        verbose_name_plural = _("share cards")

    def __str__(self):
        return self.alt
