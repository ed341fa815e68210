"""A desk that the site counts on can neither be deleted nor taken off the site."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import transaction
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from home.tests.factories import HomePageFactory
from media_inquiries.desk.dependents import DeskNeeded, dependents
from media_inquiries.models import DeskSettings, MediaContact
from press.tests.factories import PressIndexFactory

from .factories import MediaContactFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def press(home_page):
    """A press page that shows the default desk."""
    return PressIndexFactory(parent=home_page)


@pytest.fixture
def desk(press):
    return MediaContactFactory(parent=press)


@pytest.fixture
def default_desk(desk, home_page):
    """A desk that the settings name."""
    DeskSettings.objects.create(site=home_page.get_site(), default_desk=desk)
    return desk


@pytest.fixture
def shown_desk(desk, press):
    """A desk that the press page names."""
    press.sections = [{"type": "inquiry_contact", "value": {"desk": desk.pk}}]
    press.save_revision().publish()
    return desk


def is_live(desk):
    """Whether the desk is there and live."""
    return MediaContact.objects.live().filter(pk=desk.pk).exists()


def base(page):
    """The same page as what all pages are."""
    return Page.objects.get(pk=page.pk)


class TestTheModel:
    """Whoever tries, and however."""

    @pytest.mark.parametrize("of", [lambda page: page, base])
    def test_the_default_desk_cannot_be_unpublished(self, default_desk, of):
        with pytest.raises(DeskNeeded, match="the settings of the press desk"):
            of(default_desk).unpublish()
        assert is_live(default_desk)

    @pytest.mark.parametrize("of", [lambda page: page, base])
    def test_nor_one_that_the_press_page_shows(self, shown_desk, of):
        with pytest.raises(DeskNeeded, match="shown by: Press"):
            of(shown_desk).unpublish()
        assert is_live(shown_desk)

    @pytest.mark.parametrize("of", [lambda page: page, base])
    def test_neither_can_be_deleted(self, default_desk, of):
        with pytest.raises(ProtectedError):
            of(default_desk).delete()
        assert is_live(default_desk)

    def test_a_shown_one_cannot_be_deleted_alone(self, shown_desk):
        with pytest.raises(DeskNeeded), transaction.atomic():
            shown_desk.delete()
        with pytest.raises(DeskNeeded), transaction.atomic():
            MediaContact.objects.filter(pk=shown_desk.pk).delete()
        assert is_live(shown_desk)

    def test_nor_with_the_pages_above_it_while_another_page_shows_it(self, shown_desk, home_page):
        other = PressIndexFactory(parent=home_page, slug="other")
        base(shown_desk).move(other, "last-child")
        with pytest.raises(DeskNeeded), transaction.atomic():
            other.delete()
        assert is_live(shown_desk)

    def test_but_with_all_that_shows_it(self, shown_desk, press):
        base(press).delete()
        assert not is_live(shown_desk)

    def test_it_cannot_be_moved_off_the_site_not_even_with_the_page_above_it(self, default_desk, press):
        elsewhere = HomePageFactory(parent=Page.objects.get(depth=1), slug="elsewhere")
        with pytest.raises(DeskNeeded):
            press.move(elsewhere, "last-child")
        assert Site.objects.get().root_page.get_descendants().filter(pk=default_desk.pk).exists()

    def test_within_the_site_it_can(self, default_desk, home_page):
        other = PressIndexFactory(parent=home_page, slug="other")
        default_desk.move(other, "last-child")
        assert base(default_desk).url == "/other/media-inquiries/"

    def test_a_draft_page_and_a_draft_of_a_page_do_not_keep_it(self, desk, press):
        press.sections = [{"type": "inquiry_contact", "value": {"desk": desk.pk}}]
        press.save_revision()
        desk.unpublish()
        assert not is_live(desk)

    def test_a_desk_that_nothing_needs_can_go(self, desk):
        desk.unpublish()
        desk.delete()
        assert not MediaContact.objects.exists()

    def test_saving_drafts_of_it_goes_on(self, default_desk):
        default_desk.title = "Another title"
        default_desk.save_revision()
        default_desk.save_revision().publish()
        assert is_live(default_desk)

    def test_the_end_that_somebody_has_set_past_the_rules_does_not_stop_the_schedule(self, default_desk):
        Page.objects.filter(pk=default_desk.pk).update(expire_at=timezone.now())
        call_command("publish_scheduled")
        assert not is_live(default_desk)

    def test_what_goes_along_does_not_count(self, shown_desk, press):
        assert [one.page_id for one in dependents([shown_desk.pk])] == [press.pk]
        assert dependents([shown_desk.pk], leaving=frozenset([press.pk])) == []


@pytest.mark.indexes
class TestTheAdmin:
    """It says in a sentence what needs the desk, with links, and never fails."""

    @pytest.fixture(autouse=True)
    def _signed_in(self, client):
        editor = User.objects.create_user("editor", "editor@example.org", "password")
        editor.groups.add(Group.objects.get(name="Editors"))
        client.force_login(editor)

    def told(self, response, desk):
        """The sentence on the page to which a refused request leads."""
        assert [address for address, _status in response.redirect_chain] == [
            reverse("wagtailadmin_pages:edit", args=[desk.pk])
        ]
        assert is_live(desk)
        return [str(message) for message in response.context["messages"]]

    @pytest.mark.parametrize("action", ["delete", "unpublish"])
    def test_one_page(self, client, shown_desk, press, action):
        response = client.post(reverse(f"wagtailadmin_pages:{action}", args=[shown_desk.pk]), follow=True)
        link = f'<a href="{reverse("wagtailadmin_pages:edit", args=[press.pk])}">Press</a>'
        assert self.told(response, shown_desk) == [
            f"“Have a media inquiry?” must stay on the site, because it is shown by: {link}. "
            "Choose another desk there first."
        ]

    def test_nobody_is_asked_to_confirm_what_cannot_be_done(self, client, default_desk):
        response = client.get(reverse("wagtailadmin_pages:delete", args=[default_desk.pk]), follow=True)
        settings_url = reverse("wagtailsettings:edit", args=["media_inquiries", "desksettings", Site.objects.get().pk])
        assert settings_url in self.told(response, default_desk)[0]

    @pytest.mark.parametrize("action", ["delete", "unpublish"])
    @pytest.mark.parametrize("above", [True, False])
    def test_several_pages(self, client, default_desk, press, action, above):
        page = press if above else default_desk
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action]) + f"?id={page.pk}"
        response = client.post(url, {"include_descendants": "on"}, follow=True)
        assert "must stay" in response.content.decode()
        assert is_live(default_desk)
        assert Page.objects.get(pk=press.pk).live

    def test_the_page_above(self, client, default_desk, press):
        response = client.post(reverse("wagtailadmin_pages:delete", args=[press.pk]), follow=True)
        assert "must stay" in self.told(response, default_desk)[0]

    def test_the_page_above_with_all_below_it(self, client, default_desk, press):
        url = reverse("wagtailadmin_pages:unpublish", args=[press.pk])
        response = client.post(url, {"include_descendants": "on"}, follow=True)
        assert "must stay" in self.told(response, default_desk)[0]

    def test_moving_it_off_the_site(self, client, default_desk):
        away = HomePageFactory(parent=Page.objects.get(depth=1), slug="elsewhere")
        elsewhere = PressIndexFactory(parent=away, slug="press")
        url = reverse("wagtailadmin_pages:move_confirm", args=[default_desk.pk, elsewhere.pk])
        assert "must stay" in self.told(client.post(url, follow=True), default_desk)[0]

    def test_titles_are_escaped(self, client, shown_desk, press):
        press.title = "<b>Press</b>"
        press.save_revision().publish()
        response = client.post(reverse("wagtailadmin_pages:unpublish", args=[shown_desk.pk]), follow=True)
        assert "&lt;b&gt;Press&lt;/b&gt;</a>" in self.told(response, shown_desk)[0]
