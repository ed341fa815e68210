"""Reviewer links in the admin: made, listed with their visits, and revoked by those who may edit the page."""

from datetime import timedelta

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.log_actions import log
from wagtail.models import Page

from core.time_zones import zone_name

from .models import ReviewerLink

USUAL = timedelta(days=7)
LONGEST = timedelta(days=366)


def page_to_edit(user, page_id):
    """The page as its page type has it, in its newest draft, if somebody may edit it.

    Raises:
        Http404: if there is no such page.
        PermissionDenied: if this user may not edit it.
    """
    page = get_object_or_404(Page.objects.filter(depth__gt=1), pk=page_id)
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return page.specific.get_latest_revision_as_object()


class ReviewerLinkForm(forms.ModelForm):
    """Whom a link is given to, and until when it shows the draft."""

    class Meta:
        model = ReviewerLink
        fields = ["given_to", "expires_at"]
        widgets = {"expires_at": AdminDateTimeInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        zone = zone_name(timezone.get_current_timezone_name())
        self.fields["expires_at"].help_text = _("In your own time zone, %(zone)s.") % {"zone": zone}

    def clean_expires_at(self):
        """A moment to come, within a year."""
        moment = self.cleaned_data["expires_at"]
        if moment <= timezone.now():
            raise forms.ValidationError(_("This moment has passed. Choose a later one."))
        if moment > timezone.now() + LONGEST:
            raise forms.ValidationError(_("A link is good for a year at most."))
        return moment


class ReviewerLinksView(WagtailAdminTemplateMixin, FormView):
    """All links to the drafts of one page, and a form for another one."""

    template_name = "admin/press/reviewer_links.html"
    page_title = gettext_lazy("Links for reviewers")
    header_icon = "link"
    form_class = ReviewerLinkForm

    @cached_property
    def page(self):
        """The page, if this user may edit it."""
        return page_to_edit(self.request.user, self.kwargs["page_id"])

    def dispatch(self, request, *args, **kwargs):
        """Nothing is shown to whoever may not edit the page, and a public page needs no new links."""
        if self.page.live and request.method == "POST":
            messages.error(request, _("The page is public: everybody can read it without a link."))
            return redirect("reviewer_links", self.page.pk)
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        """Which page."""
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        """Below the editor of the page."""
        editor = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": editor, "label": self.page.get_admin_display_title()},
            {"url": "", "label": self.page_title},
        ]

    def get_initial(self):
        """Until the embargo ends, or for a week."""
        now = timezone.now()
        is_embargoed = getattr(self.page, "is_under_embargo", False)
        return {"expires_at": min(self.page.embargo_until, now + LONGEST) if is_embargoed else now + USUAL}

    def form_valid(self, form):
        """Make the link; it stands first in the list."""
        form.instance.page_id, form.instance.created_by = self.page.pk, self.request.user
        link = form.save()
        log(self.page, "press.link_made", user=self.request.user, data={"to": link.given_to})
        messages.success(self.request, _("The link for %(name)s is ready to be copied.") % {"name": link.given_to})
        return redirect("reviewer_links", self.page.pk)

    def get_context_data(self, **kwargs):
        """Add the links with their full addresses."""
        site = self.page.get_site()
        links = list(self.page.reviewer_links.select_related("created_by"))
        for link in links:
            link.address = (site.root_url if site else "") + reverse("review", args=[link.token])
        form = kwargs.setdefault("form", self.get_form())
        media = form.media + forms.Media(css={"all": ["css/press-admin.css"]})
        return super().get_context_data(page=self.page, links=links, media=media, **kwargs)


@require_POST
def revoke(request, link_id):
    """Close a link at once, for good."""
    link = get_object_or_404(ReviewerLink, pk=link_id)
    page = page_to_edit(request.user, link.page_id)
    if link.revoked_at is None:
        link.revoked_at = timezone.now()
        link.save(update_fields=["revoked_at"])
        log(page, "press.link_revoked", user=request.user, data={"to": link.given_to})
    messages.success(request, _("The link for %(name)s shows nothing any more.") % {"name": link.given_to})
    return redirect("reviewer_links", page.pk)
