"""A convening as every place that announces it shows it."""

from typing import NamedTuple

from django.utils import timezone

from convenings.state import State, state_at
from page_cache import expires_at


class Card(NamedTuple):
    """A convening of `ConveningQuerySet.as_cards`, its `State` now, and the address of its page, if it has one."""

    convening: object
    state: State
    address: str | None


def card_of(convening, request):
    """The `Card` of a published convening of `ConveningQuerySet.as_cards`, or None for a draft.

    Args:
        convening: the convening.
        request: the request being answered, whose page is right no longer than the card; None if nobody keeps it.
    """
    if not convening.live:
        return None
    return Card(convening, state_now(convening, request), convening.address)


def state_now(convening, request):
    """The `State` of a convening now; the page that is the answer to `request` changes with it."""
    state = state_at(convening, timezone.now())
    if request is not None and state.until:
        expires_at(request, state.until)
    return state
