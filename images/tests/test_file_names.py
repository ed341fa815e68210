"""The files of photos are public before the page is that shows them, so nobody can guess what they are called."""

import pytest

from images.models import Photo, has_secret_name
from images.presets import all_specs
from images.renditions import prepare

from .factories import PhotoFactory, image_file

pytestmark = pytest.mark.django_db


def test_two_uploads_of_one_file_have_nothing_in_common_but_their_name():
    first, second = (PhotoFactory(file=image_file("mayor.jpg")) for _ in range(2))
    assert has_secret_name(first)
    assert first.file.name.endswith("-mayor.jpg")
    assert first.file.name.partition("-")[0] != second.file.name.partition("-")[0]


@pytest.mark.parametrize("name", ["mayor.jpg", "a very long name of a photo " * 9 + ".jpg", "ü.jpg", "-.jpg"])
def test_every_file_made_from_it_has_the_whole_secret_in_its_name(name):
    photo = PhotoFactory(file=image_file(name, (64, 48)))
    secret = photo.file.name.rpartition("/")[2].partition("-")[0]
    assert len(secret) == 16
    prepare(photo)
    names = [rendition.file.name for rendition in photo.renditions.all()]
    assert len(names) >= len(all_specs())
    assert [name for name in names if f"/{secret}" not in name] == []


def test_a_name_from_before_is_known_as_such():
    photo = PhotoFactory()
    photo.file.name = "original_images/mayor-of-the-town.jpg"
    assert not has_secret_name(photo)


def test_a_saved_photo_keeps_its_name():
    photo = PhotoFactory()
    name = photo.file.name
    photo.title = "Another title"
    photo.save()
    assert Photo.objects.get().file.name == name
