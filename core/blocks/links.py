"""Blocks that lead somewhere: a link, a call to action, a list of pages."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from core.linked_pages import LinkedPageBlock, public_page


class LinkValue(blocks.StructValue):
    """A link to a page of the site or to an address elsewhere."""

    @property
    def is_shown(self):
        """False while nobody may see the page it leads to."""
        return bool(self.href)

    @property
    def href(self):
        """The address; empty if there is none that everybody may open."""
        if self["page"]:
            page = public_page(self["page"])
            return (page and page.url) or ""
        return self["url"] or ""

    @property
    def text(self):
        """The words of the link: the editor's, else the title of the page, which is a secret while nobody sees it."""
        page = public_page(self["page"])
        return self["label"] or (page.title if page else self["url"]) or ""


class LinkBlock(blocks.StructBlock):
    """A link: words, and either a page of this site or a web address."""

    label = blocks.CharBlock(
        required=False, max_length=80, label=_("Words"), help_text=_("Say where it leads. Not “click here”.")
    )
    page = LinkedPageBlock(required=False, label=_("Page of this site"))
    url = blocks.URLBlock(required=False, label=_("Or a web address"))

    class Meta:
        icon = "link"
        label = _("Link")
        value_class = LinkValue
        description = _("Leads to a page of this site or elsewhere.")
        preview_value = {"label": _("Read about our work"), "page": None, "url": "https://example.org/"}
        template = "blocks/link.html"

    def clean(self, value):
        """Exactly one of page and address."""
        value = super().clean(value)
        if self.is_deferred_validation:
            return value
        if bool(value["page"]) == bool(value["url"]):
            message = _("Choose a page or type a web address, one of the two.")
            raise StructBlockValidationError({"url": ValidationError(message)})
        if value["url"] and not value["label"]:
            message = _("A link to another site needs words of its own.")
            raise StructBlockValidationError({"label": ValidationError(message)})
        return value


class CallToActionBlock(blocks.StructBlock):
    """A box that asks the reader to do one thing."""

    heading = blocks.CharBlock(max_length=100, label=_("Heading"))
    text = blocks.TextBlock(required=False, label=_("Text"), help_text=_("One or two sentences."))
    link = LinkBlock(label=_("Button"))

    class Meta:
        icon = "pick"
        label = _("Call to action")
        template = "blocks/call_to_action.html"
        description = _("A box with a button, for the one thing the reader should do next.")
        preview_value = {
            "heading": _("Are you a local elected official?"),
            "text": _("Meet others who govern for racial and economic justice."),
            "link": {"label": _("Join the network"), "page": None, "url": "https://example.org/"},
        }


class PagesValue(blocks.StructValue):
    """A titled list of pages."""

    @property
    def public_pages(self):
        """Those of the pages that anybody may see."""
        return list(filter(None, map(public_page, self["pages"])))


class PagesBlock(blocks.StructBlock):
    """A titled list of pages of this site."""

    title = blocks.CharBlock(max_length=100, label=_("Title"), default=_("Read more"))
    pages = blocks.ListBlock(LinkedPageBlock(), min_num=1, label=_("Pages"))

    class Meta:
        icon = "list-ul"
        label = _("List of pages")
        template = "blocks/pages.html"
        value_class = PagesValue
        description = _("Links to pages of this site; their titles stay up to date.")
        preview_value = {"title": _("Read more"), "pages": []}


class LinksValue(blocks.StructValue):
    """A titled list of links."""

    @property
    def shown_links(self):
        """Those of the links that lead where everybody may go."""
        return [link for link in self["links"] if link.is_shown]


class LinksBlock(blocks.StructBlock):
    """A titled list of links."""

    title = blocks.CharBlock(max_length=80, label=_("Title"))
    links = blocks.ListBlock(LinkBlock(), min_num=1, label=_("Links"))

    class Meta:
        icon = "list-ul"
        label = _("List of links")
        template = "blocks/links.html"
        value_class = LinksValue
        description = _("Ways to go on.")
        is_previewable = False
