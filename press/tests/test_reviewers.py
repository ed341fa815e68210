"""A reviewer link shows the draft to whoever has it, and nothing to anybody else."""

from datetime import timedelta
from threading import Thread

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction, ModelLogEntry, PageLogEntry

from home.tests.factories import StandardPageFactory
from press.models import ReviewerLink

from .press_room import EDITORS, PRESS_TEAM, TUESDAY, WRITERS, draft, fresh, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_page_cache")]


def link_to(page, **fields):
    fields = {"given_to": "City desk", "expires_at": timezone.now() + timedelta(days=7), **fields}
    return ReviewerLink.objects.create(page=page, **fields)


def address(link):
    return reverse("review", args=[link.token])


def document(name="secret-bill.pdf"):
    return Document.objects.create(title="The bill", file=ContentFile(b"%PDF-1.4", name=name))


def attach(release, *documents):
    release.attachments.set([release.attachments.model(document=one) for one in documents])
    release.save()
    release.save_revision()
    return release


@pytest.fixture
def link(embargoed):
    return link_to(embargoed)


class TestWhatItShows:
    """The newest draft, and what it is."""

    def test_an_embargoed_release_with_its_moment(self, client, link):
        html = client.get(address(link)).content.decode()
        assert "Zephyr compact signed" in html
        assert "before Tuesday, December 3, 2030, 9 a.m. Eastern" in html
        assert "made for City desk" in html

    def test_the_newest_draft(self, client, embargoed, link):
        embargoed.title = "Mended headline"
        embargoed.save_revision()
        assert "Mended headline" in client.get(address(link)).content.decode()

    def test_a_draft_of_any_page(self, client, home_page):
        page = StandardPageFactory(parent=home_page, live=False, title="About the merger")
        html = client.get(address(link_to(page))).content.decode()
        assert "About the merger" in html
        assert "Not public yet" in html

    def test_a_draft_with_gaps(self, client, releases):
        page = draft(releases, timing="embargoed", teaser="", body=[])
        assert client.get(address(link_to(page))).status_code == 200

    def test_nobody_stores_it_and_no_other_site_learns_of_it(self, client, link, settings):
        settings.PAGE_CACHE_ENABLED = True
        for _ in range(2):
            response = client.get(address(link))
            assert "no-store" in response.headers["Cache-Control"]
            assert response.headers["Referrer-Policy"] == "no-referrer"
            assert "noindex" in response.headers["X-Robots-Tag"]
            assert response.headers["X-Page-Cache"] == "pass"
            assert '<meta name="robots" content="noindex' in response.content.decode()

    def test_its_own_page_stays_hidden(self, client, embargoed, link):
        client.get(address(link))
        assert client.get(embargoed.url).status_code == 404

    def test_after_publication_it_leads_to_the_public_page(self, client, embargoed, link, clock):
        clock.move_to(TUESDAY + timedelta(minutes=1))
        call_command("publish_scheduled")
        response = client.get(address(link))  # it has expired by now
        assert (response.status_code, response.url) == (302, fresh(embargoed).full_url)
        assert response.headers["Referrer-Policy"] == "no-referrer"


class TestVisits:
    """They are counted."""

    def test_each_visit_counts(self, client, link):
        for _ in range(3):
            client.get(address(link))
        link.refresh_from_db()
        assert link.visits == 3
        assert link.last_visit_at is not None

    def test_what_only_looks_whether_it_is_there_does_not(self, client, link):
        client.head(address(link))
        link.refresh_from_db()
        assert link.visits == 0

    def test_nothing_but_reading_is_allowed(self, client, link):
        assert client.post(address(link)).status_code == 405

    @pytest.mark.django_db(transaction=True)
    def test_two_at_once_are_two(self, client, link):
        def visit():
            client_class().get(address(link))
            connection.close()

        client_class = type(client)
        visitors = [Thread(target=visit) for _ in range(4)]
        for visitor in visitors:
            visitor.start()
        for visitor in visitors:
            visitor.join()
        link.refresh_from_db()
        assert link.visits == 4


