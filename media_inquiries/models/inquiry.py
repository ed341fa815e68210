"""What a reporter asks, and what becomes of it."""

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.time_zones import zone_choices
from media_inquiries.querysets import InquiryQuerySet

# Without letters and figures that are mistaken for each other on the phone.
_REFERENCE_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_reference():
    """A reference to name on the phone, such as K7Q-2MX: 31⁶ (900 million) of them."""
    signs = "".join(secrets.choice(_REFERENCE_SIGNS) for _position in range(6))
    return f"{signs[:3]}-{signs[3:]}"


class MediaInquiry(models.Model):
    """A reporter's question to a desk, from its arrival to its erasure."""

    class State(models.TextChoices):
        """Where an inquiry stands."""

        NEW = "new", _("New")
        ASSIGNED = "assigned", _("Assigned")
        ANSWERED = "answered", _("Answered")
        CLOSED = "closed", _("Closed")
        QUARANTINE = "quarantine", _("Quarantine")

    reference = models.CharField(_("reference"), max_length=7, unique=True, default=new_reference, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.NEW, db_index=True)
    suspicion = models.CharField(_("why it was set aside"), max_length=200, blank=True)
    desk = models.ForeignKey(
        "media_inquiries.MediaContact",
        verbose_name=_("desk"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="inquiries",
    )
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assigned to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    proposed_assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("proposed to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    name = models.CharField(_("name"), max_length=100)
    outlet = models.CharField(_("outlet"), max_length=100, blank=True)
    email = models.EmailField(_("email"))
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    deadline = models.DateTimeField(_("deadline"), null=True, blank=True, db_index=True)
    deadline_zone = models.CharField(_("time zone"), max_length=50, choices=zone_choices, blank=True)
    topic = models.ForeignKey(
        "core.Topic", verbose_name=_("topic"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    place = models.ForeignKey(
        "core.Place", verbose_name=_("place"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    about = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("about the page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    message = models.TextField(_("message"), max_length=10_000)

    # Says whether a form was sent before; forgotten after a few days (media_inquiries.inquiry_form.limits).
    submission = models.CharField(max_length=64, unique=True, null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("asked"), default=timezone.now, editable=False, db_index=True)
    answered_at = models.DateTimeField(_("answered"), null=True, editable=False)
    closed_at = models.DateTimeField(_("closed"), null=True, editable=False)
    erased_at = models.DateTimeField(_("personal data erased"), null=True, editable=False)

    # What says something about a person, and goes when the time is over; the rest is statistics.
    PERSONAL_FIELDS = ("name", "email", "phone", "message")
    OPEN = (State.NEW, State.ASSIGNED)

    objects = InquiryQuerySet.as_manager()

    class Meta:
        verbose_name = _("media inquiry")
        verbose_name_plural = _("media inquiries")

    def __str__(self):
        # Stands in logs and histories, which outlive the personal data.
        return self.reference

    @property
    def is_open(self):
        """Whether somebody still waits for the answer."""
        return self.state in self.OPEN


class InquiryNote(models.Model):
    """What the team writes to itself about an inquiry."""

    inquiry = models.ForeignKey(MediaInquiry, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("author"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.TextField(_("note"), max_length=5_000)
    created_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["created_at", "pk"]

    def __str__(self):
        return f"{self.inquiry}: {self.created_at:%Y-%m-%d %H:%M}"
