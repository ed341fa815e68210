"""What the log says about inquiries. Its entries name the reference and colleagues, never the reporter."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

# Action, its name in filters, its line in a history.
ACTIONS = [
    ("inquiry.created", gettext_lazy("Ask"), gettext_lazy("Asked")),
    ("inquiry.answered", gettext_lazy("Answer an inquiry"), gettext_lazy("Marked as answered")),
    ("inquiry.closed", gettext_lazy("Close an inquiry"), gettext_lazy("Closed")),
    ("inquiry.reopened", gettext_lazy("Reopen an inquiry"), gettext_lazy("Reopened")),
    ("inquiry.released", gettext_lazy("Release an inquiry"), gettext_lazy("Released from quarantine")),
    ("inquiry.exported", gettext_lazy("Export inquiries"), gettext_lazy("Exported")),
    ("inquiry.erased", gettext_lazy("Erase personal data"), gettext_lazy("Personal data erased")),
]


class AssignedFormatter(LogFormatter):
    """Says to whom."""

    label = gettext_lazy("Assign an inquiry")

    def format_message(self, log_entry):
        """One line of a history."""
        return _("Assigned to %(name)s") % {"name": log_entry.data.get("to", "")}


def register(registry):
    """Tell Wagtail's registry of log actions about ours."""
    for action in ACTIONS:
        registry.register_action(*action)
    registry.register_action("inquiry.assigned")(AssignedFormatter)
