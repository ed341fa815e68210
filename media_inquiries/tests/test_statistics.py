"""Inquiries in numbers."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from core.tests.factories import TopicFactory
from media_inquiries import retention
from media_inquiries.inbox import statistics
from media_inquiries.inbox.charts import bar_chart
from media_inquiries.inbox.report_views import in_words
from media_inquiries.models import MediaInquiry

from .factories import MediaInquiryFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/reports/inquiries/"
State = MediaInquiry.State
SPRING = datetime(2026, 4, 10, 15, tzinfo=UTC)


def asked(desk, hours_to_answer=None, hours_to_deadline=None, **values):
    """An inquiry of spring, answered and due so many hours after it came."""
    moment = values.setdefault("created_at", SPRING)
    if hours_to_answer is not None:
        values.update(answered_at=moment + timedelta(hours=hours_to_answer), state=State.ANSWERED)
    if hours_to_deadline is not None:
        values["deadline"] = moment + timedelta(hours=hours_to_deadline)
    return MediaInquiryFactory(desk=desk, **values)


def numbers(first=date(2026, 3, 1), last=date(2026, 5, 1)):
    return statistics.of_period(first, last)


class TestTheNumbers:
    def test_count_by_month_of_the_local_calendar(self, desk):
        asked(desk)
        asked(desk, created_at=datetime(2026, 5, 1, 3, tzinfo=UTC))  # still April in New York
        asked(desk, created_at=datetime(2026, 6, 1, 3, tzinfo=UTC))
        asked(desk, created_at=datetime(2026, 6, 1, 5, tzinfo=UTC))
        assert [(line.name.month, line.count) for line in numbers().months] == [(3, 0), (4, 2), (5, 1)]

    def test_the_median_counts_answered_ones(self, desk):
        for hours in (1, 2, 30, None):
            asked(desk, hours)
        assert numbers().total.median_time == timedelta(hours=2)
        assert numbers().total.answered == 3

    def test_the_share_counts_those_whose_deadline_decides(self, desk):
        asked(desk, 1, 2)
        asked(desk, 3, 2)
        asked(desk, None, 2)
        asked(desk, 1)
        asked(desk, None, hours_to_deadline=24 * 365 * 30)
        assert numbers().total.share_in_time == 33

    def test_without_inquiries_nothing_is_claimed(self, desk):
        total = numbers().total
        assert (total.count, total.median_time, total.share_in_time) == (0, None, None)

    def test_suspect_ones_do_not_count_and_erased_ones_do(self, desk):
        asked(desk, state=State.QUARANTINE)
        asked(desk, 1)
        retention.erase(MediaInquiry.objects.all())
        assert (numbers().total.count, numbers().total.answered) == (1, 1)

    def test_by_topic_and_outlet_most_first(self, desk):
        housing = TopicFactory(name="Housing")
        for outlet in ("The Gazette", "the gazette ", "The Gazette", "Courier"):
            asked(desk, outlet=outlet, topic=housing if outlet == "Courier" else None)
        assert [(line.name, line.count) for line in numbers().outlets] == [("The Gazette", 3), ("Courier", 1)]
        assert [(line.name, line.count) for line in numbers().topics] == [("", 3), ("Housing", 1)]

    def test_take_one_query(self, desk, django_assert_num_queries):
        for _number in range(5):
            asked(desk, 1, 2, topic=TopicFactory())
        with django_assert_num_queries(1):
            numbers()


class TestTheReport:
    def test_says_it_in_tables_and_a_chart_with_words(self, inbox, desk):
        this_month = timezone.localtime().replace(day=1, hour=12)
        asked(desk, 5, 6, created_at=this_month, outlet="<b>Gazette</b>")
        html = inbox.get(ADDRESS).content.decode().replace("\xa0", " ")
        assert "<td>5 hours</td><td>100 %</td>" in html
        assert "&lt;b&gt;Gazette&lt;/b&gt;" in html
        assert '<title id="chart-title">Inquiries per month</title>' in html
        assert f"{this_month:%b}: 1. The table below" in html
        assert html.count('class="chart-bar"') == 12

    @pytest.mark.parametrize("period", ["2024", "1999", "abc", "-1", "99999999999", "\0", "2024-13"])
    def test_takes_any_period(self, inbox, desk, period):
        asked(desk, created_at=datetime(2024, 6, 1, tzinfo=UTC))
        response = inbox.get(ADDRESS, {"period": period})
        assert response.status_code == 200
        assert ("January 2024 – December 2024" in response.content.decode()) is (period == "2024")

    def test_costs_the_same_with_many(self, inbox, desk, django_assert_max_num_queries):
        def cost():
            with django_assert_max_num_queries(40) as queries:
                inbox.get(reverse("inquiry_statistics"))
            return len(queries)

        asked(desk, 1)
        inbox.get(ADDRESS)
        one = cost()
        for _number in range(20):
            asked(desk, 1, topic=TopicFactory())
        assert cost() == one

    @pytest.mark.parametrize(
        ("duration", "words"),
        [
            (timedelta(hours=3, minutes=20), "3 hours, 20 minutes"),
            (timedelta(seconds=20), "0 minutes"),
            (timedelta(days=2), "2 days"),
        ],
    )
    def test_durations_in_words(self, duration, words):
        assert in_words(duration).replace("\xa0", " ") == words


class TestTheChart:
    @given(st.lists(st.integers(0, 100_000), max_size=40))
    def test_every_column_stays_inside(self, values):
        chart = bar_chart([(str(place), value) for place, value in enumerate(values)])
        assert [bar.value for bar in chart.bars] == values
        for bar in chart.bars:
            assert chart.left <= bar.x
            assert bar.x + bar.width <= chart.width
            assert 0 <= bar.y <= chart.base
            assert abs(bar.y + bar.height - chart.base) < 0.2
        assert 2 <= len(chart.scale) <= 6
        assert sum(bar.is_named for bar in chart.bars) <= 13
