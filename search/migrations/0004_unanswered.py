import django.db.models.deletion
from django.db import migrations, models

from core.roles import EDITORS, grant


def roles(apps, schema_editor):
    """Editors choose what stands first, and see what is searched for."""
    grant(apps, EDITORS, "wagtailsearchpromotions", "searchpromotion", "add", "change", "delete")


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_roles"),
        ("search", "0003_words"),
        ("wagtailsearchpromotions", "0008_query_verbose_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="Unanswered",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("date", models.DateField()),
                ("hits", models.PositiveIntegerField(default=0)),
                (
                    "query",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="unanswered",
                        to="wagtailsearchpromotions.query",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("query", "date"), name="unanswered_once_per_day")],
            },
        ),
        migrations.RunPython(roles, migrations.RunPython.noop),
    ]
