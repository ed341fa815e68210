"""Photos for newsrooms, at addresses that are not pages."""

import hashlib

from django.http import FileResponse, Http404, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from core.files import is_public
from media_inquiries.models import DeskSettings

from . import photos
from .models import PressPhoto, PressRelease

_ALWAYS_ASK = "public, max-age=0, must-revalidate"  # an old copy is right only as long as the terms are


@require_safe
def release_photos(request, page_path):
    """The photos of a published release as a ZIP, at `photos.zip` below its own address."""
    release = Page.find_for_request(request, page_path)
    if not isinstance(release, PressRelease) or not release.live or release.get_view_restrictions():
        raise Http404
    taken = photos.taken_away_with(release)
    if not taken.copies:
        raise Http404
    desk = release.contact or DeskSettings.desk_of(Site.find_for_request(request))
    response = StreamingHttpResponse(photos.archive(taken, desk), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{release.slug}-photos.zip"'
    response["ETag"] = _etag(photos.captions(taken, desk), *(copy.digest.encode() for copy in taken.copies))
    response["Cache-Control"] = _ALWAYS_ASK
    return response


@require_safe
def press_photo(request, photo_id):
    """One photo in press quality; 404 unless its terms allow it and a public page shows it."""
    copy = get_object_or_404(PressPhoto.objects.select_related("photo__image_caption"), photo=photo_id)
    if not (photos.may_be_printed(copy.photo) and is_public(copy.photo)):
        raise Http404
    try:
        file = copy.file.open()
    except OSError:
        raise Http404 from None
    response = FileResponse(file, as_attachment=True, filename=copy.name, content_type=copy.content_type)
    response["ETag"] = _etag(copy.digest.encode())
    response["Cache-Control"] = _ALWAYS_ASK
    return get_conditional_response(request, response["ETag"], response=response)


def _etag(*parts):
    return f'"{hashlib.sha256(b"/".join(parts)).hexdigest()[:32]}"'
