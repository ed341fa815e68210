"""Addresses of the site that are not pages: feeds of everything, probes, error pages."""

from heapq import merge
from itertools import islice

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from wagtail.models import Page

from worker.heartbeat import is_alive

from .entries import feed_items
from .feeds import FEED_LENGTH, feed_response
from .models import SiteSettings
from .registry import kinds
from .sites import site_of


def everything_feed(request, file_format):
    """The newest of every kind of content on a site as one feed."""
    site = site_of(request)
    items = [
        sorted(_feed_items(kind, site, request), key=lambda item: item.published, reverse=True)
        for kind in kinds()
        if kind.is_news
    ]
    newest = merge(*items, key=lambda item: item.published, reverse=True)
    site_settings = SiteSettings.for_request(request)
    return feed_response(
        file_format,
        title=site_settings.organization_name,
        description=site_settings.tagline or _("Everything new"),
        author=site_settings.organization_name,
        page_url=site.root_url + "/",
        feed_url=site.root_url + request.path,
        items=islice(newest, FEED_LENGTH),
    )


def list_feed(request, page_path, file_format):
    """The feed of a page that has one: a blog, later the lists of the press room."""
    page = Page.find_for_request(request, page_path)
    if not hasattr(page, "feed") or page.get_view_restrictions():
        raise Http404
    return page.feed(request, file_format)


def _feed_items(kind, site, request):
    return feed_items(kind.model.objects.for_feed().in_site(site)[:FEED_LENGTH], request)


@never_cache
def healthz(request):
    """Liveness: the process answers. Asks nothing of the database."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def readyz(request):
    """Readiness: 200 if the database answers and the worker lives, else 503; says which."""
    report = {"database": _database_answers()}
    report["worker"] = report["database"] and is_alive()
    return JsonResponse(report, status=200 if all(report.values()) else 503)


def _database_answers():
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def page_not_found(request, exception=None):
    """The 404 page, in the design of the site."""
    return render(request, "404.html", status=404)


def server_error(request):
    """The 500 page. It uses neither database nor context, so that it cannot itself fail."""
    return HttpResponse(get_template("500.html").render(), status=500)


def styleguide(request):
    """Every component and block with sample data, for developers."""
    if not settings.DEBUG:
        raise Http404
    from .styleguide import samples

    return render(request, "pages/styleguide.html", samples(request))
