"""The querysets that views, feeds, sitemaps and search share, so that nothing leaks through one of them."""

from django.db.models import BooleanField, Func, Prefetch
from wagtail.models import PageManager, PageQuerySet

from images.files import fetch_files
from images.models import Photo
from page_cache import remember_each


class IsPublic(Func):
    """A condition on the path of a page: no privacy setting on it or above it.

    In SQL, because nearly every query has it: Wagtail's own `.public()` asks for all restrictions each time, and
    a subquery made of querysets takes Django longer to write than the database to answer.
    """

    template = (
        "NOT EXISTS (SELECT 1 FROM wagtailcore_pageviewrestriction restriction"
        " JOIN wagtailcore_page restricted ON restricted.id = restriction.page_id"
        " WHERE SUBSTR(%(expressions)s, 1, LENGTH(restricted.path)) = restricted.path)"
    )
    output_field = BooleanField()


class BasePageQuerySet(PageQuerySet):
    """Pages of one type, as the public may see them."""

    def published(self):
        """Pages that are live and that anybody may see."""
        return self.live().filter(IsPublic("path"))

    def newest_first(self):
        """By the date shown, then by id, so that the order never changes between two pages of a list."""
        return self.order_by("-published_on", "-pk")

    def with_photo(self, *preset_names):
        """With lead photo, caption and the files of these presets, in two more queries for any number."""
        return self.prefetch_related(Prefetch("lead_photo", Photo.objects.for_display(*preset_names)))

    def for_listing(self):
        """Published, newest first, with what a card shows: the photo and whatever a page type adds."""
        return self.published().newest_first().defer_streamfields().with_photo("card")

    def for_feed(self):
        """Published, newest first, whole: with topics and whatever a page type adds."""
        return self.published().newest_first().prefetch_related("topics")

    def for_page(self):
        """With what the page itself shows of other tables by one query: nothing, unless a page type adds it."""
        return self

    def for_api(self):
        """Published, newest first, with what the API tells: photo, topics, places and whatever a page type adds."""
        pages = self.published().newest_first().for_page()
        return pages.with_photo("share").prefetch_related("topics", "places")

    def as_cards(self, pks):
        """Published pages as cards show them, with photo and `address`; remembered, so nobody may alter them.

        Args:
            pks: ids of pages.

        Returns:
            a dict of id and page, without those that are not public. At most two queries.
        """
        return cards_of({self.model: pks})

    def for_cards(self):
        """With what a card shows besides the files of the photo."""
        return self.for_page().select_related("lead_photo").defer_streamfields()


BasePageManager = PageManager.from_queryset(BasePageQuerySet)


def cards_of(wanted):
    """Cards, as `BasePageQuerySet.as_cards` has them, of pages of several types.

    Args:
        wanted: a dict of page type and ids.

    Returns:
        a dict of id and page. At most one query for each type, and one for all photos.
    """
    keys = [(model, pk) for model, pks in wanted.items() for pk in pks]
    return {pk: page for (_model, pk), page in remember_each("card", keys, _fetch_cards).items()}


def _fetch_cards(keys):
    pages = {}
    for model in dict.fromkeys(model for model, _pk in keys):
        found = model.objects.published().for_cards().filter(pk__in=[pk for one, pk in keys if one is model])
        pages |= {(model, page.pk): page for page in found}
    fetch_files([page.lead_photo for page in pages.values() if page.lead_photo], "card", "lead", "square")
    for page in pages.values():
        page.address = page.card_address
    return pages
