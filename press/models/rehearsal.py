"""What a rehearsal of an embargo found."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class EmbargoRehearsal(models.Model):
    """One anonymous walk over every public surface while a release is under embargo."""

    release = models.ForeignKey("press.PressRelease", on_delete=models.CASCADE, related_name="rehearsals")
    release.wagtail_reference_index_ignore = True
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    started_at = models.DateTimeField(_("started"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished"), null=True)
    # A list of {"surface", "address", "outcome", "leaks"}; see `press.rehearsal`.
    lines = models.JSONField(_("findings"), default=list)

    class Meta:
        verbose_name = _("embargo rehearsal")
        verbose_name_plural = _("embargo rehearsals")
        ordering = ["-started_at", "-pk"]

    def __str__(self):
        return f"{self.release}: {self.started_at:%Y-%m-%d %H:%M}"
