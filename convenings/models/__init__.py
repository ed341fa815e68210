"""Convenings and the page that lists them."""

from .convening import Attendance, Audience, Convening, Status
from .index import ConveningIndex

__all__ = ["Attendance", "Audience", "Convening", "ConveningIndex", "Status"]
