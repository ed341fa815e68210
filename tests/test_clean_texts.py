"""Whatever characters somebody types, pastes or saves: what is stored is clean, and what programs read parses.

The fields are discovered from the models, so a new page type, snippet or block is tried without a word here.
"""

import json
import re
from datetime import date

import icalendar
import pytest
import vobject
from django.db import connection, models
from django.utils.html import escape
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, Site, get_page_models
from wagtail.snippets.models import get_snippet_models

from convenings.models import Convening
from convenings.tests.factories import ConveningIndexFactory
from core.models import Place, SiteSettings, Topic
from home.tests.factories import StandardPageFactory
from images.models import ImageCaption, Photo
from images.tests.factories import PhotoFactory
from media_inquiries.models import ContactPerson
from media_inquiries.tests.factories import ContactPersonFactory, MediaContactFactory
from news.models import Author, Outlet, Series
from news.tests.factories import (
    AuthorFactory,
    BlogPostFactory,
    NewsMentionFactory,
    NewsMentionIndexFactory,
    SeriesFactory,
)
from page_cache import changed
from press.tests.factories import PressIndexFactory, PressReleaseFactory, PressReleaseIndexFactory
from texts.clean import clean_html, clean_line, clean_text

from . import sample_site

pytestmark = pytest.mark.django_db

EVERYTHING = (
    "a\x00b\x0bc\x0cd\x02e\x1ff\x7fg\x85h\x9bi\u2028j\u2029k\ud800l\udc00m\ufdd0n\ufeffo\ufffep\uffffq\U0001fffer"
    "\U0010ffffs e\u0301 \ufb01 \u00ad\u200d\u200c\u200f\u2066\u2069 \U0001f3f3\ufe0f\u200d\U0001f308 ]]>&<\"'\r\n\t."
)
TEXTS = st.text(st.characters(), max_size=30)  # all planes, control characters and halves of characters among them
FEW = settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
OTHER_FIELDS = (models.EmailField, models.URLField, models.SlugField)
OTHER_SNIPPETS = (Author, Series, Outlet, Topic, Place, Convening, ImageCaption)


@pytest.fixture
def site():
    """One page of each type and one snippet of each, with all blocks that have words."""
    home_page, blog = sample_site.empty()
    photo = PhotoFactory(caption="<p>Steps</p>", credit="Staff")
    about = StandardPageFactory(parent=home_page, lead_photo=photo)
    body = sample_site.body_with_every_block(photo, blog, sample_site._document())
    post = BlogPostFactory(parent=blog, series=SeriesFactory(), body=body, published_on=date(2024, 3, 1))
    post.bylines.create(author=AuthorFactory())
    post.topics.add(Topic.objects.create(name="Housing"))
    post.save()
    about.body = body
    about.save()
    home_page.sections = sample_site.sections(photo, about, post)
    home_page.save()
    press = PressIndexFactory(parent=home_page)
    press.sections = [{"type": "text", "value": {"heading": "How to quote us", "text": "<p>So</p>"}}]
    press.save()
    desk = MediaContactFactory(parent=press)
    ContactPersonFactory(contact=desk)
    releases = PressReleaseIndexFactory(parent=press)
    PressReleaseFactory(parent=releases, body=body, lead_photo=photo, contact=desk)
    NewsMentionFactory(parent=NewsMentionIndexFactory(parent=press), lead_photo=photo)
    ConveningIndexFactory(parent=home_page)
    SiteSettings.objects.create(site=Site.objects.get(), tagline="Together")
    return home_page


def own_page_types():
    return [model for model in get_page_models() if model._meta.app_label != "wagtailcore"]


def everything():
    """An instance of everything that the public reads, settings and photos among them."""
    models_read = [*own_page_types(), *get_snippet_models(), Photo, SiteSettings, ContactPerson]
    models_read = dict.fromkeys([*models_read, *OTHER_SNIPPETS])
    for model in models_read:
        newest = model._default_manager.order_by("-pk").first()
        assert newest, f"This test makes no {model.__name__}"
        yield newest


