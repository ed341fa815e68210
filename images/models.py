"""Photos and what is written about them.

The texts of a photo are never mixed: alt text (`Photo.description`), caption, credit and terms (`ImageCaption`).
"""

import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.images.models import AbstractImage, AbstractRendition, ImageQuerySet
from wagtail.search import index

from .fields import UprightFile
from .files import fetch_files
from .metadata import PublicTexts, with_credit
from .metadata.formats import format_of
from .metadata.texts import LINE_LENGTH, PLACE_LENGTH

RANDOM_PART = 16  # characters, 80 bits; what Wagtail leaves of a name is twenty
RANDOM_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


def validate_taken_on(day):
    """Refuse a day before there were photos, and one still to come: surely a typing error.

    Raises:
        ValidationError: if it is one.
    """
    if not date(1826, 1, 1) <= day <= timezone.localdate() + timedelta(days=1):  # elsewhere it is tomorrow already
        raise ValidationError(_("Please check the year: no photo can have been taken on this day."), code="year")


class PhotoQuerySet(ImageQuerySet):
    """Photos, with what their display needs fetched in a fixed number of queries."""

    _presets = None  # names of those whose files are fetched with the photos

    def for_display(self, *preset_names):
        """Photos with their caption and the files of the named presets (all presets if none is named).

        Returns photos that `{% photo %}` shows without a further query: one query for photos and
        captions, one for all files.
        """
        photos = self.select_related("image_caption")
        photos._presets = preset_names
        return photos

    def without_credit(self):
        """Return the photos of which nobody has said whose they are."""
        return self.filter(Q(image_caption=None) | Q(image_caption__credit=""))

    def _clone(self):
        clone = super()._clone()
        clone._presets = self._presets
        return clone

    def _fetch_all(self):
        is_new = self._result_cache is None
        super()._fetch_all()
        if is_new and self._presets is not None and self._result_cache:
            fetch_files(self._result_cache, *self._presets)


