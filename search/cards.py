"""Pages of any kind, as lists show them."""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType

from core.querysets import cards_of
from core.registry import kinds

from .models import Entry


def cards(pks):
    """The published pages with these ids, as cards show them; remembered, so nobody may alter them.

    Args:
        pks: ids of pages of any kind.

    Returns:
        a list of pages in the same order, without those that are not public, each with `address` (see
        `BasePageQuerySet.as_cards`) and `of_kind`, its `Kind`. At most three queries.
    """
    pks = list(pks)
    entries = Entry.objects.filter(pk__in=pks).values_list("pk", "kind", "page__content_type")
    about = {pk: (name, ContentType.objects.get_for_id(type_id).model_class()) for pk, name, type_id in entries}
    return _cards([(pk, *about[pk]) for pk in pks if pk in about])


def cards_of_news(wanted):
    """As `cards`, of pairs of id and name of a kind of news: one query less."""
    models = {kind.name: kind.model for kind in kinds()}
    return _cards([(pk, name, models[name]) for pk, name in wanted])


def _cards(wanted):
    by_name = {kind.name: kind for kind in kinds()}
    pks_of = defaultdict(list)
    for pk, _name, model in wanted:
        pks_of[model].append(pk)
    found = cards_of(pks_of)
    for pk, name, _model in wanted:
        if pk in found:
            found[pk].of_kind = by_name[name]  # `kind` is a field of mentions and releases
    return [found[pk] for pk, _name, _model in wanted if pk in found]
