"""What the API says of itself: to people at /api/, to programs at /api/openapi.json."""

from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from core.api import endpoints
from core.metadata import Metadata
from core.models import SiteSettings
from core.sites import site_of
from texts.clean import cleaned

from .openapi import VERSION, description, parameters, schema
from .viewsets import EndpointViewSet


def openapi(request):
    """The API as an OpenAPI document."""
    name = SiteSettings.for_request(request).organization_name
    response = JsonResponse(cleaned(description(site_of(request).root_url, name)))
    response["Access-Control-Allow-Origin"] = "*"
    return response


def documentation(request):
    """The API for people: what there is, what it can be asked for, what comes back."""
    root_url = site_of(request).root_url
    title = _("For programs")
    told = [
        {
            "label": endpoint.label,
            "url": root_url + reverse(f"api:{endpoint.name}:listing"),
            "parameters": parameters(endpoint),
            "fields": _names(endpoint, is_detail=False),
            "more": [
                name for name in _names(endpoint, is_detail=True) if name not in _names(endpoint, is_detail=False)
            ],
        }
        for endpoint in endpoints()
    ]
    meta = Metadata.of_address(
        request,
        title=title,
        url=root_url + reverse("api_documentation"),
        description=_("What we have published as JSON: open to everybody, no key needed."),
    )
    context = {"meta": meta, "title": title, "endpoints": told, "openapi_url": reverse("openapi"), "version": VERSION}
    return render(request, "pages/api.html", context)


def _names(endpoint, *, is_detail):
    serializer = EndpointViewSet.of(endpoint).serializer_for(is_detail=is_detail)()
    return [name for name in schema(serializer)["properties"] if name != "meta"]
