"""The pages of topics, places and series, their feeds, and the lists of topics and of places."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.views import serve

from core.entries import feed_items
from core.feeds import FEED_LENGTH, FORMATS, feed_response
from core.listing import Facet, Listing
from core.metadata import Metadata, ShareImage, breadcrumbs
from core.models import SiteSettings
from core.models.lists import YEAR
from core.photos import photos_for_texts
from core.registry import kinds
from core.sites import site_of
from core.structured_data import collection_page

from .cards import cards
from .terms import shelf_at

FACETS = (Facet("kind", gettext_lazy("Kind"), "kind"), YEAR)


class TermListView(View):
    """All topics, or all places, that something published is about, with how much it is."""

    def get(self, request, path):
        """The list; cities stand below their state."""
        here = shelf_at(request, "", path)
        in_use = here.in_use()
        narrower = {}
        for one in in_use:
            narrower.setdefault(one.broader, []).append(one)
        title = str(here.vocabulary.plural)
        description = _("What we write about, and what others write about us, by subject.")
        url = site_of(request).root_url + request.path
        context = {
            "title": title,
            "terms": [(one, narrower.get(one.term.pk, [])) for one in narrower.get(None, [])],
            "meta": _metadata(request, title, description, url, [(title, url)]),
        }
        return render(request, "pages/terms.html", context)


class TermView(View):
    """The page of one topic, place or series: everything of every kind that is about it, newest first.

    A term that nothing published is about has no page: its name may be a secret still.
    """

    def dispatch(self, request, page_path, path, slug, **kwargs):
        """Find the term; an address that only looks like that of a term is one of Wagtail's pages."""
        self.shelf = shelf_at(request, page_path, path)
        if self.shelf is None:
            return serve(request, request.path.lstrip("/"))
        self.term = get_object_or_404(self.shelf.vocabulary.model, slug=slug)
        return super().dispatch(request, **kwargs)

    def get(self, request, file_format=""):
        """The page, or its feed in one of the `core.feeds.FORMATS`."""
        about = self.shelf.about(self.term)
        if file_format:
            return self._feed(request, about, file_format)
        listing = Listing(request, about.newest_first(), _cards, FACETS)
        groups = self.shelf.groups(self.term, request)
        if not (listing.count or groups or (listing.is_filtered and about.exists())):
            raise Http404
        context = {
            "term": self.term,
            "vocabulary": self.shelf.vocabulary,
            "listing": listing,
            "groups": groups,
            "narrower": [one for one in self.shelf.in_use() if one.broader == self.term.pk],
            "photo": self.photo,
            "meta": self._metadata(request, listing),
        }
        return render(request, "pages/term.html", context)

    @cached_property
    def photo(self):
        """The photo of a series, or None."""
        pk = getattr(self.term, "default_photo_id", None)
        return photos_for_texts([pk]).get(pk) if pk else None

    @property
    def description(self):
        """What it is about, in the words of editors where there are any."""
        written = getattr(self.term, "description", "")
        return written or _("Everything about %(name)s: our posts, press releases and what others write.") % {
            "name": self.term.name
        }

    def _metadata(self, request, listing):
        root_url = site_of(request).root_url
        address = root_url + self.shelf.address(self.term)
        crumbs = [*self._way(request, root_url), (self.term.name, address)]
        meta = _metadata(request, self.term.name, self.description, root_url + listing.own_url, crumbs, self.photo)
        meta.feeds = [(name, root_url + self.shelf.address(self.term, name)) for name in FORMATS]
        meta.json_ld[0]["about"] = {"@type": self.term.schema_type, "name": self.term.name}
        return meta

    def _way(self, request, root_url):
        """The breadcrumbs above the term."""
        if self.shelf.above:
            return breadcrumbs(self.shelf.above, request)
        vocabulary = self.shelf.vocabulary
        way = [(str(vocabulary.plural), root_url + reverse("terms", args=[vocabulary.path]))]
        if broader := vocabulary.broader and getattr(self.term, vocabulary.broader):
            way.append((broader.name, root_url + self.shelf.address(broader)))
        return way

    def _feed(self, request, about, file_format):
        newest = list(about.newest_first().values_list("pk", "kind")[:FEED_LENGTH])
        if not newest:
            raise Http404
        root_url = site_of(request).root_url
        name = SiteSettings.for_request(request).organization_name
        return feed_response(
            file_format,
            title=f"{name}: {self.term.name}",
            description=self.description,
            author=name,
            page_url=root_url + self.shelf.address(self.term),
            feed_url=root_url + request.path,
            items=_items(newest, request),
        )


def _cards(pks):
    return {page.pk: page for page in cards(pks)}


def _items(wanted, request):
    """Feed entries of pages given as pairs of id and kind, in this order."""
    found = {}
    for kind in kinds():
        pks = [pk for pk, name in wanted if name == kind.name]
        pages = list(kind.model.objects.for_feed().filter(pk__in=pks)) if pks else []
        found |= {page.pk: item for page, item in zip(pages, feed_items(pages, request), strict=True)}
    return [found[pk] for pk, _name in wanted if pk in found]


def _metadata(request, title, description, url, crumbs, photo=None):
    image = ShareImage.of_photo(photo, request)
    meta = Metadata.of_address(request, title=title, url=url, description=description, image=image, breadcrumbs=crumbs)
    meta.json_ld.insert(0, collection_page(meta))
    return meta
