"""The fields of forms: what somebody types is cleaned before it is checked."""

from django import forms

from .clean import clean_line, clean_text

_to_python = forms.CharField.to_python


def connect():
    """Have every text field of every form clean what it gets: our own, those of Wagtail, those of blocks.

    So an editor sees what is stored, and lengths, uniqueness and what is required are checked of that.
    """
    forms.CharField.to_python = _clean_to_python


def _clean_to_python(field, value):
    if isinstance(value, str) and not isinstance(field.widget, forms.PasswordInput):
        value = (clean_line if isinstance(field.widget, forms.TextInput) else clean_text)(value)
    return _to_python(field, value)
