"""Photos that are offered to the press need a credit; for others it is advice."""

import json

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from convenings.tests.factories import ConveningFactory
from core.publication import PublicationRefused
from home.tests.factories import StandardPageFactory
from images.models import ImageCaption, Photo, Terms
from images.tests.factories import PhotoFactory
from images.tests.sample_files import FULL, FULL_XMP, encoded
from news.tests.factories import BlogPostFactory, NewsMentionFactory, NewsMentionIndexFactory
from press.tests.factories import PressReleaseFactory

pytestmark = pytest.mark.django_db

MISSING = "is offered to the press and has no credit yet"
ADD_IT = "News media reprint the photo with this line: add it, or choose other terms."


@pytest.fixture
def make_photo():
    """A function that makes a photo with these terms and this credit."""

    def make_photo(terms=Terms.REPRINT, credit=""):
        photo = PhotoFactory()
        ImageCaption.objects.filter(photo=photo).update(terms=terms, credit=credit)
        return Photo.objects.get(pk=photo.pk)

    return make_photo


def get_fields(thing):
    """The fields of a page in which a credit is missing."""
    return [problem.field for problem in thing.publication_problems() if MISSING in str(problem.message)]


class TestPublishing:
    """A photo that the press may reprint is published with its credit, in whatever page it stands."""

    def test_a_lead_photo_to_reprint_needs_one_on_every_page_type(self, make_photo, blog, releases, home_page, press):
        photo = make_photo()
        coverage = NewsMentionIndexFactory(parent=press)
        for factory, parent in [
            (PressReleaseFactory, releases),
            (BlogPostFactory, blog),
            (NewsMentionFactory, coverage),
            (StandardPageFactory, home_page),
        ]:
            page = factory(parent=parent, lead_photo=photo, live=False)
            assert get_fields(page) == ["lead_photo"]
            with pytest.raises(PublicationRefused, match=MISSING):
                page.save_revision().publish()
        assert get_fields(ConveningFactory(photo=photo)) == ["photo"]

    def test_photos_in_the_text_need_one_too(self, make_photo, blog):
        first, second = make_photo(), make_photo()
        gallery = {"title": "", "photos": [{"photo": first.pk}, {"photo": second.pk}, {"photo": first.pk}]}
        post = BlogPostFactory(parent=blog, body=[{"type": "gallery", "value": gallery}], live=False)
        assert get_fields(post) == ["body", "body"]
        with pytest.raises(PublicationRefused, match=first.title):
            post.save_revision().publish()

    @pytest.mark.parametrize("terms", [Terms.ASK, Terms.SITE_ONLY])
    def test_other_photos_are_published_without(self, make_photo, releases, terms):
        photo = make_photo(terms)
        body = [{"type": "photo", "value": {"photo": photo.pk}}]
        release = PressReleaseFactory(parent=releases, lead_photo=photo, body=body, live=False)
        release.save_revision().publish()
        release.refresh_from_db()
        assert release.live

    def test_a_photo_with_credit_is_published(self, make_photo, releases):
        release = PressReleaseFactory(parent=releases, lead_photo=make_photo(credit="Photo: Staff"), live=False)
        release.save_revision().publish()

    @pytest.mark.parametrize("terms", Terms)
    def test_a_press_kit_offers_its_photos_whatever_their_terms(self, make_photo, press, terms):
        photo = make_photo(terms)
        kit = {"title": "Press kit", "introduction": "", "documents": [], "photos": [photo.pk]}
        press.sections = [{"type": "press_kit", "value": kit}]
        assert get_fields(press) == ["sections"]
        ImageCaption.objects.update(credit="Photo: Staff")
        assert get_fields(press) == []

    def test_the_question_takes_as_many_queries_for_one_photo_as_for_ten(
        self, make_photo, blog, django_assert_num_queries
    ):
        for count in (1, 10):
            photos = [{"type": "photo", "value": {"photo": make_photo().pk}} for _ in range(count)]
            post = BlogPostFactory(parent=blog, body=photos)
            with django_assert_num_queries(1):
                assert len(get_fields(post)) == count


class TestPhotoForm:
    """Whoever offers a photo to the press says whose it is."""

    @staticmethod
    def sent(**fields):
        return {"title": "Council", "description": "Ten people", "collection": 1, "caption": "null", **fields}

    @pytest.mark.indexes
    def test_a_photo_is_not_offered_without_credit(self, admin_client):
        photo = PhotoFactory()
        address = reverse("wagtailimages:edit", args=[photo.pk])
        answer = admin_client.post(address, self.sent(terms="reprint", place="Tucson", credit=" "))
        assert answer.context["form"].errors == {"credit": [ADD_IT]}
        assert answer.context["form"]["place"].value() == "Tucson"
        admin_client.post(address, self.sent(terms="reprint", credit="Photo: Staff"))
        assert ImageCaption.objects.get().terms == Terms.REPRINT
        answer = admin_client.post(address, self.sent(credit=""))  # the terms stay
        assert answer.context["form"].errors == {"credit": [ADD_IT]}

    def test_other_photos_need_none(self, admin_client):
        photo = PhotoFactory()
        for terms in ("ask", "site"):
            admin_client.post(reverse("wagtailimages:edit", args=[photo.pk]), self.sent(terms=terms, credit=""))
            assert ImageCaption.objects.get().terms == terms

    @pytest.mark.indexes
    def test_the_credit_in_the_file_of_a_new_photo_counts(self, admin_client):
        for data, taken in ((encoded(), 0), (encoded(xmp=FULL_XMP.encode()), 1)):
            file = ContentFile(data, name="photo.jpg")
            admin_client.post(reverse("wagtailimages:add"), self.sent(file=file, terms="reprint"))
            assert ImageCaption.objects.count() == taken
        assert (ImageCaption.objects.get().terms, Photo.objects.get().credit) == (Terms.REPRINT, FULL.credit)


class TestAdvice:
    """Beside a chosen photo editors see that nobody has said whose it is."""

    @pytest.mark.indexes
    @pytest.mark.parametrize(("credit", "shown"), [("", "Council (no credit yet)"), ("Photo: Staff", "Council")])
    def test_it_stands_beside_the_photo(self, admin_client, blog, credit, shown):
        photo = PhotoFactory(title="Council", credit=credit)
        chosen = admin_client.get(reverse("wagtailimages_chooser:chosen", args=[photo.pk]))
        assert json.loads(chosen.content)["result"]["title"] == shown
        body = [{"type": "photo", "value": {"photo": photo.pk}}]
        post = BlogPostFactory(parent=blog, lead_photo=photo, body=body)
        html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[post.pk])).content.decode()
        assert f">{shown}</div>" in html
        assert f"&quot;title&quot;: &quot;{shown}&quot;" in html

    def test_the_form_of_a_photo_advises_it(self, admin_client):
        html = admin_client.get(reverse("wagtailimages:add")).content.decode()
        assert "Every photo should have one; a photo that news media may reprint must." in html
