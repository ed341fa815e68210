"""Whether a form was sent from a page of this site. See docs/decisions/0009-inquiry-form.md."""

from urllib.parse import urlsplit

from django.conf import settings


def is_own(request):
    """Whether the browser that sent a form says that a page of this site made it do so, or says nothing at all.

    `Sec-Fetch-Site` counts where it is sent, for no page can alter it; `none` is the visitor alone, who reloads or
    opens a tab again. Else `Origin` decides, else `Referer`. Without any of the three it was no browser of this
    decade, and so nobody whom another site could have sent: those fall to the limits like everybody.
    """
    headers = request.headers
    if site := headers.get("Sec-Fetch-Site"):
        return site in ("same-origin", "none")
    if origin := headers.get("Origin"):
        return origin in _own_origins(request)
    if referer := headers.get("Referer"):
        return _origin_of(referer) in _own_origins(request)
    return True


def _own_origins(request):
    return {f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS}


def _origin_of(address):
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return f"{parts.scheme}://{parts.netloc}"
