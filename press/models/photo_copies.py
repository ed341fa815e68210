"""Photos as newsrooms take them away, kept ready."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from images.models import Photo, Terms


def path_of_copy(copy, name):
    """A folder of its own for each file, so that the name stays as readable as it is."""
    return f"press_photos/{secrets.token_urlsafe(16)}/{name}"


class PressPhotoQuerySet(models.QuerySet):
    """Press copies."""

    def of_photos(self, ids):
        """The copies of these photos that newsrooms may print, with photo and texts; a list in the same order."""
        copies = self.filter(photo__in=ids, photo__image_caption__terms=Terms.REPRINT)
        return sorted(copies.select_related("photo__image_caption"), key=lambda copy: ids.index(copy.photo_id))


class PressPhoto(models.Model):
    """The press file of one photo whose terms let newsrooms print it; see `press.photos`.

    It lies in a folder that the server does not give out: views do, once a public page shows the photo.
    """

    photo = models.OneToOneField(Photo, verbose_name=_("photo"), on_delete=models.CASCADE, related_name="press_copy")
    photo.wagtail_reference_index_ignore = True
    file = models.FileField(_("file"), upload_to=path_of_copy, max_length=255)
    size = models.PositiveIntegerField()  # bytes
    content_type = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)  # SHA-256 of the file, in hexadecimal

    objects = PressPhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("press photo")
        verbose_name_plural = _("press photos")

    def __str__(self):
        return self.name

    @property
    def file_type(self):
        """Its format, as in “JPG”."""
        return self.name.rpartition(".")[2].upper()

    @property
    def name(self):
        """The name of the file for whoever downloads it."""
        return self.file.name.rpartition("/")[2]
