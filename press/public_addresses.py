"""The surfaces of the press room; see `core.surfaces`."""

from django.urls import reverse

from core.files import is_public, used_by
from core.surfaces import Closed, exempt, fixed, of_each_page, register
from images.models import Photo


def register_all():
    """Tell `core.surfaces`; to be called once."""
    register("release_text", of_each_page("release_text"))
    register("release_photos", of_each_page("release_photos"))
    register("press_photo", press_photos)
    register("deadline", fixed("deadline"))
    register("review", unknown_links)
    exempt("review_document", "As `review`: whoever has no open link gets the same page that says nothing.")


def unknown_links(hidden):
    """A link that nobody made, and page ids in place of a token."""
    yield reverse("review", args=["A" * 43])
    yield from (reverse("review", args=[page.pk]) for page in hidden)


def press_photos(hidden):
    """The photos of hidden pages that no public page shows as well."""
    for photo in {file for page in hidden for file in used_by(page) if isinstance(file, Photo)}:
        if not is_public(photo):
            yield Closed(reverse("press_photo", args=[photo.pk]))
