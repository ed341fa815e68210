"""The function that cleans, on any text of all planes."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from texts.clean import clean_html, clean_line, clean_text, cleaned

ANY = st.text(st.characters(), max_size=60)
SCRAPS = st.text(st.sampled_from("&#;x0123456789bdef\x02\x0b\u0301\ud83d\ude00 <e"), max_size=30)
ODD = [*range(0x20), *range(0x7F, 0xA0), 0xD800, 0xDC00, 0xFDD0, 0xFFFE, 0x1FFFE, 0x10FFFF]
KEPT = [
    "Zoë’s “café” – 5 €",
    "می\u200cخواهم",  # with a joiner that keeps letters apart
    "\u200fעברית\u200e \u2067abc\u2069",
    "\U0001f3f3\ufe0f\u200d\U0001f308 \U0001f469\U0001f3fd\u200d\U0001f692",
    "hous\u00ading, e\ufb00ort, x\u00b2, №, Ａ",  # soft hyphen, ligature, compatibility forms
    "\U00020000 \U000e0067 \ue000",
    "two\nlines\tand a tab",
]


class TestCleaning:
    @settings(max_examples=150, deadline=None)
    @given(text=ANY | SCRAPS)
    @example(
        text="".join(map(chr, [*range(0x20), *range(0x7F, 0xA0), 0xD800, 0xDC00, 0xFDD0, 0xFFFE, 0x1FFFE, 0x10FFFF]))
    )
    @pytest.mark.parametrize("clean", [clean_text, clean_line, clean_html])
    def test_result_can_be_encoded_is_composed_and_stays_as_it_is(self, clean, text):
        result = clean(text)
        assert result.encode().decode() == unicodedata.normalize("NFC", result)
        assert clean(result) == result
        assert not [one for one in result if unicodedata.category(one) in ("Cc", "Cs") and one not in "\n\t"]
        assert not [one for one in result if ord(one) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(one) <= 0xFDEF]

    @pytest.mark.parametrize("text", KEPT)
    def test_what_shapes_a_text_stays(self, text):
        assert clean_text(text) == clean_html(text) == text

    @pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\r", "\r\n"])
    def test_words_on_both_sides_of_a_break_stay_apart(self, sign):
        assert clean_text(f"one{sign}two") == "one\ntwo"
        assert clean_line(f"{sign}one{sign}two{sign}") == "one two"

    def test_letters_are_composed_even_across_what_is_removed(self):
        assert clean_text("cafe\x02\u0301") == "café"

    def test_two_halves_make_a_character_and_one_is_none(self):
        assert clean_text("\ud83d\ude00 a\ud83db") == "\U0001f600 ab"

    @pytest.mark.parametrize(
        ("html", "expected"),
        [
            ("a&#11;b&#x0C;c", "a\nb\nc"),
            ("a&#2;b&#0;c&#xD800;d&#xFFFE;e&#99999999999;f", "abcdef"),
            ("1&#150;2", "1–2"),
            ("&#38;#11; &lt; &#60;b&#62; &#x1F600;", "&#38;#11; &lt; &#60;b&#62; &#x1F600;"),
            ("&#&#2;11;x", "\nx"),
        ],
    )
    def test_character_references_are_cleaned_too(self, html, expected):
        assert clean_html(html) == expected

    def test_data_are_cleaned_however_deep(self):
        assert cleaned({"a\x02": ["b\x02", ("c\x02", 1, None)]}) == {"a": ["b", ("c", 1, None)]}
