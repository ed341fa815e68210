"""The surfaces of the convenings; see `core.surfaces`."""

from core.surfaces import Closed, exempt, register

from .models import Convening, ConveningIndex

SAMPLES = 3


def register_all():
    """Tell `core.surfaces`; to be called once."""
    register("ConveningIndex.convening", convenings)
    exempt("ConveningIndex.index_route", "The list itself, which is a page.")


def convenings(hidden):
    """The pages of drafts and of some others, below each list; `Closed` where convening or list is not published."""
    open_to_all = set(ConveningIndex.objects.published())
    for listed in ConveningIndex.objects.all():
        for convening in [*Convening.objects.filter(live=False), *Convening.objects.published()[:SAMPLES]]:
            is_closed = not listed.live or (listed in open_to_all and not convening.live)
            if address := listed.address_of(convening):
                yield Closed(address) if is_closed else address
