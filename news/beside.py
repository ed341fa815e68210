"""The posts before and after a post."""

from typing import NamedTuple

from django.db.models import Q

from page_cache import remember


class Beside(NamedTuple):
    """The next newer and next older post, each with `address`, or None."""

    newer: object
    older: object


def posts_beside(post):
    """Find the neighbors of a post among the published; returns a `Beside`.

    Neighbors are of the same series, or of the whole blog for a post without series. One query, whatever the size of
    the blog; remembered, so nobody may alter them. A post that has never been saved (a preview) stands alone.
    """
    if post.pk is None:
        return Beside(None, None)
    # A preview may have another series and date than what is saved.
    return remember(("beside", post.pk, post.series_id, post.published_at), lambda: _find(post))


def _find(post):
    posts = type(post).objects
    around = posts.published().sibling_of(post).exclude(pk=post.pk)
    if post.series_id:
        around = around.filter(series_id=post.series_id)
    newer = around.newer_than(post).order_by("published_at", "pk")[:1]
    older = around.older_than(post).newest_first()[:1]
    found = posts.filter(Q(pk__in=newer.values("pk")) | Q(pk__in=older.values("pk"))).defer_streamfields()
    beside = {(one.public_at, one.pk) > (post.public_at, post.pk): one for one in found}
    for one in beside.values():
        one.address = one.url
    return Beside(beside.get(True), beside.get(False))
