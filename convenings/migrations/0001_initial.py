import core.fields
import core.gaps
import core.locks
import core.moments
import core.publication
import core.time_zones
import datetime
import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import wagtail.contrib.routable_page.models
import wagtail.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0001_initial'),
        ('images', '0001_initial'),
        ('media_inquiries', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Convening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('live', models.BooleanField(default=True, editable=False, verbose_name='live')),
                ('has_unpublished_changes', models.BooleanField(default=False, editable=False, verbose_name='has unpublished changes')),
                ('first_published_at', models.DateTimeField(blank=True, db_index=True, null=True, verbose_name='first published at')),
                ('last_published_at', models.DateTimeField(editable=False, null=True, verbose_name='last published at')),
                ('go_live_at', models.DateTimeField(blank=True, null=True, verbose_name='go live date/time')),
                ('expire_at', models.DateTimeField(blank=True, null=True, verbose_name='expiry date/time')),
                ('expired', models.BooleanField(default=False, editable=False, verbose_name='expired')),
                ('locked', models.BooleanField(default=False, editable=False, verbose_name='locked')),
                ('locked_at', models.DateTimeField(editable=False, null=True, verbose_name='locked at')),
                ('name', models.CharField(max_length=100, unique=True, verbose_name='name')),
                ('slug', models.SlugField(blank=True, help_text='The part of the web address that names it. Made from the name if left empty.', max_length=100, unique=True, verbose_name='address')),
                ('short_name', models.CharField(blank=True, help_text='As people say it, such as “LP2023”.', max_length=30, verbose_name='short name')),
                ('starts_on', models.DateField(blank=True, help_text='A draft may wait for it. Nothing else is needed for a save-the-date.', null=True, validators=[django.core.validators.MinValueValidator(datetime.date(1990, 1, 1), 'Please check the year.'), django.core.validators.MaxValueValidator(datetime.date(2100, 1, 1), 'Please check the year.')], verbose_name='first day')),
                ('ends_on', models.DateField(blank=True, help_text='Leave it empty if it takes one day.', null=True, validators=[django.core.validators.MinValueValidator(datetime.date(1990, 1, 1), 'Please check the year.'), django.core.validators.MaxValueValidator(datetime.date(2100, 1, 1), 'Please check the year.')], verbose_name='last day')),
                ('starts_at', models.TimeField(blank=True, help_text='On the first day. Leave it empty until you know it.', null=True, verbose_name='from')),
                ('ends_at', models.TimeField(blank=True, help_text='On the last day.', null=True, verbose_name='until')),
                ('time_zone', models.CharField(blank=True, choices=core.time_zones.zone_choices, help_text='The zone of the times, usually that of the place.', max_length=50, verbose_name='time zone')),
                ('attendance', models.CharField(choices=[('in-person', 'In person'), ('online', 'Online'), ('both', 'In person and online')], default='in-person', max_length=10, verbose_name='where')),
                ('venue', models.CharField(blank=True, help_text='The house people look for, such as “Union Hall”.', max_length=120, verbose_name='venue')),
                ('street', models.CharField(blank=True, help_text='Street and number, so that maps find it.', max_length=120, verbose_name='street')),
                ('online_address', models.URLField(blank=True, help_text='Where people join online.', verbose_name='online address')),
                ('online_address_is_public', models.BooleanField(default=False, help_text='Until you tick it, nobody but editors sees the address.', verbose_name='show the online address to everybody')),
                ('status', models.CharField(choices=[('save-the-date', 'Save the date'), ('open', 'Registration open'), ('closed', 'Registration closed'), ('postponed', 'Postponed'), ('cancelled', 'Cancelled')], default='save-the-date', help_text='Every page that announces it shows this. That it is past, they notice by themselves.', max_length=20, verbose_name='status')),
                ('registration_url', models.URLField(blank=True, help_text='Where the button leads while registration is open.', verbose_name='registration address')),
                ('registration_closes_on', models.DateField(blank=True, help_text='The last day to register. The button goes by itself the day after.', null=True, validators=[django.core.validators.MinValueValidator(datetime.date(1990, 1, 1), 'Please check the year.'), django.core.validators.MaxValueValidator(datetime.date(2100, 1, 1), 'Please check the year.')], verbose_name='registration closes on')),
                ('audience', models.CharField(choices=[('members', 'Members'), ('press', 'Press'), ('public', 'Everybody')], default='members', max_length=10, verbose_name='for whom')),
                ('teaser', models.TextField(blank=True, help_text='Why one should come, in one or two sentences.', verbose_name='teaser')),
                ('description', core.fields.StreamField([], blank=True, help_text='Program, travel, aid: what somebody wants to know who thinks of coming. Leave out dates, place and registration, which its page shows by itself and keeps up to date.', verbose_name='description')),
                ('sequence', models.PositiveIntegerField(default=0, editable=False)),
                ('over_at', models.DateTimeField(db_index=True, editable=False, null=True)),
                ('contact', models.ForeignKey(blank=True, help_text='The desk that answers reporters. The default desk if left empty.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_inquiries.mediacontact', verbose_name='contact')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
                ('photo', models.ForeignKey(blank=True, help_text='People at an earlier one say more than a building.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='photo')),
                ('place', models.ForeignKey(blank=True, help_text='Pages about this place show it too.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.place', verbose_name='city or state')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='core.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'convening',
                'verbose_name_plural': 'convenings',
                'ordering': ['-starts_on', '-pk'],
                'abstract': False,
                'default_permissions': ('add', 'change', 'delete', 'view', 'publish', 'lock', 'unlock'),
            },
            bases=(core.publication.PublicationRules, core.locks.ScheduleLockMixin, core.gaps.OpensWithGaps, wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='ConveningIndex',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('published_at', core.moments.MomentField(blank=True, db_index=True, help_text='Leave it empty: the moment it goes live. Set it only to date the page back.', null=True, validators=[core.moments.validate_year], verbose_name='date')),
                ('teaser', models.TextField(blank=True, help_text='What the reader learns, in one or two sentences. Shown in lists, feeds and search results.', verbose_name='teaser')),
                ('introduction', wagtail.fields.RichTextField(blank=True, verbose_name='introduction')),
                ('lead_photo', models.ForeignKey(blank=True, help_text='Opens the page and stands beside its headline in lists.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='lead photo')),
                ('places', modelcluster.fields.ParentalManyToManyField(blank=True, to='core.place', verbose_name='places')),
                ('share_image', models.ForeignKey(blank=True, help_text='Shown when somebody shares the page. The lead photo if left empty.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='share image')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, to='core.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'list of convenings',
                'verbose_name_plural': 'lists of convenings',
            },
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, core.publication.PublicationRules, core.gaps.OpensWithGaps, core.locks.ScheduleLockMixin, 'wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=[('near', 'It is near and still a save-the-date'), ('over', 'It is over and its registration still open')], max_length=10)),
                ('day', models.DateField()),
                ('sent_at', models.DateTimeField(auto_now_add=True)),
                ('convening', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='convenings.convening')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('convening', 'reason', 'day'), name='one_email_per_convening_and_reason')],
            },
        ),
    ]
