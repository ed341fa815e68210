"""The surfaces of the convenings; see `core.surfaces`."""

from core.surfaces import Closed, exempt, register

from .models import Convening, ConveningIndex


def register_all():
    """Tell `core.surfaces`; to be called once."""
    register("ConveningIndex.convening", convenings)
    exempt("ConveningIndex.index_route", "The list itself, which is a page.")


def convenings(hidden):
    """The page of each convening below each list; `Closed` where one of the two is not published."""
    for listed in ConveningIndex.objects.all():
        for convening in Convening.objects.all():
            if address := listed.address_of(convening):
                yield address if convening.live and listed.live else Closed(address)