def text_fields(model):
    """The fields in which somebody writes."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not (isinstance(field, OTHER_FIELDS) or field.choices or field.primary_key)
        and field.editable
        and field.name != "path"
        and "zone" not in field.name
    ]


def filled(field, text, number):
    """A text for a field, which no other field gets; short enough for letters that NFC writes as three."""
    if isinstance(field, RichTextField):
        return f"<p>{escape(text)}&#11;{number}</p>"
    room = (field.max_length or 300) - len(str(number)) - 2
    return f"x{text[: room // 3]}x{number}"


def with_text(block, raw, text):
    """The raw value of a block with this text in every block of words."""
    if isinstance(block, blocks.RichTextBlock):
        return f"<p>{escape(text)}&#11;.</p>"
    if isinstance(block, blocks.URLBlock | blocks.ChoiceBlock):
        return raw
    if isinstance(block, blocks.CharBlock | blocks.TextBlock):
        return f"x{text[: (block.field.max_length or 300) // 3]}" if raw else raw
    if isinstance(block, blocks.StreamBlock):
        return [{**one, "value": with_text(block.child_blocks[one["type"]], one["value"], text)} for one in raw]
    if isinstance(block, blocks.ListBlock):
        return [
            {**one, "value": with_text(block.child_block, one["value"], text)}
            if isinstance(one, dict) and "value" in one
            else with_text(block.child_block, one, text)
            for one in raw
        ]
    if isinstance(block, blocks.StructBlock):
        return {name: with_text(block.child_blocks[name], value, text) for name, value in raw.items()}
    if isinstance(raw, dict) and "columns" in raw:
        columns = [{**column, "heading": f"x{text}"} for column in raw["columns"]]
        return {**raw, "columns": columns, "caption": f"x{text}"}
    return raw


def new_values(thing, text):
    """A dict of field and value for all fields with words of a thing."""
    values = {
        field.attname: filled(field, text, thing.pk * 100 + number)
        for number, field in enumerate(text_fields(type(thing)))
    }
    for field in thing._meta.concrete_fields:
        if isinstance(field, StreamField):
            raw = field.stream_block.get_prep_value(field.value_from_object(thing))
            values[field.attname] = with_text(field.stream_block, raw, text)
    return values


def strings(data):
    """All texts in data as JSON has them; a text that is JSON itself is looked into."""
    if isinstance(data, str):
        yield from strings(json.loads(data)) if data[:2] in ("[{", '{"') else [data]
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from strings(value)


def stored(thing):
    """All texts of a thing as they stand in the database, with those of its newest draft."""
    row = type(thing)._base_manager.filter(pk=thing.pk)
    for field in thing._meta.concrete_fields:
        value = row.values_list(field.attname, flat=True).get()
        yield from strings(list(value.raw_data) if isinstance(field, StreamField) else value)
    if draft := getattr(thing, "latest_revision", None):
        draft.refresh_from_db()
        yield from strings(draft.content)


def addresses(client):
    """The address of every page and of everything that programs read, as far as the site names it."""
    yield from (page.url for page in Page.objects.live().descendant_of(Site.objects.get().root_page, inclusive=True))
    lists = ["/", "/blog/", "/press/releases/", "/press/in-the-news/", "/topics/housing/"]
    yield from (f"{path}feed.{kind}" for path in lists for kind in ("rss", "atom", "json"))
    yield from ["/news-sitemap.xml", "/convenings/calendar.ics", "/press/media-inquiries/desk.vcf", "/api/openapi.json"]
    yield from ["/sitemap.xml", *re.findall(r"http://localhost(/sitemap-[^<]+)", content(client, "/sitemap.xml"))]
    convening = Convening.objects.get()
    yield f"/convenings/{convening.slug}/event.ics"
    yield f"/press/media-inquiries/person-{ContactPerson.objects.get().pk}.vcf"
    yield f"{Page.objects.get(content_type__model='pressrelease').url}release.txt"
    for name in ("posts", "mentions", "releases", "convenings"):
        listed = json.loads(content(client, f"/api/v1/{name}/"))["items"]
        yield f"/api/v1/{name}/"
        yield from (f"/api/v1/{name}/{one['id']}/" for one in listed)


def content(client, address):
    response = client.get(address, headers={"host": "localhost"})
    assert response.status_code == 200, address
    return response.content.decode()


def assert_parses(client, address):
    """Have a strict program read what lies at an address."""
    response = client.get(address, headers={"host": "localhost"})
    assert response.status_code == 200, address
    kind = response.headers["Content-Type"].split(";")[0]
    text = response.content.decode()
    if kind.endswith("xml"):
        etree.fromstring(response.content)
    elif kind.endswith("json"):
        assert [one for one in strings(json.loads(text)) if clean_text(one) != one] == []
    elif kind == "text/calendar":
        icalendar.Calendar.from_ical(response.content)
        assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))
    elif kind == "text/vcard":
        vobject.readOne(text)
    elif kind == "text/html":
        for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL):
            assert [one for one in strings(json.loads(data)) if clean_text(one) != one] == []
    else:
        assert text == clean_text(text)


class TestEveryTextField:
    def test_is_tried(self, site):
        tried = {type(thing) for thing in everything()}
        assert tried >= {*own_page_types(), *get_snippet_models()}

    @FEW
    @given(text=TEXTS)
    @example(text=EVERYTHING)
    def test_saved_by_a_script_is_stored_clean_and_every_format_parses(self, site, client, text):
        for thing in everything():
            values = new_values(thing, text)
            for name, value in values.items():
                setattr(thing, name, value)
            thing.save()
            if hasattr(thing, "save_revision"):
                thing.save_revision().publish()
            thing = type(thing)._base_manager.get(pk=thing.pk)
            assert [one for one in stored(thing) if clean_text(one) != one] == []
            for field in text_fields(type(thing)):
                clean = clean_html if isinstance(field, RichTextField) else clean_text
                clean = clean_line if isinstance(field, models.CharField) else clean
                assert getattr(thing, field.attname) == clean(values[field.attname])
        for address in addresses(client):
            assert_parses(client, address)

    @FEW
    @given(text=TEXTS)
    @example(text=EVERYTHING)
    def test_written_behind_the_door_leaves_every_format_readable(self, site, client, text):
        refused = "\x00" if connection.vendor == "postgresql" else ""
        holdable = "".join(one for one in text if not "\ud800" <= one <= "\udfff" and one not in refused)
        in_json = holdable if connection.vendor == "postgresql" else text
        for thing in everything():
            values = new_values(thing, holdable)
            streams = {name: value for name, value in new_values(thing, in_json).items() if not isinstance(value, str)}
            type(thing)._base_manager.filter(pk=thing.pk).update(**{**values, **streams})
        changed()
        for address in addresses(client):
            assert_parses(client, address)
