"""What somebody sees who has a reviewer link: the newest draft, as it will be, with a notice above it.

The token is the whole permission, so it must not get about: nothing is stored, nothing tells the next site where the
reader came from, and whoever has no open link learns nothing, not even that there was one.
"""

import re
from functools import wraps

from django.db.models import F
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.documents import get_document_model

from media_inquiries.desk import desk_copy

from .models import ReviewerLink

_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,64}")
HEADERS = {
    "Cache-Control": "no-store, private",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


def confidential(view):
    """Send `HEADERS` with whatever a view answers."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return guarded


@confidential
@require_safe
def review(request, token):
    """The draft that a link is for; after publication, the way to the public page."""
    link = _find(token)
    if link is None or not (link.page.live or link.is_open):
        return _closed(request)
    if link.page.live:
        address = link.page.specific.get_full_url(request)
        return redirect(address) if address else _closed(request)
    response = _draft(request, link)
    if request.method == "GET":
        visits = ReviewerLink.objects.filter(pk=link.pk)
        visits.update(visits=F("visits") + 1, last_visit_at=timezone.now())
    response.content = _DOCUMENT.sub(lambda found: _document_address(token, found["id"]), response.content.decode())
    return response


@confidential
@require_safe
def review_document(request, token, document_id):
    """A document that the draft shows; any other one is not there."""
    link = _find(token)
    if link is None or not link.is_open:
        return _closed(request)
    shown = {int(found["id"]) for found in _DOCUMENT.finditer(_draft(request, link).content.decode())}
    if document_id not in shown:
        return _closed(request)
    document = get_object_or_404(get_document_model(), pk=document_id)
    if document.collection.get_view_restrictions():
        return _closed(request)
    response = FileResponse(document.file.open("rb"), as_attachment=True, filename=document.filename)
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    return response


def _find(token):
    """The link with this token unless it has been revoked, or None. Whatever is not a token is not looked up."""
    links = ReviewerLink.objects.select_related("page").filter(revoked_at=None)
    return links.filter(token=token).first() if _TOKEN.fullmatch(token) else None


def _draft(request, link):
    """The rendered page as its newest draft has it."""
    draft = link.page.specific.get_latest_revision_as_object()
    response = draft.serve(request)
    response.context_data |= {"review": link, "draft": draft}
    response.context_data["meta"].robots = "noindex, nofollow"
    return response.render()


def _closed(request):
    contact = desk_copy.read()
    return render(request, "pages/review_closed.html", {"contact": contact}, status=404)


def _document_address(token, document_id):
    return reverse("review_document", args=[token, document_id])


# Links to documents, with or without the name of the site.
_DOCUMENT = re.compile(r"(?:https?://[\w.:-]+)?/documents/(?P<id>\d{1,9})/[^\"'<>\s]*")
