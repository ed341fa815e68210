"""Home in the admin."""

from wagtail import hooks

from .panels import StartHerePanel


@hooks.register("construct_homepage_panels")
def start_here(request, panels):
    """Show `StartHerePanel`."""
    panels.append(StartHerePanel())
