"""Inquiries on the home of the admin."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from wagtail.admin.ui.components import Component

from media_inquiries.models import MediaInquiry

from .deadlines import time_left

SHOWN = 5
FORGOTTEN_AFTER = timedelta(days=30)


class NextDeadlinesPanel(Component):
    """The most urgent open inquiries."""

    name = "inquiry_deadlines"
    template_name = "admin/inquiries/panel.html"
    order = 15

    @property
    def media(self):
        """The look of the inbox."""
        return forms.Media(css={"all": ["css/inquiries.css"]})

    def get_context_data(self, parent_context):
        """Lines of inquiry, words for the time left, overdue or not; and how many seem to be forgotten."""
        now = timezone.now()
        waiting = MediaInquiry.objects.open()
        urgent = waiting.filter(deadline__isnull=False).by_deadline().select_related("assignee", "topic")[:SHOWN]
        return {
            **super().get_context_data(parent_context),
            "lines": [(inquiry, time_left(inquiry.deadline, now), inquiry.deadline < now) for inquiry in urgent],
            "forgotten": waiting.filter(created_at__lt=now - FORGOTTEN_AFTER).count(),
        }
