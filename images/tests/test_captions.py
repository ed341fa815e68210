"""What is written about a photo: read from its file, kept beside it, given out with it."""

from datetime import date

import pytest
from django.core.files.base import ContentFile

from images.metadata import PublicTexts
from images.models import Photo, Terms

from .factories import PhotoFactory
from .sample_files import FULL, FULL_XMP, alternatives, encoded, xmp

pytestmark = pytest.mark.django_db


def a_file_that_says_all(name="photo.jpg"):
    return ContentFile(encoded(xmp=FULL_XMP.encode()), name=name)


class TestReadingTheFile:
    """The file fills what nobody has written."""

    def test_it_fills_everything_that_is_empty(self):
        photo = PhotoFactory(file=a_file_that_says_all(), description="")
        caption = photo.image_caption
        assert caption.plain_caption == FULL.caption
        assert (caption.credit, caption.credit_url) == (FULL.credit, FULL.credit_url)
        assert (caption.place, caption.taken_on) == ("Denver, Colorado, United States", date(2026, 5, 3))
        assert Photo.objects.get().description == FULL.alt
        assert caption.from_file

    def test_an_alt_text_alone_is_to_be_checked_too(self):
        packet = xmp(alternatives("Iptc4xmpCore:AltTextAccessibility", x_default="A lectern"))
        photo = PhotoFactory(file=ContentFile(encoded(xmp=packet.encode()), name="photo.jpg"), description="")
        assert photo.image_caption.from_file

    def test_a_photo_is_not_for_others_until_somebody_says_so(self):
        assert PhotoFactory().image_caption.terms == Terms.ASK


class TestPublicTexts:
    """What leaves the site with a photo."""

    def test_files_for_pages_carry_credit_and_terms(self):
        caption = PhotoFactory(caption="<p>At work</p>", credit="Photo: Staff & friends").image_caption
        assert caption.public_texts() == PublicTexts(
            credit="Photo: Staff & friends", terms="Please ask us before you reprint this photo."
        )

    def test_files_for_the_press_say_also_what_is_seen(self):
        photo = PhotoFactory(caption="<p>At <b>work</b> &amp; play.</p><p>In<br/>May.</p>", description="Ten people")
        texts = photo.image_caption.public_texts(with_caption=True)
        assert texts.caption == "At work & play.\nIn\nMay."
        assert texts.alt == "Ten people"

    @pytest.mark.parametrize("terms", Terms)
    def test_all_terms_are_said_in_a_sentence(self, terms):
        caption = PhotoFactory().image_caption
        caption.terms = terms.value
        assert caption.public_texts().terms.endswith(".")
