"""The length of texts: nothing typed is cut, and a sentence says by how much a text is too long.

See docs/decisions/0025-length-of-texts.md.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext, ngettext
from wagtail.admin.widgets import AdminAutoHeightTextInput

TEASER_LENGTH = 300  # characters
TEASER_ADVISED_LENGTH = 160  # characters; the counter shows from here on


def too_long(length, limit):
    """Return a sentence that says by how many characters a text is too long."""
    sentence = ngettext(
        "This is %(number)d character too long; %(limit)d fit.",
        "This is %(number)d characters too long; %(limit)d fit.",
        length - limit,
    )
    return sentence % {"number": length - limit, "limit": limit}


class _TooLong:
    """A message for `MaxLengthValidator`, which fills it in with its numbers."""

    def __mod__(self, numbers):
        return too_long(numbers["show_value"], numbers["limit_value"])


def explain_length():
    """Make every length check of Django and Wagtail answer with `too_long`; call it once."""
    MaxLengthValidator.message = _TooLong()


def counter_words():
    """Return the sentences of static/js/text-length.js, which fills in the numbers."""
    return {
        "advice": gettext("{length} of {longest} characters. Lists and search results read best with about {advised}."),
        "tooLongByOne": gettext("This is 1 character too long; {longest} fit."),
        "tooLong": gettext("This is {over} characters too long; {longest} fit."),
    }


class TeaserArea(AdminAutoHeightTextInput):
    """A field of several lines with a counter that advises."""

    def __init__(self, attrs=None):
        limits = {"rows": 2, "data-longest": TEASER_LENGTH, "data-advised": TEASER_ADVISED_LENGTH}
        super().__init__(limits | (attrs or {}))


class TeaserFormField(forms.CharField):
    """A teaser on one line. A draft keeps one of any length."""

    def to_python(self, value):
        """Return the text with single spaces in place of line breaks."""
        return " ".join(super().to_python(value).split())

    def validate(self, value):
        """Refuse a longer text, unless Wagtail validates a draft."""
        super().validate(value)
        if len(value) > TEASER_LENGTH and not getattr(self, "is_deferred_validation", False):
            raise ValidationError(too_long(len(value), TEASER_LENGTH), code="max_length")


class TeaserField(models.TextField):
    """One or two sentences of up to `TEASER_LENGTH` characters.

    The database holds longer ones, for drafts; forms and the publication rules check the length.
    """

    def formfield(self, **kwargs):
        """Return a `TeaserFormField` with a counter."""
        return super().formfield(**{**kwargs, "form_class": TeaserFormField, "widget": TeaserArea})

    def deconstruct(self):
        """Write plain text fields into migrations."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs
