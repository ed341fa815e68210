import core.gaps
import core.locks
import core.moments
import core.publication
import core.time_zones
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import media_inquiries.models.inquiry
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0001_initial'),
        ('images', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FormCount',
            fields=[
                ('key', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('count', models.PositiveIntegerField(default=0)),
                ('ends_at', models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name='MediaContact',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('published_at', core.moments.MomentField(blank=True, db_index=True, help_text='Leave it empty: the moment it goes live. Set it only to date the page back.', null=True, validators=[core.moments.validate_year], verbose_name='date')),
                ('teaser', models.TextField(blank=True, help_text='What the reader learns, in one or two sentences. Shown in lists, feeds and search results.', verbose_name='teaser')),
                ('introduction', wagtail.fields.RichTextField(blank=True, help_text='Who you are and whom you speak for, in two or three sentences a reporter can use.', verbose_name='introduction')),
                ('email', models.EmailField(help_text='Where inquiries arrive. Shown to everybody.', max_length=254, verbose_name='email')),
                ('phone', models.CharField(blank=True, help_text='Such as (212) 555-0142.', max_length=40, verbose_name='phone')),
                ('time_zone', models.CharField(choices=core.time_zones.zone_choices, default='America/New_York', help_text='The zone of the office hours and of the closed days.', max_length=50, verbose_name='time zone')),
                ('promise', models.CharField(blank=True, help_text='When reporters hear from you, such as “We answer within two hours on weekdays.”', max_length=160, verbose_name='promise')),
                ('what_to_include', wagtail.fields.RichTextField(blank=True, help_text='What you need to know to answer quickly. Shown beside the form.', verbose_name='what to include')),
                ('has_form', models.BooleanField(default=True, help_text='Turn it off to be reached by email and phone alone.', verbose_name='inquiry form')),
                ('lead_photo', models.ForeignKey(blank=True, help_text='Opens the page and stands beside its headline in lists.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='lead photo')),
                ('places', modelcluster.fields.ParentalManyToManyField(blank=True, to='core.place', verbose_name='places')),
                ('share_image', models.ForeignKey(blank=True, help_text='Shown when somebody shares the page. The lead photo if left empty.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='share image')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, to='core.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'media contact',
                'verbose_name_plural': 'media contacts',
            },
            bases=(core.publication.PublicationRules, core.gaps.OpensWithGaps, core.locks.ScheduleLockMixin, 'wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='DeskSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('months_kept', models.PositiveSmallIntegerField(default=24, help_text='So long after an inquiry is closed, what it says about a person is erased.', validators=[django.core.validators.MinValueValidator(1)], verbose_name='months until erasure')),
                ('quarantine_days', models.PositiveSmallIntegerField(default=90, help_text='So long a suspect inquiry waits for somebody to look at it before it is erased.', validators=[django.core.validators.MinValueValidator(7)], verbose_name='days in quarantine')),
                ('site', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, to='wagtailcore.site')),
                ('default_desk', models.ForeignKey(blank=True, help_text='Shown on the press page, on releases, at the foot of every page and on error pages.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='media_inquiries.mediacontact', verbose_name='default desk')),
            ],
            options={
                'verbose_name': 'press desk',
            },
        ),
        migrations.CreateModel(
            name='ContactPerson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('role', models.CharField(blank=True, max_length=100, verbose_name='role')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='phone')),
                ('languages', models.CharField(blank=True, help_text='Such as “English, Spanish”.', max_length=100, verbose_name='languages')),
                ('photo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='photo')),
                ('places', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='core.place', verbose_name='states and cities')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='core.topic', verbose_name='topics')),
                ('user', models.ForeignKey(blank=True, help_text='Inquiries about these topics and places are proposed to this account and notified by email.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account')),
                ('contact', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='people', to='media_inquiries.mediacontact')),
            ],
            options={
                'verbose_name': 'person',
                'verbose_name_plural': 'people',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ClosedDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('date', models.DateField(validators=[core.moments.validate_year], verbose_name='date')),
                ('name', models.CharField(blank=True, help_text='Such as “Thanksgiving”.', max_length=60, verbose_name='name')),
                ('contact', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='closed_days', to='media_inquiries.mediacontact')),
            ],
            options={
                'verbose_name': 'closed day',
                'verbose_name_plural': 'closed days',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MediaInquiry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(default=media_inquiries.models.inquiry.new_reference, editable=False, max_length=7, unique=True, verbose_name='reference')),
                ('state', models.CharField(choices=[('new', 'New'), ('assigned', 'Assigned'), ('answered', 'Answered'), ('closed', 'Closed'), ('quarantine', 'Quarantine')], db_index=True, default='new', max_length=10, verbose_name='state')),
                ('suspicion', models.CharField(blank=True, max_length=200, verbose_name='why it was set aside')),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('outlet', models.CharField(blank=True, max_length=100, verbose_name='outlet')),
                ('email', models.EmailField(max_length=254, verbose_name='email')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='phone')),
                ('deadline', models.DateTimeField(blank=True, db_index=True, null=True, verbose_name='deadline')),
                ('deadline_zone', models.CharField(blank=True, choices=core.time_zones.zone_choices, max_length=50, verbose_name='time zone')),
                ('message', models.TextField(max_length=10000, verbose_name='message')),
                ('submission', models.CharField(blank=True, editable=False, max_length=64, null=True, unique=True)),
                ('created_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now, editable=False, verbose_name='asked')),
                ('answered_at', models.DateTimeField(editable=False, null=True, verbose_name='answered')),
                ('closed_at', models.DateTimeField(editable=False, null=True, verbose_name='closed')),
                ('erased_at', models.DateTimeField(editable=False, null=True, verbose_name='personal data erased')),
                ('about', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='about the page')),
                ('assignee', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='assigned to')),
                ('desk', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inquiries', to='media_inquiries.mediacontact', verbose_name='desk')),
                ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.place', verbose_name='place')),
                ('proposed_assignee', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='proposed to')),
                ('topic', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.topic', verbose_name='topic')),
            ],
            options={
                'verbose_name': 'media inquiry',
                'verbose_name_plural': 'media inquiries',
            },
        ),
        migrations.CreateModel(
            name='InquiryNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(max_length=5000, verbose_name='note')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='written')),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='author')),
                ('inquiry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='media_inquiries.mediainquiry')),
            ],
            options={
                'verbose_name': 'note',
                'verbose_name_plural': 'notes',
                'ordering': ['created_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='InquiryMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('notification', 'New inquiry, to the desk'), ('confirmation', 'Confirmation, to the reporter'), ('assignment', 'Assignment, to a colleague'), ('reminder', 'Reminder before the deadline'), ('overdue', 'Reminder after the deadline')], max_length=12, verbose_name='kind')),
                ('recipient', models.EmailField(max_length=254, verbose_name='to')),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('sent', 'Sent'), ('failed', 'Given up')], default='waiting', max_length=7, verbose_name='state')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='attempts')),
                ('next_attempt_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name='next attempt')),
                ('last_error', models.CharField(blank=True, max_length=255, verbose_name='what went wrong')),
                ('sent_at', models.DateTimeField(null=True, verbose_name='sent')),
                ('inquiry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='media_inquiries.mediainquiry')),
            ],
            options={
                'verbose_name': 'message',
                'verbose_name_plural': 'messages',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='OfficeHours',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('first_day', models.IntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')], default=0, verbose_name='from')),
                ('last_day', models.IntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')], default=4, verbose_name='through')),
                ('opens', models.TimeField(verbose_name='opens')),
                ('closes', models.TimeField(verbose_name='closes')),
                ('contact', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='office_hours', to='media_inquiries.mediacontact')),
            ],
            options={
                'verbose_name': 'office hours',
                'verbose_name_plural': 'office hours',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
    ]
