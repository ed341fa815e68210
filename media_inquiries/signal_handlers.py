"""What happens when a desk or the choice of the default desk changes."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, Site

from .desk import dependents, desk_copy
from .models import DeskSettings, MediaContact


def connect():
    """Connect the handlers of this module and the guard of needed desks."""
    dependents.connect()
    for sender in (MediaContact, DeskSettings, Site):
        for signal in (post_save, post_delete):
            signal.connect(_on_change, sender=sender, dispatch_uid="media_inquiries.desk.desk_copy")
    # Unpublishing and moving save a page as what all pages are.
    post_save.connect(_on_page, sender=Page, dispatch_uid="media_inquiries.desk_copy_of_page")


def keep_copy():
    """Write the copy of the default desk of the default site as it is now."""
    desk = DeskSettings.find_desk(Site.objects.filter(is_default_site=True).select_related("root_page").first())
    desk_copy.write(
        desk and desk_copy.DeskCopy(name=desk.title, email=desk.email, phone=desk.phone, hours=desk.hours_in_a_line)
    )


def _on_change(raw=False, **kwargs):
    if not raw:
        transaction.on_commit(keep_copy, robust=True)


def _on_page(instance, **kwargs):
    if MediaContact.objects.filter(pk=instance.pk).exists():
        _on_change(**kwargs)
