"""The surfaces of this room: pages, lists with their filters, feeds, documents; see `core.surfaces`."""

from math import ceil

from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import PageViewRestriction

from .feeds import FORMATS
from .files import is_public, used_by
from .surfaces import Closed, exempt, fixed, path_of, public_pages, register


def register_all():
    """Tell `core.surfaces`; to be called once."""
    register("wagtail_serve", pages)
    register("everything_feed", everything_feeds)
    register("list_feed", list_feeds)
    register("wagtaildocs_serve", documents)
    register("wagtailcore_authenticate_with_password", password_forms)
    register("wagtailcore_login", fixed("wagtailcore_login"))
    for name in ("healthz", "readyz"):
        exempt(name, "Says whether the site works; knows no pages.")
    exempt("favicon", "Leads to a file that is part of the design.")
    exempt("wagtaildocs_authenticate_with_password", "Takes a password for a collection; knows no pages.")
    exempt("styleguide", "For developers only; there is none in production.")


def pages(hidden):
    """Each public page, with all pages of a list and the filters under which hidden ones would stand; and those.

    And what is redirected to hidden ones, for that is answered here too.
    """
    yield from redirects(hidden)
    for page in hidden:
        if url := page.get_url():
            yield url if page.live else Closed(url)
    for page in public_pages():
        if url := page.get_url():
            yield url
            yield from (f"{url}?{query}" for query in queries(page, hidden))


def redirects(hidden):
    """The addresses from which redirects lead to hidden pages, or to URLs with their slugs."""
    pks, slugs = {page.pk for page in hidden}, {page.slug for page in hidden}
    for redirect in Redirect.objects.all():
        if redirect.redirect_page_id in pks or any(slug in redirect.redirect_link for slug in slugs):
            yield redirect.old_path


def queries(page, hidden):
    """The query strings of a list: its further pages, and filters that hidden pages would fit."""
    if not hasattr(page, "facets"):
        return
    number = page.entries.published().count()
    yield from (f"page={part}" for part in range(2, ceil(number / page.per_page) + 1))
    yield from sorted(
        {f"{facet.parameter}={value}" for facet in page.facets for one in hidden for value in values(facet, one)}
    )


def values(facet, page):
    """What a list would say about a page in one of its filters."""
    if facet.by_year:
        return [str(page.year)]
    value = getattr(page, facet.field, None)
    if value in (None, ""):
        return []
    if hasattr(value, "all"):
        return [term.slug for term in value.all()]
    return [getattr(value, "slug", value)]


def everything_feeds(hidden):
    """The feed of everything in each format."""
    return [reverse("everything_feed", args=[name]) for name in FORMATS]


def list_feeds(hidden):
    """The feeds of each public list; of hidden ones too."""
    for page in [*public_pages(), *hidden]:
        if hasattr(page, "feed"):
            for name in FORMATS:
                address = reverse("list_feed", kwargs={"page_path": path_of(page), "file_format": name})
                yield Closed(address) if page in hidden else address


def documents(hidden):
    """The documents of hidden pages that no public page shows as well."""
    for document in {file for page in hidden for file in used_by(page) if isinstance(file, get_document_model())}:
        if not is_public(document):
            yield Closed(reverse("wagtaildocs_serve", args=[document.pk, document.filename]))


def password_forms(hidden):
    """Where the password for a private page is asked for."""
    restrictions = PageViewRestriction.objects.filter(page__in=[page.pk for page in hidden])
    for restriction in restrictions:
        yield reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, restriction.page_id])
