"""Editors choose what stands first, and see what is searched for."""

from django.db import migrations

from core.roles import EDITORS, grant


def allow_promotions(apps, schema_editor):
    grant(apps, EDITORS, "wagtailsearchpromotions", "searchpromotion", "add", "change", "delete")


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0002_words"),
        ("core", "0002_roles"),
        ("wagtailsearchpromotions", "0008_query_verbose_name"),
    ]
    operations = [migrations.RunPython(allow_promotions, migrations.RunPython.noop)]
