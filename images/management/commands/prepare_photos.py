"""Make the missing files of all photos, and renew those whose credit is an old one."""

from django.core.management.base import BaseCommand, CommandError

from images.models import Photo
from images.renditions import prepare

_WIDTH = 30  # characters


class Command(BaseCommand):
    """`manage.py prepare_photos`: can be stopped and started again at any time; what is done is not done again.

    A photo that cannot be prepared is named at the end, with exit status 1; the others are prepared all the same.
    """

    help = "Makes the missing sizes and formats of all photos."

    def handle(self, **options):
        """Go through the photos, newest first, and say how far it is."""
        ids = list(Photo.objects.order_by("-pk").values_list("pk", flat=True))
        written, broken = 0, []
        for number, pk in enumerate(ids, start=1):
            photo = Photo.objects.select_related("image_caption").filter(pk=pk).first()
            try:
                written += prepare(photo) if photo else 0
            except Exception as error:  # decoders raise whatever they like, and the other photos are waiting
                broken.append(f"  {photo.pk} “{photo.title}”: {error or type(error).__name__}")
            self._show(number, len(ids), written)
        if broken:
            raise CommandError("\n".join([f"{len(broken)} of {len(ids)} photos could not be prepared:", *broken]))

    def _show(self, number, total, written):
        """One line that grows on a terminal; in a log a line for each tenth of the way."""
        done = number * _WIDTH // total
        line = f"[{'#' * done:{_WIDTH}}] {number}/{total} photos, {written} files written"
        if self.stdout.isatty():
            self.stdout.write(f"\r{line}", ending="\n" if number == total else "")
            self.stdout.flush()
        elif number * 10 // total > (number - 1) * 10 // total:
            self.stdout.write(line)
