"""The form of a mention, and its button that fetches what the article says about itself."""

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from core.publication import PublicationForm


class ArticleAddressInput(forms.URLInput):
    """The address of an article, with a button that fills the empty fields beside it."""

    template_name = "admin/article_address.html"

    class Media:
        js = ["js/form-filling.js", "js/fetch-details.js"]

    def get_context(self, name, value, attrs):
        """As always, with the addresses of the views that answer."""
        return {
            **super().get_context(name, value, attrs),
            "details_url": reverse("article_details"),
            "outlet_url": reverse("add_outlet"),
        }


class NewsMentionForm(PublicationForm):
    """The page editor's form for a mention. A second one of the same article is refused, even as a draft."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "article_url" in self.fields:
            self.fields["article_url"].widget = ArticleAddressInput()
            self.fields["article_url"].assume_scheme = "https"

    def clean_article_url(self):
        """The address, if no other mention has it."""
        self.instance.article_url = self.cleaned_data["article_url"]
        if first := self.instance.first_mention():
            raise ValidationError(already_listed(first))
        return self.cleaned_data["article_url"]


class BlogPostForm(PublicationForm):
    """The page editor's form for a post: proposes headline and photo of an issue."""

    class Media:
        js = ["js/form-filling.js", "js/propose-issue.js"]


def already_listed(mention):
    """A sentence (HTML) that leads to the mention that exists."""
    return format_html(
        '{} <a href="{}">{}</a>',
        _("This article is in the list already:"),
        reverse("wagtailadmin_pages:edit", args=[mention.pk]),
        mention.title,
    )
