"""Keeping the index right: each page writes its entry when it is saved."""

from core.registry import kinds
from core.signals import page_saved

from .models import Entry, EntryTerm


def connect():
    """Connect what writes the index."""
    page_saved.connect(write, dispatch_uid="search.write")


def write(instance, **kwargs):
    """Write the entry of a page, or take it away if the page is not live or of no registered kind."""
    kind = next((kind for kind in kinds() if isinstance(instance, kind.model)), None)
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
    for kind in kinds():
        for page in kind.model.objects.live().defer_streamfields().iterator(chunk_size=500):
            write(page)
    Entry.objects.filter(page__live=False).delete()
