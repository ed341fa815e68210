"""Convenings, the page that lists them, and the reminders that went out about them."""

from .convening import Attendance, Audience, Convening, Status
from .index import ConveningIndex
from .reminder import Reason, Reminder

__all__ = ["Attendance", "Audience", "Convening", "ConveningIndex", "Reason", "Reminder", "Status"]
