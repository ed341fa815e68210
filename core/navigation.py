"""The main menu."""

from dataclasses import dataclass

from django.db.models import BooleanField, ExpressionWrapper, Q
from wagtail.models import Page, Site

from page_cache import remember

from .linked_pages import keep, with_publicity
from .models import SiteSettings
from .querysets import public


@dataclass(frozen=True)
class MenuItem:
    """An entry of the menu; `is_current` on the page itself and on every page below it."""

    title: str
    url: str
    is_current: bool


def main_menu(request):
    """The pages right below home that editors show in menus, in the order of the page tree. At most one query."""
    site = Site.find_for_request(request)
    if site is None:
        return []
    entries = remember(("main menu", site.pk), lambda: _entries(site, request))
    return [MenuItem(title, url, bool(url) and request.path.startswith(url)) for title, url in entries]


def _entries(site, request):
    """Pairs of title and address. The pages that the footer leads to are fetched by the same query."""
    links = SiteSettings.for_request(request).footer_links.raw_data
    pages = Page.objects.all()
    in_menu = pages.child_of_q(site.root_page) & pages.in_menu_q() & public()
    shown = (
        with_publicity(pages)
        .annotate(is_in_menu=ExpressionWrapper(in_menu, BooleanField()))
        .filter(Q(is_in_menu=True) | Q(pk__in=[link["value"]["page"] for link in links if link["value"].get("page")]))
    )
    keep(shown)
    return [(page.title, page.get_url(request)) for page in shown if page.is_in_menu]
