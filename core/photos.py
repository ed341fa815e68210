"""The photos of texts."""

from images.models import Photo
from page_cache import remember_each


def photos_for_texts(ids):
    """Photos with caption and files, as texts show them; remembered, so nobody may alter them.

    Args:
        ids: ids of photos.

    Returns:
        a dict of id and `Photo`, in which those that have been deleted lack. At most two queries.
    """
    return remember_each("photo", ids, Photo.objects.for_display("wide", "text", "half", "gallery", "share").in_bulk)
