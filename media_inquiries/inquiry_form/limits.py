"""How often the form may be sent. Counted in the database: exact, and the same for all processes and machines.

A place in each limit is taken by one conditional UPDATE, so two processes cannot both take the last one. What a key is
made of cannot be read from it, and it goes with its hour.
"""

from datetime import timedelta
from ipaddress import IPv6Address, ip_address
from typing import NamedTuple

from django.conf import settings
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from media_inquiries.models import FormCount, MediaInquiry

HOUR = timedelta(hours=1)
QUARANTINE_HOLDS = 1_000  # inquiries; with the longest texts some 40 MB
SUBMISSIONS_KNOWN_FOR = timedelta(days=2)


class Limit(NamedTuple):
    """How many inquiries may come within an hour from one of a kind."""

    kind: str
    most: int


# A newsroom may share one address; beyond this its people write emails.
PER_ADDRESS = Limit("address", 10)
# The confirmation goes to this address, which may be a victim's.
PER_EMAIL = Limit("email", 5)
# The desk can read no more, however many machines they come from.
ALTOGETHER = Limit("altogether", 60)


def client_address(request):
    """The address to count by: the client's, or its network where one client has 2⁶⁴ of them (IPv6).

    Behind proxies, each of which appends to `X-Forwarded-For`, the setting PROXY_COUNT says how many there are.
    What stands further left can be written by anybody.
    """
    text = request.META.get("REMOTE_ADDR", "")
    if settings.PROXY_COUNT:
        forwarded = request.headers.get("X-Forwarded-For", "").split(",")
        if len(forwarded) >= settings.PROXY_COUNT:
            text = forwarded[-settings.PROXY_COUNT].strip() or text
    try:
        address = ip_address(text)
    except ValueError:
        return text[:100]
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or int(address) >> 64)
    return text


def is_reached(limit, subject=""):
    """Whether nobody of this kind gets a place any more within the current hour; changes nothing."""
    return FormCount.objects.filter(key=_key(limit, subject, timezone.now()), count__gte=limit.most).exists()


def take(limit, subject=""):
    """Take a place within a limit; returns False when there was none left.

    Args:
        limit: a `Limit`.
        subject: whose place it is, such as an address; compared without regard to case.
    """
    now = timezone.now()
    key = _key(limit, subject, now)
    free = FormCount.objects.filter(key=key, count__lt=limit.most)
    if free.update(count=F("count") + 1):
        return True
    FormCount.objects.bulk_create([FormCount(key=key, ends_at=now + HOUR)], ignore_conflicts=True)
    return bool(free.update(count=F("count") + 1))


def is_quarantine_full():
    """Whether no more suspect inquiries can be kept."""
    suspect = MediaInquiry.objects.filter(state=MediaInquiry.State.QUARANTINE)
    return suspect.order_by()[:QUARANTINE_HOLDS].count() >= QUARANTINE_HOLDS


def forget():
    """Delete the counts of past hours, and by what a form that is sent twice is known."""
    now = timezone.now()
    FormCount.objects.filter(ends_at__lt=now).delete()
    old = MediaInquiry.objects.filter(submission__isnull=False, created_at__lt=now - SUBMISSIONS_KNOWN_FOR)
    old.update(submission=None)


def _key(limit, subject, moment):
    """The key of this hour, by a secret of this day that is made of the site's own."""
    secret_of_the_day = salted_hmac("media_inquiries.inquiry_form.limits", f"{moment:%Y-%m-%d}").hexdigest()
    text = f"{limit.kind} {moment:%H} {subject.casefold()}"
    return salted_hmac(secret_of_the_day, text, algorithm="sha256").hexdigest()
