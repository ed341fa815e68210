"""An advisory that begins with a convening."""

from datetime import date, time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from convenings.models import Convening
from convenings.tests.factories import ConveningFactory
from core.models import Place
from core.tests.factories import TopicFactory
from images.tests.factories import PhotoFactory
from press.models import PressRelease

from .press_room import EDITORS, PRESS_TEAM, WRITERS, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def convening(press_desk):
    """A convention with all that can be known of it."""
    city = Place.objects.create(name="St. Louis", state=Place.objects.get(abbreviation="MO"))
    convening = ConveningFactory(
        name="National convention 2093",
        starts_on=date(2093, 9, 6),
        ends_on=date(2093, 9, 9),
        starts_at=time(9),
        time_zone="America/Chicago",
        venue="Union Hall",
        street="1 Main Street",
        place=city,
        status="open",
        registration_url="https://example.org/register?a=1&b=2",
        online_address="https://example.org/join",
        teaser="Come & see.",
        photo=PhotoFactory(),
        contact=press_desk,
    )
    convening.topics.set([TopicFactory(name="Housing")])
    convening.save()
    return convening


def start(client, convening):
    """Press the button."""
    return client.post(reverse("start_advisory", args=[convening.pk]))


def words_of(release):
    """The text of a release, as HTML."""
    return release.body.stream_block.render(release.body)


class TestWhatItSays:
    """The fields of the draft."""

    @pytest.fixture
    def advisory(self, client, releases, convening):
        client.force_login(somebody(PRESS_TEAM))
        start(client, convening)
        return PressRelease.objects.get()

    def test_it_is_a_draft_of_an_advisory_about_the_convening(self, advisory, releases, convening):
        assert (advisory.live, advisory.kind, advisory.convening) == (False, "advisory", convening)
        assert advisory.get_parent().specific == releases
        assert (advisory.title, advisory.slug) == ("National convention 2093", "national-convention-2093")
        assert advisory.owner.groups.get().name == PRESS_TEAM

    def test_its_fields_are_filled(self, advisory, convening):
        assert "September 6–9, 2093" in advisory.subhead
        assert "St. Louis, Missouri" in advisory.subhead
        assert advisory.dateline.startswith("ST. LOUIS")
        assert (advisory.teaser, advisory.lead_photo, advisory.contact) == (
            "Come & see.",
            convening.photo,
            convening.contact,
        )
        latest = advisory.get_latest_revision_as_object()
        assert [topic.name for topic in latest.topics.all()] == ["Housing"]
        assert list(latest.places.all()) == [convening.place]

    def test_its_text_has_the_facts_in_words(self, advisory):
        html = words_of(advisory)
        for words in (
            "Come &amp; see.",
            "September 6–9, 2093",
            "Union Hall, 1 Main Street, St. Louis, Missouri",
            "Members",
            "https://example.org/register?a=1&amp;b=2",
        ):
            assert words in html

    def test_it_keeps_the_online_address_to_editors(self, advisory):
        assert "example.org/join" not in words_of(advisory)


@pytest.mark.indexes
@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"status": "save-the-date"}, "Registration is not open yet."),
        ({"status": "cancelled"}, "Cancelled"),
        ({"registration_closes_on": date(2023, 9, 1)}, "Registration closed"),
        ({"online_address_is_public": True, "attendance": "both"}, "https://example.org/join"),
        ({"name": "<script>alert(1)</script>"}, "&lt;script&gt;"),
        (
            {"starts_on": None, "ends_on": None, "place": None, "contact": None, "photo": None, "teaser": ""},
            "The facts",
        ),
        ({"name": "会议", "slug": "item"}, "会议"),
    ],
)
def test_whatever_is_known(client, releases, convening, fields, expected):
    Convening.objects.filter(pk=convening.pk).update(**fields)
    client.force_login(somebody(PRESS_TEAM))
    response = start(client, convening)
    advisory = PressRelease.objects.get()
    assert expected in words_of(advisory)
    assert client.get(response.url).status_code == 200


