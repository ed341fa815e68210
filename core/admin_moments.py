"""Moments in the admin: what Wagtail would shorten to an hour, or leave out of what it says, is written out."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.templatetags.wagtailadmin_tags import register
from wagtail.admin.utils import get_valid_next_url_from_request

from .moments import coming_text, moment_text


def write_out_moments() -> None:
    """Have the status panel say when and in which zone; its tag says “14:05”, or how many weeks ago."""
    register.simple_tag(last_update_text, name="timesince_last_update")


def last_update_text(last_update, show_time_prefix=False, user_display_name="", use_shorthand=True) -> str:
    """Return when something was last changed and by whom; takes what Wagtail's tag takes."""
    moment = moment_text(last_update)
    if user_display_name:
        return _("%(moment)s by %(name)s") % {"moment": moment, "name": user_display_name}
    return moment


def outcome_text(thing, zone: str = "") -> str:
    """Return what publishing has come to, in a sentence: “Live now: …”, “Goes live Thu, Dec 3, 9 a.m. Eastern: …”.

    Args:
        thing: a page or a snippet with drafts, fresh from the database.
        zone: the IANA time zone to say it in; that of the user if empty.
    """
    revision = thing.revisions.exclude(approved_go_live_at=None).first()
    title = revision.object_str if revision else str(thing)
    if revision is None:
        return format_html(_("Live now: “{title}”."), title=title)
    words = _("This version of “{title}” goes live {moment}.") if thing.live else _("Goes live {moment}: “{title}”.")
    return format_html(words, title=title, moment=coming_text(revision.approved_go_live_at, zone))


def say_what_happened(request, page):
    """Say it in one sentence, and go where Wagtail goes: with an answer from here, it adds no sentence of its own."""
    buttons = [messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Edit"))]
    if page.live and page.url:
        buttons.insert(0, messages.button(page.url, _("View live"), new_window=False))
    messages.success(request, outcome_text(page, getattr(page, "zone", "")), buttons=buttons)
    return redirect(
        get_valid_next_url_from_request(request) or reverse("wagtailadmin_explore", args=[page.get_parent().pk])
    )
