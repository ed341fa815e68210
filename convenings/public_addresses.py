"""The surfaces of the convenings; see `core.surfaces`."""

from itertools import product

from django.urls import reverse

from core.surfaces import Closed, exempt, path_of, register

from .models import Convening, ConveningIndex

SAMPLES = 3


def register_all():
    """Tell `core.surfaces`; to be called once."""
    register("ConveningIndex.convening", convenings)
    register("convening_calendar", calendars)
    register("convening_event", events)
    exempt("ConveningIndex.index_route", "The list itself, which is a page.")


def convenings(hidden):
    """The pages of drafts and of some others, below each list; `Closed` where convening or list is not published."""
    open_to_all = set(ConveningIndex.objects.published())
    for listed, convening in _each():
        is_closed = not listed.live or (listed in open_to_all and not convening.live)
        if address := listed.address_of(convening):
            yield Closed(address) if is_closed else address


def calendars(hidden):
    """The calendar of each list."""
    secret = {page.pk for page in hidden}
    for listed in ConveningIndex.objects.all():
        address = reverse("convening_calendar", args=[path_of(listed)])
        yield Closed(address) if listed.pk in secret else address


def events(hidden):
    """The calendar files of drafts and of some others; `Closed` where convening or list is not public."""
    secret = {page.pk for page in hidden}
    for listed, convening in _each():
        address = reverse("convening_event", args=[path_of(listed), convening.slug])
        yield address if convening.live and listed.pk not in secret else Closed(address)


def _each():
    """Each list with each draft, and with some that are published."""
    some = [*Convening.objects.filter(live=False), *Convening.objects.published()[:SAMPLES]]
    return product(ConveningIndex.objects.all(), some)
