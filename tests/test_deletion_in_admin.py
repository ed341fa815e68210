"""Who wants to delete something that is used is told where, and is offered no button that fails."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils.html import escape
from wagtail.documents import get_document_model
from wagtail.models import GroupCollectionPermission

from convenings.models import Convening
from core.models import Place, Topic
from core.tests.factories import TopicFactory
from images.models import Photo
from images.tests.factories import PhotoFactory
from media_inquiries.models import MediaContact
from news.models import Author, BlogPost, NewsMention, Outlet, Series
from news.tests.factories import BlogPostFactory
from press.models import PressRelease
from tests.references import Targets, filled, give, make_source

pytestmark = [pytest.mark.django_db, pytest.mark.indexes]

KINDS = [
    (Topic, BlogPost),
    (Place, BlogPost),
    (Series, BlogPost),
    (Author, BlogPost),
    (Outlet, NewsMention),
    (Convening, PressRelease),
    (Photo, PressRelease),
    (get_document_model(), PressRelease),
    (get_user_model(), MediaContact),
]
each_kind = pytest.mark.parametrize(("kind", "model"), KINDS, ids=[kind.__name__ for kind, _model in KINDS])
each_version = pytest.mark.parametrize("version", ["live", "draft", "scheduled"])
BUTTON = "Yes, delete"


def address(thing, view):
    """The address of a view of the admin."""
    own = {Photo: "wagtailimages:{}", get_document_model(): "wagtaildocs:{}", get_user_model(): "wagtailusers_users:{}"}
    usage = {Photo: "image_usage", get_document_model(): "document_usage"}
    if type(thing) in own:
        return reverse(
            own[type(thing)].format(usage.get(type(thing), view) if view == "usage" else view), args=[thing.pk]
        )
    return reverse(thing.snippet_viewset.get_url_name(view), args=[thing.pk])


def bulk_address(*things):
    """The address of the question whether to delete several."""
    meta = things[0]._meta
    action = reverse("wagtail_bulk_action", args=[meta.app_label, meta.model_name, "delete"])
    return f"{action}?{'&'.join(f'id={thing.pk}' for thing in things)}"


@pytest.fixture
def used(home_page, blog):
    """A function that makes a thing of one kind, used by something of another in one of its versions; returns both."""

    def make(kind, model, version):
        source, targets = make_source(model, home_page), Targets(blog)
        give(source, filled(model, targets), version)
        return next(thing for thing in targets.made.values() if type(thing) is kind), source

    return make


@each_version
@each_kind
def test_the_question_names_the_uses_and_offers_no_button(admin_client, used, kind, model, version):
    thing, source = used(kind, model, version)
    editor = escape(reverse("wagtailadmin_pages:edit", args=[source.pk]))
    for question in (address(thing, "delete"), bulk_address(thing)):
        html = admin_client.get(question).content.decode()
        assert f'<a href="{editor}">The source</a>' in html, question
        assert "referenced 1 time." in html, question
        assert BUTTON not in html, question
    usage = admin_client.get(address(thing, "usage")).content.decode()
    assert editor in usage
    assert "The source" in usage


@each_version
@each_kind
def test_sent_all_the_same_it_is_refused_with_the_reason(admin_client, used, kind, model, version):
    thing, _source = used(kind, model, version)
    for question in (address(thing, "delete"), bulk_address(thing)):
        html = admin_client.post(question, follow=True).content.decode()
        assert kind.objects.filter(pk=thing.pk).exists(), question
        assert "because it is used by: " in html, question
        assert "The source" in html, question


def test_of_several_the_one_that_is_used_stays_and_its_use_is_named(admin_client, used):
    topic, _source = used(Topic, BlogPost, "draft")
    unused = TopicFactory()
    html = admin_client.get(bulk_address(unused, topic)).content.decode()
    assert "The source" in html
    html = admin_client.post(bulk_address(unused, topic)).content.decode()
    assert "because it is used by: " in html
    assert "The source" in html
    assert list(Topic.objects.filter(pk__in=[unused.pk, topic.pk])) == [topic]


def test_what_is_unused_has_the_button_and_goes(admin_client):
    topic = TopicFactory()
    assert BUTTON in admin_client.get(address(topic, "delete")).content.decode()
    admin_client.post(address(topic, "delete"))
    assert not Topic.objects.filter(pk=topic.pk).exists()


def test_who_may_not_edit_what_uses_it_does_not_read_its_title(client, blog):
    BlogPostFactory(parent=blog, title="Nobody knows yet", lead_photo=(photo := PhotoFactory()))
    group = Group.objects.create(name="Photographers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    change = Permission.objects.get(codename="change_image")
    GroupCollectionPermission.objects.create(group=group, collection=photo.collection, permission=change)
    person = get_user_model().objects.create_user("photographer")
    person.groups.add(group)
    client.force_login(person)
    html = client.get(address(photo, "delete")).content.decode()
    assert "(Private page)" in html
    assert "Nobody knows yet" not in html


def test_a_page_that_is_linked_can_be_deleted_and_its_uses_are_named(admin_client, blog):
    linked = BlogPostFactory(parent=blog, title="The old plan")
    text = f'<p><a linktype="page" id="{linked.pk}">The plan</a></p>'
    BlogPostFactory(parent=blog, title="It refers", body=[{"type": "paragraph", "value": text}])
    question = reverse("wagtailadmin_pages:delete", args=[linked.pk])
    html = admin_client.get(question).content.decode()
    assert "It refers" in html
    assert BUTTON in html
    admin_client.post(question)
    assert not BlogPost.objects.filter(pk=linked.pk).exists()


def test_a_page_that_an_editor_has_picked_is_kept(admin_client, blog):
    picked = BlogPostFactory(parent=blog, title="Worth reading")
    blog.featured_post = picked
    blog.save_revision()
    question = reverse("wagtailadmin_pages:delete", args=[picked.pk])
    html = admin_client.get(question).content.decode()
    assert f"{blog.title} (in its draft)" in html.replace("</a>", "")
    assert BUTTON not in html
    assert "because it is used by" in admin_client.post(question, follow=True).content.decode()
    assert BlogPost.objects.filter(pk=picked.pk).exists()


def test_a_link_in_what_is_live_does_not_hide_a_choice_in_the_draft(admin_client, blog):
    picked = BlogPostFactory(parent=blog, title="Worth reading")
    blog.introduction = f'<p><a linktype="page" id="{picked.pk}">Read it</a></p>'
    blog.save()
    blog.featured_post = picked
    blog.save_revision()
    admin_client.post(reverse("wagtailadmin_pages:delete", args=[picked.pk]))
    assert BlogPost.objects.filter(pk=picked.pk).exists()


def test_with_all_that_uses_it_a_page_goes(home_page, blog):
    blog.featured_post = BlogPostFactory(parent=blog)
    blog.save_revision().publish()
    blog.delete()
    assert not BlogPost.objects.exists()
