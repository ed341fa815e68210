"""Versions that name what has been deleted open all the same, and the editor says what is missing."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, RevisionMixin

from core import uses
from core.uses import uses_of
from tests.references import SOURCES, Targets, filled, give, make_source

pytestmark = [pytest.mark.django_db, pytest.mark.indexes]

WITH_REVISIONS = [model for model in SOURCES if issubclass(model, RevisionMixin)]
each_model = pytest.mark.parametrize("model", WITH_REVISIONS, ids=[model.__name__ for model in WITH_REVISIONS])


@pytest.fixture
def broken(home_page, blog, monkeypatch):
    """A function that makes something whose draft names nothing but what has been deleted since."""

    def make(model, version="draft"):
        source, targets = make_source(model, home_page), Targets(blog)
        give(source, filled(model, targets), version)
        with monkeypatch.context() as patch:
            patch.setattr(uses, "_uses_that_keep", lambda *args: [])
            for target in targets.made.values():
                target.delete()
        return model.objects.get(pk=source.pk)

    return make


def views_of(thing, revision):
    """The addresses of the admin that open the version."""
    if isinstance(thing, Page):
        names = {
            "edit": [],
            "view_draft": [],
            "history": [],
            "copy": [],
            "delete": [],
            "unpublish": [],
            "revisions_view": [revision.pk],
            "revisions_revert": [revision.pk],
            "revisions_compare": ["live", revision.pk],
        }
        return [reverse(f"wagtailadmin_pages:{name}", args=[thing.pk, *args]) for name, args in names.items()]
    names = {
        "edit": [],
        "history": [],
        "copy": [],
        "delete": [],
        "usage": [],
        "revisions_view": [revision.pk],
        "revisions_revert": [revision.pk],
        "revisions_compare": ["live", revision.pk],
    }
    viewset = thing.snippet_viewset
    return [reverse(viewset.get_url_name(name), args=[thing.pk, *args]) for name, args in names.items()]


@each_model
def test_it_opens_everywhere_and_the_editor_names_the_gaps(admin_client, broken, model):
    thing = broken(model)
    for address in views_of(thing, thing.latest_revision):
        response = admin_client.get(address)
        assert response.status_code == 200, (address, response.get("Location"))
    editor = admin_client.get(views_of(thing, thing.latest_revision)[0]).content.decode()
    assert "something in it has been deleted" in editor
    assert "photo (" in editor
    assert "topic (" in editor


@each_model
def test_a_version_that_waited_is_published_without_them(broken, model):
    thing = broken(model, "scheduled")
    moment = timezone.now() - timedelta(minutes=1)
    assert thing.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=moment) == 1
    model.objects.filter(pk=thing.pk).update(live=False)
    call_command("publish_scheduled")
    assert model.objects.get(pk=thing.pk).live


@each_model
def test_a_draft_that_is_whole_opens_without_a_warning(admin_client, home_page, blog, model):
    source, targets = make_source(model, home_page), Targets(blog)
    revision = give(source, filled(model, targets), "draft")
    editor = admin_client.get(views_of(source, revision)[0]).content.decode()
    assert "has been deleted" not in editor
    for path, target in targets.made.items():
        assert uses_of(target), path
