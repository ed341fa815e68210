"""The form of a photo: everything about it in one place, for each role, whatever is typed."""

import json

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile
from django.urls import reverse

from images.metadata import has_position, read_texts
from images.models import ImageCaption, Photo, Terms

from .factories import PhotoFactory, image_file
from .sample_files import FULL, FULL_XMP, encoded, exif

pytestmark = pytest.mark.django_db

BULK = "/admin/images/multiple/add/"


@pytest.fixture
def sign_in(client):
    """A function that signs in somebody of a group, or of none, and gives the client."""

    def sign_in(group):
        user = User.objects.create_user(f"somebody-{group}", password="password")
        if group:
            user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture(params=["Writers", "Editors"])
def staff(sign_in, request):
    """The client of a writer and of an editor."""
    return sign_in(request.param)


def told(name="told.jpg"):
    """A file that says everything about itself."""
    return ContentFile(encoded(xmp=FULL_XMP.encode()), name=name)


def sent(**fields):
    """What the photo form sends."""
    return {"title": "Council", "description": "Ten people", "collection": 1, "caption": "null", **fields}


def address(photo):
    """Where a photo is edited."""
    return reverse("wagtailimages:edit", args=[photo.pk])


def rich(text):
    """A text as the rich text editor sends it."""
    return json.dumps({"blocks": [{"key": "a", "text": text, "type": "unstyled"}], "entityMap": {}})


@pytest.mark.indexes
class TestForm:
    """What an editor writes is kept; what comes from the file is marked."""

    def test_everything_can_be_written(self, staff):
        photo = PhotoFactory()
        staff.post(
            address(photo), sent(terms="reprint", place="Tucson, Arizona", taken_on="2026-05-03", credit="Staff")
        )
        caption = ImageCaption.objects.get()
        assert (caption.terms, caption.place, caption.taken_on.isoformat(), caption.credit) == (
            Terms.REPRINT,
            "Tucson, Arizona",
            "2026-05-03",
            "Staff",
        )

    def test_it_shows_what_is_written(self, staff):
        form = staff.get(address(PhotoFactory(file=told()))).context["form"]
        assert form["place"].value() == FULL.place
        assert 'value="2026-05-03"' in str(form["taken_on"])
        assert 'value="ask"' in str(form["terms"])

    def test_terms_that_are_not_sent_stay(self, staff):
        photo = PhotoFactory()
        ImageCaption.objects.update(terms=Terms.SITE_ONLY)
        staff.post(address(photo), sent())
        assert ImageCaption.objects.get().terms == Terms.SITE_ONLY

    def test_what_comes_from_the_file_is_marked_until_it_is_saved(self, staff):
        photo = PhotoFactory(file=told(), description="")
        form = staff.get(address(photo)).context["form"]
        marked = {name for name, field in form.fields.items() if "Read from the file" in str(field.help_text)}
        assert marked == {"description", "caption", "credit", "credit_url", "place", "taken_on"}
        staff.post(address(photo), sent(place=FULL.place))
        assert "Read from the file" not in staff.get(address(photo)).content.decode()

    def test_nothing_is_marked_that_was_typed_with_the_upload(self, staff):
        file = ContentFile(encoded(exif=exif(caption=b"Members at work")), name="photo.jpg")
        staff.post(reverse("wagtailimages:add"), sent(file=file, caption=rich("Our own words")))
        assert not ImageCaption.objects.get().from_file

    def test_it_says_where_the_photo_is_used_and_its_caption_does_not_count(self, staff):
        photo = PhotoFactory(caption="<p>x</p>")
        html = staff.get(address(photo)).content.decode()
        assert photo.usage_url in html
        assert "nowhere yet" in html

    def test_a_new_file_need_not_be_sent(self, staff):
        photo = PhotoFactory()
        staff.post(address(photo), sent(title="New"))
        saved = Photo.objects.get()
        assert (saved.title, saved.file.name) == ("New", photo.file.name)

    def test_opening_it_draws_nothing_in_full_size(self, staff):
        photo = PhotoFactory()
        staff.get(address(photo))
        assert not photo.renditions.filter(filter_spec="original").exists()


class TestHostileInput:
    """Nonsense is answered with a sentence, and what was typed stands in the form."""

    @pytest.mark.indexes
    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("taken_on", "yesterday"),
            ("taken_on", "2026-02-31"),
            ("credit", "x" * 10_000),
            ("place", "x" * 201),
            ("credit_url", "javascript:alert(1)"),
            ("credit_url", "http://[bad"),
            ("terms", "everything"),
        ],
    )
    def test_it_is_explained(self, staff, field, value):
        photo = PhotoFactory()
        response = staff.post(address(photo), sent(**{field: value, "title": "As typed"}))
        assert response.status_code == 200
        assert response.context["form"].errors[field]
        assert "As typed" in response.content.decode()
        assert ImageCaption.objects.get().credit == ""

    @pytest.mark.indexes
    def test_control_characters_and_halves_of_characters_are_not_saved(self, staff):
        photo = PhotoFactory()
        assert staff.post(address(photo), sent(place="a\x00\x0bb", caption=rich("a\x00\ud800\x0bb"))).status_code == 302
        caption = ImageCaption.objects.get()
        assert caption.place == "a b"
        assert "a\nb" in caption.caption

    @pytest.mark.parametrize("value", ["[" * 100_000, "{}", "null", "1", '{"blocks": 1}', "no JSON"])
    def test_a_caption_that_no_editor_sends_counts_as_none(self, staff, value):
        photo = PhotoFactory(caption="<p>x</p>")
        assert staff.post(address(photo), sent(caption=value)).status_code == 302
        assert ImageCaption.objects.get().plain_caption == ""

    def test_half_a_character_is_not_saved(self, staff):
        photo = PhotoFactory()
        assert staff.post(address(photo), sent(caption=rich("a\ud800b"))).status_code == 302
        assert ImageCaption.objects.get().plain_caption == "ab"

    def test_script_in_a_caption_is_text(self, staff):
        photo = PhotoFactory()
        staff.post(address(photo), sent(caption=rich("<script>alert(1)</script>")))
        assert "<script>" not in ImageCaption.objects.get().caption


