"""The photo form: the photo and what is written about it are edited in one place."""

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.images.forms import BaseImageForm

from texts.clean import clean_html

from .alt_text import AltTextArea
from .fields import PhotoFileField
from .metadata import read_texts
from .models import ImageCaption, Terms

CAPTION_FEATURES = ["bold", "italic", "link"]
# The fields of `ImageCaption`; of these, all but the terms can be read from the file.
CAPTION_FIELDS = ("caption", "credit", "credit_url", "terms", "place", "taken_on")
READ_FIELDS = tuple(name for name in CAPTION_FIELDS if name != "terms")
PLEASE_CHECK = _("Read from the file; please check.")


def _caption_field(name, **kwargs):
    return ImageCaption._meta.get_field(name).formfield(**kwargs)


class CaptionTextArea(DraftailRichTextArea):
    """The rich text editor; what it did not send itself counts as nothing written."""

    def value_from_datadict(self, data, files, name):
        """The text as HTML; empty for a missing or unreadable value."""
        try:
            html = super().value_from_datadict(data, files, name) or ""
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return ""
        return clean_html(html)


class PhotoForm(BaseImageForm):
    """Wagtail's image form with the fields of `ImageCaption`; nobody has to know that it is a snippet."""

    caption = _caption_field("caption", widget=CaptionTextArea(features=CAPTION_FEATURES))
    credit = _caption_field("credit")
    credit_url = _caption_field("credit_url", assume_scheme="https")
    # What is not sent stays as it is.
    terms = _caption_field("terms", required=False, widget=forms.RadioSelect)
    place = _caption_field("place")
    taken_on = _caption_field("taken_on", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.original_file = None  # Wagtail would delete the files of the new one too, see `complete_photo`
        if "file" in self.fields:  # a form for photos that are in the library already may have none
            self.fields["file"] = PhotoFileField(label=_("File"), widget=self.fields["file"].widget)
        self._name_the_description()
        if self.instance.pk:
            self._show_what_is_written()
        if "file" in self.fields:
            self._explain_the_file()

    def _name_the_description(self):
        if "description" in self.fields:
            field = self.fields["description"]
            field.label = _("Alt text")
            field.help_text = _(
                "What a person who cannot see the photo should know about it. Needed before it leads a page."
            )
            field.widget = AltTextArea(field.widget_attrs(AltTextArea()))

    def _show_what_is_written(self):
        written = getattr(self.instance, "image_caption", None)
        if written is None:
            return
        for name in self.fields.keys() & set(CAPTION_FIELDS):
            self.fields[name].initial = getattr(written, name)
        if written.from_file:
            for name in self.fields.keys() & {"description", *READ_FIELDS}:
                field = self.fields[name]
                if self.get_initial_for_field(field, name):
                    field.help_text = format_html("<strong>{}</strong> {}", PLEASE_CHECK, field.help_text)

    def _explain_the_file(self):
        file = self.fields["file"]
        if self.instance.pk:
            file.label, file.required = _("Replace the file"), False
            words = _("Title, texts and all uses of the photo stay.")
        else:
            words = _("What the file says about itself fills the fields that you leave empty.")
        file.help_text = f"{words} {file.help_text}"

    def clean_terms(self):
        """The terms; those that hold already if none were sent."""
        return self.cleaned_data["terms"] or self.fields["terms"].initial

    def clean(self):
        """Ask for the credit of a photo that the press may reprint; that of a new file counts."""
        values = super().clean()
        if values.get("terms") == Terms.REPRINT and values.get("credit") == "" and not self._credit_of_new_file():
            self.add_error("credit", _("News media reprint the photo with this line: add it, or choose other terms."))
        return values

    def _credit_of_new_file(self):
        """The credit in the file of a new photo, which fills the empty field; empty for a photo of the library."""
        file = self.cleaned_data.get("file")
        return read_texts(file).credit if file and self.instance.pk is None else ""

    def save(self, commit=True):
        """Save the photo, then the caption that belongs to it."""
        is_new = self.instance.pk is None
        photo = super().save(commit=commit)
        if commit:
            self._save_caption(photo, is_new)
        return photo

    def _save_caption(self, photo, is_new):
        """An upload keeps what the file says where nothing was typed; a later save is what the editor has seen."""
        texts = {name: self.cleaned_data[name] for name in CAPTION_FIELDS if name in self.cleaned_data}
        if is_new:
            texts = {name: text for name, text in texts.items() if text}
        caption, _created = ImageCaption.objects.get_or_create(photo=photo)
        if is_new:
            unseen = any(getattr(caption, name) for name in READ_FIELDS if name not in texts)
            unseen = unseen or photo.description != self.cleaned_data.get("description")
            caption.from_file = caption.from_file and unseen
        elif texts:
            caption.from_file = False
        for name, text in texts.items():
            setattr(caption, name, text)
        caption.save()
