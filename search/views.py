"""The search page, and the suggestions under its field."""

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.metadata import Metadata
from core.registry import groups
from core.sites import site_of

from .counting import count
from .picks import picks_for
from .results import Results
from .suggestions import suggestions
from .terms import shelves
from .typed import Typed


@require_safe
def search(request):
    """One field; what it finds, with filters; where nothing is found, ways on."""
    typed = Typed.of(request.GET.get("q", ""))
    site = site_of(request)
    title = _("Search: %(words)s") % {"words": typed.text} if typed.text else _("Search")
    meta = Metadata.of_address(
        request,
        title=title,
        url=site.root_url + request.path,
        description=_("Everything we have published, and what others write about us, in one search."),
        robots="noindex, follow",
    )
    context = {"typed": typed, "meta": meta}
    if not typed.groups:
        return render(request, "pages/search.html", context | {"terms": terms(site)})
    context |= _found(request, typed)
    meta.url = site.root_url + context["listing"].own_url
    response = render(request, "pages/search.html", context)
    if context["is_whole"]:
        count(typed, has_hits=context["is_answered"])
    if not context["is_answered"]:
        response.headers["Cache-Control"] = "private, no-store"  # else any typing would fill the page cache
    return response


def _found(request, typed):
    """What the page shows of a search that has words; `is_whole` on its first page without filters."""
    listing = Results(request, typed)
    is_whole = listing.is_first_page and not listing.is_filtered
    shown = [(group, group.matching(request, typed.text)) for group in groups()] if is_whole else []
    beside = {
        "groups": [(group, items) for group, items in shown if items],
        "picks": picks_for(typed, request) if is_whole else [],
    }
    is_answered = listing.has_all_words or any(beside.values())
    ways_on = {"terms": terms(site_of(request))} if is_whole and not is_answered else {}
    return {"listing": listing, "is_whole": is_whole, "is_answered": is_answered, **beside, **ways_on}


def terms(site):
    """The topics of a site on which somebody can go on, as `search.terms.InUse`."""
    return next(shelf.in_use() for shelf in shelves(site) if shelf.vocabulary.name == "topic")


@require_safe
def suggest(request):
    """What the field suggests while somebody types, as JSON: a list of label, kind and address."""
    response = JsonResponse({"suggestions": suggestions(request, Typed.of(request.GET.get("q", "")))})
    response.headers["X-Robots-Tag"] = "noindex"
    return response
