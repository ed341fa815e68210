"""The search page."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Site

from core.metadata import Metadata
from core.registry import groups

from .results import Results
from .typed import Typed


@require_safe
def search(request):
    """One field; what it finds, with filters; where nothing is found, ways on."""
    typed = Typed.of(request.GET.get("q", ""))
    site = Site.find_for_request(request)
    title = _("Search: %(words)s") % {"words": typed.text} if typed.text else _("Search")
    context = {"typed": typed, "meta": Metadata(title, site.root_url + request.path, robots="noindex, follow")}
    if typed.groups:
        context |= found(request, typed)
    return render(request, "pages/search.html", context)


def found(request, typed):
    """What the page shows of a search that has words."""
    listing = Results(request, typed)
    with_groups = listing.is_first_page and not listing.is_filtered
    shown = [(group, group.matching(request, typed.text)) for group in groups()] if with_groups else []
    return {"listing": listing, "groups": [(group, items) for group, items in shown if items]}
