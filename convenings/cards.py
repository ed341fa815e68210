"""A convening as every place that announces it shows it."""

from typing import NamedTuple

from django.apps import apps
from django.utils import timezone

from convenings.state import State, state_at
from page_cache import expires_at


class Card(NamedTuple):
    """A convening of `ConveningQuerySet.as_cards`, its `State` now, and the address of its page, if it has one."""

    convening: object
    state: State
    address: str | None


def card_of(convening, request, listed=None):
    """The `Card` of a published convening of `ConveningQuerySet.as_cards`, or None for a draft.

    Args:
        convening: the convening.
        request: the request being answered, whose page is right no longer than the card; None if nobody keeps it.
        listed: the list below which its page is; looked for if None, so give it for a list of many.
    """
    if not convening.live:
        return None
    address = listed.address_of(convening, request) if listed else convening.get_url(request)
    return Card(convening, state_now(convening, request), address)


def state_now(convening, request):
    """The `State` of a convening now; the page that is the answer to `request` changes with it."""
    state = state_at(convening, timezone.now())
    if request is not None and state.until:
        expires_at(request, state.until)
    return state


def card_beside(page, request):
    """The card that stands beside the text of a page with a field `convening`; None if the text has it already."""
    pk = page.convening_id
    if pk is None or any(one["type"] == "convening" and one["value"] == pk for one in page.body.raw_data):
        return None
    convening = _convenings().as_cards([pk]).get(pk)
    return convening and card_of(convening, request)


def next_card(chosen, request):
    """The card of the chosen convening until it is over, else of the next one that takes place; None without any.

    Args:
        chosen: a convening of `ConveningQuerySet.as_cards`, or None.
        request: the request being answered; its page is right until another one is next.
    """
    convening = chosen
    if convening is None or not convening.live or convening.over_at <= timezone.now():
        pk = _convenings().published().taking_place().upcoming().values_list("pk", flat=True).first()
        convening = pk and _convenings().as_cards([pk]).get(pk)
    if not convening:
        return None
    if request is not None:
        expires_at(request, convening.over_at)
    return card_of(convening, request)


def _convenings():
    return apps.get_model("convenings.Convening").objects
