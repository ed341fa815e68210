"""Dates and moments in English, as in `core.moments`."""

from django.utils import timezone

from core.moments import SHORT
from core.time_zones import zone_name


class _WithZone(str):
    """The pattern of a moment in the current time zone, which Django reads anew whenever it writes one.

    What scripts of the admin get of it, as JSON, is the pattern without a zone.
    """

    __slots__ = ()

    def __str__(self):
        name = str(zone_name(timezone.get_current_timezone_name()))
        return f"{SHORT} " + "".join(f"\\{letter}" for letter in name)


DATE_FORMAT = "M j, Y"
DATETIME_FORMAT = SHORT_DATETIME_FORMAT = _WithZone(SHORT)
