"""`manage.py prepare_photos` makes what is missing, says how far it is, and is stopped by no photo."""

import io

import pytest
from django.core.management import CommandError, call_command

from images import presets
from images.management.commands import prepare_photos
from images.models import Photo, PhotoRendition

from .factories import PhotoFactory

pytestmark = pytest.mark.django_db
ALL = {*presets.all_specs(), presets.FALLBACK_SPEC}


class Terminal(io.StringIO):
    def isatty(self):
        return True


def run(output=None):
    output = output or io.StringIO()
    call_command("prepare_photos", stdout=output)
    return output.getvalue()


def specs(photo):
    return set(photo.renditions.values_list("filter_spec", flat=True))


def harm(photo):
    photo.renditions.all().delete()
    with photo.file.storage.open(photo.file.name, "wb") as file:
        file.write(b"no photo")


def test_it_makes_what_is_missing():
    photo = PhotoFactory()
    assert f"1/1 photos, {len(ALL) - 1} files written" in run()
    assert specs(photo) == ALL


def test_it_goes_on_where_it_was_stopped(monkeypatch):
    PhotoFactory.create_batch(3)
    encode, made = Photo.generate_rendition_file, []

    def stopped(self, filter, **kwargs):
        if len(made) == 20:
            raise KeyboardInterrupt
        made.append(filter)
        return encode(self, filter, **kwargs)

    monkeypatch.setattr(Photo, "generate_rendition_file", stopped)
    with pytest.raises(KeyboardInterrupt):
        run()
    before = set(PhotoRendition.objects.values_list("pk", flat=True))
    monkeypatch.setattr(Photo, "generate_rendition_file", encode)
    assert f"{3 * (len(ALL) - 1) - 20} files written" in run()
    assert before < set(PhotoRendition.objects.values_list("pk", flat=True))
    assert all(specs(photo) == ALL for photo in Photo.objects.all())


def test_a_broken_photo_is_named_at_the_end_and_stops_nothing():
    first, broken, last = PhotoFactory(), PhotoFactory(title="Broken"), PhotoFactory()
    harm(broken)
    output = io.StringIO()
    with pytest.raises(CommandError, match=rf"1 of 3 photos.*\n  {broken.pk} “Broken”: .+") as caught:
        run(output)
    assert caught.value.returncode == 1
    assert "3/3 photos" in output.getvalue()
    assert specs(first) == specs(last) == ALL


def test_a_lost_original_is_named_too():
    photo = PhotoFactory()
    photo.file.storage.delete(photo.file.name)
    photo.renditions.all().delete()
    with pytest.raises(CommandError, match="1 of 1"):
        run()


def test_on_a_terminal_one_line_grows(monkeypatch):
    monkeypatch.setattr(prepare_photos, "prepare", lambda photo: 1)
    PhotoFactory.create_batch(2)
    output = run(Terminal())
    assert output == f"\r[{'#' * 15:30}] 1/2 photos, 1 files written\r[{'#' * 30}] 2/2 photos, 2 files written\n"


def test_a_log_gets_ten_lines_at_most(monkeypatch):
    monkeypatch.setattr(prepare_photos, "prepare", lambda photo: 1)
    PhotoFactory.create_batch(23)
    lines = run().splitlines()
    assert len(lines) == 10
    assert "\r" not in "".join(lines)
    assert "23/23 photos, 23 files" in lines[-1]


def test_without_photos_there_is_nothing_to_say():
    assert run() == ""
