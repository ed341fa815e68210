"""The desks that convenings show."""

from wagtail.admin.admin_url_finder import AdminURLFinder

from media_inquiries.desk import dependents

from .models import Convening


def convenings_with_desk(desk_ids):
    """The live convenings that name one of these desks."""
    for convening in Convening.objects.published().filter(contact__in=desk_ids).defer("description"):
        edit_url = AdminURLFinder().get_edit_url(convening)
        yield dependents.Dependent(convening.contact_id, convening.name, edit_url)
