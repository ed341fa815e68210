"""Where and when a release was given out, as news agencies write it."""

import re

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import mark_safe

# How the Associated Press shortens states in datelines, by postal abbreviation; the others are written out.
_SHORTENED = """
AL Ala.|AZ Ariz.|AR Ark.|CA Calif.|CO Colo.|CT Conn.|DE Del.|DC D.C.|FL Fla.|GA Ga.|IL Ill.|IN Ind.|KS Kan.|KY Ky.
LA La.|MD Md.|MA Mass.|MI Mich.|MN Minn.|MS Miss.|MO Mo.|MT Mont.|NE Neb.|NV Nev.|NH N.H.|NJ N.J.|NM N.M.|NY N.Y.
NC N.C.|ND N.D.|OK Okla.|OR Ore.|PA Pa.|RI R.I.|SC S.C.|SD S.D.|TN Tenn.|VT Vt.|VA Va.|WA Wash.|WV W.Va.|WI Wis.
WY Wyo.
"""
# The cities of the United States that stand without their state in its datelines.
_WELL_KNOWN = """
GA Atlanta|MD Baltimore|MA Boston|IL Chicago|OH Cincinnati|OH Cleveland|TX Dallas|CO Denver|MI Detroit|HI Honolulu
TX Houston|IN Indianapolis|NV Las Vegas|CA Los Angeles|FL Miami|WI Milwaukee|MN Minneapolis|LA New Orleans|NY New York
OK Oklahoma City|PA Philadelphia|AZ Phoenix|PA Pittsburgh|MO St. Louis|UT Salt Lake City|TX San Antonio|CA San Diego
CA San Francisco|WA Seattle
"""


def _pairs(table):
    """The entries of a table above, as (postal abbreviation, name)."""
    return [tuple(entry.split(" ", 1)) for entry in table.strip().replace("\n", "|").split("|")]


_STATES, _STANDING_ALONE = dict(_pairs(_SHORTENED)), frozenset(_pairs(_WELL_KNOWN))
_OPENING_PARAGRAPH = re.compile(r"\s*<p\b[^>]*>")


def dateline_place(city, state):
    """The place of a dateline: “DENVER”, “AURORA, Colo.”, or nothing.

    Args:
        city: its name, may be empty.
        state: a `Place`, or None.
    """
    city = city.strip()
    if not state:
        return city.upper()
    if (state.abbreviation, city) in _STANDING_ALONE:
        return city.upper()
    name = _STATES.get(state.abbreviation, state.name)
    return f"{city.upper()}, {name}" if city else name


def dateline(city, state, date):
    """A dateline without the dash that ends it: “AURORA, Colo. — November 23, 2026”."""
    return " — ".join(part for part in (dateline_place(city, state), date_format(date, "F j, Y")) if part)


def run_in(words, body):
    """A body with a dateline before its first words, in a paragraph of its own if it does not begin with one.

    Args:
        words: the dateline.
        body: safe HTML.

    Returns:
        safe HTML.
    """
    line = format_html('<span class="dateline">{} —</span> ', words)
    if opening := _OPENING_PARAGRAPH.match(body):
        return mark_safe(f"{opening[0]}{line}{body[opening.end() :]}")  # noqa: S308  (safe HTML, between two tags)
    return mark_safe(f"<p>{line.strip()}</p>{body}")  # noqa: S308  (both are safe HTML)
