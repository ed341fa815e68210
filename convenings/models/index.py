"""The page that lists the convenings, and below which each has its address."""

from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from convenings.cards import card_of
from convenings.page import page_context
from core.listing import Listing
from core.models import BasePage
from core.querysets import BasePageQuerySet
from core.sites import site_of
from page_cache import expires_at, remember

from .convening import Convening

CALENDAR = "/calendar.ics"


class ConveningIndexQuerySet(BasePageQuerySet):
    """Lists of convenings."""

    def open_to_all(self, site=None):
        """The list below which convenings have their addresses, or None: the first that everybody may see.

        Args:
            site: the Wagtail `Site` on which the list must be; any site where it is None.
        """
        return remember(("list of convenings", site and site.pk), lambda: (self._first(site),))[0]

    def _first(self, site):
        lists = self.published().in_site(site) if site else self.published()
        return lists.order_by("path").first()


class ConveningIndex(RoutablePageMixin, BasePage):
    """All convenings: upcoming ones first, then past ones by year."""

    introduction = RichTextField(_("introduction"), features=["bold", "italic", "link"], blank=True)

    objects = PageManager.from_queryset(ConveningIndexQuerySet)()

    content_panels = [*BasePage.content_panels[:1], "introduction", *BasePage.opening_panels]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    template = "pages/convening_index.html"
    page_description = _("The list of convenings, with a page and a calendar entry for each.")
    per_page = 20

    class Meta:
        verbose_name = _("list of convenings")
        verbose_name_plural = _("lists of convenings")

    def get_route_paths(self):
        """Where Wagtail makes redirects from when the list gets another address: from all that is below it, too."""
        slugs = Convening.objects.published().values_list("slug", flat=True)
        return ["/", CALENDAR, *(self.reverse_subpage("convening", [slug]) for slug in slugs)]

    def resolve_subpage(self, path):
        """Let redirects lead to the calendar, which is no route of the page."""
        return None if path == CALENDAR else super().resolve_subpage(path)

    def is_public_below(self, view=None, args=(), kwargs=None):
        """Whether the public sees the convening that a route leads to."""
        slug = (kwargs or {}).get("slug")
        return slug is None or Convening.objects.published().filter(slug=slug).exists()

    def get_context(self, request, *args, **kwargs):
        """Add the cards of the upcoming convenings, on the first page, and of a page of the past ones."""
        upcoming, found = [], {}

        def fetch(pks):  # those of both parts at once
            found.update(Convening.objects.as_cards([*upcoming, *pks]))
            return found

        listing = Listing(request, Convening.objects.published().past(), fetch, per_page=self.per_page)
        if listing.is_first_page:
            upcoming += Convening.objects.published().upcoming().values_list("pk", flat=True)
        past = listing.items
        context = super().get_context(request, *args, **kwargs)
        context["meta"].url = site_of(request).root_url + listing.own_url
        upcoming = [found[pk] for pk in upcoming if pk in found]
        for convening in upcoming:
            if convening.over_at:
                expires_at(request, convening.over_at)  # it goes to the past ones then, whatever its state
        cards = {"upcoming": upcoming, "past": past}
        cards = {name: [card_of(convening, request, self) for convening in some] for name, some in cards.items()}
        return {**context, **cards, "listing": listing}

    @path("<slug:slug>/", name="convening")
    def convening(self, request, slug):
        """The page of one convening."""
        convening = Convening.objects.published().for_page().filter(slug=slug).first()
        if convening is None:
            raise Http404
        return TemplateResponse(request, "pages/convening.html", page_context(convening, request, self))

    def address_of(self, convening, request=None):
        """The address of a convening below this page; None if this page has none."""
        return self._below(self.get_url(request), convening)

    def full_address_of(self, convening, request=None):
        """As `address_of`, with scheme and host."""
        return self._below(self.get_full_url(request), convening)

    def _below(self, address, convening):
        return address and convening.slug and address + self.reverse_subpage("convening", [convening.slug])
