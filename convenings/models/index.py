"""The page that lists the convenings, and below which each has its address."""

from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.fields import RichTextField
from wagtail.search import index

from core.models import BasePage


class ConveningIndex(RoutablePageMixin, BasePage):
    """All convenings: upcoming ones first, then past ones by year."""

    introduction = RichTextField(_("introduction"), features=["bold", "italic", "link"], blank=True)

    content_panels = [*BasePage.content_panels[:1], "introduction", *BasePage.opening_panels]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    template = "pages/convening_index.html"
    page_description = _("The list of convenings, with a page and a calendar entry for each.")

    class Meta:
        verbose_name = _("list of convenings")
        verbose_name_plural = _("lists of convenings")
