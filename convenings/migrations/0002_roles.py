"""What each role may do with convenings, which are reviewed like posts."""

from django.db import migrations

from core.roles import EDITORS, PRESS_TEAM, WRITERS, grant


def allow_convenings(apps, schema_editor):
    for group in (EDITORS, PRESS_TEAM):
        grant(apps, group, "convenings", "convening", "add", "change", "delete", "view", "publish", "lock", "unlock")
    grant(apps, WRITERS, "convenings", "convening", "add", "change", "view")


def have_convenings_reviewed(apps, schema_editor):
    content_type, _created = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="convenings", model="convening"
    )
    workflow = apps.get_model("wagtailcore", "Workflow").objects.get(name="Post review")
    apps.get_model("wagtailcore", "WorkflowContentType").objects.create(content_type=content_type, workflow=workflow)


class Migration(migrations.Migration):
    dependencies = [
        ("convenings", "0001_initial"),
        ("core", "0002_roles"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [
        migrations.RunPython(allow_convenings, migrations.RunPython.noop),
        migrations.RunPython(have_convenings_reviewed, migrations.RunPython.noop),
    ]
