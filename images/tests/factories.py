"""Photos for tests: real files, drawn small."""

import io

import factory
from django.core.files.base import ContentFile
from PIL import Image

from images.models import Photo


def image_file(name="photo.jpg", size=(160, 120), color="#0a6660", file_format="JPEG"):
    """A file with one flat color; small, because up to twenty files are made of each photo."""
    buffer = io.BytesIO()
    Image.new("RGB", size, color).save(buffer, file_format)
    return ContentFile(buffer.getvalue(), name=name)


class PhotoFactory(factory.django.DjangoModelFactory):
    """A photo with alt text; `caption` and `credit` are written to its caption."""

    class Meta:
        model = Photo
        skip_postgeneration_save = True

    title = factory.Sequence(lambda number: f"Photo {number}")
    description = "A row of houses in the sun"
    file = factory.LazyFunction(image_file)

    @factory.post_generation
    def caption(self, create, text, **kwargs):
        """Write the caption, if there is one."""
        if create and text:
            self.image_caption.caption = text
            self.image_caption.save()

    @factory.post_generation
    def credit(self, create, text, **kwargs):
        """Write the credit, if there is one."""
        if create and text:
            self.image_caption.credit = text
            self.image_caption.save()
