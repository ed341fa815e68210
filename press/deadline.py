"""The deadline page: all that a reporter needs in the next minutes, on the worst connection."""

from typing import NamedTuple

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.blocks.body import render_bodies
from core.models import SiteSettings
from core.rich_text import expand
from core.sites import site_of
from images.blocks import photos_at_hand
from media_inquiries.models import DeskSettings

from .dateline import run_in
from .models import PressIndex, PressRelease
from .photos import can_be_taken, photos_of
from .plain_text import plain_text

RELEASES = 5
LONGEST = 5_000  # characters of one release, so that five of them and all else stay below 50 KB


class Bulletin(NamedTuple):
    """A release as plain text."""

    release: PressRelease
    address: str
    paragraphs: list[str]
    is_cut: bool
    photos: list


@require_safe
def deadline(request):
    """Whom to call, the newest releases as plain text, and who we are. One page of text and one small stylesheet."""
    site = site_of(request)
    settings = SiteSettings.for_request(request)
    desk = DeskSettings.contact_of(site)
    press_page = PressIndex.objects.published().in_site(site).order_by("path").first()
    context = {
        "desk": desk,
        "open_now": desk and desk.open_now(request),
        "desk_url": desk and desk.get_url(request),
        "bulletins": bulletins(site, request),
        "press_url": press_page and press_page.get_url(request),
        "page_url": site.root_url + request.path,
        "about_title": _("About %(organization)s") % {"organization": settings.organization_name},
        "about": plain_text(expand(settings.boilerplate)).split("\n\n"),
    }
    return render(request, "pages/deadline.html", context)


def bulletins(site, request):
    """The newest public releases of a site as `Bulletin`s, in a fixed number of queries."""
    releases = list(PressRelease.objects.for_feed().in_site(site)[:RELEASES])
    with photos_at_hand({}):  # the text without photos: their captions follow it
        bodies = render_bodies([release.body for release in releases], request)
    photos = photos_of(releases)
    return [
        _bulletin(release, body, photos[release.pk], request) for release, body in zip(releases, bodies, strict=True)
    ]


def _bulletin(release, body, photos, request):
    text = plain_text(run_in(release.dateline, body))
    paragraphs = text.split("\n\n")
    is_cut = len(text) > LONGEST
    if is_cut:
        paragraphs = text[:LONGEST].split("\n\n")
        paragraphs[-1] = paragraphs[-1].rpartition(" ")[0] + " …"
    described = [(photo, can_be_taken(photo)) for photo in photos]
    return Bulletin(release, release.get_url(request), paragraphs, is_cut, described)