class TestWhenItIsClosed:
    """One answer for all, which says nothing about the page."""

    def closed(self, client, link, token=None):
        response = client.get(reverse("review", args=[token or link.token]))
        assert response.status_code == 404
        assert "no-store" in response.headers["Cache-Control"]
        html = response.content.decode()
        assert "This link shows nothing" in html
        assert "Zephyr" not in html
        return html

    def test_expired_revoked_and_unknown_look_the_same(self, client, link, embargoed):
        expired = link_to(embargoed, expires_at=timezone.now() - timedelta(seconds=1))
        revoked = link_to(embargoed, revoked_at=timezone.now())
        pages = {
            self.closed(client, expired),
            self.closed(client, revoked),
            self.closed(client, link, "x" * 43),
            self.closed(client, link, link.token[:-1]),
            self.closed(client, link, link.token.swapcase()),
        }
        assert len(pages) == 1

    def test_it_says_whom_to_ask(self, client, link, django_capture_on_commit_callbacks):
        from media_inquiries.desk import desk_copy

        desk_copy.write(desk_copy.DeskCopy("Press", "press@example.org", "(212) 555-0142", ""))
        assert "press@example.org" in self.closed(client, link, "x" * 43)
        desk_copy.write(None)

    def test_a_revoked_one_does_not_even_lead_to_the_public_page(self, client, releases):
        release = draft(releases)
        revoked = link_to(release, revoked_at=timezone.now())
        release.get_latest_revision().publish()
        assert client.get(address(revoked)).status_code == 404

    @pytest.mark.parametrize(
        "token",
        [
            "%00",
            "%00" * 43,
            "%FF%FE",
            "..",
            "%2e%2e%2f",
            "a" * 5000,
            "'%20OR%201=1--",
            "é" * 43,
            "%F0%9F%98%80",
            "1",
            "*",
        ],
    )
    def test_whatever_stands_in_place_of_a_token(self, client, link, token):
        response = client.get(f"/review/{token}/")
        assert response.status_code == 404
        assert "Zephyr" not in response.content.decode()

    def test_it_is_not_found_by_a_part_of_it_or_by_its_id(self, client, link):
        for token in (str(link.pk), str(link.page_id), link.token[:20], f"{link.token}A", "%"):
            assert client.get(reverse("review", args=[token])).status_code == 404


class TestAttachments:
    """They are reached by the link only."""

    @pytest.mark.indexes
    def test_they_are_offered_below_the_link(self, client, embargoed, link):
        one = document()
        attach(embargoed, one)
        own = reverse("review_document", args=[link.token, one.pk])
        html = client.get(address(link)).content.decode()
        assert own in html
        assert one.url not in html
        response = client.get(own)
        assert b"".join(response.streaming_content) == b"%PDF-1.4"
        assert "no-store" in response.headers["Cache-Control"]
        assert "attachment" in response.headers["Content-Disposition"]
        assert client.get(one.url).status_code == 404

    def test_a_document_of_another_page_is_not_there(self, client, embargoed, link, releases):
        other, private = document("other.pdf"), document("private.pdf")
        attach(draft(releases), other)
        collection = Collection.get_first_root_node().add_child(name="Staff")
        CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
        private.collection = collection
        private.save()
        attach(embargoed, private)
        for one in (other.pk, private.pk, 999_999_999_999_999_999_999):
            assert client.get(reverse("review_document", args=[link.token, one])).status_code == 404

    def test_nothing_is_there_once_it_is_closed(self, client, embargoed, link):
        one = document()
        attach(embargoed, one)
        link.revoked_at = timezone.now()
        link.save()
        assert client.get(reverse("review_document", args=[link.token, one.pk])).status_code == 404

    def test_a_download_is_no_visit(self, client, embargoed, link):
        one = document()
        attach(embargoed, one)
        client.get(reverse("review_document", args=[link.token, one.pk]))
        link.refresh_from_db()
        assert link.visits == 0


