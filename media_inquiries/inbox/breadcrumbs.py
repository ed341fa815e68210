"""The path at the head of our pages in the admin."""

from django.urls import reverse
from django.utils.translation import gettext as _


def breadcrumbs(*steps):
    """The path from the admin's home, as Wagtail's headers take it.

    Args:
        steps: pairs of address and label, the page itself last.
    """
    steps = [(reverse("wagtailadmin_home"), _("Home")), *steps]
    return [{"url": url, "label": label} for url, label in steps]


def below_inbox(*steps):
    """The path from the inbox on; see `breadcrumbs`."""
    return breadcrumbs((reverse("inquiries_modeladmin_index"), _("Inquiries")), *steps)