def test_a_state_alone_makes_the_dateline(client, releases, convening):
    convening.place = convening.place.state
    convening.save()
    client.force_login(somebody(PRESS_TEAM))
    start(client, convening)
    advisory = PressRelease.objects.get()
    assert (advisory.dateline_city, advisory.dateline_state.name) == ("", "Missouri")


def test_a_second_one_has_an_address_of_its_own(client, releases, convening):
    client.force_login(somebody(PRESS_TEAM))
    for _time in range(2):
        start(client, convening)
    assert PressRelease.objects.values("slug").distinct().count() == 2


@pytest.mark.indexes
def test_it_can_be_published_as_it_is(client, releases, convening):
    client.force_login(somebody(PRESS_TEAM))
    convening.photo = PhotoFactory(credit="Photo: Staff")
    convening.save()
    start(client, convening)
    PressRelease.objects.get().get_latest_revision().publish()
    html = client.get(PressRelease.objects.get().url).content.decode()
    assert "ST. LOUIS — " in html


class TestWhoMay:
    """Those who may add releases, by the button."""

    @pytest.mark.indexes
    @pytest.mark.parametrize("group", [WRITERS, EDITORS, PRESS_TEAM])
    def test_the_staff_finds_the_button_in_the_list_and_in_the_editor(self, client, releases, convening, group):
        client.force_login(somebody(group))
        views = Convening.snippet_viewset
        for page in (
            reverse(views.get_url_name("list")),
            reverse(views.get_url_name("edit"), args=[convening.pk]),
        ):
            html = client.get(page).content.decode()
            assert "Start an advisory" in html
            assert reverse("start_advisory", args=[convening.pk]) in html
        response = start(client, convening)
        assert response.url == reverse("wagtailadmin_pages:edit", args=[PressRelease.objects.get().pk])
        assert client.get(response.url).status_code == 200

    def test_others_do_not(self, client, releases, convening):
        user = somebody(WRITERS)
        user.groups.get().page_permissions.all().delete()
        client.force_login(user)
        assert (
            "Start an advisory"
            not in client.get(reverse(Convening.snippet_viewset.get_url_name("list"))).content.decode()
        )
        start(client, convening)
        assert not PressRelease.objects.exists()

    def test_nor_do_those_who_see_no_convenings(self, client, releases, convening):
        user = somebody(WRITERS)
        user.groups.get().permissions.set(user.groups.get().permissions.exclude(codename__endswith="_convening"))
        client.force_login(user)
        start(client, convening)
        assert not PressRelease.objects.exists()

    def test_nor_visitors(self, client, releases, convening):
        assert "login" in start(client, convening).url
        assert not PressRelease.objects.exists()

    def test_without_a_list_of_releases_there_is_no_button(self, client, convening):
        client.force_login(somebody(PRESS_TEAM))
        assert (
            "Start an advisory"
            not in client.get(reverse(Convening.snippet_viewset.get_url_name("list"))).content.decode()
        )
        start(client, convening)
        assert not PressRelease.objects.exists()

    def test_a_link_does_nothing(self, client, releases, convening):
        client.force_login(somebody(PRESS_TEAM))
        assert client.get(reverse("start_advisory", args=[convening.pk])).status_code == 405
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(somebody(None))
        assert start(strict, convening).status_code == 403
        assert not PressRelease.objects.exists()

    def test_of_one_that_is_gone_there_is_none(self, client, releases):
        client.force_login(somebody(PRESS_TEAM))
        assert client.post(reverse("start_advisory", args=[4711])).status_code == 404


def test_the_button_costs_no_queries_by_row(client, releases, convening):
    client.force_login(somebody(PRESS_TEAM))
    address = reverse(Convening.snippet_viewset.get_url_name("list"))

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert "Start an advisory" in client.get(address).content.decode()
        return len(captured)

    queries()
    few = queries()
    ConveningFactory.create_batch(19)
    assert queries() == few
