"""Panels of the page editor that page types share, and what the home of the admin says."""

from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.components import Component

from worker.heartbeat import is_alive

from . import failures


class WhenLivePanel(FieldPanel):
    """A field that makes sense for a published page only, and is not shown before."""

    class BoundPanel(FieldPanel.BoundPanel):
        """The panel for one page."""

        def is_shown(self):
            """Whether the page is published."""
            return bool(self.instance.pk and self.instance.live and super().is_shown())


class AskedPanel(FieldPanel):
    """A field that answers a question, and is shown once the form asks it."""

    class BoundPanel(FieldPanel.BoundPanel):
        """The panel for one page."""

        def is_shown(self):
            """Whether the form asks, or has its answer already."""
            is_answered = self.form and self.form.is_bound and (self.bound_field.errors or self.bound_field.data)
            return bool(super().is_shown() and is_answered)


class WorkerStoppedPanel(Component):
    """A warning while the background worker is not running: nothing scheduled goes live then."""

    name = "worker_stopped"
    template_name = "admin/worker_stopped.html"
    order = 10

    def render_html(self, parent_context=None):
        """The warning, or nothing while the worker lives."""
        return "" if is_alive() else super().render_html(parent_context)


class FailuresPanel(Component):
    """What was scheduled and fails, for those who may publish it; superusers see jobs and tasks too."""

    name = "failures"
    template_name = "admin/failures.html"
    order = 12
    shown = 10

    def get_context_data(self, parent_context):
        """Add `lines`: what fails, and `more`: how many others there are."""
        lines = failures.lines_for(parent_context["request"].user)
        return {
            **super().get_context_data(parent_context),
            "lines": lines[: self.shown],
            "more": max(len(lines) - self.shown, 0),
            "csrf_token": parent_context.get("csrf_token"),
        }
