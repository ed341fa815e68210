import core.fields
import core.models.share_cards
import django.db.models.deletion
import modelsearch.index
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('images', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, unique=True, verbose_name='name')),
                ('slug', models.SlugField(blank=True, help_text='The part of the web address that names it. Made from the name if left empty.', max_length=100, unique=True, verbose_name='address')),
                ('description', models.TextField(blank=True, help_text='One sentence: what belongs here.', verbose_name='description')),
                ('synonyms', models.CharField(blank=True, help_text='What else people search for, with commas between, such as “rent, tenants, eviction”.', max_length=300, verbose_name='other words')),
            ],
            options={
                'verbose_name': 'topic',
                'verbose_name_plural': 'topics',
                'ordering': ['name'],
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, unique=True, verbose_name='name')),
                ('slug', models.SlugField(blank=True, help_text='The part of the web address that names it. Made from the name if left empty.', max_length=100, unique=True, verbose_name='address')),
                ('abbreviation', models.CharField(blank=True, help_text='The postal abbreviation of a state, such as CO.', max_length=6, verbose_name='abbreviation')),
                ('state', models.ForeignKey(blank=True, help_text='The state that this city or county is in. Leave empty for a state.', limit_choices_to={'state': None}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cities', to='core.place', verbose_name='state')),
            ],
            options={
                'verbose_name': 'place',
                'verbose_name_plural': 'places',
                'ordering': ['name'],
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='ShareCard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=80)),
                ('file', models.FileField(max_length=255, upload_to=core.models.share_cards.path_of_card, verbose_name='file')),
                ('alt', models.TextField(verbose_name='alt text')),
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='page')),
            ],
            options={
                'verbose_name': 'share card',
                'verbose_name_plural': 'share cards',
            },
        ),
        migrations.CreateModel(
            name='SiteSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organization_name', models.CharField(default='Local Progress', max_length=100, verbose_name='organization')),
                ('tagline', models.CharField(blank=True, help_text='Who you are, in one short sentence.', max_length=160, verbose_name='tagline')),
                ('boilerplate', wagtail.fields.RichTextField(blank=True, help_text='The paragraph that ends every press release. Also used where the site describes itself.', verbose_name='about the organization')),
                ('footer_links', core.fields.StreamField([], blank=True, help_text='Such as the privacy page.', verbose_name='footer links')),
                ('social_links', core.fields.StreamField([], blank=True, help_text='Your accounts elsewhere, each by its name.', verbose_name='social media')),
                ('default_share_image', models.ForeignKey(blank=True, help_text='Shown with links to pages that have no photo of their own.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='images.photo', verbose_name='default share image')),
                ('site', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, to='wagtailcore.site')),
            ],
            options={
                'verbose_name': 'site settings',
            },
        ),
    ]
