"""Convenings in the API; see `core.api`."""

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from core.api import Endpoint, register
from core.listing import Facet
from images.models import Photo

from .models import Convening, ConveningIndex


def register_all():
    """Tell `core.api`; to be called once."""
    facets = (
        Facet("topic", _("Topic"), "topics"),
        Facet("place", _("Place"), "place"),
        Facet("year", _("Year"), "starts_on", by_year=True),
    )
    register(Endpoint("convenings", _("Convenings"), Convening, rows, facets))


def rows(site):
    """Published convenings, the latest first; none while the site has no list of convenings open to everybody."""
    if ConveningIndex.objects.open_to_all(site) is None:
        return Convening.objects.none()
    photos = Prefetch("photo", Photo.objects.for_display("share"))
    published = Convening.objects.published().select_related("place__state").order_by("-starts_on", "-pk")
    return published.prefetch_related(photos, "topics")
