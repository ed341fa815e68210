"""The list of inquiries."""

import csv
import io
import re
import time
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from core.tests.factories import PlaceFactory, TopicFactory
from media_inquiries.inbox.deadlines import time_left
from media_inquiries.inbox.exports import harmless
from media_inquiries.models import MediaInquiry

from .factories import MediaInquiryFactory
from .press_room import hours, somebody

pytestmark = pytest.mark.django_db

INBOX = "/admin/inquiries/"
State = MediaInquiry.State


def outlets(response):
    """The outlets of the list, from top to bottom."""
    return re.findall(r"<b>(Paper [A-Z])</b>", response.content.decode())


@pytest.fixture
def paper(desk):
    """A function that makes an inquiry of “Paper A” and so on."""
    return lambda letter, **values: MediaInquiryFactory(desk=desk, outlet=f"Paper {letter}", **values)


class TestTheOrder:
    def test_open_ones_come_first_by_deadline_then_answered_closed_and_suspect_ones(self, inbox, paper):
        paper("F", state=State.QUARANTINE, deadline=hours(1))
        paper("E", state=State.CLOSED, deadline=hours(-9))
        paper("D", state=State.ANSWERED, deadline=hours(-8))
        paper("C")
        paper("B", state=State.ASSIGNED, deadline=hours(5))
        paper("A", deadline=hours(-2))
        assert outlets(inbox.get(INBOX)) == [f"Paper {letter}" for letter in "ABCDEF"]

    def test_a_column_can_be_chosen(self, inbox, paper):
        paper("A")
        paper("C")
        paper("B")
        assert outlets(inbox.get(INBOX, {"o": "-1"})) == ["Paper C", "Paper B", "Paper A"]

    def test_suspect_ones_that_are_erased_are_gone(self, inbox, paper):
        paper("A", state=State.QUARANTINE, erased_at=hours(-1))
        assert outlets(inbox.get(INBOX)) == []


class TestFilters:
    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("state=open", "AB"),
            ("state=new", "A"),
            ("state=closed", "D"),
            ("due=overdue", "A"),
            ("due=soon", "B"),
            ("assignee=mine", "B"),
            ("assignee=nobody", "ACD"),
            ("q=ordinance", "ABCD"),
            ("q=zora+paper", "D"),
            ("q=zora@", "D"),
            ("state=open&assignee=mine", "B"),
            ("state=nonsense", "ABCD"),
            ("assignee=999", "ABCD"),
        ],
    )
    def test_narrow_the_list(self, inbox, officer, paper, query, expected):
        paper("A", deadline=hours(-2))
        paper("B", deadline=hours(3), state=State.ASSIGNED, assignee=officer)
        paper("C", deadline=hours(-20), state=State.ANSWERED)
        paper("D", state=State.CLOSED, email="zora@example.com")
        assert sorted(outlets(inbox.get(f"{INBOX}?{query}"))) == [f"Paper {letter}" for letter in expected]

    def test_topic_and_place(self, inbox, paper):
        housing, denver = TopicFactory(name="Housing"), PlaceFactory(name="Denver (test)")
        PlaceFactory(name="Nowhere (test)")
        paper("A", topic=housing)
        paper("B", place=denver)
        assert outlets(inbox.get(INBOX, {"topic": housing.pk})) == ["Paper A"]
        response = inbox.get(INBOX, {"place": denver.pk})
        assert outlets(response) == ["Paper B"]
        assert "Nowhere (test)" not in response.content.decode()

    def test_the_reference_is_found(self, inbox, paper):
        one = paper("A")
        paper("B")
        assert outlets(inbox.get(INBOX, {"q": one.reference})) == ["Paper A"]

    @pytest.mark.parametrize(
        "query",
        [
            "assignee__password__startswith=x",
            "email__startswith=nobody",
            "nonsense=1",
            "topic=abc",
            "topic=99999999999999999999999",
            "p=abc",
            "p=99",
            "p=-1",
            "o=99.abc.-",
            "q=%00",
            "q=" + "+".join("abcdefghijklmnop" * 20),
            "export=pdf",
            "state=open&state=closed",
            "_facets=True",
            "e=1",
        ],
    )
    def test_whatever_stands_in_the_address_is_no_error_and_no_lookup(self, inbox, paper, query):
        paper("A", message=" ".join("abcdefgh"))
        response = inbox.get(f"{INBOX}?{query}")
        assert response.status_code == 200
        if "__" in query or "nonsense" in query:
            assert outlets(response) == ["Paper A"]


class TestALine:
    def test_says_everything_in_words(self, inbox, officer, paper, home_page):
        paper("A", about=home_page, name="Zora Quill", deadline=hours(3.1), proposed_assignee=officer)
        text = inbox.get(INBOX).content.decode().replace("\xa0", " ")
        for words in ("in 3 hours", "Zora Quill", "About “Local Progress”", "proposed: Ana Ruiz"):
            assert words in text

    def test_escapes_what_was_typed(self, inbox, paper):
        paper("A", name="<script>alert(1)</script>", topic=TopicFactory(name="<b>x</b>"))
        text = inbox.get(INBOX).content.decode()
        assert "<script>alert" not in text
        assert "<b>x</b>" not in text

    @pytest.mark.parametrize(
        ("distance", "words"),
        [
            (timedelta(hours=3, minutes=5), "in 3 hours"),
            (timedelta(minutes=1), "in 1 minute"),
            (timedelta(days=-2, hours=-5), "2 days overdue"),
            (timedelta(minutes=-40), "40 minutes overdue"),
        ],
    )
    def test_time_left(self, distance, words):
        now = datetime(2026, 3, 4, 15, tzinfo=UTC)
        assert time_left(now + distance, now).replace("\xa0", " ") == words


