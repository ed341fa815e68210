"""The main menu."""

from dataclasses import dataclass

from wagtail.models import Page, Site

from page_cache import remember

from .querysets import IsPublic


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
    pages = Page.objects.child_of(site.root_page).live().in_menu().filter(IsPublic("path"))
    return [(page.title, page.get_url(request)) for page in pages]
