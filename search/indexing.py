"""Keeping the index right: each page writes its entry when it is saved."""

from django.apps import apps
from django.db.models.signals import post_delete
from django_tasks.signals import task_finished
from modelsearch import signal_handlers
from modelsearch.index import get_indexed_models
from modelsearch.tasks import insert_or_update_object_task
from wagtail.search.backends import get_search_backend

from core.models import BasePage
from core.models.taxonomy import Term
from core.registry import kinds, page_types
from core.signals import page_saved, words_changed
from page_cache import changed
from worker.failures import each

from .models import Entry, EntryTerm


def connect():
    """Connect what writes the index, and has Wagtail write its own."""
    page_saved.connect(write, dispatch_uid="search.write")
    page_saved.connect(write_words, dispatch_uid="search.write_words")
    words_changed.connect(_write_words_anew, dispatch_uid="search.write_words_anew")
    task_finished.connect(_words_written, dispatch_uid="search.words_written")
    for model in get_indexed_models():
        if issubclass(model, BasePage):
            post_delete.connect(signal_handlers.post_delete_signal_handler, sender=model)


def write_words(instance, **kwargs):
    """Have Wagtail index the words of a page, now that its relations are saved."""
    signal_handlers.post_save_signal_handler(instance)


def _write_words_anew(sender, instances, **kwargs):
    """Write the words of things that have a term whose words have changed."""
    get_search_backend().add_bulk(sender, instances)
    changed()


def _words_written(task_result, **kwargs):
    """Have searches asked anew: the queue writes words some time after their page was saved and its change was told."""
    if task_result.task.func is not insert_or_update_object_task.func:
        return
    app_label, model_name, pk = task_result.args
    model = apps.get_model(app_label, model_name)
    if issubclass(model, BasePage) or (issubclass(model, Term) and not _is_draft(model, pk)):
        changed()


def _is_draft(model, pk):
    """Whether a thing that is no page, such as a convening, was saved to keep a draft of it."""
    return hasattr(model, "has_unpublished_changes") and (
        model._default_manager.filter(pk=pk, has_unpublished_changes=True).exists()
    )


def write(instance, **kwargs):
    """Write the entry of a page, or take it away if the page is not live or of no registered kind."""
    kind = next((kind for kind in kinds() if isinstance(instance, kind.models)), None)
    if kind is None:
        return
    if not instance.live:
        Entry.objects.filter(pk=instance.pk).delete()
        return
    Entry.objects.bulk_create(
        [Entry(pk=instance.pk, kind=kind.name, published_at=instance.public_at)],
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["kind", "published_at"],
    )
    wanted = set(instance.index_terms())
    terms = EntryTerm.objects.filter(entry=instance.pk)
    found = {(facet, term): pk for pk, facet, term in terms.values_list("pk", "facet", "term")}
    if stale := [pk for term, pk in found.items() if term not in wanted]:
        terms.filter(pk__in=stale).delete()
    EntryTerm.objects.bulk_create(
        EntryTerm(entry_id=instance.pk, facet=facet, term=term) for facet, term in wanted - set(found)
    )


def rebuild():
    """Write the entries of all pages, and take away those of pages that are no longer live.

    Raises:
        ExceptionGroup: what kept single pages from being written; all others are.
    """
    Entry.objects.filter(page__live=False).delete()
    pages = (page for model in page_types() for page in _live(model))
    each(pages, write)


def _live(model):
    return model.objects.live().defer_streamfields().iterator(chunk_size=500)
