"""Convenings as the public may see them."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from wagtail.search.queryset import SearchableQuerySetMixin

from images.files import fetch_files
from page_cache import remember_each


class ConveningQuerySet(SearchableQuerySetMixin, models.QuerySet):
    """Convenings, those of editors' drafts among them."""

    def published(self):
        """Those that are live: whoever may see the site may see them."""
        return self.filter(live=True)

    def upcoming(self):
        """Those that are not over, the next one first, those without dates last; the same order at any time."""
        not_over = self.filter(Q(over_at__gt=timezone.now()) | Q(over_at=None))
        return not_over.order_by(F("starts_on").asc(nulls_last=True), "pk")

    def past(self):
        """Those that are over, the latest first."""
        return self.filter(over_at__lte=timezone.now()).order_by("-starts_on", "-pk")

    def taking_place(self):
        """Those that are neither postponed nor cancelled."""
        return self.exclude(status__in=["postponed", "cancelled"])

    def for_page(self):
        """With place, and photo with caption, by the same query."""
        return self.select_related("place__state", "photo__image_caption")

    def as_cards(self, pks):
        """Convenings as cards show them, with place and photo; remembered, so nobody may alter them.

        Args:
            pks: ids of convenings.

        Returns:
            a dict of id and convening. Drafts are among them, so that editors keep what they chose; they have no card
            (see `convenings.cards`). At most two queries.
        """
        return remember_each("card of convening", pks, self._fetch_cards)

    def _fetch_cards(self, pks):
        convenings = self.model.objects.for_page().defer("description").in_bulk(pks)
        fetch_files([one.photo for one in convenings.values() if one.photo], "card", "lead")
        return convenings


ConveningManager = models.Manager.from_queryset(ConveningQuerySet)
