"""What a post is about and by whom, and which posts its editors put under it."""

from typing import NamedTuple

from django.db.models import CharField, F, IntegerField, Value
from django.db.models.functions import Cast
from modelcluster.queryset import FakeQuerySet

from page_cache import remember


class Signature(NamedTuple):
    """An author as a byline names them."""

    name: str
    role: str


class About(NamedTuple):
    """Topics and places as `BasePage.subjects` has them, authors as `Signature`s, ids of the hand-picked posts."""

    subjects: list[tuple[str, str, str]]
    authors: list[Signature]
    picked: list[int]


def about(post):
    """Fetch topics, places, authors and hand-picked posts by one query; of a preview, as its form has them."""
    relations = (post.topics, post.places, post.bylines, post.hand_picked)
    if any(isinstance(relation.all(), FakeQuerySet) for relation in relations):
        terms = [("topics", post.topics.all()), ("places", post.places.all())]
        bylines = [byline for byline in post.bylines.all() if byline.author_id]
        return About(
            [(path, term.slug, term.name) for path, found in terms for term in found],
            [Signature(byline.author.name, byline.author.role) for byline in bylines],
            [one.related_id for one in post.hand_picked.all() if one.related_id],
        )
    return remember(("about", post.pk), lambda: _fetch(post))


def _fetch(post):
    no_order, no_name = Value(0, IntegerField()), Value("", CharField())
    topics = _rows(post.topics, "topics", no_order, "slug", "name")
    places = _rows(post.places, "places", no_order, "slug", "name")
    authors = _rows(post.bylines, "author", F("sort_order"), "author__role", "author__name")
    picked = _rows(post.hand_picked, "picked", F("sort_order"), Cast("related_id", CharField()), no_name)
    rows = topics.union(places, authors, picked, all=True)
    rows = sorted(rows, key=lambda row: (row[0] == "places", row[1] or 0, row[3]))
    return About(
        [(kind, key, name) for kind, _order, key, name in rows if kind in ("topics", "places")],
        [Signature(name, key) for kind, _order, key, name in rows if kind == "author"],
        [int(key) for kind, _order, key, _name in rows if kind == "picked"],
    )


def _rows(relation, kind, order, key, name):
    return relation.order_by().values_list(Value(kind, CharField()), order, key, name)
