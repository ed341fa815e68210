"""Convenings on the home of the admin."""

from wagtail.admin.ui.components import Component

from . import reminders

SHOWN = 5


class RemindersPanel(Component):
    """The convenings that somebody should look at; nothing where there are none."""

    name = "convening_reminders"
    template_name = "admin/convenings/reminders.html"
    order = 16

    def get_context_data(self, parent_context):
        """Add `lines`: what is due, and `more`: how many others there are."""
        due = reminders.due()
        return {
            **super().get_context_data(parent_context),
            "lines": due[:SHOWN],
            "more": max(len(due) - SHOWN, 0),
        }
