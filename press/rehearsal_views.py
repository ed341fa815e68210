"""The rehearsal of an embargo in the admin."""

from functools import partial

from django import forms
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from .embargo import in_four_zones
from .models import PressRelease
from .rehearsal import begin
from .reviewer_views import page_to_edit
from .tasks import rehearse_embargo


class RehearsalView(WagtailAdminTemplateMixin, TemplateView):
    """What the last rehearsal found, line by line, and a button for the next one."""

    template_name = "admin/press/rehearsal.html"
    page_title = _("Embargo rehearsal")
    header_icon = "view"

    @cached_property
    def release(self):
        """The release, if this user may edit it."""
        page = page_to_edit(self.request.user, self.kwargs["page_id"])
        if not isinstance(page, PressRelease):
            raise Http404
        return page

    def dispatch(self, request, *args, **kwargs):
        """Nothing is shown to whoever may not edit the release."""
        return super().dispatch(request, *args, release=self.release, **kwargs)

    def get_page_subtitle(self):
        """Which release."""
        return self.release.get_admin_display_title()

    def get_breadcrumbs_items(self):
        """Below the editor of the release."""
        editor = reverse("wagtailadmin_pages:edit", args=[self.release.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": editor, "label": self.release.get_admin_display_title()},
            {"url": "", "label": self.page_title},
        ]

    def post(self, request, *args, **kwargs):
        """Begin a rehearsal; the queue does it."""
        rehearsal = begin(self.release, request.user)
        transaction.on_commit(partial(rehearse_embargo.enqueue, rehearsal.pk))
        return redirect("embargo_rehearsals", self.release.pk)

    def get_context_data(self, **kwargs):
        """Add the last rehearsal and its lines, what is wrong first; and when the release goes live."""
        rehearsal = self.release.rehearsals.first()
        lines = rehearsal.lines if rehearsal else []
        moment = self.release.scheduled_moment
        return super().get_context_data(
            rehearsal=rehearsal,
            wrong=[line for line in lines if line["outcome"] != "clean"],
            clean=[line for line in lines if line["outcome"] == "clean"],
            leaks=sum(line["outcome"] == "leak" for line in lines),
            zones=in_four_zones(moment) if moment else [],
            media=forms.Media(css={"all": ["css/press-admin.css"]}),
            **kwargs,
        )