class Photo(AbstractImage):
    """A photo of the library. `description` is its alt text; caption and credit are in `image_caption`."""

    admin_form_fields = (
        "title",
        "file",
        "description",
        "caption",
        "credit",
        "credit_url",
        "terms",
        "place",
        "taken_on",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    description = models.CharField(_("alt text"), max_length=LINE_LENGTH, blank=True, default="")

    objects = PhotoQuerySet.as_manager()

    class Meta(AbstractImage.Meta):
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def get_upload_to(self, filename):
        """A name that nobody can guess: the files made from it are public before the page is that shows them.

        The random part comes first, for Wagtail cuts off the end when it names those files.
        """
        return super().get_upload_to(f"{get_random_string(RANDOM_PART, RANDOM_LETTERS)}-{filename}")

    @cached_property
    def files(self):
        """The files that exist of it: a dict of filter spec and `PhotoFile`. No query after `for_display`."""
        fetch_files([self])
        return self.__dict__["files"]

    def generate_rendition_file(self, filter, *, source=None):
        """As Wagtail does, but with credit and terms in place of what the camera wrote, such as where it was taken.

        Raises:
            BrokenFileError: if the file cannot be cleaned; it is not given out then.
        """
        made = super().generate_rendition_file(filter, source=source)
        made.file.seek(0)
        data = made.file.read()
        return ContentFile(with_credit(data, format_of(data), self.public_texts()), name=made.name)

    def public_texts(self, with_caption=False):
        """What is written into its files, see `ImageCaption.public_texts`; nothing if there is no caption."""
        written = getattr(self, "image_caption", None)
        return written.public_texts(with_caption) if written else PublicTexts()

    @cached_property
    def pictures(self):
        """The markup of the uses in which this object has been shown; see `{% picture %}`."""
        return {}

    @property
    def default_alt_text(self):
        """The alt text; empty if nobody has written one, never the title (which is often a file name)."""
        return self.description

    @property
    def credit(self):
        """The credit line, or an empty text."""
        caption = getattr(self, "image_caption", None)
        return caption.credit if caption else ""


def has_secret_name(photo):
    """Whether nobody can guess what the files of a photo are called; older ones are called as they were uploaded."""
    name = Path(photo.file.name).name
    return re.match(rf"[{RANDOM_LETTERS}]{{{RANDOM_PART}}}-", name) is not None


Photo._meta.get_field("file").attr_class = UprightFile  # inherited; declared anew it would need a migration


class PhotoRendition(AbstractRendition):
    """One file of a photo in one size and format."""

    image = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class Terms(models.TextChoices):
    """Who else may print a photo. The label is for editors, the sentence for everybody."""

    REPRINT = "reprint", _("Press may reprint it with credit")
    ASK = "ask", _("Ask us first")
    SITE_ONLY = "site", _("For this site only")

    @property
    def sentence(self):
        """What readers and reporters are told, on the site and in the file itself."""
        return {
            Terms.REPRINT: _("News media may reprint this photo with its credit line."),
            Terms.ASK: _("Please ask us before you reprint this photo."),
            Terms.SITE_ONLY: _("This photo may be shown on our site only. Please do not reprint it."),
        }[self]


class ImageCaption(index.Indexed, models.Model):
    """Caption, credit and terms of one photo, written once and used wherever the photo is used."""

    photo = models.OneToOneField(Photo, on_delete=models.CASCADE, related_name="image_caption", verbose_name=_("photo"))
    # The caption belongs to the photo; counted as a use, no photo would ever be "unused".
    photo.wagtail_reference_index_ignore = True
    caption = RichTextField(
        _("caption"),
        features=["bold", "italic", "link"],
        blank=True,
        help_text=_("Who, what, where and when, in one or two sentences. Shown under the photo."),
    )
    credit = models.CharField(
        _("credit line"),
        max_length=LINE_LENGTH,
        blank=True,
        help_text=_(
            "Who made it and for whom, such as “Photo: Staff / Local Progress”. Every photo should have one; a photo "
            "that news media may reprint must."
        ),
    )
    credit_url = models.URLField(
        _("credit link"), blank=True, help_text=_("The photographer’s page, if the credit should link there.")
    )
    terms = models.CharField(
        _("terms of use"),
        max_length=10,
        choices=Terms,
        default=Terms.ASK,
        help_text=_(
            "Whether news media may print it too. Reporters are told, and it is written into the photo’s files."
        ),
    )
    place = models.CharField(
        _("place"), max_length=PLACE_LENGTH, blank=True, help_text=_("Where it was taken, such as “Tucson, Arizona”.")
    )
    taken_on = models.DateField(_("date taken"), null=True, blank=True, validators=[validate_taken_on])
    from_file = models.BooleanField(_("read from the file, not checked yet"), default=False, editable=False)

    search_fields = [
        index.SearchField("caption"),
        index.AutocompleteField("caption"),
        index.SearchField("credit"),
        index.AutocompleteField("credit"),
        index.FilterField("credit"),
        index.FilterField("from_file"),
        index.FilterField("terms"),
        index.RelatedFields(
            "photo",
            [index.SearchField("title"), index.AutocompleteField("title"), index.FilterField("description")],
        ),
    ]

    class Meta:
        verbose_name = _("image caption")
        verbose_name_plural = _("image captions")

    def __str__(self):
        return self.photo.title

    def get_absolute_url(self):
        """Where an editor changes it: the photo's own form."""
        return reverse("wagtailimages:edit", args=[self.photo_id])

    @property
    def terms_in_words(self):
        """What readers and reporters are told about the terms."""
        return Terms(self.terms).sentence

    @property
    def plain_caption(self):
        """The caption as plain text, one line for each paragraph."""
        return unescape(strip_tags(re.sub(r"</p>|<br */?>", "\n", self.caption))).strip()

    def public_texts(self, with_caption=False):
        """What is written into a file of the photo that leaves the site, as `PublicTexts`.

        Args:
            with_caption: whether caption and alt text belong to it too, as in a download for the press.
        """
        texts = PublicTexts(credit=self.credit, terms=str(self.terms_in_words))
        if with_caption:
            texts = replace(texts, caption=self.plain_caption, alt=self.photo.description)
        return texts
