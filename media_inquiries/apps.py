"""The press desk: whom reporters reach, what they ask, and how it is answered."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaInquiriesConfig(AppConfig):
    """The press desk."""

    name = "media_inquiries"
    verbose_name = _("Media inquiries")

    def ready(self):
        """Guard the desks that the site needs, copy the default one, check the mail settings, name what is public."""
        from wagtail.models import Site

        from core.registry import Kind, register, register_press_contact

        from . import checks, public_addresses, signal_handlers  # noqa: F401  (checks registers itself with Django's)
        from .models import DeskSettings, MediaContact

        def press_contact(request):
            desk = DeskSettings.desk_of(Site.find_for_request(request))
            return desk.get_full_url(request) if desk else ""

        register(Kind("desk", _("Press desks"), _("Press desk"), MediaContact, is_news=False))
        register_press_contact(press_contact)
        signal_handlers.connect()
        public_addresses.register_all()
