"""Bulk actions: what can be done is done, the rest is named with its reasons and stays selected."""

import pytest
from django.contrib.auth.models import Group, User
from django.db.models.signals import pre_delete, pre_save
from django.urls import reverse
from wagtail.models import Page
from wagtail.signals import pre_page_move

from convenings.models import Convening
from convenings.tests.factories import ConveningFactory
from core.publication import Problem, PublicationRefused
from home.tests.factories import StandardPageFactory
from images.models import Photo
from images.tests.factories import PhotoFactory
from news.models import Author, BlogPost, Byline
from news.tests.factories import AuthorFactory, BlogIndexFactory, BlogPostFactory

pytestmark = [pytest.mark.django_db, pytest.mark.indexes]


@pytest.fixture(autouse=True)
def editor(client, home_page):
    """An editor who is signed in."""
    user = User.objects.create_user("editor", "editor@example.org", "password")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return user


def address(action, selected, next_url="/admin/"):
    """The address of a bulk action on pages, or on things of another model."""
    model = Page if isinstance(selected[0], Page) else type(selected[0])
    url = reverse("wagtail_bulk_action", args=[model._meta.app_label, model._meta.model_name, action])
    ids = "&".join(f"id={one.pk}" for one in selected)
    return f"{url}?{ids}&next={next_url}"


def draft(blog, **fields):
    post = BlogPostFactory(parent=blog, live=False, **fields)
    post.save_revision()
    return post


def titles(response):
    """What the answer says was left, by title."""
    return {str(title): str(words) for title, _url, words in response.context["lines"]}


def live(*pages):
    return [Page.objects.get(pk=page.pk).live for page in pages]


def test_complete_ones_go_live_and_every_other_is_named(client, blog):
    undescribed = PhotoFactory(description="")
    good, first = draft(blog), draft(blog, title="First", teaser="")
    second = draft(blog, title="Second", lead_photo=undescribed)
    response = client.post(address("publish", [first, good, second]))
    assert live(good, first, second) == [True, False, False]
    left = titles(response)
    assert list(left) == ["First", "Second"]
    assert "Write a teaser" in left["First"]
    assert "alt text" in left["Second"]
    assert [str(message).strip() for message in response.context["messages"]] == ["1 page has been published"]
    html = response.content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[first.pk]) in html


def test_the_others_stay_selected(client, blog):
    good, bad = draft(blog), draft(blog, title="Bad", teaser="")
    response = client.post(address("publish", [good, bad], next_url=f"/admin/pages/{blog.pk}/"))
    retry = client.get(response.context["retry_url"])
    assert [item["item"].pk for item in retry.context["items"]] == [bad.pk]
    assert retry.context["next"] == f"/admin/pages/{blog.pk}/"
    bad.teaser = "Now it has one."
    bad.save_revision()
    assert client.post(response.context["retry_url"]).status_code == 302
    assert live(bad) == [True]


def test_where_nothing_could_be_done_no_success_is_told(client, blog):
    response = client.post(address("publish", [draft(blog, teaser="")]))
    assert response.status_code == 200
    assert not list(response.context["messages"])


def test_drafts_below_are_taken_each_by_itself(client, home_page):
    blog = BlogIndexFactory(parent=home_page, live=False)
    blog.save_revision()
    good, bad, last = draft(blog), draft(blog, title="Bad", teaser=""), draft(blog)
    response = client.post(address("publish", [blog]), {"include_descendants": "on"})
    assert live(blog, good, bad, last) == [True, True, False, True]
    assert list(titles(response)) == ["Bad"]


def test_an_error_of_the_program_is_named_too(client, blog, caplog):
    good, bad = draft(blog), draft(blog, title="Bad")

    def fail(instance, **kwargs):
        if instance.pk == bad.pk:
            raise RuntimeError("no ink")

    pre_save.connect(fail, sender=BlogPost)
    try:
        response = client.post(address("publish", [bad, good]))
    finally:
        pre_save.disconnect(fail, sender=BlogPost)
    assert live(good, bad) == [True, False]
    assert "The program failed (RuntimeError)" in titles(response)["Bad"]
    assert "no ink" in caplog.text


