from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("media_inquiries", "0003_form_limits")]
    operations = [
        migrations.AlterField(
            model_name="inquirymessage",
            name="kind",
            field=models.CharField(
                choices=[
                    ("notification", "New inquiry, to the desk"),
                    ("confirmation", "Confirmation, to the reporter"),
                    ("assignment", "Assignment, to a colleague"),
                    ("reminder", "Reminder before the deadline"),
                    ("overdue", "Reminder after the deadline"),
                ],
                max_length=12,
                verbose_name="kind",
            ),
        ),
    ]
