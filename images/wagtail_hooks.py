"""Photos in the admin."""

from django.urls import path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from . import reports
from .alt_text import check_photos
from .views import press_download
from .viewsets import ImageCaptionViewSet

register_snippet(ImageCaptionViewSet)

hooks.register("construct_wagtail_userbar", check_photos)
hooks.register("register_reports_menu_item", reports.menu_item)
hooks.register("register_admin_urls", reports.addresses)


@hooks.register("register_admin_urls")
def press_downloads():
    """Where the staff downloads a photo as the press gets it."""
    return [path("photos/<int:photo_id>/press-file/", press_download, name="press_file")]