class TestInTheAdmin:
    """Whoever may edit the page makes, sees and revokes links."""

    def url(self, page):
        return reverse("reviewer_links", args=[page.pk])

    def make(self, client, page, **data):
        soon = timezone.localtime(timezone.now() + timedelta(days=2))
        data = {"given_to": "City desk", "expires_at": f"{soon:%Y-%m-%d %H:%M}", **data}
        return client.post(self.url(page), data, follow=True)

    @pytest.mark.parametrize("group", [WRITERS, EDITORS, PRESS_TEAM, None])
    def test_a_link_is_made_and_listed(self, client, embargoed, group):
        client.force_login(somebody(group))
        response = self.make(client, embargoed)
        link = ReviewerLink.objects.get()
        assert f"http://localhost/review/{link.token}/" in response.content.decode()
        assert link.created_by is not None
        assert len(link.token) == 43

    def test_it_lasts_until_the_embargo_ends(self, client, embargoed, clock):
        clock.move_to(TUESDAY - timedelta(days=3))
        client.force_login(somebody(None))
        assert client.get(self.url(embargoed)).context["form"].initial["expires_at"] == TUESDAY

    def test_or_for_a_week(self, client, home_page):
        page = StandardPageFactory(parent=home_page, live=False)
        client.force_login(somebody(None))
        expires_at = client.get(self.url(page)).context["form"].initial["expires_at"]
        assert timedelta(days=6) < expires_at - timezone.now() <= timedelta(days=7)

    def test_whoever_may_not_edit_the_page_sees_and_makes_nothing(self, client, embargoed, link):
        nobody = somebody(WRITERS)
        nobody.groups.get().page_permissions.all().delete()
        client.force_login(nobody)
        revoke = reverse("reviewer_link_revoke", args=[link.pk])
        answers = [client.get(self.url(embargoed)), self.make(client, embargoed), client.post(revoke, follow=True)]
        assert all(link.token not in answer.content.decode() for answer in answers)
        link.refresh_from_db()
        assert (link.revoked_at, ReviewerLink.objects.count()) == (None, 1)

    def test_nor_does_a_visitor(self, client, embargoed, link):
        for response in (client.get(self.url(embargoed)), client.post(reverse("reviewer_link_revoke", args=[link.pk]))):
            assert response.url.startswith("/admin/login/")

    def test_a_link_is_revoked(self, client, embargoed, link):
        client.force_login(somebody(PRESS_TEAM))
        revoke = reverse("reviewer_link_revoke", args=[link.pk])
        assert client.get(revoke).status_code == 405
        html = client.post(revoke, follow=True).content.decode()
        assert "revoked" in html
        assert link.token not in html
        assert client.get(address(link)).status_code == 404

    def test_the_history_tells_who_got_one(self, client, embargoed):
        client.force_login(somebody(PRESS_TEAM))
        self.make(client, embargoed)
        client.post(reverse("reviewer_link_revoke", args=[ReviewerLink.objects.get().pk]))
        actions = list(PageLogEntry.objects.filter(page=embargoed.pk).values_list("action", flat=True))
        assert {"press.link_made", "press.link_revoked"} <= set(actions)
        assert not ModelLogEntry.objects.filter(data__icontains=ReviewerLink.objects.get().token).exists()

    @pytest.mark.parametrize("data", [{"given_to": ""}, {"expires_at": ""}, {"expires_at": "soon"}])
    def test_what_is_missing_is_said(self, client, embargoed, data):
        client.force_login(somebody(None))
        assert self.make(client, embargoed, **data).context["form"].errors
        assert not ReviewerLink.objects.exists()

    @pytest.mark.parametrize(
        "expires_at", ["2020-01-01 09:00", "2199-01-01 09:00", "9999-12-31 23:59", "0001-01-01 00:00", "\x00"]
    )
    def test_it_ends_within_a_year(self, client, embargoed, expires_at):
        client.force_login(somebody(None))
        response = self.make(client, embargoed, expires_at=expires_at)
        assert "expires_at" in response.context["form"].errors

    def test_a_public_page_needs_none(self, client, home_page):
        page = StandardPageFactory(parent=home_page)
        client.force_login(somebody(None))
        assert "everybody can read it" in self.make(client, page).content.decode()
        assert not ReviewerLink.objects.exists()

    @pytest.mark.indexes
    def test_the_editor_of_a_draft_leads_there(self, client, embargoed, releases):
        client.force_login(somebody(PRESS_TEAM))
        public = draft(releases)
        public.get_latest_revision().publish()
        edit = "wagtailadmin_pages:edit"
        assert self.url(embargoed) in client.get(reverse(edit, args=[embargoed.pk])).content.decode()
        assert self.url(public) not in client.get(reverse(edit, args=[public.pk])).content.decode()

    def test_the_number_of_queries_does_not_grow(self, client, embargoed, django_assert_max_num_queries):
        somebody_else = somebody(None)
        client.force_login(somebody_else)
        link_to(embargoed, created_by=somebody_else)
        client.get(self.url(embargoed))
        with django_assert_max_num_queries(60) as one:
            client.get(self.url(embargoed))
        for _ in range(20):
            link_to(embargoed, created_by=somebody_else)
        with django_assert_max_num_queries(len(one)):
            client.get(self.url(embargoed))

    @pytest.mark.parametrize("page_id", [0, 1, 10**18])
    def test_a_page_that_is_not_there_is_not_found(self, client, embargoed, page_id):
        client.force_login(somebody(None))
        assert client.get(reverse("reviewer_links", args=[page_id])).status_code == 404
        assert client.post(reverse("reviewer_link_revoke", args=[page_id])).status_code == 404
