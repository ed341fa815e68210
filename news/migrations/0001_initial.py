import core.fields
import core.gaps
import core.locks
import core.moments
import core.publication
import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('convenings', '0001_initial'),
        ('core', '0001_initial'),
        ('images', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='Author',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, unique=True, verbose_name='name')),
                ('slug', models.SlugField(blank=True, help_text='The part of the web address that names it. Made from the name if left empty.', max_length=100, unique=True, verbose_name='address')),
                ('role', models.CharField(blank=True, max_length=120, verbose_name='role')),
                ('about', models.TextField(blank=True, help_text='One or two sentences.', verbose_name='about')),
                ('photo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='photo')),
            ],
            options={
                'verbose_name': 'author',
                'verbose_name_plural': 'authors',
                'ordering': ['name'],
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='BlogPost',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('published_at', core.moments.MomentField(blank=True, db_index=True, help_text='Leave it empty: the moment it goes live. Set it only to date the page back.', null=True, validators=[core.moments.validate_year], verbose_name='date')),
                ('show_as_updated', models.BooleanField(default=False, help_text='Readers see “Updated” with the date, and feeds show it anew. Not for a comma.', verbose_name='show as updated')),
                ('updated_at', core.moments.MomentField(editable=False, null=True)),
                ('teaser', models.TextField(blank=True, help_text='What the reader learns, in one or two sentences. Shown in lists, feeds and search results.', verbose_name='teaser')),
                ('body', core.fields.StreamField([], blank=True, verbose_name='text')),
                ('issue_label', models.CharField(blank=True, help_text='Which issue it is, such as “October 2022”.', max_length=60, verbose_name='issue')),
                ('reading_minutes', models.PositiveSmallIntegerField(default=1, editable=False)),
                ('convening', models.ForeignKey(blank=True, help_text='If the post announces one. Its dates stand beside the text and keep themselves up to date.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='convenings.convening', verbose_name='convening')),
                ('lead_photo', models.ForeignKey(blank=True, help_text='Opens the page and stands beside its headline in lists.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='lead photo')),
                ('places', modelcluster.fields.ParentalManyToManyField(blank=True, to='core.place', verbose_name='places')),
                ('share_image', models.ForeignKey(blank=True, help_text='Shown when somebody shares the page. The lead photo if left empty.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='share image')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, to='core.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'blog post',
                'verbose_name_plural': 'blog posts',
            },
            bases=(core.publication.PublicationRules, core.gaps.OpensWithGaps, core.locks.ScheduleLockMixin, 'wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='BlogIndex',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('published_at', core.moments.MomentField(blank=True, db_index=True, help_text='Leave it empty: the moment it goes live. Set it only to date the page back.', null=True, validators=[core.moments.validate_year], verbose_name='date')),
                ('teaser', models.TextField(blank=True, help_text='What the reader learns, in one or two sentences. Shown in lists, feeds and search results.', verbose_name='teaser')),
                ('introduction', wagtail.fields.RichTextField(blank=True, verbose_name='introduction')),
                ('lead_photo', models.ForeignKey(blank=True, help_text='Opens the page and stands beside its headline in lists.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='lead photo')),
                ('places', modelcluster.fields.ParentalManyToManyField(blank=True, to='core.place', verbose_name='places')),
                ('share_image', models.ForeignKey(blank=True, help_text='Shown when somebody shares the page. The lead photo if left empty.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='share image')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, to='core.topic', verbose_name='topics')),
                ('featured_post', models.ForeignKey(blank=True, help_text='Opens the list. The newest post if left empty.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='news.blogpost', verbose_name='featured post')),
            ],
            options={
                'verbose_name': 'blog',
                'verbose_name_plural': 'blogs',
            },
            bases=(core.publication.PublicationRules, core.gaps.OpensWithGaps, core.locks.ScheduleLockMixin, 'wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='NewsMentionIndex',
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
                'verbose_name': 'list of coverage',
                'verbose_name_plural': 'lists of coverage',
            },
            bases=(core.publication.PublicationRules, core.gaps.OpensWithGaps, core.locks.ScheduleLockMixin, 'wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='Outlet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, unique=True, verbose_name='name')),
                ('slug', models.SlugField(blank=True, help_text='The part of the web address that names it. Made from the name if left empty.', max_length=100, unique=True, verbose_name='address')),
                ('home_page', models.URLField(blank=True, help_text='Where it is on the web. New coverage is matched with it by this.', verbose_name='home page')),
                ('logo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='logo')),
            ],
            options={
                'verbose_name': 'outlet',
                'verbose_name_plural': 'outlets',
                'ordering': ['name'],
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='NewsMention',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('published_at', core.moments.MomentField(blank=True, db_index=True, help_text='Leave it empty: the moment it goes live. Set it only to date the page back.', null=True, validators=[core.moments.validate_year], verbose_name='date')),
                ('teaser', models.TextField(blank=True, help_text='What the reader learns, in one or two sentences. Shown in lists, feeds and search results.', verbose_name='teaser')),
                ('article_url', models.URLField(blank=True, help_text='Paste it here. Each article can be listed once.', max_length=2000, validators=[django.core.validators.URLValidator(['http', 'https'])], verbose_name='article address')),
                ('article_key', models.CharField(editable=False, max_length=64, null=True, unique=True)),
                ('byline', models.CharField(blank=True, help_text='Who wrote it, as the outlet names them.', max_length=200, verbose_name='byline')),
                ('kind', models.CharField(choices=[('news', 'News'), ('feature', 'Feature'), ('op_ed', 'Op-ed by us'), ('interview', 'Interview'), ('broadcast', 'Broadcast')], default='news', max_length=10, verbose_name='kind')),
                ('published_on', models.DateField(blank=True, help_text='The day on which the outlet published it.', null=True, validators=[core.moments.validate_year], verbose_name='date')),
                ('paywall', models.BooleanField(default=False, help_text='Readers are told before they follow the link.', verbose_name='may need a subscription')),
                ('archive_url', models.URLField(blank=True, help_text='A copy in a public archive, for the day when the article is gone.', max_length=2000, validators=[django.core.validators.URLValidator(['http', 'https'])], verbose_name='archived copy')),
                ('photo_permission', models.CharField(blank=True, help_text='Who allowed us to show it, and when. Only editors see this.', max_length=200, verbose_name='permission for the photo')),
                ('lead_photo', models.ForeignKey(blank=True, help_text='Opens the page and stands beside its headline in lists.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='lead photo')),
                ('places', modelcluster.fields.ParentalManyToManyField(blank=True, to='core.place', verbose_name='places')),
                ('share_image', models.ForeignKey(blank=True, help_text='Shown when somebody shares the page. The lead photo if left empty.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='share image')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, to='core.topic', verbose_name='topics')),
                ('outlet', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mentions', to='news.outlet', verbose_name='outlet')),
            ],
            options={
                'verbose_name': 'mention',
                'verbose_name_plural': 'mentions',
            },
            bases=(core.publication.PublicationRules, core.gaps.OpensWithGaps, core.locks.ScheduleLockMixin, 'wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='RelatedPost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('post', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='hand_picked', to='news.blogpost')),
                ('related', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='news.blogpost', verbose_name='post')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Series',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, unique=True, verbose_name='name')),
                ('slug', models.SlugField(blank=True, help_text='The part of the web address that names it. Made from the name if left empty.', max_length=100, unique=True, verbose_name='address')),
                ('description', models.TextField(blank=True, help_text='What readers get from it.', verbose_name='description')),
                ('cadence', models.CharField(blank=True, choices=[('weekly', 'Weekly'), ('monthly', 'Monthly'), ('quarterly', 'Quarterly'), ('yearly', 'Yearly')], max_length=10, verbose_name='how often')),
                ('title_pattern', models.CharField(blank=True, help_text='Proposed for each new issue; {issue} stands for its label, as in “Network Download, {issue}”.', max_length=150, verbose_name='headline of an issue')),
                ('default_teaser', models.TextField(blank=True, help_text='Shown with issues that have no teaser of their own.', verbose_name='teaser')),
                ('default_photo', models.ForeignKey(blank=True, help_text='Proposed for each new issue.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='photo')),
            ],
            options={
                'verbose_name': 'series',
                'verbose_name_plural': 'series',
                'ordering': ['name'],
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.AddField(
            model_name='blogpost',
            name='series',
            field=models.ForeignKey(blank=True, help_text='If it is an issue of a recurring series.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='news.series', verbose_name='series'),
        ),
        migrations.CreateModel(
            name='Byline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='news.author', verbose_name='author')),
                ('post', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='bylines', to='news.blogpost')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('post', 'author'), name='author_once_per_post')],
            },
        ),
    ]
