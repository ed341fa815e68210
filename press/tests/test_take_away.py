"""What reporters take away: photos they may print, one by one and as a ZIP, and a card for each statement."""

import io
import zipfile

import pytest
from django.core.files.base import ContentFile
from PIL import Image, IptcImagePlugin
from wagtail.models import PageViewRestriction

from core.sites import root_paths
from images.metadata import read_texts
from images.models import Terms
from images.tests import sample_files
from images.tests.factories import PhotoFactory
from images.tests.looks import assert_no_position
from media_inquiries.models import MediaContact
from press.models import PressPhoto, QuoteCard

from .factories import PressReleaseFactory
from .press_room import TUESDAY, fresh, scheduled

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_page_cache")]


@pytest.fixture
def make(django_capture_on_commit_callbacks):
    """A function that makes a photo with these terms, after the queue has worked."""

    def make(terms=Terms.REPRINT, data=None, **fields):
        data = data or sample_files.encoded("JPEG", sample_files.exif(gps=True), sample_files.POSITION_XMP.encode())
        with django_capture_on_commit_callbacks(execute=True):
            photo = PhotoFactory(file=ContentFile(data, "DSC_0001.jpg"), credit="Photo: Staff", **fields)
            caption = photo.image_caption
            caption.terms = terms
            caption.save()
        return photo

    return make


def with_photos(releases, lead, *others, **fields):
    body = [{"type": "photo", "value": {"photo": photo.pk}} for photo in others]
    return PressReleaseFactory(parent=releases, slug="a-release", lead_photo=lead, body=body, **fields)


def unzipped(response):
    """The files of a ZIP: a dict of name and bytes."""
    with zipfile.ZipFile(io.BytesIO(response.getvalue())) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


ZIP = "/press/releases/a-release/photos.zip"


class TestPhotosOfARelease:
    """The ZIP."""

    def test_the_files_say_what_they_show_and_whose_they_are_and_not_where_they_were_taken(
        self, client, releases, make
    ):
        with_photos(releases, make(title="The council meets", caption="<p>Members on the <b>steps</b>.</p>"))
        data = unzipped(client.get(ZIP))["the-council-meets.jpg"]
        image = Image.open(io.BytesIO(data))
        assert "Photo: Staff" in str(image.getxmp())
        assert IptcImagePlugin.getiptcinfo(image)[(2, 110)] == b"Photo: Staff"
        assert read_texts(data).caption == "Members on the steps."
        assert not image.getexif().get_ifd(0x8825)
        assert_no_position(data)

    def test_it_has_the_photos_of_the_page_under_names_that_can_be_read(self, client, releases, make):
        with_photos(releases, make(title="The steps"), make(title="The steps"), make(title="A vote"))
        names = list(unzipped(client.get(ZIP)))
        assert names == ["captions.txt", "the-steps.jpg", "the-steps-2.jpg", "a-vote.jpg"]

    def test_captions_can_be_opened_anywhere(self, client, releases, make):
        with_photos(releases, make(title="The steps", caption="<p>Zoë on the steps.</p>", description="One person"))
        text = unzipped(client.get(ZIP))["captions.txt"].decode("utf-8-sig")
        assert text.splitlines() == [
            "the-steps.jpg",
            "Caption: Zoë on the steps.",
            "Credit: Photo: Staff",
            f"Terms: {Terms.REPRINT.sentence}",
            "Alt text: One person",
        ]
        assert text.count("\n") == text.count("\r\n")

    @pytest.mark.parametrize("terms", [Terms.ASK, Terms.SITE_ONLY])
    def test_photos_that_may_not_be_printed_are_named_with_whom_to_ask(self, client, releases, make, terms):
        with_photos(releases, make(title="Ours"), make(terms, title="Of a member", caption="<p>At home.</p>"))
        files = unzipped(client.get(ZIP))
        assert list(files) == ["captions.txt", "ours.jpg"]
        rest = files["captions.txt"].decode("utf-8-sig").partition("NOT IN THIS ARCHIVE")[2]
        for words in ("Of a member", "At home.", str(terms.sentence), MediaContact.objects.get().email):
            assert words in rest

    def test_the_page_leads_to_it_only_if_there_are_such_photos(self, client, releases, make):
        release = with_photos(releases, make())
        assert 'href="photos.zip"' in client.get(release.url).content.decode()
        release.lead_photo = make(Terms.ASK)
        release.save()
        assert "photos.zip" not in client.get(release.url).content.decode()
        assert client.get(ZIP).status_code == 404

    def test_nobody_gets_it_before_the_release_is_published(self, client, releases, make):
        scheduled(releases, TUESDAY, slug="a-release", lead_photo=make())
        assert client.get(ZIP).status_code == 404

    def test_nor_of_a_private_release(self, client, releases, make):
        release = with_photos(releases, make())
        PageViewRestriction.objects.create(page=release, restriction_type="login")
        assert client.get(ZIP).status_code == 404

    @pytest.mark.parametrize("address", ["/press/photos.zip", "/press/releases/nothing/photos.zip", "/photos.zip"])
    def test_other_pages_have_none(self, client, releases, address):
        assert client.get(address).status_code == 404

    def test_its_tag_changes_with_what_it_says(self, client, releases, make):
        photo = make()
        with_photos(releases, photo)
        etag = client.get(ZIP)["ETag"]
        assert client.get(ZIP)["ETag"] == etag
        photo.image_caption.caption = "<p>New</p>"
        photo.image_caption.save()
        assert client.get(ZIP)["ETag"] != etag

    def test_a_file_that_is_gone_does_not_break_the_rest(self, client, releases, make):
        lost, kept = make(title="Lost"), make(title="Kept")
        with_photos(releases, lost, kept)
        lost.press_copy.file.storage.delete(lost.press_copy.file.name)
        assert list(unzipped(client.get(ZIP))) == ["captions.txt", "kept.jpg"]

    def test_twenty_photos_take_as_many_queries_as_one(
        self, client, releases, make, django_assert_num_queries, django_assert_max_num_queries
    ):
        release = with_photos(releases, make())
        root_paths()  # where sites begin is asked once and remembered by every process
        with django_assert_max_num_queries(15) as for_one:
            client.get(ZIP).getvalue()
        release.body = [{"type": "photo", "value": {"photo": make().pk}} for _ in range(20)]
        release.save()
        with django_assert_num_queries(len(for_one)):
            assert len(unzipped(client.get(ZIP))) == 22


