"""Datelines as news agencies write them."""

import datetime

import pytest

from core.models import Place
from press.dateline import dateline, dateline_place, run_in


@pytest.mark.parametrize(
    ("city", "postal", "name", "written"),
    [
        ("Aurora", "CO", "Colorado", "AURORA, Colo."),
        ("Denver", "CO", "Colorado", "DENVER"),
        ("Portland", "OR", "Oregon", "PORTLAND, Ore."),
        ("Phoenix", "NY", "New York", "PHOENIX, N.Y."),
        ("Columbus", "OH", "Ohio", "COLUMBUS, Ohio"),
        ("San Juan", "PR", "Puerto Rico", "SAN JUAN, Puerto Rico"),
        (" Newark ", "NJ", "New Jersey", "NEWARK, N.J."),
        ("", "CO", "Colorado", "Colo."),
        ("", "OH", "Ohio", "Ohio"),
    ],
)
def test_the_state_is_shortened_and_well_known_cities_stand_alone(city, postal, name, written):
    assert dateline_place(city, Place(name=name, abbreviation=postal)) == written


def test_a_place_may_be_missing():
    day = datetime.date(2025, 3, 4)
    assert dateline("Geneva", None, day) == "GENEVA — March 4, 2025"
    assert dateline("", None, day) == "March 4, 2025"


@pytest.mark.parametrize(
    ("body", "result"),
    [
        ('<p data-block-key="a1">Words</p>', '<p data-block-key="a1"><span class="dateline">X —</span> Words</p>'),
        ("<h2>Why</h2>", '<p><span class="dateline">X —</span></p><h2>Why</h2>'),
        ("<pre>Code</pre>", '<p><span class="dateline">X —</span></p><pre>Code</pre>'),
        ("", '<p><span class="dateline">X —</span></p>'),
    ],
)
def test_it_runs_into_the_first_paragraph_only(body, result):
    assert run_in("X", body) == result
