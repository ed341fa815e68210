"""The image that stands for one statement of a release when somebody shares it."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _


def path_of_card(card, name):
    """An address that nobody can guess: it is told by the published page alone."""
    return f"quote_cards/{secrets.token_urlsafe(16)}/{card.anchor}.png"


class QuoteCard(models.Model):
    """The share image of a statement; drawn when the release is published, see `press.quote_cards`."""

    release = models.ForeignKey("press.PressRelease", on_delete=models.CASCADE, related_name="quote_cards")
    release.wagtail_reference_index_ignore = True
    anchor = models.CharField(max_length=150)  # of the statement on its page
    digest = models.CharField(max_length=64)  # SHA-256 of all that is drawn, in hexadecimal
    file = models.FileField(_("file"), upload_to=path_of_card, max_length=255)
    alt = models.TextField(_("alt text"))

    class Meta:
        verbose_name = _("quote card")
        verbose_name_plural = _("quote cards")
        constraints = [models.UniqueConstraint(fields=["release", "anchor"], name="one_quote_card_per_statement")]

    def __str__(self):
        return self.alt
