"""What happens when others are published that mention a convening."""

from wagtail.models import ReferenceIndex
from wagtail.signals import page_published

from page_cache import changed


def connect():
    """Connect the handlers of this module."""
    page_published.connect(know_mentions, dispatch_uid="convenings.know_mentions")


def know_mentions(instance, **kwargs):
    """Have the reference index know at once what a post or release mentions.

    Wagtail leaves that to a task, which is done after the page of the convening has been rendered anew.
    """
    if hasattr(instance, "convening_id"):
        ReferenceIndex.create_or_update_for_object(instance)
        changed()
