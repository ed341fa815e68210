"""What the staff gets of a photo besides Wagtail's own forms."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.permissions import policy_registry

from .metadata import BrokenFileError
from .models import Photo
from .press_files import press_file


@require_safe
@cache_control(private=True, no_store=True)
def press_download(request, photo_id):
    """The file of a photo in full size as the press gets it, for whoever may choose or change the photo."""
    photo = get_object_or_404(Photo.objects.select_related("image_caption"), pk=photo_id)
    policy = policy_registry.get_by_type(Photo)
    if not policy.user_has_any_permission_for_instance(request.user, ["choose", "change"], photo):
        raise PermissionDenied
    try:
        file = press_file(photo)
    except (BrokenFileError, OSError):
        messages.error(request, _("The file of this photo cannot be read. Please upload it again."))
        return redirect("wagtailimages:edit", photo.pk)
    disposition = content_disposition_header(as_attachment=True, filename=file.name)
    return HttpResponse(file.data, content_type=file.content_type, headers={"Content-Disposition": disposition})
