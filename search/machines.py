"""What programs ask for before anything else: robots.txt and security.txt."""

from datetime import timedelta

from django.conf import settings
from django.shortcuts import render
from django.utils import timezone

from core.sites import site_of
from page_cache import expires_at

TEXT = "text/plain; charset=utf-8"
SECURITY_FOR = timedelta(days=180)  # RFC 9116 recommends less than a year


def robots(request):
    """Where search engines may look: everywhere but in what is no content, and nowhere on a copy of the site."""
    root_url = site_of(request).root_url
    context = {"is_open": settings.SEARCH_ENGINES_ALLOWED, "root_url": root_url}
    return render(request, "robots.txt", context, content_type=TEXT)


def security(request):
    """Whom to tell of a weak spot (RFC 9116): SECURITY_CONTACT, else the press desk. It ends half a year from today."""
    today = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    expires_at(request, today + timedelta(days=1))
    context = {
        "contact": settings.SECURITY_CONTACT,
        "expires": (today + SECURITY_FOR).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "root_url": site_of(request).root_url,
        "language": settings.LANGUAGE_CODE.split("-")[0],
    }
    return render(request, "security.txt", context, content_type=TEXT)
