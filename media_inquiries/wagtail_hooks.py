"""The press desk in the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail_modeladmin.options import modeladmin_register

from . import log_actions
from .desk import dependents
from .inbox.admin import InquiryAdmin, press_team_only
from .inbox.panels import NextDeadlinesPanel
from .inbox.person_views import PersonView
from .inbox.report_views import StatisticsView
from .permissions import may_handle_inquiries

modeladmin_register(InquiryAdmin)


class PressTeamMenuItem(MenuItem):
    """A menu entry that only the press team sees."""

    def is_shown(self, request):
        """Whether this person handles inquiries."""
        return may_handle_inquiries(request.user)


@hooks.register("register_admin_urls")
def inquiry_urls():
    """The statistics, and one person's data."""
    return [
        path("reports/inquiries/", press_team_only(StatisticsView.as_view()), name="inquiry_statistics"),
        path("inquiries/person/", press_team_only(PersonView.as_view()), name="inquiry_person"),
    ]


@hooks.register("register_reports_menu_item")
def statistics_menu_item():
    """The statistics among the reports."""
    return PressTeamMenuItem(
        _("Inquiries in numbers"), reverse("inquiry_statistics"), name="inquiry-statistics", icon_name="mail", order=650
    )


@hooks.register("register_log_actions")
def inquiry_log_actions(registry):
    """What the log says about inquiries."""
    log_actions.register(registry)


@hooks.register("construct_homepage_panels")
def next_deadlines(request, panels):
    """Show `NextDeadlinesPanel` to the press team."""
    if may_handle_inquiries(request.user):
        panels.append(NextDeadlinesPanel())


@hooks.register("before_delete_page")
def keep_needed_desk(request, page):
    """Refuse before anybody is asked to confirm."""
    dependents.refuse_removal([page])


@hooks.register("before_bulk_action")
def keep_needed_desks(request, action_type, objects, action):
    """Leave the pages out that must stay, see `core.bulk_actions`; the others go."""
    if action_type != "delete" or not issubclass(action.model, Page):
        return
    while objects:
        try:
            return dependents.refuse_removal(objects)
        except dependents.DeskNeeded as refusal:
            desk = refusal.instance
            for page in [page for page in objects if page.pk == desk.pk or desk.is_descendant_of(page)]:
                objects.remove(page)  # it is the list that the action goes through
                action.refused.append((page, refusal))
