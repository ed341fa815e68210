"""Markdown as people write it, and what Wagtail stores of it."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from core.blocks.body import BodyBlock
from demo.dates import read_day, read_moment
from demo.front_matter import ContentError, front_matter
from demo.markdown import MarkdownReader
from home.blocks import SectionsBlock


@pytest.fixture
def reader():
    """A reader for which every reference has an id that names it."""
    return MarkdownReader(lambda model, reference: SimpleNamespace(pk=f"{model.__name__} {reference}"))


def stream(reader, text, block=None):
    return [(one["type"], one["value"]) for one in reader.stream(block or BodyBlock(), text)]


def test_text_becomes_paragraphs_lists_and_links(reader):
    assert reader.html(
        "One\nsentence & **more**, *or*.\n\n- First\n  goes on\n- Second\n\n1. [A step](/about/)\n2. [File](a.pdf)"
    ) == (
        "<p>One sentence &amp; <b>more</b>, <i>or</i>.</p><ul><li>First goes on</li><li>Second</li></ul>"
        '<ol><li><a linktype="page" id="Page /about/">A step</a></li>'
        '<li><a linktype="document" id="Document a.pdf">File</a></li></ol>'
    )


@pytest.mark.parametrize("target", ["https://example.org/", "mailto:press@example.org", "#part"])
def test_other_links_lead_where_they_say(reader, target):
    assert reader.html(f"[x]({target})") == f'<p><a href="{target}">x</a></p>'


def test_html_in_markdown_is_text(reader):
    assert "<script>" not in reader.html("<script>alert(1)</script>\n\nA <b onclick=x>word</b>")
    assert "javascript:" not in reader.html("[x](javascript:alert(1))").partition("href")[2]


def test_markdown_has_signs_for_many_blocks(reader):
    text = "First.\n\n- List\n\n## Part\n\n### Sub\n\n> Words\n> go on.\n>\n> — Member, South\n\n---\n\nLast."
    assert stream(reader, text) == [
        ("paragraph", "<p>First.</p><ul><li>List</li></ul>"),
        ("heading", {"text": "Part", "level": "2"}),
        ("heading", {"text": "Sub", "level": "3"}),
        ("quote", {"text": "Words go on.", "attribution": "Member, South", "role": ""}),
        ("divider", None),
        ("paragraph", "<p>Last.</p>"),
    ]


def test_an_image_is_a_photo_and_several_are_a_gallery(reader):
    (_, photo), (kind, gallery) = stream(reader, '![A city](a.jpg "Here **we** are.")\n\n![](b.jpg)\n![](c.jpg)')
    assert (photo["photo"], photo["own_alt"]) == ("Photo a.jpg", "A city")
    assert photo["own_caption"] == "<p>Here <b>we</b> are.</p>"
    assert kind == "gallery"
    assert [use["photo"] for use in gallery["photos"]] == ["Photo b.jpg", "Photo c.jpg"]


def test_a_table_has_a_caption_and_columns_of_numbers(reader):
    [(kind, table)] = stream(reader, "Table: Sums\n\n| What | Dollars |\n| --- | ---: |\n| Wages | 1,000 |\n| Tips | |")
    assert kind == "table"
    assert table["caption"] == "Sums"
    assert table["columns"] == [{"type": "text", "heading": "What"}, {"type": "number", "heading": "Dollars"}]
    assert [row["values"] for row in table["rows"]] == [["Wages", 1000], ["Tips", None]]


def test_a_fence_is_the_block_of_its_name_with_references_by_name(reader):
    text = """
```fact-box
title: In short
text: |
  - One
```

```call-to-action
heading: Do it
link: {label: Now, page: /about/}
```

```convening
/convenings/next/
```
"""
    assert stream(reader, text) == [
        ("fact_box", {"title": "In short", "text": "<ul><li>One</li></ul>"}),
        ("call_to_action", {"heading": "Do it", "link": {"label": "Now", "page": "Page /about/"}}),
        ("convening", "Convening /convenings/next/"),
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("```timeline\n```", "no “timeline” here. Possible are: paragraph"),
        ("```fact-box\ntext: x\ncolor: red\n```", "no “color” here. Possible are: title, text"),
        ("```fact-box\ntitle: [\n```", "not YAML"),
        ("# Title", "line 1 of the text cannot be shown"),
        ("| A |\n| ---: |\n| x |", "“x” is no number"),
    ],
)
def test_what_cannot_be_loaded_is_explained(reader, text, complaint):
    with pytest.raises(ContentError, match=complaint):
        stream(reader, text)


def test_a_field_takes_only_the_blocks_it_has(reader):
    with pytest.raises(ContentError, match=r"no “paragraph” here\. Possible are: hero"):
        stream(reader, "Text.", SectionsBlock())


def test_front_matter_stands_above_the_text():
    assert front_matter("---\ntitle: A\n---\n\nText.\n") == ({"title": "A"}, "Text.")
    assert front_matter("Text.") == ({}, "Text.")
    with pytest.raises(ContentError, match="no end"):
        front_matter("---\ntitle: x\n")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2022-10-12", date(2022, 10, 12)),
        ("today", date(2026, 6, 19)),
        ("in 1 day", date(2026, 6, 20)),
        ("10 days ago", date(2026, 6, 9)),
        ("in 1 day, Wednesday or later", date(2026, 6, 24)),
        ("2 days after date", date(2026, 1, 3)),
        ("1 day before date", date(2025, 12, 31)),
        ("next June 19", date(2026, 6, 19)),
        ("next June 18", date(2027, 6, 18)),
    ],
)
def test_days_may_be_relative(clock, written, day):
    clock.move_to(datetime(2026, 6, 19, 16, tzinfo=UTC))
    assert read_day(written, lambda field: date(2026, 1, 1)) == day


@pytest.mark.parametrize("written", ["soon", "2022-13-01", "next June 31", "in two days"])
def test_a_day_that_is_none_is_refused(written):
    with pytest.raises(ContentError, match="is no date"):
        read_day(written, lambda field: None)


def test_a_moment_is_that_of_the_site(clock):
    clock.move_to(datetime(2026, 6, 19, 16, tzinfo=UTC))
    assert read_moment("in 2 days at 9:00", None) == datetime(2026, 6, 21, 9, tzinfo=ZoneInfo("America/New_York"))
