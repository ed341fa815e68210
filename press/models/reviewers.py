"""Links by which somebody outside sees a draft before it is published."""

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def new_token():
    """A token that nobody can guess: 256 random bits."""
    return secrets.token_urlsafe(32)


class ReviewerLink(models.Model):
    """Permission for one reviewer to see the newest draft of a page, until it expires or is revoked."""

    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="reviewer_links"
    )
    page.wagtail_reference_index_ignore = True
    token = models.CharField(max_length=64, unique=True, default=new_token, editable=False)
    given_to = models.CharField(
        _("given to"), max_length=200, help_text=_("Whom you send it to, such as “City desk, The Example Courier”.")
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("made by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("expires"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)
    visits = models.PositiveIntegerField(_("visits"), default=0, editable=False)
    last_visit_at = models.DateTimeField(_("last visit"), null=True, editable=False)

    class Meta:
        verbose_name = _("reviewer link")
        verbose_name_plural = _("reviewer links")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return self.given_to

    @property
    def is_open(self):
        """Whether it still shows the draft."""
        return self.revoked_at is None and self.expires_at > timezone.now()
