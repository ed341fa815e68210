from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Heartbeat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('beat_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='JobRun',
            fields=[
                ('name', models.CharField(max_length=100, primary_key=True, serialize=False)),
                ('last_run_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Failure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('name', models.CharField(max_length=255)),
                ('began_at', models.DateTimeField(null=True)),
                ('failed_at', models.DateTimeField(null=True)),
                ('reported_at', models.DateTimeField(null=True)),
                ('error', models.TextField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'name'), name='one_failure_a_piece_of_work')],
            },
        ),
    ]
