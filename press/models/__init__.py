"""What is made for reporters: the press page, releases, and the links by which reviewers see them early."""

from .index import PressIndex
from .parts import Correction, ReleaseAttachment
from .photo_copies import PressPhoto
from .quote_cards import QuoteCard
from .rehearsal import EmbargoRehearsal
from .releases import PressRelease, PressReleaseIndex
from .reviewers import ReviewerLink

__all__ = [
    "Correction",
    "EmbargoRehearsal",
    "PressIndex",
    "PressPhoto",
    "PressRelease",
    "PressReleaseIndex",
    "QuoteCard",
    "ReleaseAttachment",
    "ReviewerLink",
]
