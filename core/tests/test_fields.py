import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from wagtail import fields
from wagtail.blocks import CharBlock, StreamBlock

from core.fields import StreamField
from home.models import HomePage, StandardPage
from home.tests.factories import StandardPageFactory

BODY = [{"type": "paragraph", "value": "<p>Rent is too high.</p>", "id": "first"}]


def test_a_change_of_blocks_needs_no_migration(monkeypatch):
    before = ProjectState.from_apps(apps)
    for model in (HomePage, StandardPage):
        for field in model._meta.local_fields:
            if isinstance(field, fields.StreamField):
                monkeypatch.setattr(field, "stream_block", StreamBlock([("anything_else", CharBlock())]))
    assert MigrationAutodetector(before, ProjectState.from_apps(apps))._detect_changes() == {}


def test_every_stream_keeps_its_blocks_out_of_migrations():
    others = [
        str(field)
        for model in apps.get_models()
        for field in model._meta.local_fields
        if isinstance(field, fields.StreamField) and not isinstance(field, StreamField)
    ]
    assert not others


@pytest.fixture(scope="module")
def historical(django_db_setup, django_db_blocker):
    """The models that a data migration after all others would get."""
    with django_db_blocker.unblock():
        return MigrationLoader(connection).project_state().apps


@pytest.mark.django_db
class TestDataMigration:
    def test_it_keeps_the_text_of_what_it_saves(self, historical, home_page):
        page = StandardPageFactory(parent=home_page, body=BODY)
        old = historical.get_model("home", "StandardPage").objects.get(pk=page.pk)
        old.title = "About us"
        old.save()
        page.refresh_from_db()
        assert page.title == "About us"
        assert list(page.body.raw_data) == BODY

    def test_it_can_read_and_change_the_text(self, historical, home_page):
        page = StandardPageFactory(parent=home_page, body=BODY)
        old = historical.get_model("home", "StandardPage").objects.get(pk=page.pk)
        assert list(old.body.raw_data) == BODY
        old.body = [{**block, "value": block["value"].replace("Rent", "The rent")} for block in old.body.raw_data]
        old.save()
        assert "The rent is too high." in StandardPage.objects.get(pk=page.pk).body.render_as_block()
