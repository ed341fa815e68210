import json
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.admin import widgets
from wagtail.admin.widgets.workflows import AdminTaskChooser
from wagtail.documents.models import Document

from core.models import Topic

INLINE_SCRIPT = re.compile(r"""<script(?![^>]*(\bsrc=|type="(application|text)/(ld\+)?json))[^>]*>""")
HANDLER = re.compile(r"""\son[a-z]+\s*=\s*["']|javascript:""")


def policy(response):
    """The directives of the response's policy, by name."""
    directives = (directive.split() for directive in response["Content-Security-Policy"].split(";"))
    return {name: set(sources) for name, *sources in directives}


def started(html):
    """The calls by which the HTML starts its widgets, as [name, *arguments]."""
    return [
        json.loads(data)
        for data in re.findall(r'<script type="application/json">(.*?)</script><start-widget></start-widget>', html)
    ]


@pytest.mark.django_db
def test_public_pages_allow_nothing_inline(client, home_page):
    directives = policy(client.get("/"))
    assert directives["default-src"] == {"'none'"}
    assert directives["script-src"] == directives["style-src"] == {"'self'"}
    assert directives["frame-ancestors"] == {"'self'"}


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["wagtailadmin_home", "wagtailadmin_explore_root", "wagtailadmin_javascript_catalog"])
def test_the_admin_allows_inline_styles_but_no_inline_scripts(admin_client, name):
    directives = policy(admin_client.get(reverse(name)))
    assert directives["script-src"] == {"'self'"}
    assert directives["style-src"] == {"'self'", "'unsafe-inline'"}
    assert {"data:", "blob:"} <= directives["img-src"]
    assert directives["frame-ancestors"] == {"'self'"}


@pytest.fixture
def document(db):
    """An uploaded document."""
    return Document.objects.create(title="The toolkit", file=ContentFile(b"%PDF-1.4", name="toolkit.pdf"))


@pytest.mark.indexes
def test_a_document_may_load_nothing(admin_client, document):
    response = admin_client.get(document.url)
    assert policy(response) == {"default-src": {"'none'"}}
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("address", ["/", "/nothing-here/", "/feed.rss", "/admin/", "/admin/login/", "/healthz"])
def test_every_answer_is_kept_from_other_sites(client, home_page, address):
    response = client.get(address)
    assert policy(response)["frame-ancestors"] == {"'self'"}
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


@pytest.mark.parametrize(
    ("widget", "start"),
    [
        (widgets.AdminDateInput(), ["initDateChooser", "id_it", {"dayOfWeekStart": 0, "format": "Y-m-d"}]),
        (widgets.AdminTimeInput(), ["initTimeChooser", "id_it", {"format": "H:i", "formatTime": "H:i"}]),
        (AdminTaskChooser(), ["createTaskChooser", "id_it"]),
    ],
)
def test_widgets_start_by_data(widget, start):
    assert started(widget.render("it", None, {"id": "id_it"})) == [start]


def test_what_is_chosen_cannot_end_the_data():
    chooser = widgets.AdminPageChooser(linked_fields={"place": "</script><b>"})
    html = chooser.render("it", None, {"id": "id_it"})
    assert "<b>" not in html
    [[name, element_id, options]] = started(html)
    assert (name, element_id, options["linkedFields"]) == ("PageChooser", "id_it", {"place": "</script><b>"})


def inline_widgets():
    """Every chooser there is, and the fields with a calendar."""
    waiting = [widgets.BaseChooser]
    while waiting:
        widget_class = waiting.pop()
        waiting += widget_class.__subclasses__()
        if hasattr(widget_class, "chooser_modal_url_name"):  # else it is only a base
            yield widget_class
    yield from (widgets.AdminDateInput, widgets.AdminTimeInput, widgets.AdminDateTimeInput)


@pytest.mark.parametrize("widget_class", list(inline_widgets()), ids=lambda widget_class: widget_class.__name__)
def test_no_widget_has_an_inline_script(widget_class):
    """Fails when Wagtail changes how a widget starts itself."""
    widget = widget_class(**({"model": Topic} if widget_class.__name__ == "AdminSnippetChooser" else {}))
    html = widget.render("it", None, {"id": "id_it"})
    assert not INLINE_SCRIPT.search(html)
    assert len(started(html)) == 1


@pytest.mark.indexes
def test_wagtail_has_inline_scripts_where_we_know_them_and_nowhere_else():
    """Fails when a new Wagtail brings another, or gets rid of one: then look at `core.security` again."""
    found = set()
    for config in apps.get_app_configs():
        for path in Path(config.path, "templates").rglob("*.html"):
            text = path.read_text()
            if INLINE_SCRIPT.search(text) or HANDLER.search(text):
                found.add(path.relative_to(Path(config.path, "templates")).as_posix())
    assert found == {
        "wagtailadmin/panels/inline_panel.html",
        "wagtailadmin/panels/multiple_chooser_panel.html",
        "wagtailadmin/widgets/date_input.html",
        "wagtailadmin/widgets/datetime_input.html",
        "wagtailadmin/widgets/time_input.html",
        "wagtailsearchpromotions/add.html",
        "wagtailsearchpromotions/edit.html",
    }
