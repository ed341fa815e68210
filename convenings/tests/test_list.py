"""The list of convenings: upcoming ones first, then past ones by year."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from convenings.models import ConveningIndex, Status
from images.tests.factories import PhotoFactory

from .factories import ConveningFactory

pytestmark = pytest.mark.django_db

QUERY_BUDGET = 15  # one more than other lists: what is upcoming is asked for besides what is past


def in_days(number, **fields):
    """A convening of one day, so many days from now."""
    day = timezone.localdate() + timedelta(days=number)
    return ConveningFactory(starts_on=day, ends_on=day, **fields)


def shown(client, query=""):
    """The headlines of the list, from top to bottom."""
    html = client.get(f"/convenings/{query}").content.decode()
    main = html[html.index("<main") : html.index("</main")]
    return [re.sub(r"<[^>]+>", "", found).strip() for found in re.findall(r"<h[23][^>]*>(.*?)</h[23]>", main, re.S)]


def test_upcoming_ones_come_first_then_past_ones_by_year(client, convenings):
    for name, day in (("Spring", date(2022, 4, 1)), ("Fall", date(2022, 10, 1)), ("Winter", date(2021, 12, 1))):
        ConveningFactory(name=name, starts_on=day, ends_on=day)
    in_days(90, name="Later")
    in_days(30, name="Soon")
    assert shown(client) == ["Upcoming", "Soon", "Later", "2022", "Fall", "Spring", "2021", "Winter"]


def test_drafts_are_not_listed(client, convenings):
    in_days(30, name="Secret", live=False)
    ConveningFactory(name="Secret and past", live=False)
    assert "Secret" not in client.get("/convenings/").content.decode()


def test_an_empty_list_says_so(client, convenings):
    assert "The first convening is on its way" in client.get("/convenings/").content.decode()


def test_where_none_is_planned_it_says_so_above_the_past_ones(client, convenings):
    ConveningFactory()
    assert "No convening is planned right now." in client.get("/convenings/").content.decode()


def test_what_was_cancelled_says_so_and_stands_where_its_dates_put_it(client, convenings):
    in_days(30, name="Soon", status=Status.CANCELLED)
    ConveningFactory(name="Once", status=Status.POSTPONED)
    html = client.get("/convenings/").content.decode()
    assert html.index("Cancelled") < html.index("Soon") < html.index("Postponed") < html.index("Once")


def test_many_past_ones_stand_on_several_pages_and_upcoming_ones_on_the_first(client, convenings):
    in_days(30, name="Soon")
    for number in range(ConveningIndex.per_page + 1):
        ConveningFactory(name=f"Past {number}", starts_on=date(2001, 1, 1 + number), ends_on=date(2001, 1, 1 + number))
    assert shown(client)[:4] == ["Upcoming", "Soon", "2001", f"Past {ConveningIndex.per_page}"]
    assert shown(client, "?page=2") == ["2001", "Past 0"]
    assert client.get("/convenings/?page=3").status_code == 404
    assert client.get("/convenings/?page=x").status_code == 200


@pytest.mark.parametrize("day", ["2024-03-09", "2024-11-02"])
def test_a_card_leads_to_the_page_of_a_convening(client, convenings, day):
    ConveningFactory(slug="one", starts_on=date.fromisoformat(day), ends_on=None)
    assert 'href="/convenings/one/"' in client.get("/convenings/").content.decode()


def test_twenty_take_as_many_queries_as_one(client, convenings, django_assert_max_num_queries):
    def queries():
        client.get("/convenings/")  # what is remembered for all requests, such as content types
        with django_assert_max_num_queries(QUERY_BUDGET) as captured:
            assert client.get("/convenings/").status_code == 200
        return len(captured)

    photo = PhotoFactory()
    in_days(30, photo=photo)
    ConveningFactory(photo=photo)
    one = queries()
    for number in range(20):
        in_days(30 + number, photo=PhotoFactory())
        ConveningFactory(photo=photo)
    assert queries() == one
