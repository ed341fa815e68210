"""The list of convenings in the admin, and copies for the next year."""

import re
from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Workflow
from wagtail.test.utils.form_data import streamfield

from convenings.copying import next_edition
from convenings.models import Convening
from core.models import Place
from core.tests.factories import TopicFactory
from images.tests.factories import PhotoFactory

from .editing import address, draft, form_data, person
from .factories import ConveningFactory

pytestmark = pytest.mark.django_db

NEXT_CENTURY = {"starts_on": date(2093, 9, 6), "ends_on": date(2093, 9, 9)}


@pytest.fixture
def editor(client):
    """A client signed in as an editor."""
    client.force_login(person("Editors"))
    return client


@pytest.fixture
def city(db):
    """St. Louis, Missouri."""
    return Place.objects.create(name="St. Louis", state=Place.objects.get(abbreviation="MO"))


def names(response):
    """The names in the list, from top to bottom."""
    return [convening.name for convening in response.context["object_list"]]


@pytest.mark.indexes
class TestTheList:
    """All convenings."""

    def test_says_when_where_and_what_is_the_state(self, editor, city):
        ConveningFactory(name="LP2093", place=city, **NEXT_CENTURY)
        ConveningFactory(name="LP2023", attendance="online")
        html = editor.get(address("list")).content.decode()
        for words in ("September 6–9, 2093", "St. Louis, Missouri", "Save the date", "Took place", "Online"):
            assert words in html

    def test_says_what_the_public_sees(self, editor):
        ConveningFactory()
        draft()
        draft(go_live_at=timezone.now() + timedelta(days=1)).get_latest_revision().publish()
        Workflow.objects.get(name="Post review").start(draft(), person("Writers", "writer"))
        html = editor.get(address("list")).content.decode()
        shown = re.findall(r'class="w-status[^"]*">([^<]*)<', html)
        assert sorted(map(str.strip, shown)) == ["draft", "in moderation", "live", "scheduled"]

    def test_takes_the_same_queries_for_one_and_twenty(self, editor, city):
        def queries():
            with CaptureQueriesContext(connection) as captured:
                assert editor.get(address("list")).status_code == 200
            return len(captured)

        ConveningFactory(place=city, photo=PhotoFactory()).save_revision()
        queries()
        few = queries()
        for number in range(19):
            ConveningFactory(place=Place.objects.create(name=f"City {number}", state=city.state)).save_revision()
        assert queries() == few

    def test_by_time(self, editor):
        for name, fields in {
            "Past": {},
            "Later": {"starts_on": date(2094, 1, 1), "ends_on": None},
            "Next": NEXT_CENTURY,
        }.items():
            ConveningFactory(name=name, **fields)
        assert names(editor.get(address("list"), {"time": "upcoming"})) == ["Next", "Later"]
        assert names(editor.get(address("list"), {"time": "past"})) == ["Past"]
        assert names(editor.get(address("list"))) == ["Later", "Next", "Past"]

    def test_by_status(self, editor):
        for status in ("open", "closed", "cancelled"):
            ConveningFactory(name=status, status=status)
        assert set(names(editor.get(address("list"), {"status": ["open", "closed"]}))) == {"open", "closed"}

    @pytest.mark.parametrize(
        "more", [{}, {"ordering": "starts_on"}, {"ordering": "status"}, {"time": "past"}, {"status": "closed"}]
    )
    def test_finds_words_with_any_filter_and_order(self, editor, more):
        ConveningFactory(name="Housing summit", status="closed")
        ConveningFactory(name="Climate summit", status="closed")
        assert names(editor.get(address("list"), {"q": "housing", **more})) == ["Housing summit"]

    @pytest.mark.parametrize(
        "query", [{"time": "soon"}, {"status": "new"}, {"ordering": "pk;"}, {"p": "-1"}, {"q": '"'}]
    )
    def test_bears_any_address(self, editor, query):
        ConveningFactory()
        assert editor.get(address("list"), query).status_code == 200

    @pytest.mark.parametrize("view", ["edit", "history", "usage", "delete", "copy", "workflow_history", "unpublish"])
    def test_each_view_opens(self, editor, view):
        convening = ConveningFactory()
        convening.save_revision().publish()
        assert editor.get(address(view, convening.pk)).status_code == 200

    def test_a_writer_deletes_and_takes_back_nothing(self, client):
        client.force_login(person("Writers"))
        convening = ConveningFactory()
        for view in ("delete", "unpublish"):
            client.post(address(view, convening.pk))
        assert Convening.objects.published().filter(pk=convening.pk).exists()

    def test_whoever_has_locked_it_keeps_others_from_saving(self, client):
        convening = draft()
        client.force_login(person("Press team", "press"))
        client.post(address("lock", convening.pk))
        client.force_login(person("Editors", "editor"))
        response = client.post(address("edit", convening.pk), form_data())
        assert "locked" in response.content.decode()
        assert not Convening.objects.filter(name="National convention 2093").exists()


