"""Convenings as the public may see them."""

from django.db import models
from django.utils import timezone
from wagtail.search.queryset import SearchableQuerySetMixin


class ConveningQuerySet(SearchableQuerySetMixin, models.QuerySet):
    """Convenings, those of editors' drafts among them."""

    def published(self):
        """Those that are live: whoever may see the site may see them."""
        return self.filter(live=True)

    def upcoming(self):
        """Those that are not over, the next one first; the same order at any time."""
        return self.filter(over_at__gt=timezone.now()).order_by("starts_on", "pk")

    def past(self):
        """Those that are over, the latest first."""
        return self.filter(over_at__lte=timezone.now()).order_by("-starts_on", "-pk")


ConveningManager = models.Manager.from_queryset(ConveningQuerySet)
