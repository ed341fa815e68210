"""Addresses of the press room that are not pages."""

from django.http import Http404, HttpResponse
from wagtail.models import Page

from .models import PressRelease
from .plain_text import release_as_text


def release_text(request, page_path):
    """A published release as plain text, at `release.txt` below its own address."""
    release = Page.find_for_request(request, page_path)
    if not isinstance(release, PressRelease) or release.get_view_restrictions():
        raise Http404
    text = release_as_text(release, release.get_context(request))
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers={"X-Robots-Tag": "noindex"})
