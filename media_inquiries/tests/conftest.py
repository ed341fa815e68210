"""Fixtures of this room."""

from .press_room import desk, inbox, inquiry, officer

__all__ = ["desk", "inbox", "inquiry", "officer"]
