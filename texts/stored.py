"""The texts of what is about to be stored: fields of models, blocks of streams."""

from functools import cache

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.fields import RichTextField, StreamField

from .clean import clean_html, clean_line, clean_text


def clean_fields(instance):
    """Clean all texts of a model instance, and of the children that it holds to be saved with it.

    Fields that have not been fetched are left alone, and nothing is asked of the database.
    """
    for field, clean in _text_fields(type(instance)):
        value = vars(instance).get(field.attname)
        if isinstance(value, str) and value != (clean_value := clean(value)):
            setattr(instance, field.attname, clean_value)
    for field in _streams(type(instance)):
        if field.attname in vars(instance):
            _clean_stream(instance, field)
    held = vars(instance).get("_cluster_related_objects") or {}
    for name in held.keys() & _child_relations(type(instance)):
        for child in held[name]:
            clean_fields(child)


@cache
def _text_fields(model):
    """Pairs of field and the function that cleans its texts."""
    return [
        (field, _function_for(field))
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
    ]


def _function_for(field):
    if isinstance(field, RichTextField):
        return clean_html
    return clean_text if isinstance(field, models.TextField) else clean_line


@cache
def _streams(model):
    return [field for field in model._meta.concrete_fields if isinstance(field, StreamField)]


@cache
def _child_relations(model):
    return {relation.get_accessor_name() for relation in get_all_child_relations(model)}


def _clean_stream(instance, field):
    value = field.value_from_object(instance)
    raw = field.get_prep_value(value)
    if isinstance(raw, list) and raw != (clean := clean_block(field.stream_block, raw)):
        setattr(instance, field.name, clean)


def clean_block(block, raw):
    """Return the stored value of a block, clean.

    Args:
        block: a `StreamBlock` or any block within one; None for one that does not exist any more.
        raw: the value as it is stored (not changed).
    """
    if isinstance(raw, str):
        return _function_for_block(block)(raw)
    if isinstance(raw, list):
        return [_clean_item(block, item) for item in raw]
    if isinstance(raw, dict):
        if isinstance(block, BaseTypedTableBlock):
            return _clean_table(block, raw)
        children = getattr(block, "child_blocks", {})
        return {clean_line(name): clean_block(children.get(name), value) for name, value in raw.items()}
    return raw


def _function_for_block(block):
    if isinstance(block, blocks.RichTextBlock | blocks.RawHTMLBlock):
        return clean_html
    return clean_text if isinstance(block, blocks.TextBlock) else clean_line


def _clean_item(block, item):
    """Clean what stands in a stream or in a list."""
    child = getattr(block, "child_block", None)
    if not (isinstance(item, dict) and "value" in item):
        return clean_block(child, item)
    children = getattr(block, "child_blocks", {item.get("type"): child})
    return {
        name: clean_block(children.get(item.get("type")) if name == "value" else None, value)
        for name, value in item.items()
    }


def _clean_table(block, raw):
    columns = [block.child_blocks.get(column["type"]) for column in raw.get("columns", ())]
    rows = [
        {**row, "values": [clean_block(*cell) for cell in zip(columns, row["values"], strict=False)]}
        for row in raw.get("rows", ())
    ]
    return {**clean_block(None, raw), "rows": rows}
