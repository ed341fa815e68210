"""The surfaces of the API; see `core.surfaces`."""

from django.urls import reverse
from wagtail.models import Site

from core.api import endpoints
from core.surfaces import Closed, fixed, register


def register_all():
    """Tell `core.surfaces`; to be called once."""
    register("api_documentation", fixed("api_documentation"))
    register("openapi", fixed("openapi"))
    register("listing", lists)
    register("detail", details)


def lists(hidden):
    """Each list, as far as it goes, and filtered by what hidden pages are about."""
    for endpoint in endpoints():
        address = reverse(f"api:{endpoint.name}:listing")
        yield address
        most = max(endpoint.rows(site).count() for site in Site.objects.all())
        yield from (f"{address}?limit=50&offset={offset}" for offset in range(0, most, 50))
        yield from sorted({f"{address}?topic={topic.slug}" for page in hidden for topic in page.topics.all()})


def details(hidden):
    """Each public row, and what the rows of hidden pages would be."""
    for endpoint in endpoints():
        pks = {pk for site in Site.objects.all() for pk in endpoint.rows(site).values_list("pk", flat=True)}
        yield from (reverse(f"api:{endpoint.name}:detail", args=[pk]) for pk in sorted(pks))
        for page in hidden:
            if isinstance(page, endpoint.model):
                yield Closed(reverse(f"api:{endpoint.name}:detail", args=[page.pk]))
