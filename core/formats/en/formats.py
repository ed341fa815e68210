"""Dates and moments in English, as in `core.moments`."""

from django.utils import timezone
from django.utils.functional import lazystr

from core.moments import SHORT
from core.time_zones import zone_name


class _WithZone:
    """The pattern of a moment in the current time zone, which Django reads anew whenever it writes one."""

    def __str__(self):
        name = str(zone_name(timezone.get_current_timezone_name()))
        return f"{SHORT} " + "".join(f"\\{letter}" for letter in name)


DATE_FORMAT = "M j, Y"
DATETIME_FORMAT = SHORT_DATETIME_FORMAT = lazystr(_WithZone())
