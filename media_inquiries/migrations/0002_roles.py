"""Only the press team sees inquiries; it keeps the settings of its desk."""

from django.db import migrations

from core.roles import PRESS_TEAM, grant


def allow_inquiries(apps, schema_editor):
    grant(apps, PRESS_TEAM, "media_inquiries", "mediainquiry", "view", "change")
    grant(apps, PRESS_TEAM, "media_inquiries", "desksettings", "change")


class Migration(migrations.Migration):
    dependencies = [("media_inquiries", "0001_initial"), ("core", "0002_roles")]
    operations = [migrations.RunPython(allow_inquiries, migrations.RunPython.noop)]
