"""Deletion: what a page, a draft, a scheduled version, a snippet or the settings use stays, whoever tries.

Pages are kept by what names them in a field, such as a hand-picked post; links and blocks let them go. See
docs/decisions/0021-deletion.md.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from itertools import islice
from typing import NamedTuple

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import QuerySet
from django.db.models.signals import pre_delete
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_latest_str
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex
from wagtail.models.reference_index import ReferenceGroups
from wagtail.snippets.models import get_snippet_models

from images.models import Photo

from .models.taxonomy import Term
from .publication import Refused
from .references import DRAFT, SCHEDULED, UNPUBLISHED

MAX_NAMED = 20  # uses in a list; the page “Usage” of Wagtail has all

STATES = {
    DRAFT: gettext_lazy("in its draft"),
    SCHEDULED: gettext_lazy("in a version that is scheduled"),
    None: "",
}
_form_is_sent = ContextVar("form_is_sent", default=False)


class Use(NamedTuple):
    """One page, snippet or setting that uses something.

    Attributes:
        title: what it is called in the admin.
        edit_url: where something else can be chosen; None for whom may not edit it.
        state: where it is used, if not in what is live: a draft or a scheduled version, in words; may be empty.
    """

    title: str
    edit_url: str | None
    state: str


@cache
def kept_models() -> list[type[models.Model]]:
    """Return the models whose rows stay while something uses them."""
    terms = [model for model in Term.__subclasses__() if not model._meta.abstract]
    return [*terms, Photo, get_document_model(), get_user_model(), Page]


def keeps(reference: ReferenceIndex) -> bool:
    """Return whether a row of the reference index stands for a use that keeps what it refers to from deletion."""
    target = ContentType.objects.get_for_id(reference.to_content_type_id).model_class()
    source = reference._content_type.model_class()
    is_itself = (reference.base_content_type_id, reference.object_id) == (
        reference.to_content_type_id,
        reference.to_object_id,
    )
    if is_itself or target not in kept_models() or not _is_content(source):
        return False
    field = _field_of(reference)
    if target is Page:
        return isinstance(field, models.ForeignKey)
    # Who resolved a comment is a note of Wagtail's; who wrote it is not, for with the account the comment would go.
    return getattr(field, "name", "") != "resolved_by"


def _is_content(model):
    return issubclass(model, Page | BaseSiteSetting) or model in get_snippet_models()


def _field_of(reference):
    """The field that refers, in what is saved or in a draft."""
    steps = reference.model_path_components
    if steps[0] == UNPUBLISHED:
        reference = ReferenceIndex(content_type_id=reference.content_type_id, model_path=".".join(steps[2:]))
    try:
        return reference.related_field
    except FieldDoesNotExist:  # noted before the field was taken away
        return None


def uses_of(thing: models.Model, user=None, references=None) -> list[Use]:
    """Return where something is used, at most `MAX_NAMED` places.

    Args:
        thing: a page, a snippet, a photo, a document or an account.
        user: whose list it is: things that this person may not edit are not named. None for everything.
        references: those of its rows in the reference index that are meant; by default all.
    """
    if references is None:
        references = ReferenceIndex.get_references_to(thing)
    finder = AdminURLFinder(user)
    groups = references.group_by_source_object() if isinstance(references, QuerySet) else ReferenceGroups(references)
    return [_use(source, found, finder, user) for source, found in islice(groups, MAX_NAMED)]


def _use(source, references, finder, user):
    edit_url = finder.get_edit_url(source)
    title = get_latest_str(source.specific_deferred if isinstance(source, Page) else source)
    if user and not edit_url:
        title = _("(Private %(object)s)") % {"object": source._meta.verbose_name}
    states = [
        steps[1] if (steps := reference.model_path_components)[0] == UNPUBLISHED else None for reference in references
    ]
    if None in states or not states:  # what is saved names it, too
        state = "" if getattr(source, "live", True) else _("not published")
    else:
        state = STATES[SCHEDULED if SCHEDULED in states else DRAFT]
    return Use(title, edit_url, str(state))


class InUse(Refused):
    """Raised when something is to be deleted that something else uses; `uses` says where."""

    def __init__(self, instance, references=None):
        self.instance = instance
        self.references = references
        names = ", ".join(use.title for use in self.uses)
        super().__init__(
            _("“%(thing)s” cannot be deleted, because it is used by: %(names)s.") % {"thing": instance, "names": names}
        )

    @cached_property
    def uses(self):
        """Where it is used, as a list of `Use`s."""
        return uses_of(self.instance, references=self.references)

    @property
    def explanation(self):
        """What is in use, and where to choose something else."""
        return format_html(
            _("“{thing}” cannot be deleted, because it is used by: {links}. Choose something else there first."),
            thing=str(self.instance),
            links=_links_to(self.uses),
        )


def explain_protection(error: models.ProtectedError) -> str:
    """Return what InUse explains, as HTML, for something that Django itself would not delete."""
    owners = dict.fromkeys(_owner_of(row) for row in islice(error.protected_objects, MAX_NAMED))
    finder = AdminURLFinder()
    uses = [_use(owner, [], finder, None) for owner in owners]
    return format_html(
        _("This cannot be deleted, because it is used by: {links}. Choose something else there first."),
        links=_links_to(uses),
    )


def _owner_of(row):
    """The page or snippet that a row belongs to."""
    for field in row._meta.fields:
        if isinstance(field, ParentalKey):
            return _owner_of(getattr(row, field.name))
    return row


def _links_to(uses):
    return format_html_join(", ", '<a href="{}">{}</a>', ((use.edit_url or "", use.title) for use in uses))


# --- The guard of the models ------------------------------------------------------------------


def connect():
    """Guard the models, and have the admin ask in time what the guard will say."""
    for model in kept_models():
        pre_delete.connect(_before_delete, sender=model, dispatch_uid=f"core.uses.{model.__name__}")
    ReferenceIndex.on_delete = property(_on_delete)
    ReferenceGroups.is_protected = property(_is_protected)


def _before_delete(sender, instance, origin=None, **kwargs):
    together = origin if isinstance(origin, QuerySet) and issubclass(origin.model, sender) else None
    if together is None:
        leaving = {str(instance.pk)}
    elif hasattr(together, "_uses_checked"):
        return
    else:
        together._uses_checked = True
        leaving = {str(pk) for pk in together.values_list("pk", flat=True)}
    if found := _uses_that_keep(sender, leaving):
        pk = found[0].to_object_id
        culprit = instance if pk == str(instance.pk) else sender._base_manager.get(pk=pk)
        raise InUse(culprit, [reference for reference in found if reference.to_object_id == pk])


def _uses_that_keep(model, leaving):
    """The rows of the index for which a row of this model stays, unless they go with it."""
    rows = ReferenceIndex.objects.filter(to_content_type=ReferenceIndex._get_base_content_type(model))
    found = []
    pks = sorted(leaving)
    for start in range(0, len(pks), 500):  # databases limit the parameters of a query
        found += rows.filter(to_object_id__in=pks[start : start + 500])
    return [
        reference
        for reference in found
        if keeps(reference)
        and not (reference.base_content_type_id == reference.to_content_type_id and reference.object_id in leaving)
    ]


_wagtails_on_delete = ReferenceIndex.on_delete.func


def _on_delete(reference):
    """What becomes of a reference if its target is deleted: the admin offers no button where the guard refuses."""
    return models.PROTECT if keeps(reference) else _wagtails_on_delete(reference)


_wagtails_is_protected = ReferenceGroups.is_protected.func


def _is_protected(groups):
    """False while a form is sent: Wagtail would answer that permission is missing, the guard says what is used."""
    return not _form_is_sent.get() and _wagtails_is_protected(groups)


@contextmanager
def deletion_is_explained():
    """Have the guard of the models refuse what is sent meanwhile, so that the reason is told."""
    token = _form_is_sent.set(True)
    try:
        yield
    finally:
        _form_is_sent.reset(token)
