"""Make pages, convenings, terms and settings out of a folder of Markdown files.

The folder is a picture of the site: `blog/index.md` is the page at /blog/, and `blog/rent.md` the one at /blog/rent/.
Front matter holds fields of the model by their names, and the text below it is the body. Everything is made before
anything is filled in, because texts lead to each other. demo/content/README.md describes the format.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache
from pathlib import Path

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from core.publication import PublicationRefused

from .dates import read_day, read_moment
from .front_matter import ContentError, from_yaml, front_matter
from .markdown import MarkdownReader

# What people call a field, and its names: the first that a model has, else the short name itself.
SHORT_NAMES = {"date": ("published_on", "published_at"), "photo": ("lead_photo",)}
# What front matter says besides the fields: the model, whether to publish, and the place among the pages beside it.
DIRECTIONS = ("type", "draft", "order")
# The field for the text below the front matter: the first of these that the model has.
TEXT_FIELDS = ("body", "description", "sections", "introduction")
_PLACEHOLDER = re.compile(r"\{(\w+):(%[^}]+)\}")  # {date:%B %Y}


class Importer:
    """Loads one folder into one site; run it inside a transaction.

    Args:
        folder: where the files are.
        files: photos and documents of the library, by the names that texts give them.
        owner: the user to whom the pages belong.
    """

    def __init__(self, folder: Path, files: Mapping[str, models.Model], owner: models.Model | None = None):
        self.folder = folder
        self.files = files
        self.owner = owner
        self.made: dict[str, models.Model] = {}  # by URL
        self.fields: dict[str, dict] = {}  # by URL
        self.find = cache(self._find)
        self.markdown = MarkdownReader(self.find)

    def add_terms(self, name: str) -> None:
        """Make the topics, series and so on of a YAML file; those that exist stay as they are."""
        for label, entries in self.yaml(name).items():
            model = apps.get_model(label)
            for fields in entries:
                with blame(f"{name}, {fields['name']}"):
                    if not model.objects.filter(name=fields["name"]).exists():
                        self.fill(model(), fields).save()

    def add_pages(self, root: Page) -> None:
        """Make everything, unpublished and with plain fields only, from the root of the folder downward.

        Args:
            root: the page below which the folder's own `index.md` comes.

        Raises:
            ContentError: if a file cannot be loaded; it names the file and says why.
        """
        found = {}
        for path in self.folder.rglob("*.md"):
            if path.name != "README.md":
                with blame(str(path.relative_to(self.folder))):
                    found[self._url(path)] = front_matter(path.read_text(encoding="utf-8"))
        parents_first = sorted(found, key=lambda url: (url.count("/"), found[url][0].get("order", 0), url))
        for url in parents_first:
            fields, text = found[url]
            with blame(url):
                parent = root if url == "/" else self.made.get(url.rstrip("/").rpartition("/")[0] + "/")
                if parent is None:
                    raise ContentError("its folder has no index.md, which is the page above it.")
                self.made[url] = self._make(parent, url, fields)
                self.fields[url] = fields | {text_field(type(self.made[url])): text} if text else fields

    def publish_pages(self) -> None:
        """Fill in everything that has been made, and publish it unless it says `draft: true`."""
        for url, made in self.made.items():
            with blame(url):
                self.fill(made, self.fields[url])
                if not isinstance(made, Page):  # a page does so itself
                    made.full_clean()
                revision = made.save_revision(user=self.owner)
                if not self.fields[url].get("draft"):
                    revision.publish()  # on its day, if `go_live_at` is one to come

    def fill(self, instance: models.Model, fields: Mapping, parent: models.Model | None = None) -> models.Model:
        """Set fields of an instance, which is not saved; dates come first, because texts may mention them.

        Args:
            instance: a page, a snippet, settings or a row of an inline panel.
            fields: the values by the names of the fields, as front matter has them.
            parent: the page to which a row belongs; its dates can be mentioned too.
        """
        found = [(field_of(type(instance), name), value) for name, value in fields.items() if name not in DIRECTIONS]
        found.sort(key=lambda item: not isinstance(item[0], models.DateField))
        for field, value in found:
            with blame(field.name):
                setattr(instance, field.name, self._value(field, value, instance, parent))
        return instance

    def yaml(self, name: str) -> dict:
        """Read a YAML file of the folder."""
        with blame(name):
            return from_yaml((self.folder / name).read_text(encoding="utf-8"))

    def _make(self, parent: Page, url: str, fields: Mapping) -> models.Model:
        model = _model(parent, fields.get("type"))
        own = {name: field_of(model, name) for name in fields if name not in DIRECTIONS}
        later = [name for name, one in own.items() if one.is_relation or isinstance(one, StreamField | RichTextField)]
        made = self.fill(model(), {name: fields[name] for name in own if name not in later})
        made.live = False
        if isinstance(made, Page):
            made.slug = made.slug or url.rstrip("/").rpartition("/")[2]
            made.owner = self.owner
            parent.add_child(instance=made)
        else:
            made.save()
        return made

    def _find(self, model: type[models.Model], reference: str) -> models.Model:
        """Return a page by its URL, a photo or document by its file, anything else by its name."""
        found = self.made.get(reference) or self.files.get(reference)
        if found is None and not issubclass(model, Page):
            name = getattr(model, "USERNAME_FIELD", "name")
            found = field_exists(model, name) and model.objects.filter(**{name: reference}).first()
        if not isinstance(found, model):
            raise ContentError(f"there is no {model._meta.verbose_name} “{reference}”.")
        return found

    def _row(self, relation: models.ManyToOneRel, row: object, parent: models.Model) -> models.Model:
        """Return a row of an inline panel; a single value is that of its first field."""
        model = relation.related_model
        own = (one for one in model._meta.fields if not isinstance(one, ParentalKey | models.AutoField))
        first = next(one for one in own if one.name != "sort_order")
        return self.fill(model(), row if isinstance(row, dict) else {first.name: row}, parent)

    def _value(self, field: models.Field, value: object, instance: models.Model, parent: models.Model | None) -> object:
        if field.one_to_many:
            return [self._row(field, row, instance) for row in value]
        if field.many_to_many:
            return [self.find(field.related_model, name) for name in value]
        if field.is_relation:
            return self.find(field.related_model, value)
        return self._plain(field, value, parent or instance)

    def _plain(self, field: models.Field, value: object, owner: models.Model) -> object:
        def day_of(name: str) -> date:
            day = getattr(owner, field_of(type(owner), name).name)
            return timezone.localdate(day) if isinstance(day, datetime) else day

        if isinstance(field, StreamField):
            block = field.stream_block
            is_text = isinstance(value, str)
            return self.markdown.stream(block, value) if is_text else self.markdown.value(block, value)
        if isinstance(field, RichTextField):
            return self.markdown.html(value)
        if isinstance(field, models.DateTimeField):
            return read_moment(value, day_of)
        if isinstance(field, models.DateField):
            return read_day(value, day_of)
        if isinstance(value, str):
            value = _PLACEHOLDER.sub(lambda found: format(day_of(found[1]), found[2]), value)
        return field.clean(value, owner)

    def _url(self, path: Path) -> str:
        parts = path.relative_to(self.folder).with_suffix("").parts
        return "/" + "".join(f"{part}/" for part in parts if part != "index")


@contextmanager
def blame(where: str) -> Iterator[None]:
    """Name the place in errors about content.

    Raises:
        ContentError: with the place before its words.
    """
    try:
        yield
    except (ContentError, FieldDoesNotExist) as error:
        raise ContentError(f"{where}: {error}") from error
    except PublicationRefused as error:
        words = "; ".join(f"{field or ''} {message}".strip() for field, message in error.problems)
        raise ContentError(f"{where}: {words}") from error
    except ValidationError as error:
        problems = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        words = "; ".join(f"{field} {' '.join(messages)}".strip() for field, messages in problems.items())
        raise ContentError(f"{where}: {words}") from error


def field_of(model: type[models.Model], name: str) -> models.Field:
    """Return a field by its name or short name."""
    names = (long for long in SHORT_NAMES.get(name, ()) if field_exists(model, long))
    return model._meta.get_field(next(names, name))


def field_exists(model: type[models.Model], name: str) -> bool:
    """Return whether a model has a field of this name."""
    return any(field.name == name for field in model._meta.get_fields())


def text_field(model: type[models.Model]) -> str:
    """Return the name of the field for the text below the front matter."""
    found = next((name for name in TEXT_FIELDS if field_exists(model, name)), None)
    if found is None:
        raise ContentError(f"a {model._meta.verbose_name} has no text; write fields only.")
    return found


def _model(parent: Page, label: str | None) -> type[models.Model]:
    """Return the model that front matter names; without a name, the only page type that the parent allows."""
    if label:
        return apps.get_model(label)
    allowed = type(parent).allowed_subpage_models()
    if len(allowed) != 1:
        names = ", ".join(model._meta.label for model in allowed) or "none"
        raise ContentError(f"say its type; possible pages here: {names}.")
    return allowed[0]