class TestOnePhoto:
    """The address of each photo."""

    def address(self, photo):
        return f"/photos/{photo.pk}/press/"

    @pytest.mark.indexes
    def test_it_is_handed_out_as_a_file_with_a_name(self, client, releases, make):
        photo = make(title="The steps")
        with_photos(releases, photo)
        response = client.get(self.address(photo))
        assert response["Content-Disposition"] == 'attachment; filename="the-steps.jpg"'
        assert response["Content-Type"] == "image/jpeg"
        assert read_texts(response.getvalue()).credit == "Photo: Staff"
        etag = response["ETag"]
        assert client.get(self.address(photo), headers={"if-none-match": etag}).status_code == 304

    @pytest.mark.parametrize("terms", [Terms.ASK, Terms.SITE_ONLY])
    def test_not_against_its_terms(self, client, releases, make, terms):
        photo = make(terms)
        with_photos(releases, photo)
        assert client.get(self.address(photo)).status_code == 404

    def test_nor_once_the_terms_change(self, client, releases, make):
        photo = make()
        with_photos(releases, photo)
        photo.image_caption.terms = Terms.ASK
        photo.image_caption.save()
        assert client.get(self.address(photo)).status_code == 404

    @pytest.mark.indexes
    def test_nor_if_no_public_page_shows_it(self, client, releases, make):
        photo = make()
        assert client.get(self.address(photo)).status_code == 404
        scheduled(releases, TUESDAY, slug="a-release", lead_photo=photo)
        assert client.get(self.address(photo)).status_code == 404

    @pytest.mark.parametrize("number", ["0", "9" * 18, "9" * 30, "x", "-1"])
    def test_an_odd_number_is_not_found(self, client, home_page, number):
        assert client.get(f"/photos/{number}/press/").status_code == 404