class TestManyAtOnce:
    """Each file has its own form; saving it writes its own texts only."""

    def upload(self, client, file):
        return client.post(BULK, {"files[]": file, "title": file.name, "collection": 1}).json()

    def save(self, client, photo, **fields):
        prefix = f"image-{photo.pk}"
        data = {f"{prefix}-{name}": value for name, value in sent(**fields).items()}
        return client.post(reverse("wagtailimages:edit_multiple", args=[photo.pk]), data).json()

    def test_each_form_shows_what_its_file_says(self, staff):
        assert FULL.credit in self.upload(staff, told())["form"]
        form = self.upload(staff, image_file(name="plain.jpg"))["form"]
        assert FULL.credit not in form
        assert "credit" in form

    def test_saving_one_leaves_the_other(self, staff):
        for file in (told(), image_file(name="plain.jpg")):
            self.upload(staff, file)
        other = ImageCaption.objects.get(photo__title="told.jpg")
        assert self.save(staff, Photo.objects.get(title="plain.jpg"), credit="Photo: Staff")["success"]
        assert ImageCaption.objects.get(photo__title="Council").credit == "Photo: Staff"
        unchanged = ImageCaption.objects.get(pk=other.pk)
        assert (unchanged.credit, unchanged.from_file, unchanged.place) == (FULL.credit, True, FULL.place)

    def test_a_bad_date_is_explained_in_its_form(self, staff):
        self.upload(staff, told())
        answer = self.save(staff, Photo.objects.get(), taken_on="yesterday", credit="As typed")
        assert not answer["success"]
        assert "Enter a valid date." in answer["form"]
        assert "As typed" in answer["form"]

    @pytest.mark.parametrize(("name", "content"), [("a.svg", b"<svg/>"), ("a.jpg", b"no photo"), ("a.exe", b"MZ")])
    def test_what_is_no_photo_is_refused_with_a_sentence(self, staff, name, content):
        answer = self.upload(staff, ContentFile(content, name=name))
        assert answer["success"] is False
        assert answer["error_message"].endswith(".")
        assert not Photo.objects.exists()


class TestTheSameFileAgain:
    """The first photo is shown, wherever the file is uploaded."""

    @pytest.fixture(autouse=True)
    def first(self, staff):
        staff.post(reverse("wagtailimages:add"), sent(title="The first", file=image_file()))

    def test_among_many(self, staff):
        answer = staff.post(BULK, {"files[]": image_file(), "title": "again", "collection": 1}).json()
        assert answer["duplicate"]
        assert "The first" in answer["confirm_duplicate_upload"]

    def test_in_the_chooser(self, staff):
        data = {f"image-chooser-upload-{name}": value for name, value in sent(file=image_file()).items()}
        answer = staff.post(reverse("wagtailimages_chooser:create"), data).json()
        assert answer["step"] == "duplicate_found"
        assert "The first" in answer["htmlFragment"]

    def test_another_file_is_no_duplicate(self, staff):
        answer = staff.post(BULK, {"files[]": image_file(color="red"), "title": "other", "collection": 1}).json()
        assert not answer["duplicate"]


class TestPressFile:
    """The staff gets the file as the press would; the original itself is nobody's to link to."""

    def test_it_is_handed_out_with_texts_and_without_position(self, staff):
        file = ContentFile(encoded(exif=exif(gps=True)), name="photo.jpg")
        photo = PhotoFactory(file=file, title="Council", credit="Photo: Staff", caption="<p>At work</p>")
        response = staff.get(reverse("press_file", args=[photo.pk]))
        assert response["Content-Type"] == "image/jpeg"
        assert response["Content-Disposition"] == 'attachment; filename="council.jpg"'
        assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
        assert not has_position(response.content)
        texts = read_texts(response.content)
        assert (texts.credit, texts.caption) == ("Photo: Staff", "At work")

    @pytest.mark.indexes
    def test_the_form_links_to_it(self, staff):
        photo = PhotoFactory()
        html = staff.get(address(photo)).content.decode()
        assert reverse("press_file", args=[photo.pk]) in html
        assert photo.file.url not in html

    @pytest.mark.indexes
    def test_a_lost_file_is_explained(self, staff):
        photo = PhotoFactory()
        photo.file.storage.delete(photo.file.name)
        response = staff.get(reverse("press_file", args=[photo.pk]), follow=True)
        assert "cannot be read" in response.content.decode()

    def test_it_only_answers_to_get(self, staff):
        assert staff.post(reverse("press_file", args=[PhotoFactory().pk])).status_code == 405

    def test_strangers_do_not_get_it(self, client, sign_in):
        url = reverse("press_file", args=[PhotoFactory().pk])
        assert client.get(url).status_code == 302
        assert sign_in(None).get(url).status_code in (302, 403)

    def test_nor_do_those_of_the_staff_who_may_not_choose_photos(self, sign_in):
        for permissions in Group.objects.get(name="Writers").collection_permissions.all():
            permissions.delete()
        response = sign_in("Writers").get(reverse("press_file", args=[PhotoFactory().pk]))
        assert response.url == reverse("wagtailadmin_home")
