"""Pages of any kind, as lists show them."""

from core.querysets import cards_of
from core.registry import kinds

from .models import Entry


def cards(pks):
    """The published pages with these ids, as cards show them; remembered, so nobody may alter them.

    Args:
        pks: ids of pages of any kind.

    Returns:
        a list of pages in the same order, without those that are not public, each with `address` (see
        `BasePageQuerySet.as_cards`) and `of_kind`, its `Kind`. At most two queries, and one for each kind among them.
    """
    pks = list(pks)
    kind_of = dict(Entry.objects.filter(pk__in=pks).values_list("pk", "kind"))
    return cards_of_kinds([(pk, kind_of[pk]) for pk in pks if pk in kind_of])


def cards_of_kinds(wanted):
    """As `cards`, of pairs of id and name of a kind: one query less."""
    by_name = {kind.name: kind for kind in kinds()}
    models = {kind.model: [pk for pk, name in wanted if name == kind.name] for kind in kinds()}
    found = cards_of({model: pks for model, pks in models.items() if pks})
    for pk, name in wanted:
        if pk in found:
            found[pk].of_kind = by_name[name]  # `kind` is a field of mentions and releases
    return [found[pk] for pk, _name in wanted if pk in found]
