"""Links to pages that nobody may see: words for readers, advice for editors, and the report."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, ReferenceIndex, Site
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text, streamfield

from convenings.tests.factories import ConveningFactory
from core.models import SiteSettings
from core.roles import EDITORS
from home.tests.factories import HomePageFactory, StandardPageFactory
from news.models import BlogPost
from news.tests.factories import BlogIndexFactory, BlogPostFactory

pytestmark = pytest.mark.django_db

LATER = timezone.now() + timedelta(days=1)


@pytest.fixture(autouse=True)
def _without_page_cache(settings):
    settings.PAGE_CACHE_ENABLED = False


def link_to(page, words="what follows"):
    return {"type": "paragraph", "value": f'<p>See <a linktype="page" id="{page.pk}">{words}</a>.</p>'}


def hide(page, state):
    """Let nobody see a page that was public."""
    if state == "private":
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    elif state == "below a private page":
        PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    elif state == "moved outside every site":
        nowhere = HomePageFactory(parent=Page.objects.get(depth=1), slug="nowhere")
        page.move(BlogIndexFactory(parent=nowhere), pos="last-child")
    elif state == "unpublished":
        page.unpublish()
    elif state == "scheduled":
        page.unpublish()
        page.go_live_at = LATER
        page.save_revision().publish()


STATES = ["unpublished", "scheduled", "private", "below a private page", "moved outside every site"]


@pytest.fixture
def target(home_page):
    """A public page that others lead to."""
    section = BlogIndexFactory(parent=home_page, slug="section", title="Section")
    return BlogPostFactory(parent=section, title="Zephyr signed", slug="zephyr-signed", first_published_at=LATER)


class TestWhatReadersSee:
    """The words stay, the link comes and goes with the page that it leads to."""

    @pytest.mark.parametrize("state", STATES)
    def test_a_text_keeps_the_words_without_the_link(self, client, blog, target, state):
        post = BlogPostFactory(parent=blog, body=[link_to(target)])
        assert f'<a href="{target.url}">what follows</a>' in client.get(post.url).content.decode()
        hide(target, state)
        answer = client.get(post.url).content.decode()
        assert "<p>See what follows.</p>" in answer
        assert "zephyr" not in answer.lower()

    @pytest.mark.parametrize("state", STATES)
    def test_buttons_and_entries_of_lists_are_left_out(self, client, blog, target, state):
        link = {"label": "", "page": target.pk, "url": ""}
        body = [
            {"type": "call_to_action", "value": {"heading": "Come", "text": "", "link": link}},
            {"type": "pages", "value": {"title": "More of it", "pages": [target.pk]}},
        ]
        post = BlogPostFactory(parent=blog, body=body)
        assert client.get(post.url).content.decode().count("Zephyr signed") == 2
        hide(target, state)
        answer = client.get(post.url).content.decode()
        assert "Come" in answer
        assert "More of it" not in answer
        assert "zephyr" not in answer.lower()

    def test_the_link_is_there_as_soon_as_the_page_is_public(self, client, blog, target):
        hide(target, "unpublished")
        post = BlogPostFactory(parent=blog, body=[link_to(target)])
        assert target.url not in client.get(post.url).content.decode()
        target.get_latest_revision_as_object().save_revision().publish()
        assert target.url in client.get(post.url).content.decode()

    def test_the_address_is_not_written_out_in_plain_text_and_feeds(self, client, blog, target):
        hide(target, "unpublished")
        BlogPostFactory(parent=blog, body=[link_to(target)])
        for address in ("/blog/feed.json", "/feed.rss", "/feed.atom"):
            answer = client.get(address).content.decode()
            assert "what follows" in answer
            assert "zephyr" not in answer.lower()

    def test_the_footer_leaves_out_what_is_hidden(self, client, home_page, blog, target):
        links = [{"type": "link", "value": {"label": "", "page": target.pk, "url": ""}}]
        SiteSettings.objects.create(site=Site.objects.get(), footer_links=links)
        assert "Zephyr signed" in client.get("/").content.decode()
        hide(target, "unpublished")
        answer = client.get("/").content.decode()
        assert "zephyr" not in answer.lower()

    def test_the_way_to_a_page_leaves_out_a_page_above_that_is_unpublished(self, client, target):
        target.get_parent().specific.unpublish()
        answer = client.get("/section/zephyr-signed/").content.decode()
        assert "Zephyr signed" in answer
        assert "Section" not in answer

    def test_a_document_of_a_private_collection_is_named_only(self, client, blog):
        members = Collection.get_first_root_node().add_child(name="Members")
        file = ContentFile(b"%PDF", name="zephyr.pdf")
        document = Document.objects.create(title="Zephyr", file=file, collection=members)
        text = {"type": "paragraph", "value": f'<p><a linktype="document" id="{document.pk}">The paper</a></p>'}
        block = {"type": "document", "value": {"document": document.pk, "label": ""}}
        post = BlogPostFactory(parent=blog, body=[text, block])
        assert client.get(post.url).content.decode().count(document.url) == 2
        CollectionViewRestriction.objects.create(collection=members, restriction_type="login")
        answer = client.get(post.url).content.decode()
        assert "<p>The paper</p>" in answer
        assert "zephyr" not in answer.lower()

    def test_an_editor_keeps_what_is_chosen(self, blog, target):
        hide(target, "unpublished")
        body = [{"type": "pages", "value": {"title": "More", "pages": [target.pk]}}]
        post = BlogPost.objects.get(pk=BlogPostFactory(parent=blog, body=body).pk)
        assert post.body[0].value["pages"][0].pk == target.pk


def somebody(client, group=None):
    """Sign somebody in: of a group, new ones of which may only enter the admin, or a superuser."""
    user = User.objects.create_user(f"user-{group}", password="secret", is_superuser=group is None)
    if group:
        group, is_new = Group.objects.get_or_create(name=group)
        if is_new:
            group.permissions.add(Permission.objects.get(codename="access_admin"))
        user.groups.add(group)
    client.force_login(user)
    return user


@pytest.mark.indexes
class TestWhatEditorsAreTold:
    """The editor names the pages that nobody may see, and why."""

    def note(self, client, thing):
        address = reverse("wagtailadmin_pages:edit", args=[thing.pk])
        return client.get(address).content.decode().partition('<div id="hidden-links">')[2][:1500]

    @pytest.mark.parametrize(
        ("state", "words"),
        [
            ("unpublished", "unpublished"),
            ("scheduled", "scheduled for"),
            ("private", "private"),
            ("moved outside every site", "on no site"),
        ],
    )
    def test_it_says_which_page_and_why(self, client, blog, target, state, words):
        somebody(client)
        post = BlogPostFactory(parent=blog, body=[link_to(target)])
        assert "Zephyr" not in self.note(client, post)
        hide(target, state)
        note = self.note(client, post)
        assert "“Zephyr signed”" in note
        assert f"({words}" in note

    def test_it_looks_at_the_draft(self, client, blog, target):
        somebody(client)
        hide(target, "unpublished")
        post = BlogPostFactory(parent=blog)
        post.body = [link_to(target)]
        post.save_revision()
        assert "“Zephyr signed”" in self.note(client, post)

    def test_it_is_told_again_with_each_autosave(self, client, blog, target):
        somebody(client)
        hide(target, "unpublished")
        post = BlogPostFactory(parent=blog)
        address = reverse("wagtailadmin_pages:edit", args=[post.pk])
        data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
        data.update(nested_form_data({"body": streamfield([("paragraph", rich_text(link_to(target)["value"]))])}))
        told = client.post(address, data, headers={"accept": "application/json"}).json()
        note = told["html"].partition('data-w-teleport-target-value="#hidden-links"')[2]
        assert "“Zephyr signed”" in note

    def test_a_convening_is_told_too(self, client, home_page, target):
        somebody(client)
        hide(target, "unpublished")
        convening = ConveningFactory(description=[link_to(target)])
        address = reverse("wagtailsnippets_convenings_convening:edit", args=[convening.pk])
        assert "“Zephyr signed”" in client.get(address).content.decode()


@pytest.mark.indexes
class TestReport:
    """It lists the links of what is public to what is not, for those who may edit it."""

    ADDRESS = "/admin/reports/hidden-links/"

    def rows(self, client, query=""):
        return [one.link for one in client.get(self.ADDRESS + query).context["object_list"]]

    def test_each_link_stands_in_a_row_with_its_words_and_the_reason(self, client, blog, target):
        somebody(client)
        post = BlogPostFactory(parent=blog, title="Ahead", body=[link_to(target, "the <b>signing</b>"), link_to(blog)])
        assert self.rows(client) == []
        hide(target, "scheduled")
        (row,) = self.rows(client)
        assert (row.source, row.words, row.target) == ("Ahead", "the signing", "Zephyr signed")
        assert row.state.startswith("scheduled for")
        assert row.source_url == reverse("wagtailadmin_pages:edit", args=[post.pk])

    def test_buttons_lists_fields_settings_and_convenings_are_found(self, client, blog, target):
        somebody(client)
        hide(target, "unpublished")
        link = {"label": "Go there", "page": target.pk, "url": ""}
        body = [
            {"type": "call_to_action", "value": {"heading": "Come", "text": "", "link": link}},
            {"type": "pages", "value": {"title": "More", "pages": [target.pk]}},
        ]
        post = BlogPostFactory(parent=blog, title="Ahead", body=body)
        post.hand_picked.create(related=target)
        post.save()
        ConveningFactory(name="Meeting", description=[link_to(target)])
        SiteSettings.objects.create(site=Site.objects.get(), footer_links=[{"type": "link", "value": link}])
        rows = self.rows(client)
        assert sorted(row.words for row in rows if row.source == "Ahead") == ["", "", "Go there"]
        assert {row.source for row in rows} >= {"Ahead", "Meeting"}
        assert len(rows) == 5

    def test_drafts_are_left_out(self, client, blog, target):
        somebody(client)
        hide(target, "unpublished")
        BlogPostFactory(parent=blog, live=False, body=[link_to(target)])
        ConveningFactory(live=False, description=[link_to(target)])
        assert self.rows(client) == []

    def test_a_page_that_is_gone_is_said_to_be_deleted(self, client, blog, target):
        somebody(client)
        post = BlogPostFactory(parent=blog, body=[link_to(target)])
        target.delete()
        ReferenceIndex.create_or_update_for_object(post)
        (row,) = self.rows(client)
        assert row.state == "deleted"
        assert row.target_url is None

    def test_it_takes_as_many_queries_for_twenty_links_as_for_one(
        self, client, blog, target, django_assert_num_queries, django_assert_max_num_queries
    ):
        somebody(client)
        hide(target, "unpublished")
        BlogPostFactory(parent=blog, body=[link_to(target)])
        self.rows(client)
        with django_assert_max_num_queries(40) as captured:
            assert len(self.rows(client)) == 1
        for _ in range(19):
            other = BlogPostFactory(parent=blog, live=False)
            BlogPostFactory(parent=blog, body=[link_to(other)])
        with django_assert_num_queries(len(captured)):
            assert len(self.rows(client)) == 20

    def test_it_can_be_taken_away_as_a_table(self, client, blog, target):
        somebody(client)
        hide(target, "private")
        BlogPostFactory(parent=blog, title="Ahead", body=[link_to(target)])
        answer = client.get(self.ADDRESS + "?export=csv")
        lines = b"".join(answer.streaming_content).decode().splitlines()
        assert lines[1].startswith("Ahead,what follows,")
        assert lines[1].endswith(",Zephyr signed,private")

    def test_it_is_for_those_who_may_edit(self, client, blog, target):
        hide(target, "unpublished")
        BlogPostFactory(parent=blog, body=[link_to(target)])
        somebody(client, EDITORS)
        assert len(self.rows(client)) == 1
        assert "Links to hidden pages" in client.get("/admin/").content.decode()
        reader = Client()
        somebody(reader, "Readers")
        assert reader.get(self.ADDRESS).status_code == 302
        assert "Links to hidden pages" not in reader.get("/admin/").content.decode()


@pytest.mark.indexes
class TestOutsideEverySite:
    """A page below a home page to which no site leads breaks nothing."""

    @pytest.fixture
    def nowhere(self, home_page):
        home = HomePageFactory(parent=Page.objects.get(depth=1), slug="nowhere", title="Zephyr home")
        return BlogPostFactory(parent=BlogIndexFactory(parent=home), title="Zephyr signed")

    @pytest.mark.parametrize("address", ["/", "/feed.json", "/feed.rss", "/sitemap.xml", "/topics/", "/api/v1/posts/"])
    def test_nothing_shows_it(self, client, nowhere, address):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "Zephyr" not in answer.content.decode()

    def test_it_can_be_edited_and_looked_at(self, client, nowhere):
        somebody(client)
        nowhere.save_revision()
        assert client.get(reverse("wagtailadmin_pages:edit", args=[nowhere.pk])).status_code == 200
        assert client.get(reverse("wagtailadmin_pages:view_draft", args=[nowhere.pk])).status_code == 200

    def test_it_can_be_chosen(self, client, blog, nowhere):
        post = BlogPostFactory(parent=blog, body=[link_to(nowhere)])
        post.hand_picked.create(related=nowhere)
        post.save()
        answer = client.get(post.url)
        assert answer.status_code == 200
        assert "Zephyr" not in answer.content.decode()


SHOWING_PAGES = ["/", "/feed.json", "/search/", "/sitemap.xml", "/news-sitemap.xml", "/topics/", "/press/now/"]


@pytest.mark.parametrize("address", [*SHOWING_PAGES, "/robots.txt", "/api/v1/posts/"])
def test_a_host_without_any_site_is_not_found(home_page, address):
    Site.objects.all().delete()
    assert Client(raise_request_exception=False).get(address).status_code == 404


def test_a_standard_page_below_a_hidden_one_is_reached(client, home_page):
    above = StandardPageFactory(parent=home_page, title="Zephyr", slug="above")
    below = StandardPageFactory(parent=above, slug="below")
    above.unpublish()
    answer = client.get(below.url)
    assert answer.status_code == 200
    assert "Zephyr" not in answer.content.decode()
