"""The default desk: at the foot of every page, on error pages, and in a file for when there is no database."""

import re
import stat
from datetime import time
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.template.loader import get_template
from django.urls import reverse
from wagtail.models import PageViewRestriction, Site

from home.tests.factories import HomePageFactory
from media_inquiries import tasks
from media_inquiries.desk import desk_copy
from media_inquiries.desk.desk_copy import DeskCopy
from media_inquiries.models import DeskSettings
from press.tests.factories import PressIndexFactory

from .factories import MediaContactFactory


@pytest.fixture
def press(home_page, settings):
    settings.PAGE_CACHE_ENABLED = False
    return PressIndexFactory(parent=home_page)


@pytest.fixture
def desk(press):
    desk = MediaContactFactory(parent=press)
    desk.office_hours.create(opens=time(9), closes=time(18))
    desk.save()
    return desk


def choose(desk):
    """Make it the default desk."""
    settings = DeskSettings.for_site(Site.objects.get(is_default_site=True))
    settings.default_desk = desk
    settings.full_clean()
    settings.save()


def shown(client, address="/"):
    """The HTML at an address."""
    return client.get(address).content.decode()


@pytest.mark.django_db
class TestWhichOneItIs:
    """The chosen one, else the only one."""

    def test_the_footer_names_it_on_every_page(self, client, desk):
        choose(desk)
        for address in ("/", "/press/", "/nowhere/"):
            footer = shown(client, address).partition('<footer class="site-foot">')[2]
            for words in ("tel:+12125550142", "mailto:desk@example.org", "Weekdays, 9 a.m. to 6 p.m. Eastern"):
                assert words in footer
            assert 'href="/press/media-inquiries/">Have a media inquiry?</a>' in footer

    def test_it_is_the_only_one_if_none_is_chosen(self, client, desk):
        assert "mailto:desk@example.org" in shown(client)

    def test_of_two_it_is_neither_until_one_is_chosen(self, client, press, desk):
        second = MediaContactFactory(parent=press, slug="second", email="second@example.org")
        assert "mailto:" not in shown(client)
        choose(second)
        assert "mailto:second@example.org" in shown(client)

    def test_without_any_nothing_is_shown_and_nothing_breaks(self, client, press):
        for address in ("/", "/press/", "/nowhere/"):
            html = shown(client, address)
            assert "site-foot" in html
            assert "mailto:" not in html

    def test_a_private_desk_stays_private(self, client, desk):
        choose(desk)
        PageViewRestriction.objects.create(page=desk, restriction_type=PageViewRestriction.LOGIN)
        assert "mailto:" not in shown(client)

    def test_another_site_does_not_show_it(self, client, desk):
        other = HomePageFactory(parent=desk.get_root(), slug="other-home")
        Site.objects.create(hostname="127.0.0.1", port=80, root_page=other)
        assert "mailto:" in shown(client)
        assert "mailto:" not in client.get("/", headers={"host": "127.0.0.1"}).content.decode()

    def test_the_404_page_tells_reporters(self, client, desk):
        assert "On deadline?" in shown(client, "/nowhere/")

    @pytest.mark.parametrize("state", ["draft", "private"])
    def test_one_that_not_everybody_sees_cannot_be_chosen(self, desk, state):
        if state == "draft":
            desk.unpublish()
        else:
            PageViewRestriction.objects.create(page=desk, restriction_type=PageViewRestriction.LOGIN)
        with pytest.raises(ValidationError, match="publish it first"):
            choose(desk)

    def test_it_is_chosen_in_the_settings(self, client, desk):
        client.force_login(User.objects.create_superuser("admin"))
        url = reverse("wagtailsettings:edit", args=["media_inquiries", "desksettings", Site.objects.get().pk])
        assert client.get(url).status_code == 200
        client.post(url, {"default_desk": desk.pk, "months_kept": 24, "quarantine_days": 90})
        assert DeskSettings.objects.get().default_desk == desk


@pytest.fixture
def file(settings, tmp_path):
    """Where the copy lies."""
    settings.DESK_COPY_FILE = tmp_path / "room" / "desk.json"
    return settings.DESK_COPY_FILE


