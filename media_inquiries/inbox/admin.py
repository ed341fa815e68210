"""The inquiries in the admin, by wagtail-modeladmin."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.urls import re_path
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail_modeladmin.helpers import AdminURLHelper, ButtonHelper, PermissionHelper
from wagtail_modeladmin.menus import ModelAdminMenuItem
from wagtail_modeladmin.options import ModelAdmin

from core.moments import moment_text
from media_inquiries.models import MediaInquiry
from media_inquiries.permissions import display_name, may_handle_inquiries

from .deadlines import time_left
from .exports import COLUMNS
from .inbox import FILTERS, InboxSearch, InboxView
from .inquiry_views import DONE, CorrectionView, InquiryView, handle


def press_team_only(view):
    """Open a view of the admin to the press team and to superusers, and to nobody else in the admin."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not may_handle_inquiries(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


NOTHING = "–"


class InquiryPermissions(PermissionHelper):
    """One permission for everything. Nobody makes or deletes inquiries here: reporters ask, the privacy job erases."""

    def user_can_list(self, user):
        """The press team."""
        return may_handle_inquiries(user)

    def user_can_create(self, user):
        """Nobody."""
        return False

    def user_can_delete_obj(self, user, obj):
        """Nobody."""
        return False

    def user_can_edit_obj(self, user, obj):
        """The press team, while there is something to correct."""
        return may_handle_inquiries(user) and obj.erased_at is None

    def user_can_inspect_obj(self, user, obj):
        """The press team."""
        return may_handle_inquiries(user)


class InquiryURLs(AdminURLHelper):
    """Addresses below /admin/inquiries/; an id is a number."""

    def _get_object_specific_action_url_pattern(self, action):
        return rf"^{self.base_url_path}/{action}/(?P<instance_pk>[0-9]{{1,18}})/$"


class InquiryButtons(ButtonHelper):
    """A line of the list opens the inquiry; everything else is there."""

    def get_primary_button(self, obj):
        """Open the inquiry."""
        return {"url": self.url_helper.get_action_url("inspect", obj.pk)}

    def get_buttons_for_obj(self, obj, **kwargs):
        """None."""
        return []


class InboxMenuItem(ModelAdminMenuItem):
    """The menu entry, with the number of new inquiries."""

    def render_component(self, request):
        """The entry; asks the database once, and only for people who see it."""
        new = MediaInquiry.objects.new().count()
        label = _("Inquiries (%(count)d new)") % {"count": new} if new else self.label
        return LinkMenuItem(self.name, label, self.url, icon_name=self.icon_name, classname=self.classname)


class InquiryAdmin(ModelAdmin):
    """The inbox."""

    model = MediaInquiry
    base_url_path = "inquiries"
    menu_label = _("Inquiries")
    menu_item_name = "inquiries"
    menu_icon = "mail"
    menu_order = 160
    permission_helper_class = InquiryPermissions
    url_helper_class = InquiryURLs
    button_helper_class = InquiryButtons
    index_view_class = InboxView
    inspect_view_class = InquiryView
    edit_view_class = CorrectionView
    inspect_view_enabled = True
    inspect_view_extra_css = ["css/inquiries.css"]
    history_view_enabled = False
    search_handler_class = InboxSearch
    search_fields = ["reference", "outlet", "name", "email", "message"]
    list_display = ["due", "who", "state_tag", "topic", "place", "answers"]
    list_display_add_buttons = "who"
    list_filter = FILTERS
    list_export = list(COLUMNS)
    list_per_page = 40
    empty_value_display = NOTHING
    list_select_related = ["topic", "place", "assignee", "proposed_assignee", "about"]
    ordering = ["rank", "due", "-created_at"]
    panels = ["outlet", "topic", "place", FieldPanel("deadline", help_text=_("In your own time zone."))]

    def get_queryset(self, request):
        """What the inbox holds."""
        return MediaInquiry.objects.in_inbox()

    def get_menu_item(self, order=None):
        """The entry with its number."""
        return InboxMenuItem(self, order or self.menu_order)

    def get_permissions_for_registration(self):
        """The one permission that counts, for the form of groups."""
        return super().get_permissions_for_registration().filter(codename="change_mediainquiry")

    def register_indexing(self):
        """Nothing: the lists of where a page or a topic is used are there for everybody."""

    def get_admin_urls_for_registration(self):
        """The addresses of modeladmin without making and deleting, and the buttons; all for the press team only."""
        urls = [url for url in super().get_admin_urls_for_registration() if not url.name.endswith(("create", "delete"))]
        actions = "|".join(DONE)
        pattern = rf"^{self.base_url_path}/(?P<instance_pk>[0-9]{{1,18}})/(?P<action>{actions})/$"
        urls.append(re_path(pattern, handle, name="inquiry_handle"))
        for url in urls:
            url.callback = press_team_only(url.callback)
        return urls

    def get_extra_class_names_for_field_col(self, obj, field_name):
        """A class for a cell that says nothing, which a narrow screen leaves out."""
        is_empty = {"topic": not obj.topic_id, "place": not obj.place_id, "answers": self.answers(obj) == NOTHING}
        return ["nothing"] if is_empty.get(field_name) else []

    def due(self, inquiry):
        """Deadline and time left."""
        if inquiry.deadline is None:
            return NOTHING
        date = moment_text(inquiry.deadline)
        if not inquiry.is_open:
            return date
        overdue = "overdue" if inquiry.deadline < timezone.now() else "left"
        return format_html(
            '<strong class="deadline {}">{}</strong><small>{}</small>', overdue, time_left(inquiry.deadline), date
        )

    due.short_description = _("Deadline")
    due.admin_order_field = "due"

    def who(self, inquiry):
        """Outlet, name and reference; the page it is about; why it was set aside."""
        names = [name for name in (inquiry.outlet, inquiry.name) if name]
        lines = [" · ".join([*names[1:], inquiry.reference])]
        if inquiry.about:
            lines.append(_("About “%(page)s”") % {"page": inquiry.about.title})
        if inquiry.suspicion:
            lines.append(inquiry.suspicion)
        return format_html(
            "<b>{}</b>{}",
            names[0] if names else _("Erased"),
            format_html_join("", "<small>{}</small>", ([line] for line in lines)),
        )

    who.short_description = _("From")
    who.admin_order_field = "outlet"

    def state_tag(self, inquiry):
        """Where it stands."""
        return format_html('<span class="w-status state-{}">{}</span>', inquiry.state, inquiry.get_state_display())

    state_tag.short_description = _("State")
    state_tag.admin_order_field = "state"

    def answers(self, inquiry):
        """Who answers, or who is proposed."""
        if inquiry.assignee:
            return display_name(inquiry.assignee)
        if inquiry.proposed_assignee and inquiry.is_open:
            return _("proposed: %(name)s") % {"name": display_name(inquiry.proposed_assignee)}
        return NOTHING

    answers.short_description = _("Assigned to")
