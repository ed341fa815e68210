"""Convenings are reviewed like posts."""

from django.db import migrations


def have_convenings_reviewed(apps, schema_editor):
    content_type, _created = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="convenings", model="convening"
    )
    workflow = apps.get_model("wagtailcore", "Workflow").objects.filter(name="Post review").first()
    if workflow:
        apps.get_model("wagtailcore", "WorkflowContentType").objects.get_or_create(
            content_type=content_type, defaults={"workflow": workflow}
        )


class Migration(migrations.Migration):
    dependencies = [
        ("convenings", "0002_roles"),
        ("core", "0002_roles"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(have_convenings_reviewed, migrations.RunPython.noop)]
