"""Making the files in which photos are shown, away from any page request."""

from wagtail.images.models import Filter

from .files import write_in_place
from .metadata import BrokenFileError, with_credit
from .metadata.formats import format_of
from .presets import FALLBACK_SPEC, PRESETS, all_specs
from .signals import photo_prepared


def make_fallback(photo):
    """Make the one small JPEG that any page can show at once. Takes about 50 ms for a large photo."""
    photo.get_rendition(FALLBACK_SPEC)


def replace_files(photo):
    """Throw away all files of a photo that has got a new original, and make the fallback of the new one."""
    photo.renditions.all().delete()
    make_fallback(photo)
    photo_prepared.send(sender=type(photo), photo=photo)


def prepare(photo):
    """Have every file of every preset exist, with today's credit and terms in it, and tell whoever shows the photo.

    Crops of an earlier focal point go. What is right already is left alone, so it can be stopped and
    started again at any time, and run twice.

    Returns the number of files that were made or written anew.
    """
    renditions = list(photo.renditions.all())
    current = [one for one in renditions if one.focal_point_key == one.filter.get_cache_key(photo)]
    specs = {one.filter_spec for one in current}
    changed = 0
    try:
        for rendition in current:
            changed += _renew(rendition, photo)
        for spec in all_specs():
            if spec not in specs:
                photo.create_rendition(Filter(spec))
                changed += 1
    finally:
        if changed:
            photo_prepared.send(sender=type(photo), photo=photo)
    for rendition in set(renditions) - set(current):  # pages have stopped to name them
        rendition.delete()
    return changed


def _renew(rendition, photo):
    """Write credit and terms into a file, without encoding it again unless it is lost or damaged.

    Returns whether anything had to be written.
    """
    data = None
    try:
        with rendition.file.open() as file:
            data = file.read()
        wanted = with_credit(data, format_of(data), photo.public_texts())
    except (FileNotFoundError, BrokenFileError):
        wanted = photo.generate_rendition_file(rendition.filter).read()
    if wanted == data:
        return False
    write_in_place(rendition.file, wanted)
    return True


def file_for_sharing(photo):
    """The file that stands for a photo outside the site (links, feeds), or None while there is none.

    Args:
        photo: a photo fetched `for_display("share")`, or None.
    """
    if photo is None:
        return None
    return photo.files.get(PRESETS["share"].all_specs[0]) or photo.files.get(FALLBACK_SPEC)
