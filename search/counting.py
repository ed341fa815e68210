"""Counting what people search for, and what they do not find, without anything that says who they are.

Counted is what the site renders. A stored page is answered by the page cache, which this must not slow down: a search
that has hits counts once after each change of the site. One without hits is never stored, and so always counts.
"""

import logging
import re
from datetime import timedelta

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, QueryDailyHits

from .models import Unanswered

LONGEST = 100  # characters; what is longer is no search that comes again
KEPT_DAYS = 180

# What looks like an email address, a phone number, or another number that is somebody's.
_PERSONAL = re.compile(r"\S+@\S+|\+?\(?\d(?:[\s().\-/]*\d){6,}")

logger = logging.getLogger(__name__)


def count(typed, *, has_hits):
    """Count a search of today; a failure stays here."""
    words = impersonal(typed.text)
    if not words:
        return
    try:
        with transaction.atomic():
            query = Query.get(words)
            query.add_hit(timezone.localdate())
            if not has_hits:
                row, _created = Unanswered.objects.get_or_create(query=query, date=timezone.localdate())
                Unanswered.objects.filter(pk=row.pk).update(hits=F("hits") + 1)
    except DatabaseError:
        logger.warning("A search could not be counted.", exc_info=True)


def impersonal(text):
    """The text without what looks like an email address or a phone number; empty if it is long."""
    return " ".join(_PERSONAL.sub(" ", text).split()).lower() if len(text) <= LONGEST else ""


def forget():
    """Delete the counts of days long past, and the words that nobody has searched for since."""
    before = timezone.localdate() - timedelta(days=KEPT_DAYS)
    QueryDailyHits.objects.filter(date__lt=before).delete()
    Unanswered.objects.filter(date__lt=before).delete()
    Query.garbage_collect()
