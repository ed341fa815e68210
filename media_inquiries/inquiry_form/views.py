"""The inquiry form at an address of its own, and the page that follows it."""

import logging

from django.core import signing
from django.db import Error as AnyDatabaseError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from core.querysets import public
from core.sites import site_of
from media_inquiries.models import DeskSettings, MediaContact

from . import intake, limits, origin, spam, undelivered
from .forms import InquiryForm
from .posts import TooLong, read_post

_REFERENCE = "media_inquiries.reference"  # salt of the address of the confirmation page

logger = logging.getLogger(__name__)


@never_cache
@csrf_exempt  # no cookie gives the visitor a power that could be borrowed; see `origin`
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request):
    """Show the form, or take what was filled in. Whatever goes wrong, nothing that was typed is lost.

    Reads from the address: `about`, the id of the page that is asked about; `desk`, the id of the desk.
    """
    typed = {}
    try:
        if request.method != "POST":
            return _show(request)
        typed = read_post(request)
        return _receive(request, typed)
    except TooLong as too_long:
        return undelivered.page(request, too_long.typed, undelivered.TOO_LONG)
    except intake.TooMany:
        return undelivered.page(request, typed, undelivered.TOO_MANY)
    except AnyDatabaseError:
        logger.exception("An inquiry could not be taken")
        return undelivered.page(request, typed, undelivered.NO_DATABASE)


@never_cache
@require_safe
def received(request, token):
    """Say that an inquiry has arrived, and its reference; needs no database."""
    try:
        reference = signing.loads(token, salt=_REFERENCE)
    except signing.BadSignature:
        raise Http404 from None
    context = {"reference": reference, "contact": undelivered.contact()}
    try:
        return render(request, "pages/inquiry_received.html", {**context, "layout": "base.html"})
    except AnyDatabaseError:
        return render(request, "pages/inquiry_received.html", {**context, "layout": "plain.html"})


def _show(request):
    form = _form(request, request.GET)
    if form.desk is None:
        raise Http404
    if not form.desk.has_form:
        return redirect(form.desk.get_url(request) or "/")
    return _page(request, form)


def _receive(request, typed):
    form = _form(request, typed, data=typed, stamp=typed.get("stamp", ""))
    if form.desk is None or not form.desk.has_form:
        return undelivered.page(request, typed, undelivered.FORM_OFF)
    age = spam.age_of(form.stamp)
    if not origin.is_own(request):
        form.add_error(None, _("Another site sent you here with this text. Check it, then send it from this page."))
        return _page(request, form, status=403)
    if age is None or age > spam.LONGEST:
        # Old but ours: somebody who waited so long need not wait again.
        form.stamp = spam.new_stamp(age=spam.QUICKEST if age else spam.NO_TIME)
        form.add_error(None, _("This page had been open for a long time. Nothing is lost: please send it once more."))
        return _page(request, form, status=422)
    if not form.is_valid():
        return _page(request, form, status=422)
    inquiry = intake.take_in(
        form.inquiry_values(),
        submission=spam.submission_id(form.stamp, form.texts()),
        address=limits.client_address(request),
        suspicion=spam.suspicion(form.cleaned_data, form.cleaned_data["subject_line"], age),
    )
    return redirect(reverse("inquiry_received", args=[signing.dumps(inquiry.reference, salt=_REFERENCE)]))


def _form(request, asked, **arguments):
    """The form for the desk and the page that `asked` names."""
    settings = DeskSettings.for_request(request)
    site = site_of(request)
    desk = _find(MediaContact.objects.published().in_site(site), asked.get("desk")) or DeskSettings.desk_of(site)
    about = _find(Page.objects.filter(public()).in_site(site), asked.get("about"))
    return InquiryForm(desk=desk, about=about, months_kept=settings.months_kept, **arguments)


def _find(pages, text):
    """The page with the id that somebody gave us, or None."""
    is_id = text and text.isascii() and text.isdecimal() and len(text) < 10
    return pages.filter(pk=int(text)).first() if is_id else None


def _page(request, form, status=200):
    context = {"form": form, "contact": undelivered.contact(form.desk)}
    return render(request, "pages/inquiry.html", context, status=status)
