"""A convening for search engines: schema.org `Event`."""

from core.structured_data import filled, image_object, organization, root_of

# Values of `models.Status` and `models.Attendance`; the models stand on this module.
STATUS = {"postponed": "EventPostponed", "cancelled": "EventCancelled"}
ATTENDANCE = {
    "in-person": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "both": "MixedEventAttendanceMode",
}


def event(convening, state, metadata, settings, photo=None):
    """The `Event` of a convening with dates.

    A postponed one keeps its dates, as schema.org has it.

    Args:
        convening: the `Convening`.
        state: its `convenings.state.State`.
        metadata: the `core.metadata.Metadata` of its page so far.
        settings: the `SiteSettings`.
        photo: its photo, of which `metadata.image` was made.
    """
    data = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": convening.name,
        "url": metadata.url,
        "description": convening.teaser,
        "startDate": _start(convening),
        "endDate": _end(convening),
        "eventStatus": f"https://schema.org/{STATUS.get(convening.status, 'EventScheduled')}",
        "eventAttendanceMode": f"https://schema.org/{ATTENDANCE[convening.attendance]}",
        "location": _locations(convening),
        "organizer": organization(settings, root_of(metadata.url)),
        "image": photo and image_object(photo, metadata),
        "offers": _offer(convening) if state.name == "open" else None,
    }
    return filled(data)


def _start(convening):
    """A date, or a moment with the offset that the zone has on that day."""
    return (convening.starts if convening.starts_at else convening.starts_on).isoformat()


def _end(convening):
    """The last day, or the moment with its offset; nothing for a single day that has a beginning but no end."""
    if convening.starts_at and convening.ends_at:
        return convening.ends.isoformat()
    is_known = not convening.starts_at or convening.last_day > convening.starts_on
    return convening.last_day.isoformat() if is_known else None


def _locations(convening):
    found = []
    if convening.attendance != "online" and (place := _place(convening)):
        found.append(place)
    if convening.public_online_address:
        found.append({"@type": "VirtualLocation", "url": convening.public_online_address})
    return found[0] if len(found) == 1 else found


def _place(convening):
    city, state = convening.place, convening.place and convening.place.state
    if city and not state:  # a state stands for itself
        city, state = None, city
    address = {
        "streetAddress": convening.street,
        "addressLocality": city and city.name,
        "addressRegion": state and (state.abbreviation or state.name),
    }
    address = filled(address)
    if not address and not convening.venue:
        return None
    name = convening.venue or str(city or state or convening.street)
    # Our places are states, and the cities and counties in them.
    return {"@type": "Place", "name": name, "address": {"@type": "PostalAddress", **address, "addressCountry": "US"}}


def _offer(convening):
    """Registration; no price, for the site knows none."""
    offer = {"@type": "Offer", "url": convening.registration_url, "availability": "https://schema.org/InStock"}
    if convening.registration_closes_on:
        offer["validThrough"] = convening.registration_closes_on.isoformat()
    return offer if convening.registration_url else None
