"""Email about an inquiry, kept until a mail server has taken it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class InquiryMessage(models.Model):
    """One email to one recipient. Its text is written when it is sent, so nothing personal is kept here."""

    class Kind(models.TextChoices):
        """What the email says."""

        NOTIFICATION = "notification", _("New inquiry, to the desk")
        CONFIRMATION = "confirmation", _("Confirmation, to the reporter")
        ASSIGNMENT = "assignment", _("Assignment, to a colleague")
        REMINDER = "reminder", _("Reminder before the deadline")
        OVERDUE = "overdue", _("Reminder after the deadline")

    class State(models.TextChoices):
        """Where an email stands."""

        WAITING = "waiting", _("Waiting")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Given up")

    inquiry = models.ForeignKey("media_inquiries.MediaInquiry", on_delete=models.CASCADE, related_name="messages")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    recipient = models.EmailField(_("to"))
    state = models.CharField(_("state"), max_length=7, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt"), default=timezone.now, db_index=True)
    last_error = models.CharField(_("what went wrong"), max_length=255, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.inquiry}: {self.get_kind_display()}"
