"""What happens around every request."""

from copy import copy
from urllib.parse import unquote, urlsplit

from django.contrib import messages
from django.db.models import ProtectedError
from django.http import HttpResponseRedirect
from django.urls import Resolver404, resolve, reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.models import Page, Site
from wagtail.views import serve

from page_cache import one_look

from .models import BasePage
from .publication import Refused
from .sites import site_of
from .uses import InUse, deletion_is_explained, explain_protection


class ExplainRefusals:
    """Turns a `Refused` of a workflow, a bulk action or another view into a message in the editor concerned."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Pass the request on."""
        if request.method != "POST":
            return self.get_response(request)
        with deletion_is_explained():
            return self.get_response(request)

    def process_exception(self, request, exception):
        """Say what cannot be done and why, and open the editor; other exceptions pass.

        What cannot be deleted leads back to the question whether to delete it, which names the uses.
        """
        if isinstance(exception, InUse | ProtectedError) and request.method == "POST":
            is_ours = isinstance(exception, InUse)
            messages.error(request, exception.explanation if is_ours else explain_protection(exception))
            return HttpResponseRedirect(request.get_full_path())
        if not isinstance(exception, Refused):
            return None
        messages.error(request, exception.explanation)
        editor = AdminURLFinder(request.user).get_edit_url(exception.instance)
        return HttpResponseRedirect(editor or reverse("wagtailadmin_home"))


class Redirects(RedirectMiddleware):
    """Wagtail's redirects, but none that leads to where it comes from or to a page that this visitor may not see.

    A page that has its former address back keeps the redirect from there; it would be in force once the page is gone.
    And an address tells a headline: that of a page that is not public must not be told.
    """

    def process_response(self, request, response):
        """Redirect what is not found."""
        answer = super().process_response(request, response)
        if answer is response:
            return response
        url = urlsplit(answer.url)
        return response if url.path == request.path or leads_to_hidden_page(request, url) else answer


def leads_to_hidden_page(request, url):
    """Whether there is no page at a URL of ours that whoever sends this request may see.

    Args:
        request: the request, which decides what its sender may see.
        url: a split URL; one outside the site leads to none of our pages.
    """
    site = _site_of(request, url)
    path = site and _path_of_page(url.path)
    if path is None:
        return False
    asked = copy(request)
    asked._wagtail_site = site
    vars(asked).pop("_wagtail_route_for_request", None)
    route = Page.route_for_request(asked, path)
    if route is None:
        return True
    page, args, kwargs = route
    if isinstance(page, BasePage) and not page.is_public_below(*args, **kwargs):
        return True
    return not all(restriction.accept_request(request) for restriction in page.get_view_restrictions())


def _site_of(request, url):
    """The site at which a URL is, or None."""
    if url.netloc in ("", request.get_host()):
        return Site.find_for_request(request)
    return next((site for site in Site.objects.all() if urlsplit(site.root_url).netloc == url.netloc), None)


def _path_of_page(path):
    """The path of the page that answers at a path or whose feed, calendar or text is there; None if no page does."""
    for tried in (path, f"{path}/"):  # Django appends the slash
        try:
            match = resolve(unquote(tried))
        except Resolver404:
            continue
        return match.args[0] if match.func is serve else match.kwargs.get("page_path")
    return None


class Remember:
    """Lets requests that only read make the most of what pages remember."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Pass the request on."""
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        with one_look():
            return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Spare a page the search for its site: `Site.find_for_request` first looks where this puts it."""
        if view is serve:
            site_of(request)
