"""The answers of the API: Wagtail's API v2, with the querysets that all other surfaces use."""

from django.conf import settings
from django.http import Http404
from django.urls import path, re_path
from django.utils.translation import gettext as _
from rest_framework.renderers import JSONRenderer
from wagtail.api.v2.pagination import WagtailPagination
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import BaseAPIViewSet
from wagtail.fields import StreamField

from core import api
from core.sites import site_of
from texts.clean import cleaned

MOST_ROWS = settings.WAGTAILAPI_LIMIT_MAX
LAST_OFFSET = 1_000_000  # above it databases refuse the number


class Pages(WagtailPagination):
    """Wagtail's `limit` and `offset`, with an end."""

    def paginate_queryset(self, queryset, request, view=None):
        """As Wagtail does.

        Raises:
            BadRequestError: if a number is none, negative or too high.
        """
        for parameter, most in (("limit", MOST_ROWS), ("offset", LAST_OFFSET)):
            value = request.GET.get(parameter, "0")
            if not (value.isascii() and value.isdigit() and len(value) < 10 and int(value) <= most):
                raise BadRequestError(
                    _("%(parameter)s must be a number from 0 to %(most)d.") % {"parameter": parameter, "most": most}
                )
        return super().paginate_queryset(queryset, request, view)


class CleanRenderer(JSONRenderer):
    """JSON whose texts every program can read."""

    def render(self, data, *args, **kwargs):
        """The bytes of an answer."""
        return super().render(cleaned(data), *args, **kwargs)


class EndpointViewSet(BaseAPIViewSet):
    """List and detail of one `core.api.Endpoint`.

    Parameters that an endpoint does not know are ignored, because the page cache drops them; so Wagtail's `fields`
    is not offered. There is nothing to sign in for, so that all visitors share an answer.
    """

    endpoint = None
    renderer_classes = [CleanRenderer]
    authentication_classes = ()
    permission_classes = ()
    pagination_class = Pages
    detail_only_fields = ["content", "description", "statements"]

    @classmethod
    def of(cls, endpoint):
        """The view set of an endpoint."""
        return type(f"{endpoint.model.__name__}ViewSet", (cls,), {"endpoint": endpoint, "model": endpoint.model})

    @classmethod
    def get_urlpatterns(cls):
        """A list and a detail; the address of a page leads to it already, so that nothing has to be found."""
        return [
            path("", cls.as_view({"get": "listing_view"}), name="listing"),
            re_path(r"^(?P<pk>[0-9]{1,18})/$", cls.as_view({"get": "detail_view"}), name="detail"),
        ]

    @classmethod
    def get_listing_default_fields(cls, model):
        """All fields but those of the detail."""
        return cls.get_available_fields(model)

    def get_queryset(self):
        """What the public may see on the site; texts are fetched for the detail only."""
        rows = self.endpoint.rows(site_of(self.request._request))
        if self.action == "listing_view":
            rows = rows.defer(*(field.name for field in self.model._meta.fields if isinstance(field, StreamField)))
        return rows

    def filter_queryset(self, queryset):
        """The part of the list that was asked for.

        Raises:
            BadRequestError: if a filter has a value that does not exist.
        """
        if self.action != "listing_view":
            return queryset
        for facet in self.endpoint.facets:
            if value := self.request.GET.get(facet.parameter, ""):
                try:
                    facet.validated(queryset.model, value)
                except Http404:
                    raise BadRequestError(
                        _("There is nothing with this value of %(parameter)s.") % {"parameter": facet.parameter}
                    ) from None
                queryset = facet.narrow(queryset, value)
        return queryset

    def check_query_parameters(self, queryset):
        """Ignore what is not known."""

    def get_serializer_class(self):
        """The fields of a row, or of one thing in full."""
        return self.serializer_for(is_detail=self.action == "detail_view")

    @classmethod
    def serializer_for(cls, *, is_detail):
        """The serializer of a list or of a detail."""
        return cls._get_serializer_class(router, cls.model, [], show_details=is_detail)

    def get_serializer_context(self):
        """What the fields need."""
        return {"request": self.request._request, "view": self, "router": router}

    def get_renderer_context(self):
        """Without the white space that Wagtail puts in for people: they have the pages."""
        return {**super().get_renderer_context(), "indent": None}

    def finalize_response(self, *args, **kwargs):
        """Let the scripts of other sites read it: all of it is public."""
        response = super().finalize_response(*args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        return response


router = WagtailAPIRouter("api")
for _endpoint in api.endpoints():
    router.register_endpoint(_endpoint.name, EndpointViewSet.of(_endpoint))
