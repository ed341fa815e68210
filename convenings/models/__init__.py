"""Convenings, the page that lists them, and the reminders that went out about them."""

from .choices import Attendance, Audience, Status
from .convening import Convening
from .index import ConveningIndex
from .reminder import Reason, Reminder

__all__ = ["Attendance", "Audience", "Convening", "ConveningIndex", "Reason", "Reminder", "Status"]
