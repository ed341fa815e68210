"""Convenings in people's own calendars: iCalendar (RFC 5545), to subscribe to and one by one."""

import uuid
from datetime import date, timedelta

import icalendar
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.models import SiteSettings
from texts.clean import clean_line, cleaned

from .models import Attendance, Convening, ConveningIndex, Status

PRODUCT = "-//Local Progress//Convenings//EN"
# With the id of a convening it makes the UID by which calendars know it: never change it.
NAMESPACE = uuid.UUID("9b0c5c1e-6f0e-4d2b-8a57-3c1d1f4e7a60")
REFRESH = timedelta(hours=6)  # how often we ask calendars to look again
STATUS = {
    Status.SAVE_THE_DATE: "TENTATIVE",
    Status.OPEN: "CONFIRMED",
    Status.CLOSED: "CONFIRMED",
    Status.POSTPONED: "TENTATIVE",
    Status.CANCELLED: "CANCELLED",
}
# Rules of daylight saving are written out from year to year, for no more years than these.
FIRST_YEAR, LAST_YEAR = 1970, 2100


def calendar(request, page_path):
    """All convenings of the list at this path, to subscribe to; 404 for what is no public list."""
    index = _public_index(request, page_path)
    organization = SiteSettings.for_request(request).organization_name
    feed = calendar_of(_announced(), index.get_full_url(request))
    feed.calendar_name = " · ".join(map(_line, filter(None, [organization, index.title])))
    feed.add("refresh-interval", REFRESH, {"value": "DURATION"})
    feed.add("x-published-ttl", icalendar.vDuration(REFRESH))
    return _response(feed, index.slug)


def event(request, page_path, slug):
    """One convening of the list at this path, to be put into a calendar; 404 while the public may not see it."""
    index = _public_index(request, page_path)
    found = list(_announced().filter(slug=slug))
    if not found:
        raise Http404
    return _response(calendar_of(found, index.get_full_url(request)), found[0].slug)


def _public_index(request, page_path):
    page = Page.find_for_request(request, page_path)
    index = page and page.specific
    # The addresses of its convenings lead to the list too.
    is_list = isinstance(index, ConveningIndex) and index.url_path.endswith(f"/{page_path}")
    if not is_list or not index.live or index.get_view_restrictions():
        raise Http404
    return index


def _announced():
    convenings = Convening.objects.published().filter(starts_on__isnull=False)
    return convenings.select_related("place__state").prefetch_related("topics").order_by("starts_on", "pk")


def _response(feed, name):
    response = HttpResponse(feed.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{name}.ics"'
    return response


def calendar_of(convenings, list_url):
    """Convenings with dates, below the list of this full address, as an `icalendar.Calendar`."""
    feed = icalendar.Calendar()
    feed.add("prodid", PRODUCT)
    feed.add("version", "2.0")
    for convening in convenings:
        feed.add_component(component(convening, list_url))
    _add_time_zones(feed)
    return feed


def component(convening, list_url):
    """A convening with dates as an `icalendar.Event`.

    Args:
        convening: the `Convening`.
        list_url: the full address of the list below which it has its own.
    """
    made = icalendar.Event()
    made.add("uid", str(uuid.uuid5(NAMESPACE, f"convening {convening.pk}")))
    changed = convening.last_published_at or timezone.now()
    # Where there is no METHOD, DTSTAMP is the moment of the last change as well (RFC 5545, 3.8.7.2).
    made.add("dtstamp", changed)
    made.add("last-modified", changed)
    made.add("sequence", convening.sequence)
    for name, value in shown(convening, list_url).items():
        made.add(name, cleaned(value))
    return made


def shown(convening, list_url=""):
    """What a calendar shows of a convening: a dict of names of properties and their values."""
    url = f"{list_url}{convening.slug}/"
    properties = {
        **_times(convening),
        "summary": _summary(convening),
        "status": STATUS[convening.status],
        "location": _location(convening),
        "description": _description(convening, url),
        "url": url,
        "categories": sorted(_line(topic.name) for topic in convening.topics.all()),
    }
    return {name: value for name, value in properties.items() if value}


def count_change(convening):
    """Raise the SEQUENCE of a convening that is about to be saved if calendars would show another event than before.

    The number before is that of the database: a revision remembers the one of its own time. Whatever the public has
    never seen raises nothing; what is saved as live without Wagtail's publishing is marked as published now.

    Returns:
        the convening as it stands in the database, or None.
    """
    known = Convening.objects.select_related("place__state").filter(pk=convening.pk).first()
    was_seen = known is not None and known.first_published_at is not None
    is_another = not was_seen or shown(known) != shown(convening)
    convening.sequence = known.sequence + is_another if was_seen else 0
    if convening.live and is_another:
        convening.last_published_at = timezone.now()
        convening.first_published_at = convening.first_published_at or convening.last_published_at
    return known


def _times(convening):
    """DTSTART and DTEND: dates with the day after the last as the end, or moments in the zone of the convening."""
    if not convening.starts_on:
        return {}
    if not convening.starts_at:
        last_day = max(convening.starts_on, convening.last_day)
        return {"dtstart": convening.starts_on, "dtend": last_day + timedelta(days=1)}
    is_long = convening.last_day > convening.starts_on
    ends = convening.ends if convening.ends_at or is_long else None
    return {"dtstart": convening.starts, "dtend": ends if ends and ends > convening.starts else None}


def _summary(convening):
    # Many calendars hide STATUS.
    words = {Status.POSTPONED: _("Postponed: {name}"), Status.CANCELLED: _("Cancelled: {name}")}
    return words.get(convening.status, "{name}").format(name=_line(convening.name))


def _location(convening):
    place = convening.place
    parts = [convening.venue, convening.street, place and place.name, place and place.state and place.state.name]
    address = ", ".join(_line(part) for part in parts if part)
    if convening.attendance == Attendance.ONLINE:
        return convening.public_online_address or _("Online")
    if convening.attendance == Attendance.BOTH:
        return _("{address} and online").format(address=address) if address else _("Online")
    return address


def _description(convening, url):
    lines = [_line(convening.teaser)]
    if convening.status == Status.OPEN and convening.registration_url:
        lines.append(_registration(convening))
    if convening.public_online_address:
        lines.append(_("Join online: {url}").format(url=convening.public_online_address))
    lines.append(_("More: {url}").format(url=url))
    return "\n".join(filter(None, lines))


def _registration(convening):
    url, day = convening.registration_url, convening.registration_closes_on
    if not day:
        return _("Register: {url}").format(url=url)
    return _("Register by {day}: {url}").format(day=date_format(day, "F j, Y"), url=url)


def _line(text):
    """A text in one line, without control characters: no calendar takes them (RFC 5545, 3.1)."""
    return " ".join(clean_line(text).split())


def _add_time_zones(feed):
    """Add a VTIMEZONE for each zone that events name, with the changes of the clock in all their years."""
    moments = [moment for event in feed.events for moment in (event.start, event.end)]
    years = [min(max(moment.year, FIRST_YEAR), LAST_YEAR) for moment in moments] or [FIRST_YEAR]
    first, last = date(min(years) - 1, 1, 1), date(max(years) + 1, 12, 31)
    for zone in sorted(feed.get_missing_tzids(), reverse=True):
        feed.subcomponents.insert(0, icalendar.Timezone.from_tzid(zone, first_date=first, last_date=last))
