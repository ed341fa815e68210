"""Photos: written once, shown from files that exist."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.template import Context, Template
from django.urls import reverse
from wagtail.images.models import AbstractImage, Filter

from images import presets, renditions
from images.models import ImageCaption, Photo
from images.signals import photo_prepared

from .factories import PhotoFactory, image_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = User.objects.create_user("editor", password="password")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


def upload(client, **fields):
    data = {
        "title": "council.jpg",
        "file": image_file(),
        "description": "Council members at a long table",
        "caption": "",
        "credit": "",
        "credit_url": "",
        "collection": 1,
        **fields,
    }
    return client.post(reverse("wagtailimages:add"), data)


def shown(photo, tag='{% photo photo "wide" %}'):
    return Template("{% load photos %}" + tag).render(Context({"photo": photo}))


@pytest.mark.indexes
class TestCaption:
    """The caption is made with the photo and edited in the same place."""

    def test_every_photo_has_one(self):
        assert PhotoFactory().image_caption

    def test_it_is_written_in_the_photo_form(self, editor):
        upload(editor, credit="Photo: Staff / Local Progress", credit_url="https://example.org/staff")
        caption = ImageCaption.objects.get()
        assert caption.credit == "Photo: Staff / Local Progress"
        assert caption.credit_url == "https://example.org/staff"

    def test_the_form_shows_what_is_written_and_keeps_it(self, editor):
        photo = PhotoFactory(caption="<p>At work</p>", credit="Staff")
        url = reverse("wagtailimages:edit", args=[photo.pk])
        form = editor.get(url).context["form"]
        assert form["credit"].value() == "Staff"
        editor.post(
            url, {"title": "New title", "description": "x", "collection": 1, "credit": "Staff", "caption": "null"}
        )
        photo = Photo.objects.get()
        assert photo.title == "New title"
        assert photo.image_caption.credit == "Staff"

    def test_a_caption_is_no_use_of_the_photo(self):
        assert PhotoFactory(caption="<p>x</p>").get_usage().count() == 0


class TestFiles:
    """Files are made by the queue; pages use what exists.

    The tests never commit, so the queue stays idle unless a test lets it work.
    """

    def test_an_upload_makes_one_file_at_once(self):
        photo = PhotoFactory()
        assert [one.filter_spec for one in photo.renditions.all()] == [presets.FALLBACK_SPEC]

    def test_the_queue_makes_all_others(self, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            photo = PhotoFactory()
        made = set(photo.renditions.values_list("filter_spec", flat=True))
        assert made == {*presets.all_specs(), presets.FALLBACK_SPEC}

    def test_preparing_twice_makes_nothing_new(self):
        photo = PhotoFactory()
        renditions.prepare(photo)
        assert renditions.prepare(photo) == 0

    def test_tells_once_that_files_have_been_made(self):
        photo, told = PhotoFactory(), []
        photo_prepared.connect(listener := lambda photo, **kwargs: told.append(photo))
        renditions.prepare(photo)
        photo_prepared.disconnect(listener)
        assert told == [photo]

    def test_the_command_makes_what_is_missing(self, capsys):
        photo = PhotoFactory()
        call_command("prepare_photos")
        assert photo.renditions.filter(filter_spec=presets.PRESETS["share"].all_specs[0]).exists()

    @pytest.mark.parametrize("name", presets.PRESETS)
    def test_showing_a_photo_never_encodes(self, monkeypatch, name):
        photo = PhotoFactory()
        monkeypatch.setattr(AbstractImage, "generate_rendition_file", lambda *args, **kwargs: pytest.fail("encoded"))
        fallback = photo.renditions.get()
        fresh = Photo.objects.for_display(name).get()
        assert fallback.url in shown(fresh, f'{{% photo photo "{name}" %}}')

    def test_specs_are_written_as_wagtails_own_picture_tag_writes_them(self):
        photo = PhotoFactory(file=image_file(size=(2000, 1500)))
        renditions.prepare(photo)
        before = photo.renditions.count()
        Template(
            "{% load wagtailimages_tags %}{% picture photo format-{avif,webp,jpeg} width-{480,800,1600} %}"
        ).render(Context({"photo": Photo.objects.get()}))
        assert photo.renditions.count() == before

    def test_a_new_focal_point_has_crops_made_anew(self):
        photo = PhotoFactory()
        renditions.prepare(photo)
        photo.focal_point_x, photo.focal_point_y, photo.focal_point_width, photo.focal_point_height = 50, 50, 10, 10
        photo.save()
        assert renditions.prepare(photo) > 0
        crop = Filter(presets.PRESETS["square"].specs("jpeg")[0])
        wanted = photo.find_existing_renditions(crop)[crop].url
        assert wanted in shown(Photo.objects.for_display("square").get(), '{% picture photo "square" %}')


class TestShowing:
    """One component shows photo, caption and credit."""

    def test_it_offers_the_better_formats_first_with_dimensions(self):
        photo = PhotoFactory(file=image_file(size=(2000, 1500)))
        renditions.prepare(photo)
        html = shown(Photo.objects.for_display("wide").get())
        assert html.index("image/avif") < html.index("image/webp") < html.index("<img")
        assert 'width="1600"' in html
        assert 'height="1200"' in html
        assert "480w" in html

    def test_it_shows_caption_and_credit(self):
        html = shown(PhotoFactory(caption="<p>At <b>work</b></p>", credit="Photo: Staff & friends"))
        assert "At <b>work</b>" in html
        assert "Photo: Staff &amp; friends" in html

    def test_the_alt_text_is_the_photos_unless_this_use_has_its_own(self):
        photo = PhotoFactory(description='A "row" of houses')
        assert 'alt="A &quot;row&quot; of houses"' in shown(photo)
        assert 'alt="Here"' in shown(photo, '{% photo photo "wide" alt="Here" %}')
        assert 'alt=""' in shown(photo, '{% photo photo "wide" alt="" %}')

    def test_a_file_name_is_never_an_alt_text(self):
        assert "council.jpg" not in shown(PhotoFactory(title="council.jpg", description=""))

    def test_the_lead_loads_first_and_others_late(self):
        photo = PhotoFactory()
        assert 'fetchpriority="high"' in shown(photo, '{% photo photo "wide" priority=True %}')
        assert 'loading="lazy"' in shown(photo)

    def test_nothing_is_shown_for_no_photo(self):
        assert "<img" not in shown(None)

    def test_everything_about_twenty_photos_takes_two_queries(self, django_assert_num_queries):
        PhotoFactory.create_batch(20, credit="Staff")
        with django_assert_num_queries(2):
            for photo in Photo.objects.for_display("card"):
                shown(photo, '{% photo photo "card" %}')
