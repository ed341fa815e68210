"""Versions that name what has been deleted since: they open all the same, with a gap, and the editor says where.

Nothing that is used can be deleted (see `core.uses`), but versions in the history are no use, and neither is what a
database holds from before. See docs/decisions/0021-deletion.md.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.models import ReferenceIndex, Revision

from .references import references_in


class OpensWithGaps:
    """Mixin for pages and snippets with revisions: a version loses what it names that has been deleted."""

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        """Build an instance; modelcluster itself fails on gaps where a relation is protected from deletion."""
        if check_fks:
            data = _mended(cls, data)
        return super().from_serializable_data(data, check_fks=False, strict_fks=strict_fks)


def _mended(model, data):
    """The content of a revision with None for what does not exist, and without rows that mean nothing then."""
    missing = _missing_among((field.related_model, pk) for field, pk in _foreign_keys(model, data))
    return _without(missing, model, data, is_row=False) if missing else data


def _foreign_keys(model, data):
    """Pairs of field and primary key for all that is named by a foreign key, in rows that belong to it too."""
    for field in model._meta.fields:
        # The parent of a row is the page at hand; the parents of a type are made with it.
        is_own = isinstance(field, ParentalKey) or (field.is_relation and field.remote_field.parent_link)
        if field.is_relation and not is_own and data.get(field.name) is not None:
            yield field, data[field.name]
    for relation in get_all_child_relations(model):
        for row in data.get(relation.get_accessor_name(), ()):
            yield from _foreign_keys(relation.related_model, row)


def _without(missing, model, data, is_row=True):
    """The content without what is missing; None for a row that cannot be without."""
    mended = dict(data)
    for field in model._meta.fields:
        if field.is_relation and (field.related_model, str(data.get(field.name))) in missing:
            if is_row and not field.null:
                return None
            mended[field.name] = None
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if name in data:
            rows = (_without(missing, relation.related_model, row) for row in data[name])
            mended[name] = [row for row in rows if row is not None]
    return mended


def _missing_among(named: Iterable[tuple[type[models.Model], object]]) -> set[tuple[type[models.Model], str]]:
    """Return those pairs of model and primary key that are not in the database, by one query for each model."""
    wanted = defaultdict(set)
    for model, pk in named:
        wanted[model].add(str(pk))
    missing = set()
    for model, pks in wanted.items():
        known = {str(pk) for pk in model._base_manager.filter(pk__in=_valid(model, pks)).values_list("pk", flat=True)}
        missing |= {(model, pk) for pk in pks - known}
    return missing


def _valid(model, pks):
    for pk in pks:
        try:
            yield model._meta.pk.to_python(pk)
        except ValidationError:
            continue


def gaps_of(thing: models.Model, content: dict) -> list[str]:
    """Return in words what a version names that does not exist, each once, such as “author (Byline → Author)”.

    Args:
        thing: the page or snippet.
        content: the version, as a revision holds it.
    """
    named = list(references_in(type(thing), content))
    missing = _missing_among((model, pk) for model, pk, _path in named)
    content_type = thing.get_content_type()
    gaps = {}
    for model, pk, path in named:
        if (model, str(pk)) in missing:
            field = ReferenceIndex(content_type=content_type, model_path=path).describe_source_field()
            gaps[f"{model._meta.verbose_name} ({field})"] = None
    return list(gaps)


def tell_of_gaps(request, thing):
    """Warn in the editor of what the version at hand names that has been deleted; for Wagtail's hooks."""
    if request.method != "GET" or not isinstance(thing, OpensWithGaps):
        return
    revert_to = request.resolver_match.kwargs.get("revision_id")
    revision = Revision.objects.for_instance(thing).filter(pk=revert_to or thing.latest_revision_id).first()
    if gaps := gaps_of(thing, revision.content if revision else thing.serializable_data()):
        text = _("Since this was written, something in it has been deleted: {gaps}. Choose others or leave it out.")
        messages.warning(request, capfirst(format_lazy(text, gaps=", ".join(gaps))))
