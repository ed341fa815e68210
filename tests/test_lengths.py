"""Long texts: no field cuts them, and where one is too long a sentence says by how much."""

import json
import re

import pytest
from django import forms
from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client, TestCase
from django.urls import NoReverseMatch, get_resolver, reverse, reverse_lazy
from wagtail.contrib.settings.registry import registry
from wagtail.documents.models import Document
from wagtail.models import Page, get_page_models
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from convenings.models import Convening
from convenings.tests.editing import address as convening_address
from convenings.tests.editing import form_data as convening_data
from convenings.tests.factories import ConveningFactory
from core.publication import PublicationRefused
from images.models import Photo
from images.tests.factories import image_file
from media_inquiries.models import MediaInquiry
from media_inquiries.tests.factories import MediaInquiryFactory
from news.models import BlogPost, Series
from news.tests.factories import BlogPostFactory
from search.typed import LONGEST

from . import sample_site

pytestmark = [pytest.mark.django_db, pytest.mark.indexes]

TOO_LONG = "This is {} characters too long; 300 fit."
# Addresses of the public that show a form.
NO_FORMS = [reverse_lazy("wagtailadmin_error_test")]
PUBLIC_FORMS = ["/", "/search/?q=post", "/press/media-inquiries/", "/press/media-inquiries/ask/", "/blog/members/"]


