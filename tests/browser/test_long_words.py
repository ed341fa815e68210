"""A long word in any text breaks the line, never the page, in the narrowest window."""

import pytest
from django.apps import apps
from django.db import models
from playwright.sync_api import expect
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from page_cache import changed
from tests import sample_site

from .axe import WIDTHS
from .reading.test_accessibility import PAGES, visit

pytestmark = pytest.mark.browser

WORD = "Wohnungsgenossenschaftsmitgliederversammlungsprotokollführer"  # 60 letters
HASHTAG = "#" + "ProtectImmigrantNeighborsEverywhereNow" * 3 + "ForGoodness"  # 126 characters
OURS = ("core", "convenings", "home", "images", "media_inquiries", "news", "press")
# What is no text of ours: keys, files, addresses that have to be found, telephone numbers.
KEPT = {"file", "file_hash", "article_key", "digest", "token", "anchor", "reference", "abbreviation", "phone"}
ADDRESS = "https://{}.example.org/{}"


def lengthen(model):
    """Put long words into every text of a model."""
    for thing in model.objects.all():
        for field in model._meta.concrete_fields:
            if isinstance(field, StreamField):
                stream = getattr(thing, field.name)
                value = lengthened(stream.stream_block, [dict(one) for one in stream.raw_data])
                setattr(thing, field.name, value)
            elif value := longer_value(field, getattr(thing, field.attname), thing.pk):
                setattr(thing, field.attname, value)
        values = {field.attname: getattr(thing, field.attname) for field in model._meta.local_concrete_fields}
        model.objects.filter(pk=thing.pk).update(**values)  # no signals: nothing else is to change


def longer_value(field, value, number):
    """A long value for a field of text that has one; None for any other field."""
    is_text = isinstance(field, models.CharField | models.TextField)
    if not (is_text and value and isinstance(value, str)) or field.name in KEPT or field.choices:
        return None
    if isinstance(field, models.SlugField) or field.name in ("url_path", "path", "draft_title"):
        return None
    if isinstance(field, models.URLField):
        return ADDRESS.format("a" * 60, WORD)[: field.max_length]
    if isinstance(field, models.EmailField):
        return f"{'a' * 60}{number}@example.org"
    if isinstance(field, RichTextField):
        return value.replace(">", f">{WORD} {HASHTAG} ", 1)
    return f"{number}{HASHTAG} {WORD} {value}"[: field.max_length]


def lengthened(block, raw):
    """The stored value of a block with long words in its texts."""
    if not raw:
        return raw
    if isinstance(block, blocks.StreamBlock):
        return [one | {"value": lengthened(block.child_blocks[one["type"]], one["value"])} for one in raw]
    if isinstance(block, blocks.ListBlock):
        return [
            lengthened(block.child_block, one["value"] if isinstance(one, dict) and "value" in one else one)
            for one in raw
        ]
    if isinstance(block, TypedTableBlock):
        columns = [one | {"heading": f"{WORD} {one['heading']}"} for one in raw["columns"]]
        return raw | {"columns": columns, "caption": f"{HASHTAG} {raw['caption']}"}
    if isinstance(block, blocks.StructBlock):
        return raw | {name: lengthened(child, raw[name]) for name, child in block.child_blocks.items() if name in raw}
    if isinstance(block, blocks.RichTextBlock):
        return raw.replace(">", f">{WORD} {HASHTAG} ", 1)
    if isinstance(block, blocks.CharBlock | blocks.TextBlock):
        return f"{HASHTAG} {WORD} {raw}"
    return raw


@pytest.fixture(scope="module")
def transactional_db(django_db_setup, django_db_blocker):
    """The whole site with long words in all its texts."""
    with sample_site.standing(django_db_blocker):
        for model in [Page, *(model for name in OURS for model in apps.get_app_config(name).get_models())]:
            lengthen(model)
        changed()
        yield


def test_no_page_is_wider_than_its_window(open_page):
    page = open_page()
    wide = []
    for name, address in PAGES.items():
        visit(page, address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            shown = page.evaluate("document.documentElement.scrollWidth")
            if shown != width:
                wide.append(f"{name}, {width} px: {shown}")
    assert not wide, "\n".join(wide)


def test_the_long_words_are_there(page):
    for address in ("/blog/", "/blog/every-block/", "/press/", "/press/in-the-news/", "/press/now/", "/convenings/"):
        page.goto(address)
        expect(page.locator("main")).to_contain_text(WORD)
    page.goto("/press/in-the-news/everything/")
    expect(page.get_by_role("figure").first).to_contain_text(HASHTAG[:100])
