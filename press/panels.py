"""Panels of the page editor that only the press room needs."""

from wagtail.admin.panels import FieldPanel


class WhenLivePanel(FieldPanel):
    """A field that makes sense for a published page only, and is not shown before."""

    class BoundPanel(FieldPanel.BoundPanel):
        """The panel for one page."""

        def is_shown(self):
            """Whether the page is published."""
            return self.instance.live and super().is_shown()
