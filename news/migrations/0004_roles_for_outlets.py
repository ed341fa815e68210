"""What each role may do with outlets. Whoever writes a mention may need one that is not there yet."""

from django.db import migrations

from core.roles import EDITORS, PRESS_TEAM, WRITERS, grant


def allow_outlets(apps, schema_editor):
    grant(apps, EDITORS, "news", "outlet", "add", "change", "delete", "view")
    grant(apps, PRESS_TEAM, "news", "outlet", "add", "change", "view")
    grant(apps, WRITERS, "news", "outlet", "add", "view")


class Migration(migrations.Migration):
    dependencies = [("news", "0003_mentions"), ("core", "0002_roles")]
    operations = [migrations.RunPython(allow_outlets, migrations.RunPython.noop)]
