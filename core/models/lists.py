"""The abstract page that lists the pages below it."""

from django.urls import Resolver404
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.search import index

from core.entries import feed_items
from core.feeds import FEED_LENGTH, FORMATS, feed_response
from core.listing import Facet, Listing
from core.sites import site_of

from .pages import BasePage
from .settings import SiteSettings

TOPIC, PLACE = Facet("topic", _("Topic"), "topics"), Facet("place", _("Place"), "places")
YEAR = Facet("year", _("Year"), "published_at", by_year=True)


class ListPage(BasePage):
    """A page that lists those below it, newest first, with filters, pages and feeds.

    A page type names the one type of its entries in `subpage_types`, and in `facets` what they can be filtered by.
    """

    introduction = RichTextField(_("introduction"), features=["bold", "italic", "link"], blank=True)

    content_panels = [*BasePage.content_panels[:1], "introduction", *BasePage.opening_panels]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    facets = (TOPIC, PLACE, YEAR)
    per_page = 12

    class Meta:
        abstract = True

    @property
    def entries(self):
        """The pages that it lists, in no order, drafts among them."""
        (model,) = self.allowed_subpage_models()
        return model.objects.child_of(self)

    def route(self, request, path_components):
        """Reach an entry by one query, with what its page shows."""
        if len(path_components) == 1:
            entry = next(iter(self.entries.for_page().filter(slug=path_components[0])), None)
            if entry is not None:
                entry._cached_parent_obj = self
                return entry.route(request, [])
        return super().route(request, path_components)

    def get_route_paths(self):
        """Where Wagtail makes redirects from when the list gets another address: from its feeds, too."""
        return ["/", *(f"/feed.{name}" for name in FORMATS)]

    def resolve_subpage(self, path):
        """Let redirects lead to the feeds; Wagtail asks this of pages with routes (`RoutablePageMixin`)."""
        if path not in self.get_route_paths():
            raise Resolver404({"path": path})

    def get_context(self, request, *args, **kwargs):
        """Add `listing`, as the query string asks for it."""
        entries = self.entries
        listing = Listing(request, entries.published().newest_first(), entries.as_cards, self.facets, self.per_page)
        context = super().get_context(request, *args, **kwargs)
        # Each page of the list, and each choice of filters, is a document of its own.
        context["meta"].url = site_of(request).root_url + listing.own_url
        return {**context, "listing": listing}

    def get_metadata(self, request):
        """Advertise the feeds."""
        metadata = super().get_metadata(request)
        metadata.feeds = [(name, f"{metadata.url}feed.{name}") for name in FORMATS]
        return metadata

    def feed(self, request, file_format):
        """The newest entries as a feed; see `core.views.list_feed`."""
        page_url = self.get_full_url(request)
        return feed_response(
            file_format,
            title=self.title,
            description=self.teaser or self.search_description or self.title,
            author=SiteSettings.for_request(request).organization_name,
            page_url=page_url,
            feed_url=f"{page_url}feed.{file_format}",
            items=feed_items(self.entries.for_feed()[:FEED_LENGTH], request),
        )
