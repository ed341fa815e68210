"""What changes the token: everything editors write, wherever it is saved - admin, command or worker."""

from functools import cache

from django.apps import apps
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save
from modelcluster.fields import ParentalKey
from wagtail.contrib.settings.models import AbstractSetting
from wagtail.documents import get_document_model_string
from wagtail.images import get_image_model_string
from wagtail.models import COMMENTS_RELATION_NAME, AbstractPage, DraftStateMixin
from wagtail.signals import page_slug_changed, post_page_move, pre_page_move
from wagtail.snippets.models import get_snippet_models

from page_cache.token import changed

# Written when a draft is saved or an editor locks a page. Pages do not show them.
OF_THE_DRAFT = {
    COMMENTS_RELATION_NAME,
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "locked",
    "locked_at",
    "locked_by",
}
SHOWN_LABELS = {
    "wagtailcore.CollectionViewRestriction",
    "wagtailcore.Locale",
    "wagtailcore.PageViewRestriction",
    "wagtailcore.Site",
    "wagtailredirects.Redirect",
    "wagtailsearchpromotions.SearchPromotion",
}


def connect():
    """Connect every receiver; to be called once all models are known."""
    post_save.connect(_on_save, dispatch_uid="page_cache.save")
    post_delete.connect(_on_delete, dispatch_uid="page_cache.delete")
    m2m_changed.connect(_on_relation, dispatch_uid="page_cache.relation")
    pre_page_move.connect(_before_move, dispatch_uid="page_cache.before_move")
    # A deployment migrates: templates are new then, and a migration may write without signals.
    wagtail = apps.get_app_config("wagtailcore")  # one sender of many
    post_migrate.connect(_on_change, sender=wagtail, dispatch_uid="page_cache.migrate")


@cache
def is_shown(model):
    """Whether pages show what a model holds.

    Pages, snippets, settings, photos, documents, what decides addresses and privacy, and the rows that are
    edited as a part of one of these.
    """
    labels = SHOWN_LABELS | {get_image_model_string(), get_document_model_string()}
    kinds = (AbstractPage, AbstractSetting, *get_snippet_models())
    if model._meta.label in labels or issubclass(model, kinds):
        return True
    if model._meta.label == "wagtailcore.Comment":  # editors' notes, saved with every draft
        return False
    parents = {field.related_model for field in model._meta.get_fields() if isinstance(field, ParentalKey)}
    return any(map(is_shown, parents - {model}))


def _on_save(sender, instance, created, update_fields, **kwargs):
    if not is_shown(sender):
        return
    if issubclass(sender, AbstractPage):
        # Only now, so as to stand behind Wagtail's receiver that makes redirects in bulk, without signals.
        page_slug_changed.connect(_on_change, dispatch_uid="page_cache.slug")
    is_new_draft = created and isinstance(instance, DraftStateMixin) and not instance.live
    is_of_draft = update_fields is not None and OF_THE_DRAFT.issuperset(update_fields)
    if not is_new_draft and not is_of_draft:
        changed()


def _on_delete(sender, **kwargs):
    if is_shown(sender):
        changed()


def _on_relation(instance, action, **kwargs):
    if action.startswith("post_") and is_shown(type(instance)):
        changed()


def _before_move(**kwargs):
    # As for the slug: behind Wagtail's receiver.
    post_page_move.connect(_on_change, dispatch_uid="page_cache.move")


def _on_change(**kwargs):
    changed()
