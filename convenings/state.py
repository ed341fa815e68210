"""What is true of a convening at a moment: it follows from its status, its dates and the end of its registration."""

from datetime import datetime, time, timedelta
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _


class Button(NamedTuple):
    """The one thing to do about a convening: the words, and where they lead."""

    label: str
    url: str


class State(NamedTuple):
    """What readers see of a convening at a moment.

    Attributes:
        name: a value of `models.Status`, or "past".
        label: the same in words.
        button: a `Button`, or None while there is nothing to do.
        until: the moment until which all this is right; None if time alone changes nothing.
    """

    name: str
    label: str
    button: Button | None = None
    until: datetime | None = None


def state_at(convening, moment):
    """The `State` of a convening at a moment, which is an aware datetime.

    Postponed and cancelled ones stay so. Registration is open through the last day for it, in the zone of the
    convening. Where everybody may join online, that is the button unless one can register and it has not begun.
    """
    labels = dict(convening._meta.get_field("status").flatchoices)
    status, starts, ends = convening.status, convening.starts, convening.ends
    if status in ("postponed", "cancelled"):
        return State(status, labels[status])
    if ends and moment >= ends:
        return State("past", _("Took place"))
    closes = status == "open" and _registration_closes(convening)
    if closes and moment >= closes:
        status = "closed"
    registering = status == "open" and convening.registration_url and Button(_("Register"), convening.registration_url)
    joining = convening.public_online_address and Button(_("Join online"), convening.public_online_address)
    button = joining if joining and (not registering or (starts and moment >= starts)) else registering
    turns = [turn for turn in (closes, registering and joining and starts, ends) if turn and turn > moment]
    return State(status, labels[status], button or None, min(turns, default=None))


def _registration_closes(convening):
    """The moment after the last day to register, or None."""
    day, ends = convening.registration_closes_on, convening.ends
    return day and ends and datetime.combine(day + timedelta(days=1), time.min, tzinfo=ends.tzinfo)
