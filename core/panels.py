"""What the home of the admin says besides Wagtail's own panels."""

from wagtail.admin.ui.components import Component

from worker.heartbeat import is_alive


class WorkerStoppedPanel(Component):
    """A warning while the background worker is not running: nothing scheduled goes live then."""

    name = "worker_stopped"
    template_name = "admin/worker_stopped.html"
    order = 10

    def render_html(self, parent_context=None):
        """The warning, or nothing while the worker lives."""
        return "" if is_alive() else super().render_html(parent_context)
