"""Posts and mentions in the API; see `core.api`."""

from django.utils.translation import gettext_lazy as _

from core.api import Endpoint, register
from core.listing import Facet
from core.models.lists import PLACE, TOPIC, YEAR

from .models import BlogPost, NewsMention


def register_all():
    """Tell `core.api`; to be called once."""
    facets = (Facet("series", _("Series"), "series"), TOPIC, PLACE, YEAR)
    register(Endpoint("posts", _("Posts"), BlogPost, BlogPost.objects.for_api, facets))
    facets = (Facet("outlet", _("Outlet"), "outlet"), TOPIC, PLACE, YEAR)
    register(Endpoint("mentions", _("In the news"), NewsMention, NewsMention.objects.for_api, facets))
