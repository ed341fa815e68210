"""A media advisory that begins with what a convening says about itself."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.coreutils import find_available_slug
from wagtail.permissions import policy_registry

from convenings.models import Convening, Status

from .models import PressRelease, PressReleaseIndex

_SEES = ("add", "change", "view")


@require_POST
def start_advisory(request, convening_id):
    """Make a draft of an advisory about a convening, and open its editor; for those who may add releases."""
    index = index_for(request.user)
    if index is None or not policy_registry.get_by_type(Convening).user_has_any_permission(request.user, _SEES):
        raise PermissionDenied
    convening = get_object_or_404(Convening, pk=convening_id)
    with transaction.atomic():
        advisory = advisory_about(convening)
        advisory.owner = request.user
        advisory.slug = find_available_slug(index, convening.slug)
        index.add_child(instance=advisory)
        advisory.save_revision(user=request.user, log_action=True)
    return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[advisory.pk]))


def index_for(user):
    """The first list of releases below which somebody may add one, or None."""
    lists = PressReleaseIndex.objects.live().order_by("path")
    return next((one for one in lists if one.permissions_for_user(user).can_add_subpage()), None)


def may_start_advisory(user):
    """Whether somebody may; found out once for a list of many convenings."""
    if not hasattr(user, "may_start_advisory"):
        user.may_start_advisory = index_for(user) is not None
    return user.may_start_advisory


def advisory_about(convening):
    """An advisory about a convening as it is now, a draft that is not saved.

    What changes with time stays with the convening: its card stands beside the text and keeps itself up to date.
    """
    place = convening.place
    advisory = PressRelease(
        live=False,
        title=convening.name,
        subhead=" · ".join(filter(None, (convening.dates, convening.place_in_words)))[:200],
        teaser=convening.teaser,
        kind=PressRelease.Kind.ADVISORY,
        convening=convening,
        dateline_city=place.name[:60] if place and place.state else "",
        dateline_state=(place.state or place) if place else None,
        contact=convening.contact,
        lead_photo=convening.photo,
        body=_body(convening),
    )
    advisory.topics.set(convening.topics.all())
    advisory.places.set([place] if place else [])
    return advisory


def _body(convening):
    """Why one should come, and the facts in a box."""
    facts = [(name, words) for name, words in _facts(convening) if words]
    text = format_html("<ul>{}</ul>", format_html_join("", "<li><b>{}:</b> {}</li>", facts))
    opening = [("paragraph", format_html("<p>{}</p>", convening.teaser))] if convening.teaser else []
    blocks = [*opening, ("fact_box", {"title": _("The facts"), "text": text})]
    return [{"type": kind, "value": value} for kind, value in blocks]


def _facts(convening):
    """What reporters ask first, as pairs of a name and words; the words may be empty."""
    yield _("What"), convening.name
    yield _("When"), convening.dates
    yield _("Where"), ", ".join(filter(None, (convening.venue, convening.street, convening.place_in_words)))
    if address := convening.public_online_address:
        yield _("Online"), format_html('<a href="{0}">{0}</a>', address)
    yield _("Who"), convening.get_audience_display()
    yield _("How to register"), _registration(convening)


def _registration(convening):
    state = convening.state
    match state.name:
        case Status.OPEN:
            return format_html('<a href="{0}">{0}</a>', convening.registration_url)
        case Status.SAVE_THE_DATE:
            return _("Registration is not open yet.")
        case _unavailable:
            return state.label