def page_500():
    """The page that needs neither database nor context."""
    return get_template("500.html").render()


class TestTheCopy:
    """What the file says and what becomes of it."""

    COPY = DeskCopy("Pręss <desk>", "desk@example.org", "(212) 555-0142", "Weekdays, 9 a.m. to 6 p.m. Eastern")

    def test_reads_back_what_was_written(self, file):
        desk_copy.write(self.COPY)
        assert desk_copy.read() == self.COPY
        assert [path.name for path in file.parent.iterdir()] == ["desk.json"]
        assert stat.S_IMODE(file.stat().st_mode) == 0o644

    def test_goes_with_the_desk(self, file):
        desk_copy.write(self.COPY)
        desk_copy.write(None)
        desk_copy.write(None)
        assert desk_copy.read() is None

    @pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b'{"name": "x"}', b"\xff\xfe", b"7", b"{}" * 9])
    def test_a_broken_file_is_as_none(self, file, content):
        file.parent.mkdir()
        file.write_bytes(content)
        assert desk_copy.read() is None
        assert "our page for reporters on deadline" in page_500()

    def test_a_folder_in_its_place_is_as_none_and_does_not_stop_the_change(self, file, caplog):
        file.mkdir(parents=True)
        desk_copy.write(self.COPY)
        assert desk_copy.read() is None
        assert "could not be written" in caplog.text
        assert list(file.parent.iterdir()) == [file]

    def test_is_never_half_there(self, file, monkeypatch):
        desk_copy.write(self.COPY)
        monkeypatch.setattr(Path, "replace", lambda *args: (_ for _ in ()).throw(OSError("disk full")))
        desk_copy.write(self.COPY._replace(email="other@example.org"))
        assert desk_copy.read() == self.COPY

    def test_the_500_page_reads_it(self, file):
        desk_copy.write(self.COPY)
        html = page_500()
        for words in ("mailto:desk@example.org", "tel:+12125550142", "Weekdays, 9 a.m. to 6 p.m. Eastern"):
            assert words in html

    def test_nothing_in_it_becomes_markup(self, file):
        desk_copy.write(DeskCopy("", '"><b>@example.org', "<i>", "<u>"))
        assert re.findall("<[biu]>", page_500()) == []

    def test_without_it_the_500_page_invents_nothing(self, file):
        html = page_500()
        assert 'href="/press/now/"' in html
        assert "mailto:" not in html
        assert "tel:" not in html


@pytest.mark.django_db(transaction=True)
class TestWhenItIsWritten:
    """After every change of the desk and of the choice."""

    def test_when_a_desk_is_published_and_its_hours_change(self, file, desk):
        assert desk_copy.read() == DeskCopy(desk.title, desk.email, desk.phone, "Weekdays, 9 a.m. to 6 p.m. Eastern")
        desk.email = "new@example.org"
        row = desk.office_hours.get()
        row.closes = time(17)
        desk.office_hours.add(row)
        desk.save_revision()
        assert desk_copy.read().email == "desk@example.org"
        desk.get_latest_revision().publish()
        assert desk_copy.read()[1:] == ("new@example.org", desk.phone, "Weekdays, 9 a.m. to 5 p.m. Eastern")

    def test_when_another_desk_is_chosen(self, file, desk, press):
        second = MediaContactFactory(parent=press, slug="second", email="second@example.org")
        assert desk_copy.read() is None
        choose(second)
        assert desk_copy.read().email == "second@example.org"

    @pytest.mark.parametrize("as_what_all_pages_are", [True, False])
    def test_when_the_only_desk_is_unpublished(self, file, desk, as_what_all_pages_are):
        (desk.page_ptr if as_what_all_pages_are else desk).unpublish()
        assert desk_copy.read() is None

    def test_when_it_is_deleted(self, file, desk, press):
        press.delete()
        assert desk_copy.read() is None

    def test_by_the_worker_where_it_is_missing(self, file, desk):
        file.unlink()
        tasks.keep_desk_copy()
        assert desk_copy.read().email == desk.email
