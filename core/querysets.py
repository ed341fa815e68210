"""The querysets that views, feeds, sitemaps and search share, so that nothing leaks through one of them."""

from django.db.models import BooleanField, Func, Prefetch, Q
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager, PageQuerySet

from images.files import fetch_files
from images.models import Photo
from page_cache import remember_each

from .sites import root_paths


class IsPublic(Func):
    """A condition on the path of a page: no privacy setting on it or above it, nor on what an alias there follows.

    In SQL, because nearly every query has it: Wagtail's own `.public()` asks for all restrictions each time, and
    a subquery made of querysets takes Django longer to write than the database to answer. An alias is as private as
    the page that it follows, which may be an alias itself; settings of its own do not count, as Wagtail has it.
    """

    # CROSS JOIN has SQLite keep the order of the tables: from the few rows to the many. The first EXISTS spares a
    # site without private pages the look for aliases, the second all pages that stand below none the way up.
    template = (
        "(NOT EXISTS (SELECT 1 FROM wagtailcore_pageviewrestriction restriction CROSS JOIN wagtailcore_page private"
        " WHERE private.id = restriction.page_id AND private.alias_of_id IS NULL"
        " AND SUBSTR(%(expressions)s, 1, LENGTH(private.path)) = private.path)"
        " AND NOT (EXISTS (SELECT 1 FROM wagtailcore_pageviewrestriction) AND EXISTS ("
        "SELECT 1 FROM wagtailcore_page alias WHERE alias.alias_of_id > 0"
        " AND SUBSTR(%(expressions)s, 1, LENGTH(alias.path)) = alias.path AND EXISTS ("
        "WITH RECURSIVE source(path) AS ("
        "SELECT page.path FROM wagtailcore_page page WHERE page.id = alias.alias_of_id"
        " UNION SELECT page.path FROM source CROSS JOIN wagtailcore_page other CROSS JOIN wagtailcore_page page"
        " WHERE other.alias_of_id > 0 AND SUBSTR(source.path, 1, LENGTH(other.path)) = other.path"
        " AND page.id = other.alias_of_id"
        ") SELECT 1 FROM source CROSS JOIN wagtailcore_pageviewrestriction restriction"
        " CROSS JOIN wagtailcore_page private"
        " WHERE private.id = restriction.page_id AND private.alias_of_id IS NULL"
        " AND SUBSTR(source.path, 1, LENGTH(private.path)) = private.path))))"
    )
    output_field = BooleanField()


def public(way=""):
    """Make a condition on pages: anybody may see them.

    They are live, have no privacy setting on them or above them, and lie on a site, so that they have an address.

    Args:
        way: how the query gets from its rows to the page, such as "page__".
    """
    on_a_site = [(f"{way}url_path__startswith", path) for path in root_paths()] or [(f"{way}pk__in", [])]
    return Q(Q(*on_a_site, _connector=Q.OR), IsPublic(f"{way}path"), **{f"{way}live": True})


class BasePageQuerySet(PageQuerySet):
    """Pages of one type, as the public may see them. Narrow lists to the site of the request with `in_site`."""

    card_relations = ("lead_photo",)  # what a card shows of other tables besides the files of the photo

    def published(self):
        """Pages that anybody may see, of all sites; see `public`."""
        return self.filter(public())

    def newest_first(self):
        """By the moment of publication, then by id, so that the order never changes between two pages of a list."""
        return self.order_by("-published_at", "-pk")

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

    def for_api(self, site):
        """Published on a site, newest first, with what the API tells: photo, terms and whatever a page type adds."""
        pages = self.published().in_site(site).newest_first().for_page()
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
        return self.select_related(*self.card_relations).defer_streamfields()


BasePageManager = PageManager.from_queryset(BasePageQuerySet)


def cards_of(wanted):
    """Cards, as `BasePageQuerySet.as_cards` has them, of pages of several types.

    Args:
        wanted: a dict of page type and ids.

    Returns:
        a dict of id and page. At most two queries.
    """
    keys = [(model, pk) for model, pks in wanted.items() for pk in pks]
    return {pk: page for (_model, pk), page in remember_each("card", keys, _fetch_cards).items()}


def _fetch_cards(keys):
    models = list(dict.fromkeys(model for model, _pk in keys))
    pks = [pk for _model, pk in keys]
    if len(models) == 1:
        found = models[0].objects.published().for_cards().filter(pk__in=pks)
    else:
        found = _of_several_types(models, pks)
    pages = {(type(page), page.pk): page for page in found}
    fetch_files([page.lead_photo for page in pages.values() if page.lead_photo], "card", "lead", "row")
    for page in pages.values():
        page.address = page.card_address
    return pages


def _of_several_types(models, pks):
    """Published pages `for_cards`, all by one query: the tables of all types beside that of what every page has."""
    relations, texts = [], []
    for model in models:
        way = model._meta.model_name
        relations += [way, *(f"{way}__{relation}" for relation in model.objects.all().card_relations)]
        texts += [f"{way}__{field.name}" for field in model._meta.local_fields if isinstance(field, StreamField)]
    pages = Page.objects.filter(public(), pk__in=pks).select_related(*relations).defer(*texts)
    return [getattr(page, page.specific_class._meta.model_name) for page in pages]
