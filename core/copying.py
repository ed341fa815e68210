"""Copying a page: the copy has its own URL, made from its own title."""

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import CopyForm
from wagtail.models import Page


class PageCopyForm(CopyForm):
    """Wagtail's form, with a slug that comes from the new title unless somebody types another."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        slug = self.fields["new_slug"]
        slug.initial, slug.required = "", False
        slug.help_text = _("Leave it empty: it is made from the new title.")

    def clean(self):
        """Make the slug if none was typed."""
        cleaned = self.cleaned_data
        if "new_slug" in cleaned and not cleaned["new_slug"] and cleaned.get("new_title"):
            parent = cleaned.get("new_parent_page") or self.page.get_parent()
            cleaned["new_slug"] = _free_slug(cleaned["new_title"], parent)
        return super().clean()


def _free_slug(title, parent):
    base = slug = slugify(title) or "page"
    number = 1
    while not Page._slug_is_available(slug, parent):
        number += 1
        slug = f"{base}-{number}"
    return slug
