"""Releases in the API; see `core.api`."""

from django.utils.translation import gettext_lazy as _

from core.api import Endpoint, register
from core.listing import Facet
from core.models.lists import PLACE, TOPIC, YEAR

from .models import PressRelease


def register_all():
    """Tell `core.api`; to be called once."""
    facets = (Facet("kind", _("Kind"), "kind"), TOPIC, PLACE, YEAR)
    register(Endpoint("releases", _("Press releases"), PressRelease, PressRelease.objects.for_api, facets))
