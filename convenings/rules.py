"""What a convening needs to be published; a draft needs nothing but a name."""

from django.utils.translation import gettext_lazy as _

from core.publication import Problem, fits, needs_alt_text, needs_credit
from media_inquiries.models import MediaContact


def problems_of(convening):
    """Yield a `Problem` for each reason not to publish: dates that cannot be, and what would lead nowhere."""
    yield from _problems_of_days(convening)
    yield from _problems_of_times(convening)
    yield from _problems_of_registration(convening)
    yield from fits(convening, "teaser")
    yield from needs_alt_text(convening, "photo")
    yield from needs_credit(convening)
    desk = convening.contact_id
    if desk and not MediaContact.objects.published().filter(pk=desk).exists():
        yield Problem("contact", _("The public cannot see this desk. Publish it first, or choose another."))


def _problems_of_days(convening):
    if not convening.starts_on:
        yield Problem("starts_on", _("Say on which day it begins. Until you know, keep it as a draft."))
    elif convening.last_day < convening.starts_on:
        yield Problem("ends_on", _("The last day is before the first day."))


def _problems_of_times(convening):
    begins, ends = convening.starts_at, convening.ends_at
    if ends and not begins:
        yield Problem("starts_at", _("Say when it begins too, or leave both times empty."))
    elif ends and ends <= begins and convening.starts_on == convening.last_day:
        yield Problem("ends_at", _("It ends before it begins. If it goes past midnight, enter the next day too."))
    if (begins or ends) and not convening.time_zone:
        yield Problem("time_zone", _("Choose the zone of these times, usually that of the place."))


def _problems_of_registration(convening):
    if convening.status == "open" and not convening.registration_url:
        yield Problem(
            "registration_url",
            _("Registration is open: say where. Until you know, leave the status at “Save the date”."),
        )
    closes, last_day = convening.registration_closes_on, convening.last_day
    if closes and last_day and closes > last_day:
        yield Problem("registration_closes_on", _("Registration cannot close after the convening is over."))
