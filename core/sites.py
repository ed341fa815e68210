"""Which site a request is for, and which pages lie on one: every surface shows the pages of its own site alone.

Wagtail's `in_site` narrows pages to the site of a request. What lies on no site has no address, so nobody may see it.
"""

from functools import partial

from django.http import Http404
from wagtail.models import Site

from page_cache import remember


def site_of(request):
    """Find the site that answers a request; it is remembered, so that a view need not care how often it asks.

    Raises:
        Http404: if no site has this host and none is the default.
    """
    if not hasattr(request, "_wagtail_site") and request.method in ("GET", "HEAD"):
        find = partial(Site.find_for_request, request)
        request._wagtail_site = remember(("site", request.get_host(), request.get_port()), find)
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return site


def root_paths():
    """List the `url_path` of the root page of each site, the longest first; asks Wagtail's cache."""
    return [root_path for _site_id, root_path, *_others in Site.get_site_root_paths()]


def root_path_of(page):
    """Return the `url_path` of the root of the site that a page lies on; None for a page outside every site."""
    return next((path for path in root_paths() if page.url_path.startswith(path)), None)
