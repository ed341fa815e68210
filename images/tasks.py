"""Work of the photo library for the task queue."""

from django_tasks import task

from .models import Photo
from .renditions import prepare


@task()
def prepare_photo(photo_id):
    """Make and renew the files of one photo; may run twice. A photo deleted in the meantime is no error."""
    photo = Photo.objects.select_related("image_caption").filter(pk=photo_id).first()
    return prepare(photo) if photo else 0
