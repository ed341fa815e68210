"""Keeping the index right: each page writes its entry when it is saved."""

from django.db.models.signals import post_delete
from modelsearch import signal_handlers
from modelsearch.index import get_indexed_models

from core.models import BasePage
from core.registry import kinds, page_types
from core.signals import page_saved

from .models import Entry, EntryTerm


def connect():
    """Connect what writes the index, and has Wagtail write its own."""
    page_saved.connect(write, dispatch_uid="search.write")
    page_saved.connect(write_words, dispatch_uid="search.write_words")
    for model in get_indexed_models():
        if issubclass(model, BasePage):
            post_delete.connect(signal_handlers.post_delete_signal_handler, sender=model)


def write_words(instance, **kwargs):
    """Have Wagtail index the words of a page, now that its relations are saved."""
    signal_handlers.post_save_signal_handler(instance)


def write(instance, **kwargs):
    """Write the entry of a page, or take it away if the page is not live or of no registered kind."""
    kind = next((kind for kind in kinds() if isinstance(instance, kind.models)), None)
    if kind is None:
        return
    if not instance.live:
        Entry.objects.filter(pk=instance.pk).delete()
        return
    Entry.objects.update_or_create(pk=instance.pk, defaults={"kind": kind.name, "published_on": instance.published_on})
    wanted = set(instance.index_terms())
    found = {(one.facet, one.term): one.pk for one in EntryTerm.objects.filter(entry=instance.pk)}
    EntryTerm.objects.filter(pk__in=[pk for term, pk in found.items() if term not in wanted]).delete()
    EntryTerm.objects.bulk_create(
        EntryTerm(entry_id=instance.pk, facet=facet, term=term) for facet, term in wanted - set(found)
    )


def rebuild():
    """Write the entries of all pages, and take away those of pages that are no longer live."""
    for model in page_types():
        for page in model.objects.live().defer_streamfields().iterator(chunk_size=500):
            write(page)
    Entry.objects.filter(page__live=False).delete()
