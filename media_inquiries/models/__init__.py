"""The desk, what reporters ask it, and the messages that go out about it."""

from .contact import ClosedDay, MediaContact, OfficeHours
from .inquiry import InquiryNote, MediaInquiry
from .limit import FormCount
from .message import InquiryMessage
from .person import ContactPerson
from .settings import DeskSettings

__all__ = [
    "ClosedDay",
    "ContactPerson",
    "DeskSettings",
    "FormCount",
    "InquiryMessage",
    "InquiryNote",
    "MediaContact",
    "MediaInquiry",
    "OfficeHours",
]
