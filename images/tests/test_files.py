"""The files of a photo: made by the queue, renewed in their place, and gone when they show something else."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.images.models import AbstractImage

from images import presets, renditions, signal_handlers
from images.files import write_in_place
from images.metadata import read_texts
from images.models import ImageCaption, Photo, PhotoRendition, Terms
from images.signals import photo_prepared

from .factories import PhotoFactory, image_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo():
    made = PhotoFactory(credit="Photo: Staff")
    made = Photo.objects.get(pk=made.pk)
    renditions.prepare(made)
    return made


@pytest.fixture
def told():
    """The photos of which pages have been told that their files have changed."""
    photos = []

    def listener(photo, **kwargs):
        photos.append(photo)

    photo_prepared.connect(listener)
    yield photos
    photo_prepared.disconnect(listener)


@pytest.fixture
def queue(monkeypatch):
    """The ids of the photos that the queue is asked to prepare; nothing of it is done."""
    asked = []
    monkeypatch.setattr(signal_handlers, "prepare_photo", SimpleNamespace(enqueue=asked.append))
    return asked


@pytest.fixture
def no_encoder(monkeypatch):
    monkeypatch.setattr(AbstractImage, "generate_rendition_file", lambda *args, **kwargs: pytest.fail("encoded"))


@pytest.fixture
def encodes_one_small_file(monkeypatch):
    original = AbstractImage.generate_rendition_file

    def only_the_fallback(self, filter, **kwargs):
        assert filter.spec == presets.FALLBACK_SPEC
        return original(self, filter, **kwargs)

    monkeypatch.setattr(AbstractImage, "generate_rendition_file", only_the_fallback)


def contents(photo):
    return {
        one.filter_spec: (one.file.name, one.file.storage.open(one.file.name).read())
        for one in PhotoRendition.objects.filter(image=photo)
    }


def as_it_is_now(photo):
    return Photo.objects.get(pk=photo.pk)


class TestCredit:
    """Every file says whose the photo is."""

    def test_each_file_has_it_as_it_is_made(self, photo):
        photo.get_rendition("max-165x165")  # of the admin
        found = contents(photo)
        assert set(found) == {*presets.all_specs(), presets.FALLBACK_SPEC, "max-165x165"}
        for _name, data in found.values():
            assert read_texts(data).credit == "Photo: Staff"
            assert Terms.ASK.sentence.encode() in data
            assert not read_texts(data).caption

    def test_a_new_credit_is_written_into_the_same_files_without_encoding(self, photo, told, no_encoder):
        before = contents(photo)
        photo.image_caption.credit = "Photo: Zoë"
        photo.image_caption.save()
        assert renditions.prepare(as_it_is_now(photo)) == len(before)
        after = contents(photo)
        assert {spec: name for spec, (name, _) in after.items()} == {spec: name for spec, (name, _) in before.items()}
        assert {read_texts(data).credit for _, data in after.values()} == {"Photo: Zoë"}
        assert told == [photo]

    def test_new_terms_likewise(self, photo, no_encoder):
        photo.image_caption.terms = Terms.REPRINT
        photo.image_caption.save()
        renditions.prepare(as_it_is_now(photo))
        for _name, data in contents(photo).values():
            assert Terms.REPRINT.sentence.encode() in data
            assert Terms.ASK.sentence.encode() not in data

    def test_a_second_time_there_is_nothing_to_do(self, photo, told, no_encoder, monkeypatch):
        monkeypatch.setattr(renditions, "write_in_place", lambda *args: pytest.fail("written"))
        assert renditions.prepare(as_it_is_now(photo)) == 0
        assert told == []

    @pytest.mark.parametrize(("field", "value"), [("credit", "Photo: Zoë"), ("terms", Terms.SITE_ONLY)])
    def test_the_queue_is_asked_when_it_changes(self, photo, queue, django_capture_on_commit_callbacks, field, value):
        caption = ImageCaption.objects.get()
        setattr(caption, field, value)
        with django_capture_on_commit_callbacks(execute=True):
            caption.save()
        assert queue == [photo.pk]

    def test_the_queue_is_not_asked_for_anything_else(self, photo, queue, django_capture_on_commit_callbacks):
        caption = ImageCaption.objects.get()
        caption.caption, caption.place, caption.from_file = "<p>New</p>", "Tucson", True
        with django_capture_on_commit_callbacks(execute=True):
            caption.save()
            caption.save()
        assert queue == []


class TestInPlace:
    """Nobody ever gets half a file."""

    @pytest.fixture
    def file(self, photo):
        return photo.renditions.first().file

    def test_who_reads_gets_the_old_content_to_its_end(self, file):
        with file.storage.open(file.name) as reader:
            start = reader.read(10)
            write_in_place(file, b"new")
            assert (start + reader.read()).startswith(b"\xff\xd8")
        assert file.storage.open(file.name).read() == b"new"

    def test_a_failure_leaves_the_old_file_and_nothing_else(self, file, monkeypatch):
        folder = list(file.storage.listdir("images")[1])
        monkeypatch.setattr("images.files.Path.replace", lambda *args: (_ for _ in ()).throw(OSError("disk full")))
        with pytest.raises(OSError, match="full"):
            write_in_place(file, b"new")
        assert file.storage.listdir("images")[1] == folder

    @pytest.mark.parametrize("harm", ["lost", "cut off", "emptied"])
    def test_a_lost_or_damaged_file_is_made_again_at_its_address(self, photo, file, harm):
        before = file.storage.open(file.name).read()
        if harm == "lost":
            file.storage.delete(file.name)
        else:
            write_in_place(file, before[: len(before) // 2] if harm == "cut off" else b"")
        assert renditions.prepare(as_it_is_now(photo)) == 1
        assert file.storage.open(file.name).read() == before


class TestFocalPoint:
    def test_crops_are_made_anew_and_the_old_ones_go(self, photo, told, django_capture_on_commit_callbacks):
        before = contents(photo)
        photo.focal_point_x, photo.focal_point_y, photo.focal_point_width, photo.focal_point_height = 50, 50, 10, 10
        with django_capture_on_commit_callbacks(execute=True):
            photo.save()
        after = contents(photo)
        assert set(after) == set(before)
        assert told
        for spec, (name, _data) in before.items():
            is_crop = "fill" in spec
            assert (after[spec][0] != name) is is_crop
            assert PhotoRendition._meta.get_field("file").storage.exists(name) is not is_crop


def first_part(photo):
    """What the names of all files made from it begin with."""
    return Path(photo.file.name).name.partition("-")[0]


class TestReplacedFile:
    """A new original has new files, and whatever shows the old one is gone."""

    def replace(self, client, photo, **fields):
        new = image_file("other.jpg", (900, 600), "#b8351a")
        data = {"title": photo.title, "description": "x", "collection": 1, "caption": "null", "file": new, **fields}
        return client.post(reverse("wagtailimages:edit", args=[photo.pk]), data)

    def test_a_page_has_the_new_one_at_once(self, photo, admin_client, told, encodes_one_small_file):
        self.replace(admin_client, photo)
        changed = as_it_is_now(photo)
        assert set(changed.files) == {presets.FALLBACK_SPEC}
        assert changed.files[presets.FALLBACK_SPEC].name.startswith(f"images/{first_part(changed)}")
        assert told

    def test_the_queue_makes_the_others_and_nothing_old_is_left(
        self, photo, admin_client, django_capture_on_commit_callbacks
    ):
        before, original = contents(photo), photo.file.name
        with django_capture_on_commit_callbacks(execute=True):
            self.replace(admin_client, photo)
        after = contents(photo)
        assert set(after) == {*presets.all_specs(), presets.FALLBACK_SPEC}
        storage = PhotoRendition._meta.get_field("file").storage
        assert not [name for name, _data in before.values() if storage.exists(name)]
        assert not storage.exists(original)
        assert storage.exists(as_it_is_now(photo).file.name)

    def test_the_old_original_stays_until_the_change_is_certain(self, photo, admin_client):
        original = photo.file.name
        self.replace(admin_client, photo)
        assert photo.file.storage.exists(original)

    def test_without_a_form_likewise(self, photo, django_capture_on_commit_callbacks):
        photo.file = ContentFile(image_file(size=(300, 200)).read(), "other.jpg")
        with django_capture_on_commit_callbacks(execute=True):
            photo.save()
        assert {one.filter_spec for one in photo.renditions.all()} == {*presets.all_specs(), presets.FALLBACK_SPEC}
        assert photo.file.name.endswith("-other.jpg")
        assert all(f"images/{first_part(photo)}" in name for name, _data in contents(photo).values())

    def test_a_new_title_leaves_all_files(self, photo, admin_client, django_capture_on_commit_callbacks, no_encoder):
        before = contents(photo)
        with django_capture_on_commit_callbacks(execute=True):
            self.replace(admin_client, photo, file="", title="New", credit="Photo: Staff")
        assert as_it_is_now(photo).title == "New"
        assert contents(photo) == before
        assert photo.file.storage.exists(photo.file.name)
