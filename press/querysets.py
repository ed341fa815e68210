"""Releases as lists, feeds and their own pages need them."""

from wagtail.models import PageManager

from core.querysets import BasePageQuerySet


class PressReleaseQuerySet(BasePageQuerySet):
    """Releases, as the public may see them."""

    card_relations = ("lead_photo__image_caption",)  # with the caption, which rows show

    def for_page(self):
        """With the state of the dateline."""
        return super().for_page().select_related("dateline_state")

    def for_feed(self):
        """Published, newest first, whole: with body, dateline and topics."""
        return super().for_feed().select_related("dateline_state")


PressReleaseManager = PageManager.from_queryset(PressReleaseQuerySet)
