"""A desk for search engines: schema.org `ContactPage` with `ContactPoint`."""

from core.structured_data import organization, root_of
from core.templatetags.site import tel


def contact_page(desk, metadata, settings):
    """The `ContactPage` of a desk.

    Args:
        desk: a `MediaContact`.
        metadata: its `core.metadata.Metadata` so far.
        settings: the `SiteSettings`.
    """
    return {
        "@context": "https://schema.org",
        "@type": "ContactPage",
        "name": desk.title,
        "url": metadata.url,
        "mainEntity": {**organization(settings, root_of(metadata.url)), "contactPoint": contact_point(desk)},
    }


def contact_point(desk):
    """The `ContactPoint` of a desk."""
    data = {"@type": "ContactPoint", "contactType": "media inquiries", "email": desk.email}
    if desk.phone:
        data["telephone"] = tel(desk.phone).removeprefix("tel:")
    return data
