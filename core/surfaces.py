"""Every address at which the public may see something: one list for the leak test and the rehearsal of an embargo.

Each name of an address in the URL configuration is either registered here by its room, with a function that finds
sample addresses, or exempt for a reason. A name that is neither fails tests/test_leaks.py.
"""

from collections.abc import Callable, Iterable

from django.urls import reverse
from wagtail.models import Page

_surfaces: dict[str, Callable[[list[Page]], Iterable[str]]] = {}
_exemptions: dict[str, str] = {}


class Closed(str):
    """An address that must not be answered with 200 while the pages in question are secret."""

    __slots__ = ()


def register(name, addresses):
    """Add the surface behind a name.

    Args:
        name: a name of the URL configuration.
        addresses: a function that gets a list of pages which the public may not see, and yields the addresses by
            which it could: those of everything that lists, counts or mentions pages, and (as `Closed`) those that
            would belong to these pages.
    """
    _surfaces[name] = addresses


def exempt(name, reason):
    """Leave a name out, for a reason in words."""
    _exemptions[name] = reason


def names():
    """Two dicts: the functions that find addresses, and the reasons, each by name."""
    return dict(_surfaces), dict(_exemptions)


def addresses(hidden):
    """Yield (name, address) for every surface; see `register`."""
    for name, find in _surfaces.items():
        for address in find(hidden):
            yield name, address


def fixed(name, *args, **kwargs):
    """A function for `register`: one address that is always the same."""
    return lambda hidden: [reverse(name, args=args, kwargs=kwargs)]


def of_each_page(name, **kwargs):
    """A function for `register`: an address below each page, named by its `page_path`."""

    def find(hidden):
        for page in hidden:
            yield below(page, name, **kwargs)
        for page in public_pages():
            yield reverse(name, kwargs={"page_path": path_of(page), **kwargs})

    return find


def below(page, name, **kwargs):
    """The address of this name below a hidden page; `Closed` unless the page is live and private."""
    address = reverse(name, kwargs={"page_path": path_of(page), **kwargs})
    return address if page.live else Closed(address)


def path_of(page):
    """The path of a page without the first slash, as `Page.find_for_request` takes it; "-/" for one without."""
    return (page.get_url_parts() or ("", "", ""))[2].lstrip("/") or "-/"


def public_pages():
    """All pages that anybody may see, as their page types have them."""
    from .querysets import public

    return Page.objects.filter(public(), depth__gt=1).specific()
