"""What editors paste: no door lets through what breaks a feed, and no address what a database refuses."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from core.models import Topic
from images.models import ImageCaption
from images.tests.factories import PhotoFactory
from news.models import BlogPost
from news.tests.factories import BlogPostFactory, SeriesFactory

pytestmark = pytest.mark.django_db


def post_data(**values):
    """What the editor of a post sends."""
    paragraph = rich_text("<p>So</p>")
    paragraph = json.dumps(
        {**json.loads(paragraph), "blocks": [{**json.loads(paragraph)["blocks"][0], "text": "a\x0b\ud800b\x02"}]}
    )
    inline = {name: {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MAX_NUM_FORMS": 9} for name in ("bylines", "hand_picked")}
    return nested_form_data(
        {
            "title": "Line one\x0bline\x02 two\x00",
            "slug": "line",
            "teaser": "Pasted\x0ctext",
            "published_at": "2024-03-01 12:00",
            "body": streamfield([("paragraph", paragraph), ("heading", {"text": "One\u2028two", "level": "2"})]),
            **{f"{name}-{key}": value for name, form in inline.items() for key, value in form.items()},
            "comments-TOTAL_FORMS": 0,
            "comments-INITIAL_FORMS": 0,
            **values,
        }
    )


@pytest.mark.indexes
class TestEditors:
    def test_post_is_kept_as_the_editor_sees_it(self, admin_client, blog):
        address = reverse("wagtailadmin_pages:add", args=["news", "blogpost", blog.pk])
        response = admin_client.post(address, post_data())
        assert response.status_code == 302, response.context["form"].errors
        post = BlogPost.objects.get().get_latest_revision_as_object()
        assert (post.title, post.teaser) == ("Line one line two", "Pasted text")
        assert post.body[0].value.source.count("a\nb") == 1
        assert post.body[1].value["text"] == "One two"
        editor = admin_client.get(reverse("wagtailadmin_pages:edit", args=[post.pk]))
        assert "Line one line two" in editor.content.decode()

    def test_page_with_mistakes_is_shown_again(self, admin_client, blog):
        address = reverse("wagtailadmin_pages:add", args=["news", "blogpost", blog.pk])
        assert admin_client.post(address, post_data(published_at="soon")).status_code == 200

    def test_headline_of_nothing_but_control_characters_is_none(self, admin_client, blog):
        address = reverse("wagtailadmin_pages:add", args=["news", "blogpost", blog.pk])
        response = admin_client.post(address, post_data(title="\x00\x0b\ufeff"))
        assert response.context["form"].errors["title"]

    def test_name_is_compared_as_it_would_be_stored(self, admin_client):
        Topic.objects.create(name="Housing")
        response = admin_client.post(reverse(Topic.snippet_viewset.get_url_name("add")), {"name": "Hou\x02sing"})
        assert response.context["form"].errors["name"]

    def test_draft_of_a_script_is_kept_clean(self, blog):
        post = BlogPostFactory(parent=blog)
        post.title, post.body = "One\x0btwo", [{"type": "paragraph", "value": "<p>a\x0b\ud800b</p>"}]
        content = post.save_revision().content
        assert content["title"] == "One two"
        assert json.loads(content["body"])[0]["value"] == "<p>a\nb</p>"

    def test_headline_of_nothing_is_refused_from_a_script_too(self, blog):
        post = BlogPostFactory(parent=blog)
        post.title = "\x00\ufeff"
        with pytest.raises(ValidationError):
            post.save()

    def test_draft_from_before_is_opened_clean(self, blog):
        post = BlogPostFactory(parent=blog)
        draft = post.save_revision()
        draft.content["title"] = "One\x0btwo"
        draft.save()
        assert post.get_latest_revision_as_object().title == "One two"

    def test_draft_from_before_is_published_clean(self, blog):
        post = BlogPostFactory(parent=blog)
        draft = post.save_revision()
        draft.content["title"] = "One\x0btwo"
        draft.content["body"] = json.dumps([{"type": "paragraph", "value": "<p>a\x0b\ud800b</p>"}])
        draft.save()
        draft.publish()
        post = BlogPost.objects.get(pk=post.pk)
        assert (post.title, post.body.raw_data[0]["value"]) == ("One two", "<p>a\nb</p>")


class TestScripts:
    def test_snippet_and_photo(self, db):
        assert SeriesFactory(name="One\x0btwo", description="Three\x0bfour").description == "Three\nfour"
        photo = PhotoFactory(title="Steps\x0bin\x02 May", caption="<p>e\u0301&#11;</p>")
        assert photo.title == "Steps in May"
        assert ImageCaption.objects.get().caption == "<p>é\n</p>"
        photo.tags.add("Hou\x02sing")
        assert photo.tags.get().name == "Housing"


@pytest.mark.indexes
class TestAddresses:
    @pytest.mark.parametrize(
        "address",
        [
            "/%00/",
            "/blog/%00/",
            "/admin/pages/%00/",
            "/documents/1/%00.pdf",
            "/topics/housing/?page=%00",
            "/blog/?topic=%00",
            "/search/?q=%00",
            "/search/suggest/?q=%00a",
            "/admin/pages/search/?q=%00",
            "/admin/pages/search/?q=a%00b&content_type=%00",
            "/admin/images/?q=%00",
            "/admin/images/?tag=%00",
            "/admin/documents/?q=%00",
            "/admin/images/chooser/?q=%00",
            "/admin/choose-page/search/?q=%00",
            "/admin/snippets/news/author/?q=%00",
            "/admin/inquiries/?q=%00",
            "/admin/users/?q=%00",
            "/admin/redirects/?q=%00",
            "/admin/tag-autocomplete/?term=%00",
            "/admin/reports/site-history/?label=%00",
        ],
    )
    def test_null_character_is_no_error(self, admin_client, blog, address):
        assert admin_client.get(address).status_code in (200, 302, 400, 404)
        assert Page.objects.exists()