class TestPressCopies:
    """What the queue keeps ready."""

    def test_a_new_credit_is_in_the_copy_and_the_old_file_is_gone(self, make, django_capture_on_commit_callbacks):
        photo = make()
        before = PressPhoto.objects.get()
        with django_capture_on_commit_callbacks(execute=True):
            photo.image_caption.credit = "Photo: Member"
            photo.image_caption.save()
        after = PressPhoto.objects.get()
        with after.file.open() as file:
            assert read_texts(file.read()).credit == "Photo: Member"
        assert not before.file.storage.exists(before.file.name)

    def test_it_goes_with_its_terms(self, make, django_capture_on_commit_callbacks):
        photo = make()
        copy = PressPhoto.objects.get()
        with django_capture_on_commit_callbacks(execute=True):
            photo.image_caption.terms = Terms.ASK
            photo.image_caption.save()
        assert not PressPhoto.objects.exists()
        assert not copy.file.storage.exists(copy.file.name)

    def test_a_photo_that_cannot_be_read_has_none(self, make, caplog):
        photo = make()
        PressPhoto.objects.all().delete()
        photo.file.storage.delete(photo.file.name)
        from press.tasks import prepare_press_photos

        prepare_press_photos()
        assert not PressPhoto.objects.exists()
        assert f"No press file could be made of photo {photo.pk}" in caplog.text


def statement(words="We govern together.", speaker="Board member", **fields):
    return {
        "type": "statement",
        "value": {"speaker": speaker, "title": "", "place": "", "words": f"<p>{words}</p>", **fields},
    }


class TestQuoteCards:
    """A share image for each statement, drawn on publish."""

    @pytest.fixture
    def publish(self, django_capture_on_commit_callbacks):
        """A function that publishes a release with these statements, and lets the queue work."""

        def publish(release, *statements):
            release.body = list(statements)
            with django_capture_on_commit_callbacks(execute=True):
                release.save_revision().publish()
            return fresh(release)

        return publish

    def test_each_statement_has_one_that_says_what_it_shows(self, client, releases, publish):
        release = PressReleaseFactory(parent=releases)
        release = publish(release, statement("It <b>works</b>.", title="Mayor", place="Ohio"), statement("We vote."))
        first, second = QuoteCard.objects.order_by("pk")
        assert first.alt == "“It works.” – Board member, Mayor, Ohio"
        assert Image.open(first.file).size == (1200, 630)
        html = client.get(release.url).content.decode()
        assert f'href="http://localhost{first.file.url}"' in html
        assert f'href="http://localhost{second.file.url}"' in html

    def test_a_release_without_photo_is_shared_with_its_first_card(self, client, releases, publish):
        release = publish(PressReleaseFactory(parent=releases), statement())
        html = client.get(release.url).content.decode()
        assert f'content="http://testserver{QuoteCard.objects.get().file.url}"' in html
        assert 'property="og:image:alt" content="“We govern together.” – Board member"' in html

    def test_words_that_change_get_another_card_and_the_old_one_goes_at_once(self, releases, publish):
        release = publish(PressReleaseFactory(parent=releases), statement("Old."), statement("Stays.", "Mayor"))
        old, stays = QuoteCard.objects.order_by("pk")
        publish(release, statement("New."), statement("Stays.", "Mayor"))
        assert set(QuoteCard.objects.values_list("alt", flat=True)) == {"“New.” – Board member", stays.alt}
        assert QuoteCard.objects.get(anchor="mayor").file.name == stays.file.name
        assert not old.file.storage.exists(old.file.name)

    def test_until_the_new_one_is_drawn_the_page_has_none(self, client, releases, publish):
        release = publish(PressReleaseFactory(parent=releases), statement("Old."))
        release.body = [statement("New.")]
        release.save_revision().publish()
        assert "quote_cards" not in client.get(release.url).content.decode()

    def test_before_publication_there_is_none(self, releases, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            scheduled(releases, TUESDAY, body=[statement()])
        assert not QuoteCard.objects.exists()

    def test_afterwards_neither(self, releases, publish):
        release = publish(PressReleaseFactory(parent=releases), statement())
        release.unpublish()
        assert not QuoteCard.objects.exists()

    def test_their_addresses_cannot_be_guessed(self, releases, publish):
        publish(PressReleaseFactory(parent=releases), statement())
        assert len(QuoteCard.objects.get().file.name.split("/")[1]) == 22  # 128 random bits