class TestTheNextEdition:
    """“LP2024 from LP2023”."""

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("LP2023", "LP2024"),
            ("National convention 2023", "National convention 2024"),
            ("Academy 2023–2024", "Academy 2024–2025"),
            ("State meeting", "State meeting 2024"),
            ("Room 20234", "Room 20234 2024"),
            ("x" * 100, "x" * 95 + " 2024"),
        ],
    )
    def test_has_the_name_of_the_next_year(self, name, expected):
        assert next_edition(ConveningFactory(name=name)).name == expected

    def test_has_the_first_name_that_is_free(self):
        ConveningFactory(name="LP2024")
        copy = next_edition(ConveningFactory(name="LP2023", short_name="LP2023"))
        assert (copy.name, copy.short_name) == ("LP2025", "LP2025")

    def test_keeps_what_stays_and_leaves_out_what_does_not(self, city):
        topic, photo = TopicFactory(), PhotoFactory()
        convening = ConveningFactory(
            name="LP2023",
            place=city,
            venue="Union Hall",
            photo=photo,
            teaser="Come and see.",
            starts_at=time(9),
            time_zone="America/Chicago",
            status="open",
            registration_url="https://example.org/register",
            registration_closes_on=date(2023, 9, 1),
            online_address="https://example.org/join",
            online_address_is_public=True,
            description=[{"type": "paragraph", "value": "<p>Program</p>"}],
        )
        convening.topics.set([topic])
        convening.save()
        copy = next_edition(convening)
        kept = (copy.place, copy.venue, copy.photo, copy.teaser, copy.starts_at, copy.time_zone)
        assert kept == (city, "Union Hall", photo, "Come and see.", time(9), "America/Chicago")
        assert list(copy.topics.all()) == [topic]
        assert "Program" in str(copy.description)
        left_out = (
            copy.pk,
            copy.slug,
            copy.starts_on,
            copy.ends_on,
            copy.registration_url,
            copy.registration_closes_on,
        )
        assert left_out == (None, "", None, None, "", None)
        assert (copy.status, copy.online_address, copy.online_address_is_public) == ("save-the-date", "", False)

    @pytest.mark.indexes
    def test_is_offered_in_the_list_and_in_the_editor(self, editor):
        convening = ConveningFactory()
        for page in (address("list"), address("edit", convening.pk)):
            html = editor.get(page).content.decode()
            assert "Duplicate for next year" in html
            assert address("copy", convening.pk) in html

    def test_fills_a_form_that_makes_a_new_draft(self, editor):
        convening = draft(name="LP2023", teaser="Come and see.")
        form = editor.get(address("copy", convening.pk)).context["form"]
        assert (form["name"].value(), form["teaser"].value(), form["starts_on"].value()) == (
            "LP2024",
            "Come and see.",
            None,
        )
        editor.post(address("add"), form_data(name=form["name"].value(), starts_on="", ends_on=""))
        assert [one.slug for one in Convening.objects.order_by("name")][1] == "lp2024"

    def test_begins_with_what_was_typed_last(self, editor):
        convening = ConveningFactory(name="LP2023")
        editor.post(address("edit", convening.pk), form_data(name="LP2023", teaser="Not public yet."))
        assert editor.get(address("copy", convening.pk)).context["form"]["teaser"].value() == "Not public yet."

    def test_keeps_what_was_typed_when_the_name_is_taken_meanwhile(self, editor):
        ConveningFactory(name="LP2024")
        body = streamfield([])
        response = editor.post(address("add"), form_data(name="LP2024", teaser="Come and see.", description=body))
        assert "name" in response.context["form"].errors
        assert "Come and see." in response.content.decode()
