"""The description of the API for programs: OpenAPI 3.1, made of the very fields that the answers are made of."""

from django.utils.translation import gettext as _
from rest_framework import fields

from core.api import TEXT, WEB_ADDRESS, endpoints

from .viewsets import LAST_OFFSET, MOST_ROWS, EndpointViewSet

VERSION = "1"
# What Wagtail and REST framework return, by the type of the field; the first that fits.
SCHEMAS = (
    (
        fields.ChoiceField,
        lambda field: {"type": "string", "enum": [*([""] if field.allow_blank else []), *field.choices]},
    ),
    (fields.BooleanField, lambda field: {"type": "boolean"}),
    (fields.IntegerField, lambda field: {"type": "integer"}),
    (fields.DateTimeField, lambda field: {"type": "string", "format": "date-time"}),
    (fields.DateField, lambda field: {"type": "string", "format": "date"}),
    (fields.TimeField, lambda field: {"type": "string", "format": "time"}),
    (fields.URLField, lambda field: TEXT),  # empty where there is none
    (fields.CharField, lambda field: TEXT),
)
PROBLEM = {"type": "object", "properties": {"message": TEXT}, "required": ["message"]}


def description(root_url, title):
    """The API as an OpenAPI document, a dict.

    Args:
        root_url: address of the site, without a slash at the end.
        title: the name of whose API it is.
    """
    return {
        "openapi": "3.1.0",
        "info": {
            "title": title,
            "version": VERSION,
            "description": _("What we have published, for programs. Read only, open to everybody, no key needed."),
        },
        "servers": [{"url": f"{root_url}/api/v{VERSION}"}],
        "paths": {path: item for endpoint in endpoints() for path, item in _paths(endpoint)},
        "components": {"schemas": {"Problem": PROBLEM}},
    }


def _paths(endpoint):
    viewset = EndpointViewSet.of(endpoint)
    rows = {
        "type": "object",
        "properties": {
            "meta": _object({"total_count": {"type": "integer"}}),
            "items": {"type": "array", "items": schema(viewset.serializer_for(is_detail=False)())},
        },
        "required": ["meta", "items"],
    }
    yield (
        f"/{endpoint.name}/",
        _operation(
            f"list_{endpoint.name}", str(endpoint.label), parameters(endpoint), rows, {"400": _("Not understood")}
        ),
    )
    yield (
        f"/{endpoint.name}/{{id}}/",
        _operation(
            f"read_{endpoint.name}",
            _("One of: %(kind)s") % {"kind": endpoint.label},
            [{"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}],
            schema(viewset.serializer_for(is_detail=True)()),
            {"404": _("Not found, or not public")},
        ),
    )


def _operation(name, summary, asked, answer, problems):
    problem = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "parameters": asked,
            "responses": {
                "200": {"description": summary, "content": {"application/json": {"schema": answer}}},
                **{status: {"description": why, "content": problem} for status, why in problems.items()},
            },
        }
    }


def parameters(endpoint):
    """What a list can be asked for, as OpenAPI parameters."""
    numbers = (
        ("limit", {"type": "integer", "minimum": 0, "maximum": MOST_ROWS, "default": 20}, _("How many at most")),
        ("offset", {"type": "integer", "minimum": 0, "maximum": LAST_OFFSET, "default": 0}, _("How many to leave out")),
    )
    facets = ((facet.parameter, TEXT, str(facet.label)) for facet in endpoint.facets)
    return [
        {"name": name, "in": "query", "description": words, "schema": kind} for name, kind, words in (*facets, *numbers)
    ]


def schema(serializer):
    """What a serializer of Wagtail's API returns, as JSON Schema: its meta fields stand in an object of their own."""
    meta = {name: _of_field(field) for name, field in serializer.fields.items() if name in serializer.meta_fields}
    body = {name: _of_field(field) for name, field in serializer.fields.items() if name not in serializer.meta_fields}
    return _object({"id": body.pop("id"), "meta": _object(meta), **body})


def _object(properties):
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _of_field(field):
    if hasattr(field, "schema"):
        return field.schema
    found = next((make(field) for kind, make in SCHEMAS if isinstance(field, kind)), None)
    if found is None:
        return WEB_ADDRESS if field.field_name.endswith("_url") else TEXT
    return {**found, "type": [found["type"], "null"]} if getattr(field, "allow_null", False) else found
