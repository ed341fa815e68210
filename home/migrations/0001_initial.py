import core.fields
import core.gaps
import core.locks
import core.moments
import core.publication
import django.db.models.deletion
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0001_initial'),
        ('images', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='HomePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('published_at', core.moments.MomentField(blank=True, db_index=True, help_text='Leave it empty: the moment it goes live. Set it only to date the page back.', null=True, validators=[core.moments.validate_year], verbose_name='date')),
                ('teaser', models.TextField(blank=True, help_text='What the reader learns, in one or two sentences. Shown in lists, feeds and search results.', verbose_name='teaser')),
                ('sections', core.fields.StreamField([], blank=True, verbose_name='sections')),
                ('lead_photo', models.ForeignKey(blank=True, help_text='Opens the page and stands beside its headline in lists.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='lead photo')),
                ('places', modelcluster.fields.ParentalManyToManyField(blank=True, to='core.place', verbose_name='places')),
                ('share_image', models.ForeignKey(blank=True, help_text='Shown when somebody shares the page. The lead photo if left empty.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='share image')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, to='core.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'home page',
                'verbose_name_plural': 'home pages',
            },
            bases=(core.publication.PublicationRules, core.gaps.OpensWithGaps, core.locks.ScheduleLockMixin, 'wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='StandardPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('published_at', core.moments.MomentField(blank=True, db_index=True, help_text='Leave it empty: the moment it goes live. Set it only to date the page back.', null=True, validators=[core.moments.validate_year], verbose_name='date')),
                ('show_as_updated', models.BooleanField(default=False, help_text='Readers see “Updated” with the date, and feeds show it anew. Not for a comma.', verbose_name='show as updated')),
                ('updated_at', core.moments.MomentField(editable=False, null=True)),
                ('teaser', models.TextField(blank=True, help_text='What the reader learns, in one or two sentences. Shown in lists, feeds and search results.', verbose_name='teaser')),
                ('body', core.fields.StreamField([], blank=True, verbose_name='text')),
                ('lead_photo', models.ForeignKey(blank=True, help_text='Opens the page and stands beside its headline in lists.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='lead photo')),
                ('places', modelcluster.fields.ParentalManyToManyField(blank=True, to='core.place', verbose_name='places')),
                ('share_image', models.ForeignKey(blank=True, help_text='Shown when somebody shares the page. The lead photo if left empty.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='share image')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, to='core.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'standard page',
                'verbose_name_plural': 'standard pages',
            },
            bases=(core.publication.PublicationRules, core.gaps.OpensWithGaps, core.locks.ScheduleLockMixin, 'wagtailcore.page', models.Model),
        ),
    ]
