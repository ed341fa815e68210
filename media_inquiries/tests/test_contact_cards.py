"""The desk and its people for address books, read back by a parser."""

from datetime import time

import pytest
import vobject
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from home.tests.factories import StandardPageFactory
from media_inquiries.desk.vcards import card_response, new_card
from press.tests.factories import PressIndexFactory
from texts.clean import clean_line

from .factories import ContactPersonFactory, MediaContactFactory

NAME = "Núria, of the “Desk”; 报社 \\ Søn " + "and so on " * 12


@pytest.fixture
def desk(home_page):
    desk = MediaContactFactory(parent=PressIndexFactory(parent=home_page), title=NAME)
    desk.office_hours.create(opens=time(9), closes=time(18))
    desk.save()
    return desk


def card(client, path):
    """The parsed card at a path below the desk."""
    response = client.get(f"/press/media-inquiries/{path}")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/vcard; charset=utf-8"
    return vobject.readOne(response.content.decode())


@pytest.mark.django_db
class TestTheDesk:
    """`desk.vcf`."""

    def test_says_how_to_reach_it(self, client, desk):
        found = card(client, "desk.vcf")
        assert found.version.value == "3.0"
        assert found.fn.value == NAME.strip()
        assert found.org.value == ["Local Progress"]
        assert found.email.value == "desk@example.org"
        assert found.tel.value == "(212) 555-0142"
        assert found.url.value == "http://localhost/press/media-inquiries/"
        assert found.note.value == "Weekdays, 9 a.m. to 6 p.m. Eastern"

    def test_no_line_is_longer_than_75_octets(self, client, desk):
        lines = client.get("/press/media-inquiries/desk.vcf").content.split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert not any(b"\n" in line for line in lines)

    def test_is_saved_under_the_name_of_the_page(self, client, desk):
        disposition = client.get("/press/media-inquiries/desk.vcf")["Content-Disposition"]
        assert disposition == 'attachment; filename="media-inquiries.vcf"'

    def test_is_stored_for_everybody(self, client, desk):
        states = [client.get("/press/media-inquiries/desk.vcf")["X-Page-Cache"] for _time in range(2)]
        assert states == ["miss", "hit"]


@pytest.mark.django_db
class TestAPerson:
    """`person-<id>.vcf`."""

    def test_says_how_to_reach_them(self, client, desk):
        person = ContactPersonFactory(
            contact=desk, name="Ærø Ñandú", role="Officer, South", email="own@example.org", phone="+44 20 7946 0000"
        )
        found = card(client, f"person-{person.pk}.vcf")
        assert (found.fn.value, found.title.value) == ("Ærø Ñandú", "Officer, South")
        assert (found.email.value, found.tel.value) == ("own@example.org", "+44 20 7946 0000")

    def test_borrows_the_address_and_the_number_of_the_desk(self, client, desk):
        person = ContactPersonFactory(contact=desk)
        found = card(client, f"person-{person.pk}.vcf")
        assert (found.email.value, found.tel.value) == ("desk@example.org", "(212) 555-0142")

    def test_is_linked_from_the_page(self, client, desk):
        person = ContactPersonFactory(contact=desk)
        assert f'href="person-{person.pk}.vcf"' in client.get("/press/media-inquiries/").content.decode()

    def test_is_found_at_their_own_desk_only(self, client, desk):
        other = MediaContactFactory(parent=desk.get_parent(), slug="other")
        person = ContactPersonFactory(contact=other)
        assert client.get(f"/press/media-inquiries/person-{person.pk}.vcf").status_code == 404
        assert client.get(f"/press/other/person-{person.pk}.vcf").status_code == 200


@pytest.mark.django_db
class TestWhatIsNotPublic:
    """No card of it."""

    @pytest.fixture(autouse=True)
    def _without_page_cache(self, settings):
        settings.PAGE_CACHE_ENABLED = False

    PATHS = ("desk.vcf", "person-{}.vcf")

    def statuses(self, client, person):
        return {client.get("/press/media-inquiries/" + path.format(person.pk)).status_code for path in self.PATHS}

    def test_a_draft(self, client, desk):
        person = ContactPersonFactory(contact=desk)
        assert self.statuses(client, person) == {200}
        desk.unpublish()
        assert self.statuses(client, person) == {404}

    @pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD])
    def test_a_private_desk_and_one_below_a_private_page(self, client, desk, kind):
        person = ContactPersonFactory(contact=desk)
        restricted = PageViewRestriction.objects.create(page=desk.get_parent(), restriction_type=kind, password="x")
        assert self.statuses(client, person) == {404}
        restricted.page = desk
        restricted.save()
        assert self.statuses(client, person) == {404}

    def test_another_kind_of_page(self, client, home_page):
        StandardPageFactory(parent=home_page)
        assert client.get("/about/desk.vcf").status_code == 404

    @pytest.mark.parametrize("number", ["0", "9" * 18, "9" * 40, "-1", "x", "١"])
    def test_nobody(self, client, desk, number):
        assert client.get(f"/press/media-inquiries/person-{number}.vcf").status_code == 404


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=200).filter(str.strip))
@example("a\r\nTEL:666")
@example("a\rTEL:666")
@example("a\nEND:VCARD")
@example("a\\nb")
@example("\x02")
def test_no_text_gets_out_of_its_line(name):
    text = card_response(new_card(name, "Organization", "desk@example.org", "", "https://example.org/"), "x").content
    found = vobject.readOne(text.decode())
    assert found.fn.value == (" ".join(clean_line(name).split()) or "Organization")
    assert "tel" not in found.contents
    assert "\r" not in text.decode().replace("\r\n", "")