class TestTheCost:
    def test_forty_lines_take_as_many_queries_as_one(self, inbox, paper, home_page, django_assert_max_num_queries):
        def fill(number):
            for count in range(number):
                someone = somebody(name=f"officer {MediaInquiry.objects.count()}")
                paper(
                    "A",
                    topic=TopicFactory(),
                    place=PlaceFactory(),
                    about=home_page,
                    assignee=someone,
                    deadline=hours(count),
                )

        def cost():
            with django_assert_max_num_queries(60) as asked:
                inbox.get(INBOX)
            return len(asked)

        fill(1)
        inbox.get(INBOX)
        one = cost()
        fill(39)
        assert len(outlets(inbox.get(INBOX))) == 40
        assert cost() == one

    def test_two_thousand_inquiries_open_at_once(self, inbox, desk):
        MediaInquiry.objects.bulk_create(
            MediaInquiryFactory.build(desk=desk, deadline=hours(number)) for number in range(2000)
        )
        inbox.get(INBOX)
        began = time.process_time()
        assert inbox.get(INBOX).status_code == 200
        assert time.process_time() - began < 1


class TestExport:
    NASTY = '=HYPERLINK("https://example.com","x")'

    def rows(self, response, kind):
        content = b"".join(response.streaming_content)
        if kind == "csv":
            return list(csv.reader(io.StringIO(content.decode())))
        return [list(row) for row in load_workbook(io.BytesIO(content)).active.values]

    @pytest.mark.parametrize("kind", ["csv", "xlsx"])
    def test_has_the_filtered_list_with_everything(self, inbox, paper, home_page, kind):
        paper("A", message="Zoning\nand rents", about=home_page)
        paper("B")
        head, *lines = self.rows(inbox.get(INBOX, {"q": "zoning", "export": kind}), kind)
        assert head[:3] == ["Reference", "State", "Asked"]
        assert len(lines) == 1
        assert {"New", "Paper A", "Zoning\nand rents", "Local Progress"} <= set(lines[0])

    @pytest.mark.parametrize("kind", ["csv", "xlsx"])
    def test_runs_no_formula(self, inbox, paper, kind):
        paper("A", name=self.NASTY, message="\t=1+1", phone="+1 212 555 0142", topic=TopicFactory(name="@SUM(1)"))
        _head, line = self.rows(inbox.get(INBOX, {"export": kind}), kind)
        assert f"'{self.NASTY}" in line
        assert [cell for cell in line if cell and str(cell).lstrip()[:1] in ("=", "+", "-", "@")] == []

    def test_takes_any_text(self, inbox, paper):
        paper("A", message="a\x0b\x1f\uffffb" + "\U0001f3db" * 9000)
        assert len(self.rows(inbox.get(INBOX, {"export": "xlsx"}), "xlsx")) == 2

    def test_is_logged_without_saying_whose(self, inbox, officer, paper):
        paper("A")
        paper("B")
        inbox.get(INBOX, {"export": "csv"})
        entry = ModelLogEntry.objects.get(action="inquiry.exported")
        assert (entry.label, entry.user, entry.data) == ("2 inquiries", officer, {})
        assert "Exported" in inbox.get(reverse("wagtailadmin_reports:site_history")).content.decode()

    @pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t=1", "  =1", "\r=1", "|calc", "%0A"])
    def test_what_would_begin_a_formula_is_text(self, text):
        assert harmless(text).startswith("'")

    @pytest.mark.parametrize("text", ["", "Denver", "a=b", "“=1”"])
    def test_other_text_stays(self, text):
        assert harmless(text) == text


class TestTheMenu:
    def menu(self, client):
        return client.get("/admin/").content.decode()

    def test_counts_new_ones(self, inbox, paper):
        paper("A")
        paper("B")
        paper("C", state=State.ASSIGNED)
        assert "Inquiries (2 new)" in self.menu(inbox)

    def test_says_nothing_of_none(self, inbox, desk):
        assert "new)" not in self.menu(inbox)


class TestThePanel:
    def test_shows_the_next_five_deadlines(self, inbox, paper):
        for number, letter in enumerate("GFEDCB"):
            paper(letter, deadline=hours(9 - number))
        paper("A", deadline=hours(-30))
        paper("X", deadline=hours(-30), state=State.CLOSED)
        paper("Y")
        text = inbox.get("/admin/").content.decode().replace("\xa0", " ")
        assert re.findall(r">(Paper [A-Z])<", text) == [f"Paper {letter}" for letter in "ABCDE"]
        assert "1 day overdue" in text

    def test_reminds_of_forgotten_ones(self, inbox, paper):
        paper("A", created_at=hours(-24 * 40))
        assert "1 has been open for more than a month" in inbox.get("/admin/").content.decode()
