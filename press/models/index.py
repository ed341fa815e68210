"""The press page."""

from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from core.fields import StreamField
from core.models import BasePage
from images.blocks import photo_ids
from press.blocks import SectionsBlock, first_sections


class PressIndex(BasePage):
    """The press page: sections that editors arrange."""

    sections = StreamField(SectionsBlock(), verbose_name=_("sections"), blank=True, default=first_sections)

    content_panels = [*BasePage.content_panels[:1], "sections", *BasePage.opening_panels]
    search_fields = [*BasePage.search_fields, index.SearchField("sections")]

    parent_page_types = ["home.HomePage"]
    subpage_types = ["media_inquiries.MediaContact", "news.NewsMentionIndex", "press.PressReleaseIndex"]
    template = "pages/press_index.html"
    page_description = _("The press page, made of sections that you arrange.")

    class Meta:
        verbose_name = _("press page")
        verbose_name_plural = _("press pages")

    def get_context(self, request, *args, **kwargs):
        """Add `sections`, see `press.sections`, and `lists`: the public lists below it, whose feeds it advertises."""
        from press.sections import lists_of, with_contents  # sections stand above models

        lists = lists_of(self)
        return {
            **super().get_context(request, *args, **kwargs),
            "sections": with_contents(self, lists, request),
            "lists": [(one.title, one.get_full_url(request)) for one in lists.values()],
        }

    @property
    def offered_photo_ids(self):
        """The ids of the photos in its press kits."""
        kits = [block for block in self.sections.raw_data if block["type"] == "press_kit"]
        return photo_ids(self.sections.stream_block, kits)

    def desks_named(self):
        """The ids of the desks that sections name."""
        contacts = [block["value"] for block in self.sections.raw_data if block["type"] == "inquiry_contact"]
        return {value["desk"] for value in contacts if value.get("desk")}
