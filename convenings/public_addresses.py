"""The surfaces of the convenings; see `core.surfaces`."""

from django.urls import reverse

from core.surfaces import Closed, exempt, path_of, register

from .models import Convening, ConveningIndex


def register_all():
    """Tell `core.surfaces`; to be called once."""
    register("ConveningIndex.convening", convenings)
    register("convening_calendar", calendars)
    register("convening_event", events)
    exempt("ConveningIndex.index_route", "The list itself, which is a page.")


def convenings(hidden):
    """The page of each convening below each list; `Closed` where one of the two is not published."""
    for listed in ConveningIndex.objects.all():
        for convening in Convening.objects.all():
            if address := listed.address_of(convening):
                yield address if convening.live and listed.live else Closed(address)


def calendars(hidden):
    """The calendar of each list."""
    secret = {page.pk for page in hidden}
    for listed in ConveningIndex.objects.all():
        address = reverse("convening_calendar", args=[path_of(listed)])
        yield Closed(address) if listed.pk in secret else address


def events(hidden):
    """The calendar file of each convening below each list; `Closed` where one of the two is not public."""
    secret = {page.pk for page in hidden}
    for listed in ConveningIndex.objects.all():
        for convening in Convening.objects.all():
            address = reverse("convening_event", args=[path_of(listed), convening.slug])
            yield address if convening.live and listed.pk not in secret else Closed(address)
