"""Which reminders have been sent."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    """Why somebody should look at a convening."""

    NEAR = "near", _("It is near and still a save-the-date")
    OVER = "over", _("It is over and its registration still open")


class Reminder(models.Model):
    """An email that has gone out about a convening; see `convenings.reminders`.

    `day` is its last day as it was then: a convening that moves to other days may be the reason for another one.
    """

    convening = models.ForeignKey("convenings.Convening", on_delete=models.CASCADE, related_name="reminders")
    reason = models.CharField(max_length=10, choices=Reason)
    day = models.DateField()
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["convening", "reason", "day"], name="one_email_per_convening_and_reason")
        ]

    def __str__(self):
        return f"{self.get_reason_display()}: {self.convening}"
