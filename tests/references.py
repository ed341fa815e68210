"""Everything that can refer to something, found in the models: for the tests of deletion and of gaps."""

import json
from datetime import timedelta

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import ForeignKey
from django.utils import timezone
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Page, RevisionMixin
from wagtail.snippets.models import get_snippet_models

from convenings.models import Convening
from convenings.tests.factories import ConveningFactory
from core.models import BasePage, Place, Topic
from core.tests.factories import PlaceFactory, TopicFactory
from images.models import ImageCaption, Photo
from media_inquiries.models import MediaContact
from media_inquiries.tests.factories import MediaContactFactory
from news.models import Author, BlogPost, Outlet, Series
from news.tests.factories import AuthorFactory, OutletFactory, SeriesFactory

OURS = {config.label for config in apps.get_app_configs() if not config.name.startswith(("django", "wagtail"))}
SOURCES = [
    model
    for model in apps.get_models()
    if issubclass(model, BasePage) or (model in get_snippet_models() and model is not ImageCaption)
]
VERSIONS = [
    (model, version)
    for model in SOURCES
    for version in (("live", "draft", "scheduled") if issubclass(model, RevisionMixin) else ("live",))
]


class Targets:
    """Makes a thing for each place that can refer to one, and remembers which."""

    def __init__(self, blog):
        number = iter(range(1000))
        self.made = {}
        self.makers = {
            Topic: TopicFactory,
            Place: PlaceFactory,
            Series: SeriesFactory,
            Author: AuthorFactory,
            Outlet: OutletFactory,
            Convening: ConveningFactory,
            Photo: lambda: Photo.objects.bulk_create([Photo(title="Members", file="x.jpg", width=9, height=6)])[0],
            MediaContact: lambda: MediaContactFactory(parent=blog.get_parent(), slug=f"desk-{next(number)}"),
            get_document_model(): lambda: get_document_model().objects.create(title="A paper", file="paper.pdf"),
            get_user_model(): lambda: get_user_model().objects.create(username=f"user-{next(number)}"),
        }
        self.blog = blog

    def make(self, model, path):
        if model in self.makers:
            thing = self.makers[model]()
        else:
            page_type = BlogPost if model is Page else model
            thing = self.blog.add_child(instance=page_type(title="A page"))
        self.made[path] = thing
        return thing.pk

    def link(self, path):
        """Rich text with a link to a document."""
        return f'<p><a linktype="document" id="{self.make(get_document_model(), path)}">Read it</a></p>'


def filled(model, targets, path=""):
    """Content, as revisions hold it, that refers to something from everywhere it can."""
    content = {}
    for field in model._meta.get_fields():
        if field.auto_created or field.model._meta.app_label not in OURS or isinstance(field, ParentalKey):
            continue
        if any(getattr(one, "wagtail_reference_index_ignore", False) for one in (field, field.related_model)):
            continue
        where = f"{path}{field.name}"
        if isinstance(field, ParentalManyToManyField):
            content[field.name] = [targets.make(field.related_model, where)]
        elif isinstance(field, ForeignKey) and not field.remote_field.parent_link:
            content[field.name] = targets.make(field.related_model, where)
        elif isinstance(field, StreamField):
            content[field.name] = json.dumps(filled_block(field.stream_block, targets, where))
        elif isinstance(field, RichTextField):
            content[field.name] = targets.link(where)
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if name != COMMENTS_RELATION_NAME and (row := filled(relation.related_model, targets, f"{path}{name}.")):
            content[name] = [{"pk": None, "sort_order": 0, **row}]
    return content


def filled_block(block, targets, path):
    """The stored value of a block that refers to something from everywhere it can; None if it cannot."""
    if isinstance(block, blocks.ChooserBlock):
        return targets.make(block.model_class, path)
    if isinstance(block, blocks.RichTextBlock):
        return targets.link(path)
    if isinstance(block, blocks.ListBlock):
        value = filled_block(block.child_block, targets, path)
        return value and [value]
    if not isinstance(block, blocks.StreamBlock | blocks.StructBlock):
        return None
    values = {name: filled_block(child, targets, f"{path}.{name}") for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.StructBlock):
        words = {name: "" for name, child in block.child_blocks.items() if isinstance(child, blocks.CharBlock)}
        return {**words, **{name: value for name, value in values.items() if value}} if any(values.values()) else None
    return [{"type": name, "value": value} for name, value in values.items() if value]


def make_source(model, home_page):
    """A page or snippet without content."""
    if issubclass(model, Page):
        needed = {"email": "press@example.org"} if model is MediaContact else {}
        return home_page.add_child(instance=model(title="The source", slug="the-source", **needed))
    return model.objects.create(name="The source")


def give(source, content, version):
    """Let a thing have this content in its live version, its draft or a scheduled one."""
    if not isinstance(source, RevisionMixin):
        for name, pk in content.items():
            setattr(source, source._meta.get_field(name).attname, pk)
        return source.save()
    source = source.with_content_json({**source.serializable_data(), **content})
    if version == "live":
        return source.save(clean=False) if isinstance(source, Page) else source.save()
    later = timezone.now() + timedelta(days=1) if version == "scheduled" else None
    revision = source.save_revision(clean=False, approved_go_live_at=later)
    if version == "scheduled":  # and the draft has gone on since
        type(source).objects.get(pk=source.pk).save_revision(clean=False)
    return revision
