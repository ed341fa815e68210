"""The files of photos as pages show them: their addresses and sizes, for many photos by one query.

Wagtail's own renditions are models, and finding one takes its filter apart; done for each file that a list of
posts offers, that costs more than the rest of the page.
"""

from functools import lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

from django.apps import apps
from django.conf import settings
from wagtail.images.models import Filter

from .presets import FALLBACK_SPEC, PRESETS


class PhotoFile(NamedTuple):
    """One file of a photo: its name in the storage, width and height in pixels."""

    name: str
    width: int
    height: int

    @property
    def url(self):
        """Its address."""
        return _url(self.name)

    @property
    def size(self):
        """Its length in bytes; asks the storage."""
        return _storage().size(self.name)


class FocalPoint(NamedTuple):
    """All that Wagtail asks of a photo to tell the crops of one focal point from those of another."""

    focal_point_x: int | None
    focal_point_y: int | None
    focal_point_width: int | None
    focal_point_height: int | None


def fetch_files(photos, *preset_names):
    """Give each of these photos its `files`, a dict of filter spec and `PhotoFile`. One query.

    Args:
        photos: `Photo`s.
        *preset_names: names of the presets whose files are wanted; all presets if none is named.
    """
    specs = {spec for name in preset_names or PRESETS for spec in PRESETS[name].all_specs} | {FALLBACK_SPEC}
    found = {photo.pk: {} for photo in photos}
    points = {photo.pk: FocalPoint(*(getattr(photo, name) for name in FocalPoint._fields)) for photo in photos}
    rows = _renditions().objects.filter(image__in=found, filter_spec__in=specs)
    for pk, spec, key, *file in rows.values_list(
        "image_id", "filter_spec", "focal_point_key", "file", "width", "height"
    ):
        if key == _key(spec, points[pk]):
            found[pk][spec] = PhotoFile(*file)
    for photo in photos:
        photo.files = found[photo.pk]


def write_in_place(file, data):
    """Give a stored file new content at its old address, which pages, feeds and readers may hold.

    Whoever reads it at that moment gets all of the old content or all of the new one.

    Args:
        file: a `FieldFile` in a storage that is a folder, as the one that the server gives out is.
        data: bytes.
    """
    path = Path(file.path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as new:
        new.write(data)
    try:
        Path(new.name).chmod(settings.FILE_UPLOAD_PERMISSIONS)
        Path(new.name).replace(path)
    except OSError:
        Path(new.name).unlink(missing_ok=True)
        raise


@lru_cache(maxsize=1024)
def _key(spec, focal_point):
    return Filter(spec).get_cache_key(focal_point)


@lru_cache(maxsize=4096)
def _url(name):
    return _storage().url(name)


def _storage():
    return _renditions()._meta.get_field("file").storage


def _renditions():
    return apps.get_model("images", "PhotoRendition")
