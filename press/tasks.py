"""What the queue does for the press room, and its periodic jobs."""

from datetime import timedelta

from django_tasks import task

from images.models import Photo, Terms
from worker.jobs import periodic

from .models import EmbargoRehearsal, PressRelease


@task()
def rehearse_embargo(rehearsal_id):
    """Rehearse an embargo; nothing if the release has been deleted or another rehearsal has begun."""
    from .rehearsal import rehearse

    rehearsal = EmbargoRehearsal.objects.filter(pk=rehearsal_id, finished_at=None).first()
    if rehearsal:
        rehearse(rehearsal)


@task()
def prepare_press_photo(photo_id):
    """Bring the press copy of one photo up to date; may run twice. A photo deleted in the meantime is no error."""
    from . import photos

    photo = Photo.objects.select_related("image_caption").filter(pk=photo_id).first()
    if photo:
        photos.prepare(photo)


@task()
def draw_quote_cards(release_id):
    """Draw the quote cards of a release; may run twice. A release deleted in the meantime is no error."""
    from . import quote_cards

    release = PressRelease.objects.filter(pk=release_id).first()
    if release:
        quote_cards.draw(release)


@periodic(name="prepare_press_photos", every=timedelta(days=1))
def prepare_press_photos():
    """Have copies made of photos that lack one: of those from before there were copies, or after a failure."""
    lacking = Photo.objects.filter(image_caption__terms=Terms.REPRINT, press_copy=None)
    for photo_id in lacking.values_list("pk", flat=True):
        prepare_press_photo.enqueue(photo_id)
