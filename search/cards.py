"""Pages of any kind, as lists show them."""

from core.registry import kinds

from .models import Entry


def cards(pks):
    """The published pages with these ids, as cards show them; remembered, so nobody may alter them.

    Args:
        pks: ids of pages of any kind.

    Returns:
        a list of pages in the same order, without those that are not public, each with `address` (see
        `BasePageQuerySet.as_cards`) and `of_kind`, its `Kind`. At most one query, and two for each kind among them.
    """
    pks = list(pks)
    of_kind = dict(Entry.objects.filter(pk__in=pks).values_list("pk", "kind"))
    found = {}
    for kind in kinds():
        wanted = [pk for pk in pks if of_kind.get(pk) == kind.name]
        pages = kind.model.objects.as_cards(wanted) if wanted else {}
        for page in pages.values():
            page.of_kind = kind  # `kind` is a field of mentions and releases
        found |= pages
    return [found[pk] for pk in pks if pk in found]
