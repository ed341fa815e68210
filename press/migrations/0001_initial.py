import core.fields
import core.gaps
import core.locks
import core.moments
import core.publication
import core.time_zones
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import press.blocks
import press.embargo
import press.models.photo_copies
import press.models.quote_cards
import press.models.reviewers
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('convenings', '0001_initial'),
        ('core', '0001_initial'),
        ('images', '0001_initial'),
        ('media_inquiries', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        ('wagtaildocs', '0014_alter_document_file_size'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PressIndex',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('published_at', core.moments.MomentField(blank=True, db_index=True, help_text='Leave it empty: the moment it goes live. Set it only to date the page back.', null=True, validators=[core.moments.validate_year], verbose_name='date')),
                ('teaser', models.TextField(blank=True, help_text='What the reader learns, in one or two sentences. Shown in lists, feeds and search results.', verbose_name='teaser')),
                ('sections', core.fields.StreamField([], blank=True, default=press.blocks.first_sections, verbose_name='sections')),
                ('lead_photo', models.ForeignKey(blank=True, help_text='Opens the page and stands beside its headline in lists.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='lead photo')),
                ('places', modelcluster.fields.ParentalManyToManyField(blank=True, to='core.place', verbose_name='places')),
                ('share_image', models.ForeignKey(blank=True, help_text='Shown when somebody shares the page. The lead photo if left empty.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='share image')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, to='core.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'press page',
                'verbose_name_plural': 'press pages',
            },
            bases=(core.publication.PublicationRules, core.gaps.OpensWithGaps, core.locks.ScheduleLockMixin, 'wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='PressPhoto',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file', models.FileField(max_length=255, upload_to=press.models.photo_copies.path_of_copy, verbose_name='file')),
                ('size', models.PositiveIntegerField()),
                ('content_type', models.CharField(max_length=40)),
                ('digest', models.CharField(max_length=64)),
                ('photo', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='press_copy', to='images.photo', verbose_name='photo')),
            ],
            options={
                'verbose_name': 'press photo',
                'verbose_name_plural': 'press photos',
            },
        ),
        migrations.CreateModel(
            name='PressRelease',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('published_at', core.moments.MomentField(blank=True, db_index=True, help_text='Leave it empty: the moment it goes live. Set it only to date the page back.', null=True, validators=[core.moments.validate_year], verbose_name='date')),
                ('show_as_updated', models.BooleanField(default=False, help_text='Readers see “Updated” with the date, and feeds show it anew. Not for a comma.', verbose_name='show as updated')),
                ('updated_at', core.moments.MomentField(editable=False, null=True)),
                ('teaser', models.TextField(blank=True, help_text='What the reader learns, in one or two sentences. Shown in lists, feeds and search results.', verbose_name='teaser')),
                ('body', core.fields.StreamField([], blank=True, verbose_name='text')),
                ('subhead', models.CharField(blank=True, help_text='One line under the headline: the next most important fact.', max_length=200, verbose_name='subhead')),
                ('kind', models.CharField(choices=[('release', 'Press release'), ('statement', 'Statement'), ('advisory', 'Media advisory')], default='release', max_length=10, verbose_name='kind')),
                ('timing', models.CharField(choices=[('immediate', 'For immediate release'), ('embargoed', 'Under embargo')], default='immediate', max_length=10, verbose_name='timing')),
                ('embargo_until', models.DateTimeField(blank=True, help_text='The date and time in the zone beside it. The release publishes itself at that moment.', null=True, verbose_name='embargo ends')),
                ('embargo_zone', models.CharField(choices=core.time_zones.zone_choices, default='America/New_York', max_length=50, verbose_name='time zone')),
                ('dateline_city', models.CharField(blank=True, help_text='Where the news happens, such as Denver.', max_length=60, verbose_name='dateline city')),
                ('boilerplate', wagtail.fields.RichTextField(blank=True, help_text='Only if this release needs another paragraph than the one in the site settings.', verbose_name='about the organization')),
                ('notes_to_editors', wagtail.fields.RichTextField(blank=True, help_text='Background for newsrooms: sources, interview times, spellings.', verbose_name='notes to editors')),
                ('contact', models.ForeignKey(blank=True, help_text='The desk that answers questions about it. The default desk if left empty.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_inquiries.mediacontact', verbose_name='contact')),
                ('convening', models.ForeignKey(blank=True, help_text='If the release announces one. Its dates stand beside the text and keep themselves up to date.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='convenings.convening', verbose_name='convening')),
                ('dateline_state', models.ForeignKey(blank=True, limit_choices_to={'state': None}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.place', verbose_name='dateline state')),
                ('lead_photo', models.ForeignKey(blank=True, help_text='Opens the page and stands beside its headline in lists.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='lead photo')),
                ('places', modelcluster.fields.ParentalManyToManyField(blank=True, to='core.place', verbose_name='places')),
                ('share_image', models.ForeignKey(blank=True, help_text='Shown when somebody shares the page. The lead photo if left empty.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='share image')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, to='core.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'press release',
                'verbose_name_plural': 'press releases',
            },
            bases=(press.embargo.Embargo, core.publication.PublicationRules, core.gaps.OpensWithGaps, core.locks.ScheduleLockMixin, 'wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='EmbargoRehearsal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('started_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='started')),
                ('finished_at', models.DateTimeField(null=True, verbose_name='finished')),
                ('lines', models.JSONField(default=list, verbose_name='findings')),
                ('started_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rehearsals', to='press.pressrelease')),
            ],
            options={
                'verbose_name': 'embargo rehearsal',
                'verbose_name_plural': 'embargo rehearsals',
                'ordering': ['-started_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('date', models.DateField(default=django.utils.timezone.localdate, validators=[core.moments.validate_year], verbose_name='date')),
                ('text', wagtail.fields.RichTextField(help_text='What was wrong and what is right, so that a newsroom can mend its own text.', verbose_name='correction')),
                ('release', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='press.pressrelease')),
            ],
            options={
                'verbose_name': 'correction',
                'verbose_name_plural': 'corrections',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PressReleaseIndex',
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
                'verbose_name': 'list of releases',
                'verbose_name_plural': 'lists of releases',
            },
            bases=(core.publication.PublicationRules, core.gaps.OpensWithGaps, core.locks.ScheduleLockMixin, 'wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='ReleaseAttachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('title', models.CharField(blank=True, help_text='What it is. The title of the document if left empty.', max_length=120, verbose_name='title')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtaildocs.document', verbose_name='document')),
                ('release', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='press.pressrelease')),
            ],
            options={
                'verbose_name': 'attachment',
                'verbose_name_plural': 'attachments',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReviewerLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(default=press.models.reviewers.new_token, editable=False, max_length=64, unique=True)),
                ('given_to', models.CharField(help_text='Whom you send it to, such as “City desk, The Example Courier”.', max_length=200, verbose_name='given to')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='made')),
                ('expires_at', models.DateTimeField(verbose_name='expires')),
                ('revoked_at', models.DateTimeField(editable=False, null=True, verbose_name='revoked')),
                ('visits', models.PositiveIntegerField(default=0, editable=False, verbose_name='visits')),
                ('last_visit_at', models.DateTimeField(editable=False, null=True, verbose_name='last visit')),
                ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='made by')),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviewer_links', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='page')),
            ],
            options={
                'verbose_name': 'reviewer link',
                'verbose_name_plural': 'reviewer links',
                'ordering': ['-created_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='QuoteCard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('anchor', models.CharField(max_length=150)),
                ('digest', models.CharField(max_length=64)),
                ('file', models.FileField(max_length=255, upload_to=press.models.quote_cards.path_of_card, verbose_name='file')),
                ('alt', models.TextField(verbose_name='alt text')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='quote_cards', to='press.pressrelease')),
            ],
            options={
                'verbose_name': 'quote card',
                'verbose_name_plural': 'quote cards',
                'constraints': [models.UniqueConstraint(fields=('release', 'anchor'), name='one_quote_card_per_statement')],
            },
        ),
    ]
