"""What a post is about and by whom: its topics, places and authors."""

from typing import NamedTuple

from django.db.models import CharField, F, IntegerField, Value
from modelcluster.queryset import FakeQuerySet

from page_cache import remember


class Signature(NamedTuple):
    """An author as a byline names them."""

    name: str
    role: str


class About(NamedTuple):
    """Topics and places as (parameter of the list's filter, slug, name), topics first; authors as `Signature`s."""

    subjects: list[tuple[str, str, str]]
    authors: list[Signature]


def about(post):
    """Fetch topics, places and authors of a post, by one query; of a preview, as its form has them."""
    relations = (post.topics, post.places, post.bylines)
    if any(isinstance(relation.all(), FakeQuerySet) for relation in relations):
        terms = [("topic", post.topics.all()), ("place", post.places.all())]
        bylines = [byline for byline in post.bylines.all() if byline.author_id]
        return About(
            [(parameter, term.slug, term.name) for parameter, found in terms for term in found],
            [Signature(byline.author.name, byline.author.role) for byline in bylines],
        )
    return remember(("about", post.pk), lambda: _fetch(post))


def _fetch(post):
    topics = _rows(post.topics, "topic", Value(0, IntegerField()), "slug", "name")
    places = _rows(post.places, "place", Value(0, IntegerField()), "slug", "name")
    authors = _rows(post.bylines, "author", F("sort_order"), "author__role", "author__name")
    rows = sorted(topics.union(places, authors, all=True), key=lambda row: (row[0] == "place", row[1] or 0, row[3]))
    return About(
        [(kind, key, name) for kind, _order, key, name in rows if kind != "author"],
        [Signature(name, key) for kind, _order, key, name in rows if kind == "author"],
    )


def _rows(relation, kind, order, key, name):
    return relation.order_by().values_list(Value(kind, CharField()), order, key, name)
