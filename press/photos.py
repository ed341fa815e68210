"""The photos that newsrooms may print: kept ready as files, handed out one by one and as the ZIP of a release.

Only photos whose terms allow it ("press may reprint it") are copied and handed out. Making a press file may take an
encoder, so the queue does it, when a photo, its texts or its terms change; pages and downloads use what is there.
"""

import hashlib
import io
import logging
import zipfile
from typing import NamedTuple

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.images.models import SourceImageIOError

from images.models import Photo, Terms
from images.press_files import press_file
from page_cache import changed
from texts.clean import clean_text

from .models import PressPhoto

CAPTIONS = "captions.txt"
_CHUNK = 64 * 1024  # bytes

logger = logging.getLogger(__name__)


class TakenAway(NamedTuple):
    """The photos of a release: copies that are handed out, and photos that are not, in the order of the page."""

    copies: list[PressPhoto]
    left_out: list[Photo]


def may_be_printed(photo):
    """Whether the terms of a photo let news media print it without asking."""
    caption = getattr(photo, "image_caption", None)
    return caption is not None and caption.terms == Terms.REPRINT


def prepare(photo):
    """Bring the press copy of a photo up to date: make it, renew it, or remove it where the terms forbid it."""
    before = PressPhoto.objects.filter(photo=photo).first()
    made = _press_file(photo) if may_be_printed(photo) else None
    if made is None:
        if before:
            before.delete()
            changed()
        return
    digest = hashlib.sha256(made.data).hexdigest()
    if before and (before.digest, before.name) == (digest, made.name) and before.file.storage.exists(before.file.name):
        return
    with transaction.atomic():
        if before:
            before.delete()
        copy = PressPhoto(photo=photo, size=len(made.data), content_type=made.content_type, digest=digest)
        copy.file.save(made.name, ContentFile(made.data))
    changed()


def _press_file(photo):
    try:
        return press_file(photo)
    except (SourceImageIOError, OSError, ValueError) as error:
        logger.warning("No press file could be made of photo %s: %s", photo.pk, error)
        return None


def photos_of(releases):
    """The photos of releases with their texts, in the order of the page; one query.

    Returns:
        a dict of the id of a release and a list of `Photo`s.
    """
    wanted = {pk for release in releases for pk in release.photo_ids}
    photos = Photo.objects.select_related("image_caption", "press_copy").in_bulk(wanted)
    return {release.pk: [photos[pk] for pk in release.photo_ids if pk in photos] for release in releases}


def can_be_taken(photo):
    """Whether newsrooms get this photo: its terms allow it, and its press file is ready. No query after `photos_of`."""
    return may_be_printed(photo) and hasattr(photo, "press_copy")


def taken_away_with(release):
    """The photos of a release, as `TakenAway`."""
    photos = photos_of([release])[release.pk]
    left_out = [photo for photo in photos if not can_be_taken(photo)]
    return TakenAway([photo.press_copy for photo in photos if photo not in left_out], left_out)


def captions(taken, desk):
    """The text of captions.txt: what is known about each photo, and whom to ask about those that are left out.

    Args:
        taken: a `TakenAway`.
        desk: the `MediaContact` to ask, or None.

    Returns:
        bytes: UTF-8 with a byte order mark and CRLF, which every editor of every newsroom shows rightly.
    """
    parts = [_described(copy.photo, name) for copy, name in _named(taken.copies)]
    if taken.left_out:
        parts.append(_("NOT IN THIS ARCHIVE. Please ask us before you print these photos."))
        if desk:
            parts[-1] += "\n" + ", ".join(filter(None, [desk.email, desk.phone]))
        parts += [_described(photo, photo.title) for photo in taken.left_out]
    return (clean_text("\n\n".join(map(str, parts))) + "\n").replace("\n", "\r\n").encode("utf-8-sig")


def _described(photo, name):
    caption = getattr(photo, "image_caption", None)
    lines = [
        (_("Caption"), caption and " ".join(caption.plain_caption.split())),
        (_("Credit"), photo.credit),
        (_("Terms"), caption and str(caption.terms_in_words)),
        (_("Alt text"), " ".join(photo.description.split())),
    ]
    return "\n".join([name, *(f"{label}: {text}" for label, text in lines if text)])


def _named(copies):
    """Pairs of copy and name, no two of them alike in a file system that ignores letter case."""
    taken = {CAPTIONS}
    for copy in copies:
        stem, dot, ending = copy.name.rpartition(".")
        name, number = copy.name, 2
        while name.lower() in taken:
            name, number = f"{stem}-{number}{dot}{ending}", number + 1
        taken.add(name.lower())
        yield copy, name


def archive(taken, desk):
    """A ZIP of the copies and captions.txt, piece by piece, so that no more than a piece is in memory.

    A copy whose file is gone is left out.

    Args:
        taken: a `TakenAway`.
        desk: as for `captions`.

    Yields:
        bytes.
    """
    pieces = _Pieces()
    with zipfile.ZipFile(pieces, "w") as target:  # photos are compressed already
        target.writestr(CAPTIONS, captions(taken, desk))
        for copy, name in _named(taken.copies):
            try:
                source = copy.file.open()
            except OSError:
                logger.warning("The press file of photo %s is gone", copy.photo_id)
                continue
            with source, target.open(name, "w") as part:
                while chunk := source.read(_CHUNK):
                    part.write(chunk)
                    yield pieces.taken()
    yield pieces.taken()


class _Pieces(io.RawIOBase):
    """A file that cannot be sought in, for `zipfile`; hands over what has been written since the last time."""

    def __init__(self):
        self._buffer = bytearray()

    def writable(self):
        return True

    def write(self, data):
        self._buffer += data
        return len(data)

    def taken(self):
        data = bytes(self._buffer)
        self._buffer.clear()
        return data
