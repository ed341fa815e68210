"""What is done with the words of a search: read, marked, corrected, counted without persons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.counting import impersonal
from search.marking import marked
from search.typed import LONGEST, Typed


class TestReading:
    """What somebody typed becomes groups of words."""

    @pytest.mark.parametrize(
        ("text", "groups"),
        [
            ("Fair workweek", (("fair",), ("workweek",))),
            ('"Fair workweek" laws', (("fair", "workweek"), ("laws",))),
            ("“fair workweek”", (("fair", "workweek"),)),
            ('"fair workweek', (("fair",), ("workweek",))),
            ("renters’ rights", (("renters",), ("rights",))),
            ("the city's budget", (("city",), ("budget",))),
            ("what is it", (("what",), ("is",), ("it",))),
            ("Bogotá", (("bogota",),)),
            ("rent rent", (("rent",),)),
            ("🎉 — !", ()),
            ("", ()),
        ],
    )
    def test_groups(self, text, groups):
        assert Typed.of(text).groups == groups

    @given(st.text())
    def test_anything_has_a_short_readable_text(self, text):
        typed = Typed.of(text)
        assert len(typed.text) <= LONGEST
        assert "\0" not in typed.text
        again = Typed.of(typed.text)
        assert (again.text, again.words, again.groups) == (typed.text, typed.words, typed.groups)
        assert all(word for word in typed.words)


class TestMarking:
    """Words are marked in their forms."""

    @pytest.mark.parametrize(
        ("text", "words", "html"),
        [
            ("Councils", ["council"], "<mark>Councils</mark>"),
            ("policies", ["policy"], "<mark>policies</mark>"),
            ("organizing", ["organizers"], "<mark>organizing</mark>"),
            ("Bogotá", ["bogota"], "<mark>Bogotá</mark>"),
            ("counsel", ["council"], "counsel"),
            ("a cat", ["car"], "a cat"),
            ("fair workweek laws", ["fair", "workweek"], "<mark>fair workweek</mark> laws"),
            ("<b>", ["b"], "&lt;<mark>b</mark>&gt;"),
            ("a & b", [], "a &amp; b"),
        ],
    )
    def test_marked(self, text, words, html):
        assert marked(text, words) == html

    @given(st.text(), st.lists(st.text(min_size=1)))
    def test_nothing_but_marks_is_html(self, text, words):
        html = marked(text, words).replace("<mark>", "").replace("</mark>", "")
        assert "<" not in html
        assert ">" not in html


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Rent  control", "rent control"),
        ("mail someone@example.org now", "mail now"),
        ("(555) 010-0160", ""),
        ("+1 555.010.0160 press", "press"),
        ("LP2023 in 2024", "lp2023 in 2024"),
        ("x" * 101, ""),
    ],
)
def test_counted_words_name_nobody(text, counted):
    assert impersonal(text) == counted
