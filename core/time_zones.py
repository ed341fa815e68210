"""The time zones that editors and visitors choose from."""

from django.conf import settings
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


def zone_choices():
    """The zones of the setting WAGTAIL_USER_TIME_ZONES, as choices of a field."""
    return [(zone, zone_name(zone)) for zone in settings.WAGTAIL_USER_TIME_ZONES]
