"""The answer to an inquiry that could not be taken: what was typed, and how to reach the desk another way.

It asks nothing of the database, and so it can say that the database is away.
"""

from typing import NamedTuple
from urllib.parse import quote

from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from media_inquiries.desk import desk_copy

from .forms import InquiryForm

# What mail programs are sure to take from an address is some two thousand characters.
LONGEST_MAILTO_BODY = 1_700  # characters, as they stand in the address


# What the text says of the short fields, each with the fields it is made of.
LINES = (
    (gettext_lazy("Name"), ["name"]),
    (gettext_lazy("Outlet"), ["outlet"]),
    (gettext_lazy("Email"), ["email"]),
    (gettext_lazy("Phone"), ["phone"]),
    (gettext_lazy("Deadline"), ["deadline_date", "deadline_time", "deadline_zone"]),
    (gettext_lazy("Topic"), ["topic"]),
    (gettext_lazy("State or city"), ["place"]),
    (gettext_lazy("About the page"), ["about_title"]),
)


class Reason(NamedTuple):
    """Why an inquiry was not taken: the status of the answer, and what it says."""

    status: int
    heading: Promise
    text: Promise
    may_try_again: bool = False


NO_DATABASE = Reason(
    503,
    gettext_lazy("We cannot take your inquiry at the moment"),
    gettext_lazy("Something is broken on our side. Your text is safe on this page: send it by email, or try again."),
    may_try_again=True,
)
TOO_MANY = Reason(
    429,
    gettext_lazy("Too many inquiries at once"),
    gettext_lazy(
        "More inquiries arrive than we can take in an hour. Your text is safe on this page: send it by email, or try "
        "again in an hour."
    ),
    may_try_again=True,
)
TOO_LONG = Reason(
    413,
    gettext_lazy("This is too long for the form"),
    gettext_lazy("Please send it by email; there it may be as long as you like."),
)
FORM_OFF = Reason(
    403,
    gettext_lazy("This desk takes inquiries by email and phone"),
    gettext_lazy("The form has been closed in the meantime. Your text is safe on this page: please send it by email."),
)


def page(request, typed, reason):
    """The answer, with all that was typed.

    Args:
        request: the request.
        typed: the fields of the form as they came, by name; empty where nothing was sent.
        reason: a `Reason`.
    """
    text = as_text(typed)
    desk = contact()
    context = {
        "reason": reason,
        "text": text,
        "hidden": _to_send_again(typed) if reason.may_try_again and text else (),
        "contact": desk,
        "mailto": mailto(desk.email, text) if desk else "",
    }
    response = render(request, "pages/inquiry_undelivered.html", context, status=reason.status)
    if reason.may_try_again:
        response.headers["Retry-After"] = "3600" if reason is TOO_MANY else "60"  # seconds
    return response


def contact(desk=None):
    """How to reach a desk, as a `DeskCopy`; without one, the default desk, without asking the database; or None."""
    return desk_copy.DeskCopy(desk.title, desk.email, desk.phone, "") if desk else desk_copy.read()


def as_text(typed):
    """What was typed as text: a line for each thing that is short, then the message."""
    typed = _with_deadline_as_meant(typed)
    lines = []
    for label, names in LINES:
        if value := " ".join(typed[name].strip() for name in names if typed.get(name, "").strip()):
            lines.append(f"{label}: {value}")
    return "\n".join([*lines, "", typed.get("message", "")]).strip()


def mailto(email, text):
    """A `mailto:` address (RFC 6068) with the text as its body, as much of it as mail programs take."""
    subject = quote(_("Media inquiry"))
    body = quote("\r\n".join(_beginning(text).splitlines()))
    return f"mailto:{quote(email, safe='@')}?subject={subject}&body={body}"


def _beginning(text):
    room = LONGEST_MAILTO_BODY
    for position, character in enumerate(text):
        room -= 6 if character == "\n" else len(quote(character))
        if room < 0:
            return text[:position] + _("… (please add the rest)")
    return text


def _with_deadline_as_meant(typed):
    """The fields without a time zone that belongs to no deadline, as the form always sends one."""
    typed = {name: typed[name] for name in typed}
    if not typed.get("deadline_date") and not typed.get("deadline_time"):
        typed["deadline_zone"] = _("none") if typed.get("no_deadline") else ""
    return typed


def _to_send_again(typed):
    names = (*InquiryForm.base_fields, "stamp", "desk", "about", "about_title")
    return [(name, typed[name]) for name in names if name in typed]
