"""Core in the admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .files import refuse_document
from .gaps import tell_of_gaps
from .link_handlers import LeanPageLinkHandler
from .panels import WorkerStoppedPanel
from .viewsets import TaxonomyViewSetGroup

register_snippet(TaxonomyViewSetGroup)


@hooks.register("register_rich_text_features", order=10)
def lean_page_links(features):
    """Have links to pages rewritten by `LeanPageLinkHandler`."""
    features.register_link_type(LeanPageLinkHandler)


hooks.register("before_serve_document", refuse_document)
hooks.register("before_edit_page", tell_of_gaps)
hooks.register("before_edit_snippet", tell_of_gaps)


@hooks.register("construct_homepage_panels")
def warn_of_a_stopped_worker(request, panels):
    """Show `WorkerStoppedPanel` first."""
    panels.append(WorkerStoppedPanel())


@hooks.register("insert_global_admin_js")
def start_widgets():
    """The script that starts widgets; see `core.security.start_widget`."""
    return format_html('<script src="{}"></script>', static("js/admin.js"))
