"""Next year's convening as a copy of this year's."""

import re
from itertools import count

from django.utils import timezone

from .models import Convening

# What usually stays the same from year to year. Left out: the days, the state of registration, all addresses.
KEPT = (
    "starts_at",
    "ends_at",
    "time_zone",
    "attendance",
    "venue",
    "street",
    "place",
    "audience",
    "teaser",
    "photo",
    "description",
    "contact",
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def next_edition(convening):
    """A convening like this one for the next year, not saved: a save-the-date without days, under a free name.

    Args:
        convening: a saved `Convening`, or its draft.
    """
    name, years = _free_name(convening)
    copy = Convening(
        name=name,
        short_name=_later(convening.short_name, years),
        **{field: getattr(convening, field) for field in KEPT},
    )
    copy.topics.set(convening.topics.all())
    return copy


def _free_name(convening):
    """Its name in the next year for which it is free, “LP2024” for “LP2023”; and by how many years that is later."""
    name = convening.name
    if not _YEAR.search(name):
        name = f"{name[:95]} {(convening.starts_on or timezone.localdate()).year}"
    taken = set(Convening.objects.values_list("name", flat=True))
    years = next(years for years in count(1) if _later(name, years) not in taken)
    return _later(name, years), years


def _later(text, years):
    return _YEAR.sub(lambda year: str(int(year[0]) + years), text)
