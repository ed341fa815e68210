"""Convenings as a group of their own above pages: on the page of a topic or a place, and in a search."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from core.registry import Group, register
from core.sites import site_of
from page_cache import expires_at, remember

from .cards import card_of
from .models import Convening, ConveningIndex

MOST_MATCHES = 3


def register_all():
    """Register the group; to be called once."""
    register(Group("convening", _("Convenings"), "components/convenings.html", matching, about, named))


def about(request, name, ids):
    """The cards of those that are not over and have one of these terms of a vocabulary, the next one first."""
    field = {"topic": "topics", "place": "place"}.get(name)
    if field is None:
        return []
    found = Convening.objects.published().upcoming().filter(**{f"{field}__in": ids})
    found = dict(found.values_list("pk", "over_at"))
    for over_at in filter(None, found.values()):
        expires_at(request, over_at)
    return _cards(found, request)


def matching(request, words):
    """The cards of those that fit the words of a search best, past ones among them."""
    found = Convening.objects.published().search(words)[:MOST_MATCHES] if words else []
    return _cards([convening.pk for convening in found], request)


def named(request):
    """Pairs of name and address of those that have a page, for what the search field suggests."""
    site = site_of(request)
    return remember(("names of convenings", site.pk), partial(_named, site))


def _named(site):
    listed = ConveningIndex.objects.open_to_all(site)
    convenings = Convening.objects.published().only("name", "short_name", "slug") if listed else []
    names = [(one, one.short_name not in one.name and f" ({one.short_name})") for one in convenings]
    return [(f"{one.name}{short or ''}", listed.address_of(one)) for one, short in names]


def _cards(pks, request):
    """Their cards, on a site that has a list of convenings; elsewhere they are not looked for."""
    listed = ConveningIndex.objects.open_to_all(site_of(request)) if pks else None
    convenings = Convening.objects.as_cards(pks) if listed else {}
    cards = [card_of(convenings[pk], request, listed) for pk in pks if pk in convenings]
    return [card for card in cards if card]
