"""Moments: how they are written, and which can be right."""

from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.template import Context, Template
from django.utils import timezone
from wagtail.utils.timestamps import render_timestamp

from core.moments import coming_text, moment_text, validate_year

MOMENT = datetime(2026, 12, 3, 14, tzinfo=UTC)
ROOMS = {"convenings", "core", "home", "images", "media_inquiries", "news", "press"}
# Typed in a field of a form that has the rule itself, or filled by the site.
NOT_TYPED = {
    *("deadline", "embargo_until", "expire_at", "first_published_at", "go_live_at"),
    *("day", "ends_at", "expires_at", "finished_at", "next_attempt_at", "sent_at", "started_at"),
}


@pytest.mark.parametrize(
    ("moment", "zone", "text"),
    [
        (MOMENT, "America/New_York", "Dec 3, 2026, 9 a.m. Eastern"),
        (MOMENT, "America/Denver", "Dec 3, 2026, 7 a.m. Mountain"),
        (MOMENT.replace(hour=17), "", "Dec 3, 2026, noon Eastern"),
        (MOMENT.replace(hour=5, minute=30), "", "Dec 3, 2026, 12:30 a.m. Eastern"),
        (MOMENT.replace(hour=3), "Pacific/Honolulu", "Dec 2, 2026, 5 p.m. Hawaii"),
    ],
)
def test_a_moment_is_written_with_the_name_of_its_zone(moment, zone, text):
    assert moment_text(moment, zone) == text


def test_a_moment_to_come_has_its_weekday_and_the_year_only_if_it_is_another(clock):
    clock.move_to(MOMENT.replace(day=1))
    assert coming_text(MOMENT) == "Thu, Dec 3, 9 a.m. Eastern"
    assert coming_text(MOMENT.replace(year=2027)) == "Fri, Dec 3, 2027, 9 a.m. Eastern"


@pytest.mark.parametrize("zone", ["America/New_York", "America/Denver", "Pacific/Honolulu"])
def test_the_templates_and_messages_of_wagtail_write_it_the_same_way(zone):
    with timezone.override(zone):
        assert render_timestamp(MOMENT) == moment_text(MOMENT)
        assert Template("{{ moment }}").render(Context({"moment": MOMENT})) == moment_text(MOMENT)


@pytest.mark.parametrize(
    "day", [date(1, 1, 1), date(22, 11, 26), date(1989, 12, 31), date(2031, 12, 4), date(9999, 12, 31)]
)
def test_a_year_that_nobody_can_mean_is_refused(clock, day):
    clock.move_to(MOMENT)
    for value in (day, datetime(day.year, day.month, day.day, tzinfo=UTC)):
        with pytest.raises(ValidationError, match="Please check the year"):
            validate_year(value)


@pytest.mark.parametrize("day", [date(1990, 1, 1), date(2026, 12, 3), date(2031, 12, 2)])
def test_other_years_are_not(clock, day):
    clock.move_to(MOMENT)
    validate_year(day)


def fields_for_dates():
    """The fields of our models in which somebody types a date, by name."""
    fields = (field for model in apps.get_models() for field in model._meta.concrete_fields)
    dates = {str(field): field for field in fields if isinstance(field, models.DateField) and field.editable}
    return {name: field for name, field in dates.items() if name.split(".")[0] in ROOMS and field.name not in NOT_TYPED}


@pytest.mark.parametrize("name", fields_for_dates())
def test_every_field_for_a_date_refuses_such_years(name):
    field = fields_for_dates()[name]
    for year in (1, 22, 9999) if name.startswith("convenings.") else (1, 22, 2099, 9999):
        moment = datetime(year, 6, 1, tzinfo=UTC)
        with pytest.raises(ValidationError, match="check the year"):
            field.run_validators(moment if isinstance(field, models.DateTimeField) else moment.date())
