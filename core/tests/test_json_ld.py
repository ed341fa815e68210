"""JSON-LD stands in a script element, which no text in it may end."""

import json
import re

import pytest

from core.templatetags.site import json_ld

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*)</script>', re.DOTALL)


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>",
        "<!--",
        "a < b",
        "a > b",
        "A & B",
        "\"quoted\" 'text'",
        "\u2028 é \U0001f600",
    ],
)
def test_no_text_ends_the_script_element(text):
    inside = SCRIPT.fullmatch(json_ld({"headline": text}))[1]
    assert not {"<", ">", "&"} & set(inside)
    assert json.loads(inside)["headline"] == text.replace("\u2028", "\n")


def test_half_a_character_is_left_out():
    assert json.loads(SCRIPT.fullmatch(json_ld({"headline": "a\ud800b\x02"}))[1]) == {"headline": "ab"}
