"""Inquiries as the inbox, the reminders, the erasure and the statistics need them."""

from datetime import UTC, datetime

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce

NO_DEADLINE = datetime(9999, 1, 1, tzinfo=UTC)


class InquiryQuerySet(models.QuerySet):
    """Inquiries, by where they stand."""

    def open(self):
        """Those that somebody still waits for."""
        return self.filter(state__in=self.model.OPEN)

    def new(self):
        """Those that nobody has taken yet."""
        return self.filter(state=self.model.State.NEW)

    def overdue(self, moment):
        """Open ones whose deadline has passed at this moment."""
        return self.open().filter(deadline__lt=moment)

    def by_deadline(self):
        """The most urgent first; those without a deadline last, the oldest of them first."""
        return self.order_by(F("deadline").asc(nulls_last=True), "created_at", "pk")

    def in_inbox(self):
        """Without suspect ones that are erased; with `rank` and `due`, by which the inbox is sorted.

        Open ones come before answered, closed and suspect ones.
        """
        state = self.model.State
        ranks = [
            When(state__in=self.model.OPEN, then=0),
            When(state=state.ANSWERED, then=1),
            When(state=state.CLOSED, then=2),
        ]
        return self.exclude(state=state.QUARANTINE, erased_at__isnull=False).annotate(
            rank=Case(*ranks, default=3, output_field=models.IntegerField()),
            due=Case(
                When(state__in=self.model.OPEN, then=Coalesce("deadline", Value(NO_DEADLINE))),
                default=Value(NO_DEADLINE),
                output_field=models.DateTimeField(),
            ),
        )

    def suspect_before(self, moment):
        """Suspect ones that nobody released and that came before this moment."""
        return self.filter(state=self.model.State.QUARANTINE, created_at__lte=moment)

    def of_person(self, email):
        """What somebody with this address has asked, newest first. Erased ones name nobody."""
        return self.filter(email__iexact=email).exclude(email="").order_by("-created_at")

    def ended_before(self, moment):
        """Those whose time counts from before this moment, without suspect ones.

        Closed ones count from their closing, answered ones from the answer, and what nobody ever closed from the
        later of its arrival and its deadline: nothing about a person is kept for good because somebody forgot it.
        """
        ended = Q(closed_at__lte=moment) | Q(closed_at=None, answered_at__lte=moment)
        forgotten = Q(closed_at=None, answered_at=None, created_at__lte=moment) & (
            Q(deadline=None) | Q(deadline__lte=moment)
        )
        return self.exclude(state=self.model.State.QUARANTINE).filter(ended | forgotten)
