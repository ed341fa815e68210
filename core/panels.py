"""What the home of the admin says besides Wagtail's own panels."""

from wagtail.admin.ui.components import Component

from worker.heartbeat import is_alive

from . import failures


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
