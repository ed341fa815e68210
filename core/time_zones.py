"""The time zones that editors and visitors choose from."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

# As people in the United States call them; a zone that is not named here goes by its city.
_NAMES = {
    "America/New_York": _("Eastern"),
    "America/Chicago": _("Central"),
    "America/Denver": _("Mountain"),
    "America/Phoenix": _("Arizona"),
    "America/Los_Angeles": _("Pacific"),
    "America/Anchorage": _("Alaska"),
    "Pacific/Honolulu": _("Hawaii"),
    "America/Puerto_Rico": _("Puerto Rico"),
}


def zone_name(zone):
    """What people call an IANA time zone: “Eastern” for America/New_York."""
    return _NAMES.get(zone) or zone.rpartition("/")[2].replace("_", " ")


def in_words(moment: datetime, zone: str = "") -> str:
    """Return a moment as people in a time zone say it: “Tuesday, December 1, 2026, 9 a.m. Eastern”.

    Args:
        moment: an aware moment.
        zone: the name of an IANA time zone; the current one if left out, in the admin that of the person.
    """
    zone = zone or timezone.get_current_timezone_name()
    return f"{date_format(moment.astimezone(ZoneInfo(zone)), 'l, F j, Y, P')} {zone_name(zone)}"


def zone_choices():
    """The zones of the setting WAGTAIL_USER_TIME_ZONES, as choices of a field."""
    return [(zone, zone_name(zone)) for zone in settings.WAGTAIL_USER_TIME_ZONES]
