"""The press room in the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button

from convenings.models import Convening

from . import reviewer_views
from .advisory import may_start_advisory, start_advisory
from .rehearsal_views import RehearsalView
from .viewsets import PressReleaseListingViewSet


@hooks.register("register_admin_viewset")
def releases_listing():
    """The menu entry “Releases”."""
    return PressReleaseListingViewSet("releases")


@hooks.register("register_admin_urls")
def press_urls():
    """Links for reviewers, rehearsals, and advisories about convenings."""
    return [
        path("press/advisory/<int:convening_id>/", start_advisory, name="start_advisory"),
        path("press/<int:page_id>/reviewers/", reviewer_views.ReviewerLinksView.as_view(), name="reviewer_links"),
        path("press/reviewers/<int:link_id>/revoke/", reviewer_views.revoke, name="reviewer_link_revoke"),
        path("press/<int:page_id>/rehearsal/", RehearsalView.as_view(), name="embargo_rehearsals"),
    ]


@hooks.register("register_page_header_buttons")
def reviewer_links_in_editor(page, user, view_name, next_url=None):
    """The links for reviewers in the menu of the editor."""
    yield from _reviewer_links(page, user)


@hooks.register("register_page_listing_more_buttons")
def reviewer_links_in_list(page, user, next_url=None):
    """And in the menu of each draft in a list."""
    yield from _reviewer_links(page, user)


def _reviewer_links(page, user):
    if not page.live and page.depth > 1 and page.permissions_for_user(user).can_edit():
        url = reverse("reviewer_links", args=[page.pk])
        yield Button(_("Links for reviewers"), url, icon_name="link", priority=62)


@hooks.register("register_snippet_listing_buttons")
def advisory_about_convening(snippet, user, next_url=None):
    """A button of convenings, in their list and their editor: it posts, by Wagtail's own script."""
    if isinstance(snippet, Convening) and may_start_advisory(user):
        attrs = {
            "data-controller": "w-action",
            "data-action": "w-action#post",
            "data-w-action-url-value": reverse("start_advisory", args=[snippet.pk]),
        }
        yield Button(_("Start an advisory"), icon_name="doc-full-inverse", attrs=attrs, priority=15)


@hooks.register("register_log_actions")
def press_log_actions(registry):
    """What the history of a page says about its links."""
    registry.register_action("press.link_made", _("Make a reviewer link"), _("Made a link for a reviewer"))
    registry.register_action("press.link_revoked", _("Revoke a reviewer link"), _("Revoked the link of a reviewer"))
