"""What each role may do with series and authors."""

from django.db import migrations

from core.roles import EDITORS, PRESS_TEAM, WRITERS, grant


def allow_series_and_authors(apps, schema_editor):
    for model in ("series", "author"):
        grant(apps, EDITORS, "news", model, "add", "change", "delete", "view")
        grant(apps, WRITERS, "news", model, "view")
        grant(apps, PRESS_TEAM, "news", model, "view")


class Migration(migrations.Migration):
    dependencies = [("news", "0001_initial"), ("core", "0002_roles")]
    operations = [migrations.RunPython(allow_series_and_authors, migrations.RunPython.noop)]
