"""Posts and mentions as lists and feeds need them."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import PageManager, Revision

from core.querysets import BasePageQuerySet
from news.article.address import key_of


class BlogPostQuerySet(BasePageQuerySet):
    """Posts, as the public may see them."""

    card_relations = ("lead_photo", "series")

    def for_page(self):
        """With the series."""
        return super().for_page().select_related("series")

    def for_listing(self):
        """Published, newest first, with series and photo."""
        return super().for_listing().select_related("series")

    def for_feed(self):
        """Published, newest first, whole: with body, authors and topics."""
        return super().for_feed().select_related("series").prefetch_related("bylines__author")

    def for_api(self, site):
        """Published on a site, newest first, with series and authors too."""
        return super().for_api(site).prefetch_related("bylines__author")

    def older_than(self, post):
        """Posts that come after this one in a list."""
        return self.filter(Q(published_at__lt=post.public_at) | Q(published_at=post.public_at, pk__lt=post.pk))

    def newer_than(self, post):
        """Posts that come before this one in a list."""
        return self.filter(Q(published_at__gt=post.public_at) | Q(published_at=post.public_at, pk__gt=post.pk))


BlogPostManager = PageManager.from_queryset(BlogPostQuerySet)


class NewsMentionQuerySet(BasePageQuerySet):
    """Mentions, as the public may see them. Show those of `as_cards` by `components/mention.html`."""

    card_relations = ("lead_photo__image_caption", "outlet")  # with the caption, for the photo is somebody else's

    def for_page(self):
        """With the outlet."""
        return super().for_page().select_related("outlet")

    def for_listing(self):
        """Published, newest first, with outlet and photo."""
        return self.published().newest_first().defer_streamfields().select_related("outlet").with_photo("row")

    def for_feed(self):
        """Published, newest first, with topics and outlet."""
        return super().for_feed().select_related("outlet")

    def of_article(self, key):
        """Mentions, drafts included, of the article with this key (`news.article.address.key_of`).

        Also those whose scheduled version will have it: else two of them could meet at that moment.
        """
        if key is None:
            return self.none()
        scheduled = Revision.objects.filter(
            content_type=ContentType.objects.get_for_model(self.model), approved_go_live_at__isnull=False
        ).values_list("object_id", "content")
        waiting = [pk for pk, content in scheduled if key_of(content.get("article_url") or "") == key]
        return self.filter(Q(article_key=key) | Q(pk__in=waiting))


NewsMentionManager = PageManager.from_queryset(NewsMentionQuerySet)
