"""What the queue prepares for newsrooms, and when: press copies of photos, quote cards of releases."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.signals import page_published, page_unpublished

from core.files import delete_file_of
from images.models import ImageCaption, Photo

from . import photos, quote_cards
from .models import PressPhoto, PressRelease, QuoteCard
from .tasks import draw_quote_cards, prepare_press_photo


def connect():
    """Connect the handlers of this module."""
    post_save.connect(photo_saved, sender=Photo, dispatch_uid="press.photo_saved")
    post_save.connect(texts_saved, sender=ImageCaption, dispatch_uid="press.texts_saved")
    page_published.connect(release_published, sender=PressRelease, dispatch_uid="press.release_published")
    page_unpublished.connect(release_unpublished, sender=PressRelease, dispatch_uid="press.release_unpublished")
    for model in (PressPhoto, QuoteCard):
        post_delete.connect(delete_file_of, sender=model, dispatch_uid=f"press.delete_file_of_{model.__name__}")


def photo_saved(instance, raw=False, **kwargs):
    """Have the press copy renewed: the file, the title or the alt text may be new."""
    if not raw:
        _prepare(instance)


def texts_saved(instance, raw=False, **kwargs):
    """Have the press copy made, renewed or removed, as the terms want it."""
    if not raw:
        _prepare(instance.photo)


def _prepare(photo):
    if photos.may_be_printed(photo) or PressPhoto.objects.filter(photo=photo).exists():
        transaction.on_commit(lambda: prepare_press_photo.enqueue(photo.pk))


def release_published(instance, **kwargs):
    """Take cards of other words away at once, and have those of its statements drawn."""
    quote_cards.remove_outdated(instance)
    transaction.on_commit(lambda: draw_quote_cards.enqueue(instance.pk))


def release_unpublished(instance, **kwargs):
    """Take its cards away at once."""
    quote_cards.remove_outdated(instance)