class TestOtherActions:
    """One of two refuses."""

    @pytest.fixture
    def pages(self, home_page):
        return (
            StandardPageFactory(parent=home_page, title="Stays", slug="stays"),
            StandardPageFactory(parent=home_page, title="Goes", slug="goes"),
        )

    @pytest.fixture
    def refuse(self):
        """A function that has a signal raise for one page, as a rule would."""
        connected = []

        def refuse(signal, page):
            def handler(instance, **kwargs):
                if instance.pk == page.pk:
                    raise PublicationRefused(instance, [Problem(None, "It is needed.")])

            signal.connect(handler)
            connected.append((signal, handler))

        yield refuse
        for signal, handler in connected:
            signal.disconnect(handler)

    def test_unpublish(self, client, pages, refuse):
        refuse(pre_save, pages[0])
        response = client.post(address("unpublish", pages), {"include_descendants": ""})
        assert live(*pages) == [True, False]
        assert titles(response) == {"Stays": "It is needed."}

    def test_delete(self, client, pages, refuse):
        refuse(pre_delete, pages[0])
        response = client.post(address("delete", pages))
        assert list(Page.objects.filter(pk__in=[page.pk for page in pages])) == [pages[0].page_ptr]
        assert titles(response) == {"Stays": "It is needed."}

    def test_move(self, client, home_page, pages, refuse):
        away = StandardPageFactory(parent=home_page, title="Away", slug="away")
        refuse(pre_page_move, pages[0])
        response = client.post(address("move", pages), {"chooser": away.pk})
        assert [Page.objects.get(pk=page.pk).get_parent().pk for page in pages] == [home_page.pk, away.pk]
        assert titles(response) == {"Stays": "It is needed."}


class TestThingsThatAreNoPages:
    """Snippets and photos."""

    def test_a_convening_that_cannot_go_keeps_no_other(self, client):
        stays, goes = ConveningFactory(name="Stays"), ConveningFactory(name="Goes")

        def refuse(instance, **kwargs):
            if instance.pk == stays.pk:
                raise PublicationRefused(instance, [Problem(None, "It is needed.")])

        pre_delete.connect(refuse, sender=Convening)
        try:
            response = client.post(address("delete", [stays, goes]))
        finally:
            pre_delete.disconnect(refuse, sender=Convening)
        assert list(Convening.objects.all()) == [stays]
        assert titles(response) == {"Stays": "It is needed."}
        [message] = response.context["messages"]
        assert "Goes" in str(message)

    def test_an_author_in_use_stays_and_the_others_go(self, client, blog):
        used, unused = AuthorFactory(name="Used"), AuthorFactory(name="Unused")
        post = BlogPostFactory(parent=blog)
        post.bylines = [Byline(author=used)]
        post.save()
        page = client.get(address("delete", [used, unused]))
        assert "Yes, delete" in page.content.decode()
        response = client.post(address("delete", [used, unused]))
        assert list(Author.objects.all()) == [used]
        assert list(titles(response)) == ["Used"]
        assert "because it is used by: " in titles(response)["Used"]

    def test_photos(self, client):
        stays, goes = PhotoFactory(title="Stays"), PhotoFactory(title="Goes")

        def refuse(instance, **kwargs):
            if instance.pk == stays.pk:
                raise PublicationRefused(instance, [Problem(None, "It is needed.")])

        pre_delete.connect(refuse, sender=Photo)
        try:
            response = client.post(address("delete", [stays, goes]))
        finally:
            pre_delete.disconnect(refuse, sender=Photo)
        assert list(Photo.objects.all()) == [stays]
        assert titles(response) == {"Stays": "It is needed."}
