"""The rehearsal of an embargo: what it looks at, what it finds, who may start it."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.models import Page

from core.querysets import BasePageQuerySet
from images.tests.factories import PhotoFactory
from press.models import EmbargoRehearsal
from press.rehearsal import report, secrets_of

from .factories import PressReleaseFactory
from .press_room import EDITORS, PRESS_TEAM, WRITERS, draft, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_page_cache")]


@pytest.fixture
def secret(embargoed):
    """A release under embargo with a photo and a document of its own."""
    photo = PhotoFactory(credit="Photo: Staff")
    paper = Document.objects.create(title="The bill", file=ContentFile(b"%PDF", name="zephyr-bill.pdf"))
    embargoed.lead_photo = photo
    embargoed.attachments.add(embargoed.attachments.model(document=paper))
    embargoed.save_revision().publish()
    return embargoed.get_latest_revision().as_object()


def rehearse(release):
    out = StringIO()
    call_command("rehearse_embargo", str(release), stdout=out)
    return out.getvalue()


@pytest.mark.indexes
class TestReport:
    """Line by line."""

    def test_it_looks_for_what_only_the_release_says(self, secret):
        found = secrets_of(secret)
        assert {"Zephyr compact signed", "/press/releases/zephyr-compact/", "zephyr-bill.pdf"} <= set(found)
        assert Path(secret.lead_photo.file.name).stem.partition("-")[0] in found

    def test_files_that_public_pages_show_as_well_are_no_secret(self, secret, releases):
        other = draft(releases, teaser="Another matter altogether.")
        other.lead_photo = secret.lead_photo
        other.attachments.add(other.attachments.model(document=secret.attachments.first().document))
        other.save_revision().publish()
        assert "zephyr-bill.pdf" not in secrets_of(secret)
        assert all(line["outcome"] == "clean" for line in report(secret))

    def test_everything_is_clean(self, secret):
        lines = list(report(secret))
        assert [line for line in lines if line["outcome"] != "clean"] == []
        addresses = {line["address"] for line in lines}
        assert {
            "/",
            "/press/",
            "/press/releases/",
            "/press/releases/feed.rss",
            "/feed.json",
            "/press/releases/zephyr-compact/",
            secret.attachments.first().document.url,
            secret.lead_photo.title,
        } <= addresses
        assert any(address.startswith("/press/releases/?kind=release") for address in addresses)

    def test_a_list_that_tells_of_it_is_found(self, secret, monkeypatch):
        monkeypatch.setattr(BasePageQuerySet, "published", lambda pages: pages)
        leaks = {line["address"]: line["leaks"] for line in report(secret) if line["outcome"] == "leak"}
        assert "Zephyr compact signed" in leaks["/press/releases/"]
        assert "/press/releases/feed.atom" in leaks

    def test_an_alias_that_is_public_is_found(self, secret):
        alias = secret.create_alias(update_slug="other-name")
        second = alias.create_alias(update_slug="third-name")
        assert [line for line in report(secret) if line["outcome"] != "clean"] == []
        Page.objects.filter(pk__in=[alias.pk, second.pk]).update(live=True)
        leaks = {line["address"]: line["leaks"] for line in report(secret) if line["outcome"] == "leak"}
        assert "Zephyr compact signed" in leaks["/press/releases/other-name/"]
        assert "Zephyr compact signed" in leaks["/press/releases/third-name/"]
        assert "/press/releases/third-name/" in leaks["/press/releases/"]

    @pytest.mark.parametrize("field", ["body", "teaser", "boilerplate"])
    def test_a_public_page_that_tells_its_url_is_found(self, secret, releases, field):
        link = '<p><a href="http://localhost/press/releases/zephyr-compact/">more tomorrow</a></p>'
        words = {"body": [{"type": "paragraph", "value": link}], "teaser": "See /press/releases/zephyr-compact/ then."}
        fields = {"teaser": "Another matter altogether.", field: words.get(field, link)}
        PressReleaseFactory(parent=releases, slug="ahead", **fields)
        leaks = {line["address"]: line["leaks"] for line in report(secret) if line["outcome"] == "leak"}
        assert leaks["/press/releases/ahead/"] == ["/press/releases/zephyr-compact/"]

    def test_a_redirect_that_tells_its_url_is_found(self, secret, monkeypatch):
        Redirect.objects.create(old_path="/flyer", redirect_page=secret)
        assert [line for line in report(secret) if line["outcome"] != "clean"] == []
        monkeypatch.setattr("core.middleware.leads_to_hidden_page", lambda request, url: False)
        leaks = [line["address"] for line in report(secret) if line["outcome"] == "leak"]
        assert leaks == ["/flyer"]

    def test_a_document_that_everybody_can_fetch_is_found(self, secret, monkeypatch):
        monkeypatch.setattr("core.files._may_handle", lambda user, document: True)
        leaks = [line["surface"] for line in report(secret) if line["outcome"] == "leak"]
        assert leaks == ["wagtaildocs_serve"]

    def test_a_photo_whose_file_can_be_guessed_is_found(self, secret):
        photo = secret.lead_photo
        photo.file.name = "original_images/mayor.jpg"
        type(photo).objects.filter(pk=photo.pk).update(file=photo.file.name)
        leaks = [line for line in report(secret) if line["outcome"] == "leak"]
        assert [line["surface"] for line in leaks] == ["photo"]
        assert "Upload the photo again" in leaks[0]["leaks"][0]

    def test_what_does_not_answer_is_not_called_clean(self, secret, monkeypatch):
        def broken(page, request, file_format):
            raise ZeroDivisionError

        monkeypatch.setattr("core.models.lists.ListPage.feed", broken)
        failed = {line["address"] for line in report(secret) if line["outcome"] == "failed"}
        assert "/press/releases/feed.rss" in failed


@pytest.mark.indexes
class TestCommand:
    """`manage.py rehearse_embargo`."""

    def test_it_says_when_the_release_goes_live_and_that_nothing_leaks(self, secret):
        out = rehearse(secret.pk)
        assert "Tuesday, December 3, 2030, 9 a.m. Eastern" in out
        assert "6 a.m. Pacific" in out
        assert "lines are clean" in out
        assert rehearse(secret.slug)

    def test_a_leak_is_an_error(self, secret, monkeypatch):
        monkeypatch.setattr(BasePageQuerySet, "published", lambda pages: pages)
        with pytest.raises(CommandError, match="not clean"):
            rehearse(secret.pk)

    def test_so_is_a_release_that_is_public(self, releases):
        release = draft(releases)
        release.get_latest_revision().publish()
        with pytest.raises(CommandError, match="not clean"):
            rehearse(release.pk)

    @pytest.mark.parametrize("name", ["nowhere", "0", "9" * 30, "²", ""])
    def test_a_release_that_is_not_there(self, secret, name):
        with pytest.raises(CommandError, match="no such release"):
            rehearse(name)


class TestInTheAdmin:
    """The button."""

    def url(self, release):
        return reverse("embargo_rehearsals", args=[release.pk])

    @pytest.mark.indexes
    @pytest.mark.parametrize("group", [WRITERS, EDITORS, PRESS_TEAM, None])
    @pytest.mark.django_db(transaction=True)
    def test_it_rehearses_and_shows_what_was_found(self, client, secret, group):
        client.force_login(somebody(group))
        assert "Rehearse now" in client.get(self.url(secret)).content.decode()
        html = client.post(self.url(secret), follow=True).content.decode()
        assert "Nothing leaks" in html
        assert "/press/releases/feed.rss" in html
        assert EmbargoRehearsal.objects.get().started_by is not None

    def test_leaks_stand_first(self, client, secret):
        client.force_login(somebody(None))
        lines = [
            {"surface": "a", "address": "/clean/", "outcome": "clean", "leaks": []},
            {"surface": "b", "address": "/leak/", "outcome": "leak", "leaks": ["<b>Zephyr</b>"]},
        ]
        started = EmbargoRehearsal.objects.create(release=secret, lines=lines)
        html = client.get(self.url(secret)).content.decode()
        assert "The rehearsal is running" in html
        started.finished_at = started.started_at
        started.save()
        html = client.get(self.url(secret)).content.decode()
        assert "1 leak" in html
        assert "&lt;b&gt;Zephyr" in html
        assert html.index("/leak/") < html.index("/clean/")

    def test_only_those_who_may_edit_the_release_see_it(self, client, secret):
        assert client.get(self.url(secret)).url.startswith("/admin/login/")
        nobody = somebody(WRITERS)
        nobody.groups.get().page_permissions.all().delete()
        client.force_login(nobody)
        client.post(self.url(secret))
        assert "Zephyr" not in client.get(self.url(secret), follow=True).content.decode()
        assert not EmbargoRehearsal.objects.exists()

    def test_other_pages_have_none(self, client, secret, home_page):
        client.force_login(somebody(None))
        for pk in (home_page.pk, 0, 10**18):
            assert client.get(reverse("embargo_rehearsals", args=[pk])).status_code == 404
