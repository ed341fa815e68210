"""What drafts, scheduled versions and relations to many refer to: fields by which Wagtail's reference index notes it.

Wagtail's own fields note what is saved, and no relations to many. See docs/decisions/0021-deletion.md.
"""

from django.contrib.contenttypes.fields import GenericRelation
from django.db.models import Q
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Revision, TaskState

from images.blocks import block_children

UNPUBLISHED = "unpublished"  # the name of the field that holds an `UnpublishedReferences`
DRAFT, SCHEDULED = "draft", "scheduled"


def references_in(model, content):
    """Yield what the content of a revision refers to, whether or not it exists, without asking the database.

    Args:
        model: the model that the revision is of, or one whose rows belong to it.
        content: its fields, as `serializable_data()` of an object returns them.

    Yields:
        tuples of model, primary key and path, such as (Author, 7, "bylines.item.author").
    """
    for field in [*model._meta.fields, *model._meta.many_to_many]:
        if content.get(field.name) not in (None, "", []) and not _is_ignored(field):
            yield from _references_of_field(field, content[field.name])
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        # Comments belong to the page and to none of its versions.
        for child in () if name == COMMENTS_RELATION_NAME else content.get(name, ()):
            for target, pk, path in references_in(relation.related_model, child):
                yield target, pk, f"{name}.item.{path}"


def _is_ignored(field):
    if isinstance(field, ParentalKey) or (field.remote_field and getattr(field.remote_field, "parent_link", False)):
        return True
    return any(getattr(one, "wagtail_reference_index_ignore", False) for one in (field, field.related_model))


def _references_of_field(field, value):
    if field.many_to_many:
        yield from ((field.related_model, pk, field.name) for pk in value)
    elif field.is_relation:
        yield field.related_model, value, field.name
    elif isinstance(field, StreamField):
        for target, pk, path in _references_of_block(field.stream_block, field.to_python(value).raw_data):
            yield target, pk, ".".join([field.name, *path])
    elif hasattr(field, "extract_references"):
        yield from ((target, pk, field.name) for target, pk, *_paths in field.extract_references(value))


def _references_of_block(block, raw):
    """Tuples of model, primary key and the steps to the block, as in the paths of Wagtail's index."""
    if isinstance(block, blocks.ChooserBlock):
        if raw:
            yield block.model_class, raw, ()
    elif isinstance(block, blocks.StreamBlock | blocks.ListBlock | blocks.StructBlock):
        for child, value in block_children(block, raw):
            for target, pk, path in _references_of_block(child, value):
                yield target, pk, (child.name or "item", *path)
    elif raw:
        yield from ((target, pk, ()) for target, pk, *_paths in block.extract_references(block.to_python(raw)))


class ReferencedManyField(ParentalManyToManyField):
    """A relation to many that the reference index notes."""

    def extract_references(self, value):
        """Yield a reference for each, as Wagtail's index asks of a field."""
        yield from ((self.related_model, str(thing.pk), "", "") for thing in value)

    def deconstruct(self):
        """As modelcluster's own: migrations need not know the difference."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "modelcluster.fields.ParentalManyToManyField", args, kwargs


class UnpublishedReferences(GenericRelation):
    """The revisions of a page or snippet: has the reference index note what only its unpublished versions refer to."""

    def __init__(self, **kwargs):
        super().__init__("wagtailcore.Revision", for_concrete_model=False, **kwargs)

    def value_from_object(self, obj):
        """The object itself: its versions are fetched in `extract_references`."""
        return obj

    def extract_references(self, value):
        """Yield what the draft and the versions that wait to be published name where what is saved does not."""
        model, noted = type(value), None
        for revision in _versions_that_count(value):
            if noted is None:
                noted = set(_references_as_text(model, value.serializable_data()))
            state = SCHEDULED if revision.approved_go_live_at else DRAFT
            for reference in _references_as_text(model, revision.content):
                if reference not in noted:
                    noted.add(reference)
                    target, pk, path = reference
                    yield target, pk, f"{state}.{path}", f"{state}.{path}"


def _references_as_text(model, content):
    return ((target, str(pk), path) for target, pk, path in references_in(model, content))


def _versions_that_count(thing):
    """Its draft, the version that waits for its moment and those under review; the scheduled one first."""
    if not thing.latest_revision_id:
        return []
    under_review = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, revision__object_id=str(thing.pk))
    found = Revision.objects.for_instance(thing).filter(
        Q(pk=thing.latest_revision_id)
        | Q(approved_go_live_at__isnull=False)
        | Q(pk__in=under_review.values("revision"))
    )
    found = sorted(found, key=lambda revision: (revision.approved_go_live_at is None, -revision.pk))
    # At the moment of scheduling the version that was scheduled before is still marked; only the newest counts.
    return found[:1] + [revision for revision in found[1:] if not revision.approved_go_live_at]


def without_unpublished(references):
    """Of rows of the reference index those that what is saved refers to, and not only an unpublished version."""
    return references.exclude(model_path__startswith=f"{UNPUBLISHED}.")
