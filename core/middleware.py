"""What happens around every request."""

from functools import partial
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.models import Site
from wagtail.views import serve

from page_cache import one_look, remember

from .publication import Refused


class ExplainRefusals:
    """Turns a `Refused` of a workflow, a bulk action or another view into a message in the editor concerned."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Say what cannot be done and why, and open the editor; other exceptions pass."""
        if not isinstance(exception, Refused):
            return None
        messages.error(request, exception.explanation)
        editor = AdminURLFinder(request.user).get_edit_url(exception.instance)
        return HttpResponseRedirect(editor or reverse("wagtailadmin_home"))


class Redirects(RedirectMiddleware):
    """Wagtail's redirects, but none that leads to where it comes from.

    A page that has its former address back keeps the redirect from there; it would be in force once the page is gone.
    """

    def process_response(self, request, response):
        """Redirect what is not found."""
        answer = super().process_response(request, response)
        return response if answer is not response and urlsplit(answer.url).path == request.path else answer


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
        if view is serve and request.method in ("GET", "HEAD"):
            find = partial(Site.find_for_request, request)
            request._wagtail_site = remember(("site", request.get_host(), request.get_port()), find)
