import core.moments
import django.db.models.deletion
import search.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wagtailcore', '0098_apitoken'),
        ('wagtailsearchpromotions', '0008_query_verbose_name'),
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to=settings.WAGTAIL_PAGE_MODEL, verbose_name='page')),
                ('kind', models.CharField(choices=search.models.kind_choices, db_index=True, max_length=20, verbose_name='kind')),
                ('published_at', core.moments.MomentField(db_index=True, verbose_name='date')),
            ],
            options={
                'verbose_name': 'entry',
                'verbose_name_plural': 'entries',
            },
        ),
        migrations.CreateModel(
            name='EntryTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('facet', models.CharField(max_length=20)),
                ('term', models.PositiveBigIntegerField()),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='search.entry')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('facet', 'term', 'entry'), name='term_once_per_entry')],
            },
        ),
        migrations.CreateModel(
            name='Unanswered',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('date', models.DateField()),
                ('hits', models.PositiveIntegerField(default=0)),
                ('query', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='unanswered', to='wagtailsearchpromotions.query')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('query', 'date'), name='unanswered_once_per_day')],
            },
        ),
    ]
