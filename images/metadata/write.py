"""Writing into a photo's file whose it is, without encoding the image again."""

from . import exif, iptc
from .formats import CONTAINERS
from .packets import Packets
from .xmp import xmp_packet


def with_credit(data, file_format, texts):
    """The same image with these texts and no other metadata but its color profile and how it is turned.

    The texts are written as XMP, in JPEG as IPTC-IIM too. That an image must be turned to stand upright
    stays in EXIF; see `upright` for applying it.

    Args:
        data: the bytes of an encoded image.
        file_format: "jpeg", "png", "webp", "avif", "heic" or "gif", in any case.
        texts: `PublicTexts`.

    Raises:
        BrokenFileError: (a ValueError) if the data are damaged, not in that format, or a moving AVIF image.
        KeyError: if there is no such format.
    """
    container = CONTAINERS[file_format.lower()]
    packets = Packets(
        exif=exif.only_orientation(turned(data, container)),
        xmp=xmp_packet(texts),
        photoshop=iptc.photoshop_resources(texts),
    )
    return container.with_packets(data, packets)


def turned(data, container):
    """How EXIF says that the image must be turned: 1 (not at all) to 8.

    Raises:
        BrokenFileError: if the file is damaged.
    """
    found = (packet for kind, packet in container.metadata(data) if kind == "exif")
    return exif.orientation(next(found, b""))