def get_route_names(resolver=None, namespace=""):
    """Yield the names of all addresses."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from get_route_names(pattern, f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace)
        elif pattern.name:
            yield f"{namespace}{pattern.name}"


def get_form_addresses():
    """Yield the address of each form: of all views of the admin that need no arguments, of types, of the public."""
    for name in set(get_route_names()):
        try:
            address = reverse(name)
        except NoReverseMatch:
            continue
        if address.startswith("/admin/") and address not in NO_FORMS:
            yield address
    for model in get_creatable_page_types():
        yield reverse("wagtailadmin_pages:edit", args=[model.objects.order_by("pk").first().pk])
    for model in registry:
        yield reverse("wagtailsettings:edit", args=[model._meta.app_label, model._meta.model_name])
    things = {"wagtailimages": Photo, "wagtaildocs": Document}
    yield from (reverse(f"{name}:edit", args=[model.objects.first().pk]) for name, model in things.items())
    yield reverse("inquiries_modeladmin_edit", args=[MediaInquiry.objects.first().pk])
    yield reverse("inquiries_modeladmin_inspect", args=[MediaInquiry.objects.first().pk])
    yield from PUBLIC_FORMS


def get_creatable_page_types():
    """Return our page types that editors can create."""
    return [model for model in get_page_models() if model is not Page and model.is_creatable]


@pytest.fixture(scope="module")
def forms_shown(django_db_setup, django_db_blocker):
    """A dict of the address of each form and what the site answers."""
    with sample_site.for_a_while(django_db_blocker):
        with TestCase.captureOnCommitCallbacks(execute=True):
            sample_site.build()
        MediaInquiryFactory()
        client = Client(SERVER_NAME="localhost")
        user = User.objects.create_superuser("admin", "admin@example.org", "password")
        answers = {}
        for address in get_form_addresses():
            client.force_login(user)  # some addresses sign out
            answers[address] = client.get(address, follow=True).content.decode(errors="replace")
        for name, file in (("wagtailimages", image_file()), ("wagtaildocs", ContentFile(b"%PDF-1.4", "list.pdf"))):
            address = reverse(f"{name}:add_multiple")
            answer = client.post(address, {"files[]": file, "title": "A file", "collection": 1})
            answers[f"{address} after an upload"] = answer.json()["form"]
        return answers


class TestFields:
    """Browsers cut silently at `maxlength`, so no field has it."""

    def test_no_form_has_a_field_that_cuts(self, forms_shown):
        cutting = {
            address: re.findall(r"<[^<>]*maxlength[^<>]*>|.{40}maxlength.{20}", html, re.IGNORECASE)
            for address, html in forms_shown.items()
        }
        assert {address: found for address, found in cutting.items() if found} == {}

    def test_the_forms_that_are_looked_at_have_fields_with_limits(self, forms_shown):
        limited = [address for address, html in forms_shown.items() if "data-longest" in html]
        for part in ("snippets/news/series/add", "snippets/core/topic/add", "settings/core", "images/chooser/create"):
            assert any(part in address for address in limited), (part, limited)
        edited = [address for address in limited if re.fullmatch(r"/admin/pages/\d+/edit/", address)]
        assert len(edited) == len(get_creatable_page_types())
        assert sum("after an upload" in address for address in limited) == 2

    def test_no_template_and_no_script_of_ours_names_the_attribute(self):
        folders = [settings.BASE_DIR / "templates", settings.BASE_DIR / "static"]
        files = [path for folder in folders for path in folder.rglob("*") if path.suffix in (".html", ".js")]
        naming = {path.name for path in files if "maxlength" in path.read_text(encoding="utf-8").lower()}
        assert naming == {"attrs.html"}


class TestSentence:
    """The server says by how much."""

    @pytest.mark.parametrize("field", [forms.CharField, forms.SlugField, forms.URLField, forms.EmailField])
    def test_every_kind_of_field_says_by_how_much(self, field):
        options = {"assume_scheme": "https"} if field is forms.URLField else {}
        text = {forms.URLField: "https://example.org/", forms.EmailField: "somebody@example.org"}.get(field, "x" * 20)
        for limit, sentence in [
            (19, "This is 1 character too long; 19 fit."),
            (8, "This is 12 characters too long; 8 fit."),
        ]:
            with pytest.raises(forms.ValidationError) as refused:
                field(max_length=limit, **options).clean(text)
            assert sentence in refused.value.messages

    def test_a_long_headline_stays_in_the_form(self, admin_client, blog):
        answer = admin_client.post(add_url(blog), post_data(title="x" * 267))
        assert "This is 12 characters too long; 255 fit." in answer.content.decode()
        assert answer.context["form"]["title"].value() == "x" * 267

    def test_a_long_teaser_of_a_series_stays_in_the_form(self, admin_client):
        data = {"name": "Round-up", "default_teaser": "x" * 301}
        answer = admin_client.post(reverse("wagtailsnippets_news_series:add"), data)
        assert "This is 1 character too long; 300 fit." in answer.content.decode()
        assert answer.context["form"]["default_teaser"].value() == "x" * 301
        admin_client.post(reverse("wagtailsnippets_news_series:add"), data | {"default_teaser": "x" * 300})
        assert Series.objects.get().default_teaser == "x" * 300

    def test_a_long_search_stays_in_the_field_and_is_explained(self, client, home_page):
        words = "homes " * 60
        html = client.get("/search/", {"q": words}).content.decode()
        assert f"This is {len(words.strip()) - LONGEST} characters too long; {LONGEST} fit." in html
        assert f'value="{words.strip()}"' in html


class TestDrafts:
    """A draft keeps a teaser of any length; it is published when it fits."""

    def test_a_draft_keeps_it_and_the_editor_publishes_when_it_fits(self, admin_client, blog):
        admin_client.post(add_url(blog), post_data(teaser="x" * 350))
        post = BlogPost.objects.get()
        assert post.get_latest_revision_as_object().teaser == "x" * 350
        edit = reverse("wagtailadmin_pages:edit", args=[post.pk])
        answer = admin_client.post(edit, post_data(teaser="x" * 350, **{"action-publish": "1"}))
        assert answer.content.decode().count(TOO_LONG.format(50)) == 1
        assert answer.context["form"]["teaser"].value() == "x" * 350
        admin_client.post(edit, post_data(teaser="x" * 300, **{"action-publish": "1"}))
        post.refresh_from_db()
        assert (post.live, post.teaser) == (True, "x" * 300)

    def test_a_draft_of_a_convening_keeps_it(self, admin_client):
        admin_client.post(convening_address("add"), convening_data(teaser="x" * 312))
        convening = Convening.objects.get()
        assert convening.get_latest_revision_as_object().teaser == "x" * 312
        with pytest.raises(PublicationRefused, match=re.escape(TOO_LONG.format(12))):
            convening.get_latest_revision().publish()

    @pytest.mark.parametrize("model", get_creatable_page_types())
    def test_every_page_type_is_refused_by_whatever_publishes_it(self, model):
        problems = list(model(title="x", teaser="x" * 312).publication_problems())
        assert ("teaser", TOO_LONG.format(12)) in [(problem.field, str(problem.message)) for problem in problems]
        problems = model(title="x", teaser="x" * 300).publication_problems()
        assert not [problem for problem in problems if "too long" in str(problem.message)]

    def test_line_breaks_become_spaces(self, admin_client, blog):
        admin_client.post(add_url(blog), post_data(teaser="First\r\n\r\nsecond  third"))
        assert BlogPost.objects.get().teaser == "First second third"


class TestReaders:
    """What fits is shown whole wherever the page is shown."""

    TEASER = " ".join(["Tenants and council members wrote it together."] * 7)[:300]

    @pytest.fixture
    def post(self, blog):
        ConveningFactory(teaser=self.TEASER)
        return BlogPostFactory(parent=blog, teaser=self.TEASER)

    @pytest.mark.parametrize(
        "address", ["/blog/", "/search/?q=tenants", "/feed.rss", "/feed.atom", "/feed.json", "/blog/feed.json"]
    )
    def test_a_list_shows_all_of_it(self, client, post, address):
        html = re.sub("</?mark>", "", client.get(address).content.decode())  # what was searched for is marked
        assert self.TEASER in html

    def test_the_page_and_its_head_show_all_of_it(self, client, post):
        html = client.get(post.url).content.decode()
        assert f'<p class="standfirst">{self.TEASER}</p>' in html
        assert f'<meta name="description" content="{self.TEASER}">' in html
        assert any(
            json.loads(data).get("description") == self.TEASER
            for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        )


def add_url(blog):
    """Return where a post is added."""
    return reverse("wagtailadmin_pages:add", args=["news", "blogpost", blog.pk])


def post_data(**fields):
    """Return what the editor of a post sends."""
    empty = {name: inline_formset([]) for name in ("bylines", "hand_picked", "comments")}
    return nested_form_data(
        {"title": "A post", "slug": "a-post", "teaser": "", "body": streamfield([])} | empty | fields
    )
