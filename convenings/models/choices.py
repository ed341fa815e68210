"""What editors choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """What is known of a convening. That it is past follows from its dates and is never typed."""

    SAVE_THE_DATE = "save-the-date", _("Save the date")
    OPEN = "open", _("Registration open")
    CLOSED = "closed", _("Registration closed")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", _("Cancelled")


class Attendance(models.TextChoices):
    """Where people take part."""

    IN_PERSON = "in-person", _("In person")
    ONLINE = "online", _("Online")
    BOTH = "both", _("In person and online")


class Audience(models.TextChoices):
    """Whom it is for."""

    MEMBERS = "members", _("Members")
    PRESS = "press", _("Press")
    PUBLIC = "public", _("Everybody")
