"""What each role may do with convenings."""

from django.db import migrations

from core.roles import EDITORS, PRESS_TEAM, WRITERS, grant


def allow_convenings(apps, schema_editor):
    for group in (EDITORS, PRESS_TEAM):
        grant(apps, group, "convenings", "convening", "add", "change", "delete", "view", "publish", "lock", "unlock")
    grant(apps, WRITERS, "convenings", "convening", "add", "change", "view")


class Migration(migrations.Migration):
    dependencies = [("convenings", "0001_initial"), ("core", "0002_roles")]
    operations = [migrations.RunPython(allow_convenings, migrations.RunPython.noop)]
