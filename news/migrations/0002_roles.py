"""What each role may do with series, authors and outlets."""

from django.db import migrations

from core.roles import EDITORS, PRESS_TEAM, WRITERS, grant


def allow_snippets(apps, schema_editor):
    for model in ("series", "author"):
        grant(apps, EDITORS, "news", model, "add", "change", "delete", "view")
        grant(apps, WRITERS, "news", model, "view")
        grant(apps, PRESS_TEAM, "news", model, "view")
    # Whoever writes a mention may need an outlet that is not there yet.
    grant(apps, EDITORS, "news", "outlet", "add", "change", "delete", "view")
    grant(apps, PRESS_TEAM, "news", "outlet", "add", "change", "view")
    grant(apps, WRITERS, "news", "outlet", "add", "view")


class Migration(migrations.Migration):
    dependencies = [("news", "0001_initial"), ("core", "0002_roles")]
    operations = [migrations.RunPython(allow_snippets, migrations.RunPython.noop)]
