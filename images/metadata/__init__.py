"""What a photo's file says about the photo: read on upload, removed and written before it leaves the site.

Pure functions on bytes, without models. Standards: XMP (ISO 16684-1) with the IPTC Photo Metadata
Standard, IPTC-IIM 4.2, EXIF 2.32 (CIPA DC-008). Formats: JPEG, PNG, WebP, AVIF, GIF, and HEIC in.
"""

from .orientation import upright
from .packets import BrokenFileError
from .privacy import has_position, without_position
from .read import read_texts
from .texts import FileTexts, PublicTexts
from .write import with_credit
from .xmp import xmp_packet

__all__ = [
    "BrokenFileError",
    "FileTexts",
    "PublicTexts",
    "has_position",
    "read_texts",
    "upright",
    "with_credit",
    "without_position",
    "xmp_packet",
]
