"""What happens when a photo is saved."""

import logging

from django.db import transaction
from django.db.models.signals import post_save, pre_save
from django.utils.html import format_html_join
from wagtail.images.models import SourceImageIOError

from .metadata import read_texts
from .models import ImageCaption, Photo
from .renditions import make_fallback, replace_files
from .tasks import prepare_photo

logger = logging.getLogger(__name__)


def connect():
    """Connect the handlers of this module."""
    pre_save.connect(note_file, sender=Photo, dispatch_uid="images.note_file")
    post_save.connect(complete_photo, sender=Photo, dispatch_uid="images.complete_photo")
    pre_save.connect(note_texts, sender=ImageCaption, dispatch_uid="images.note_texts")
    post_save.connect(renew_files, sender=ImageCaption, dispatch_uid="images.renew_files")


def note_file(sender, instance, **kwargs):
    """Note which file the photo has had so far."""
    instance.file_before = Photo.objects.filter(pk=instance.pk).values_list("file", flat=True).first()


def complete_photo(sender, instance, created, raw=False, **kwargs):
    """Give a new photo its caption, a new file its first rendition, and have the queue make the others.

    A file that cannot be drawn leaves a photo without files, not a failed upload.
    """
    if raw:
        return
    if created and not ImageCaption.objects.filter(photo=instance).exists():
        write_caption(instance)
    before = instance.file_before
    is_replaced = bool(before) and before != instance.file.name
    if is_replaced:
        transaction.on_commit(lambda: instance.file.storage.delete(before))
    try:
        (replace_files if is_replaced else make_fallback)(instance)
    except (SourceImageIOError, OSError, ValueError) as error:
        logger.warning("No preview could be drawn of photo %s: %s", instance.pk, error)
        return
    transaction.on_commit(lambda: prepare_photo.enqueue(instance.pk))


def note_texts(sender, instance, **kwargs):
    """Note what has been written into the files of the photo so far."""
    before = ImageCaption.objects.filter(pk=instance.pk).first()
    instance.texts_before = before and before.public_texts()


def renew_files(sender, instance, raw=False, **kwargs):
    """Have the queue write a new credit or new terms into the files of the photo. A new photo has none yet."""
    if not raw and instance.texts_before not in (None, instance.public_texts()):
        transaction.on_commit(lambda: prepare_photo.enqueue(instance.photo_id))


def write_caption(photo):
    """Make the caption of a new photo from what its file says, marked as not checked; likewise a missing alt text."""
    with photo.open_file() as file:
        texts = read_texts(file)
    found = {
        "caption": as_rich_text(texts.caption),
        "credit": texts.credit,
        "credit_url": texts.credit_url,
        "place": texts.place,
        "taken_on": texts.taken_on,
    }
    takes_alt = texts.alt and not photo.description
    ImageCaption.objects.create(photo=photo, from_file=any(found.values()) or bool(takes_alt), **found)
    if takes_alt:
        photo.description = texts.alt
        Photo.objects.filter(pk=photo.pk).update(description=texts.alt)


def as_rich_text(text):
    """Plain text as rich text: a paragraph for each line that is not empty."""
    return format_html_join("", "<p>{}</p>", ((line.strip(),) for line in text.splitlines() if line.strip()))
