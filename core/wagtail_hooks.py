"""Core in the admin."""

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html, json_script
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from . import reports
from .admin_moments import say_what_happened, write_out_moments
from .bulk_actions import action_classes
from .failure_views import try_tasks_again
from .files import refuse_document
from .gaps import tell_of_gaps
from .lengths import counter_words
from .link_handlers import PublicDocumentLinkHandler, PublicPageLinkHandler
from .panels import FailuresPanel, WorkerStoppedPanel
from .viewsets import TaxonomyViewSetGroup

register_snippet(TaxonomyViewSetGroup)


@hooks.register("register_rich_text_features", order=10)
def public_links(features):
    """Have links to pages and documents written for readers by our own handlers."""
    features.register_link_type(PublicPageLinkHandler)
    features.register_link_type(PublicDocumentLinkHandler)


hooks.register("before_serve_document", refuse_document)
hooks.register("register_reports_menu_item", reports.menu_item)
hooks.register("register_admin_urls", reports.addresses)
hooks.register("before_edit_page", tell_of_gaps)
hooks.register("before_edit_snippet", tell_of_gaps)
write_out_moments()


@hooks.register("construct_homepage_panels")
def warn_of_a_stopped_worker(request, panels):
    """Show `WorkerStoppedPanel` first."""
    panels.append(WorkerStoppedPanel())


@hooks.register("insert_global_admin_css")
def style_editor():
    """The stylesheet of what the editor shows besides Wagtail's own."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/editor.css"))


@hooks.register("construct_homepage_panels")
def name_failures(request, panels):
    """Show `FailuresPanel`."""
    panels.append(FailuresPanel())


@hooks.register("register_admin_urls")
def failures_urls():
    """The button of `FailuresPanel`."""
    return [path("failures/try-again/", try_tasks_again, name="try_tasks_again")]


hooks.register("after_publish_page", say_what_happened, order=1000)  # the last one, for it answers


@hooks.register("insert_global_admin_js")
def start_widgets():
    """The script that starts widgets; see `core.security.start_widget`."""
    return format_html('<script src="{}"></script>', static("js/admin.js"))


for action_class in action_classes():
    hooks.register("register_bulk_action", action_class, order=10)  # after Wagtail's, whose place they take


@hooks.register("insert_global_admin_js")
def count_characters():
    """Return the script that shows how long a text is, with its sentences."""
    words = json_script(counter_words(), "text-length-words")
    return format_html('{}<script type="module" src="{}"></script>', words, static("js/text-length.js"))
