"""What every template knows."""

from django.conf import settings
from django.utils.functional import SimpleLazyObject

from .models import SiteSettings
from .navigation import main_menu


def site(request):
    """Site settings and main menu, fetched only where a template asks for them.

    `shows_userbar` is True for somebody who may be signed in; asking for `request.user` of everybody
    would make every public page depend on a cookie.
    """
    return {
        "site_settings": SimpleLazyObject(lambda: SiteSettings.for_request(request)),
        "main_menu": SimpleLazyObject(lambda: main_menu(request)),
        "shows_userbar": settings.SESSION_COOKIE_NAME in request.COOKIES,
    }
