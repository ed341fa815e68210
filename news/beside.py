"""The posts shown beside a post: its neighbours and what is related to it."""

from functools import reduce
from operator import or_
from typing import NamedTuple

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from page_cache import remember

RELATED_COUNT = 3


class Beside(NamedTuple):
    """The next newer and next older post (or None), and up to three related ones."""

    newer: object
    older: object
    related: list

    @property
    def everything(self):
        """All of these posts, each once."""
        return [post for post in (self.newer, self.older, *self.related) if post]


def posts_beside(post):
    """Find the neighbours of a post and what is related to it, among the published; returns a `Beside` of ids.

    Neighbours are of the same series, or of the whole blog for a post without series. Related are the
    posts that editors picked, then the newest that share the series, a topic or a place; a neighbour is
    not related as well. One query, whatever the size of the blog. A post that has never been saved (a
    preview) stands alone.
    """
    if post.pk is None:
        return Beside(None, None, [])
    # A preview may have another series and date than what is saved.
    return remember(("beside", post.pk, post.series_id, post.published_on), lambda: _find(post))


def _find(post):
    listed = type(post).objects.published().exclude(pk=post.pk)
    around = listed.sibling_of(post)
    if post.series_id:
        around = around.filter(series_id=post.series_id)
    picked = Exists(apps.get_model("news.RelatedPost").objects.filter(post=post.pk, related=OuterRef("pk")))
    related = (
        listed.annotate(picked=picked)
        .filter(_shares_something_with(post) | Q(picked=True))
        .order_by("-picked", "-published_on", "-pk")
    )
    wanted = (
        around.newer_than(post).order_by("published_on", "pk")[:1],
        around.older_than(post).newest_first()[:1],
        related[: RELATED_COUNT + 2],  # both neighbours may be among them
    )
    found = (
        type(post)
        .objects.filter(reduce(or_, (Q(pk__in=posts.values("pk")) for posts in wanted)))
        .annotate(picked=picked)
        .order_by("-picked", "-published_on", "-pk")
        .values_list("pk", "published_on", "series_id", "path")
    )
    return _told_apart(post, list(found))


def _told_apart(post, found):
    """Newer, older and related among rows of (id, date, series, path): the neighbours are those next to the post."""
    parent = post.path[: -post.steplen]
    around = [
        (date, pk)
        for pk, date, series, path in found
        if path[: -post.steplen] == parent and post.series_id in (None, series)
    ]
    place = (post.published_on, post.pk)
    _date, newer = min((other for other in around if other > place), default=(None, None))
    _date, older = max((other for other in around if other < place), default=(None, None))
    related = [pk for pk, *_rest in found if pk not in (newer, older)]
    return Beside(newer, older, related[:RELATED_COUNT])


def _shares_something_with(post):
    """A condition on posts. EXISTS instead of joins, so that no post is found twice.

    It reads the relations as saved: in a preview those of the form are no queryset.
    """
    shared = Exists(_same(post, "topic")) | Exists(_same(post, "place"))
    return shared | Q(series=post.series_id) if post.series_id else shared


def _same(post, term):
    """The topics (places) of another post that this post has too."""
    links = getattr(type(post), f"{term}s").through.objects
    own = links.filter(blogpost=post.pk).values(term)
    return links.filter(blogpost=OuterRef("pk"), **{f"{term}__in": own})
