"""The rule against encoding in a page request notices when it is broken."""

import pytest

from images import checks
from images.checks import tag_problems


def test_all_is_well():
    assert checks.templates_show_photos_by_presets(None) == []
    assert checks.code_leaves_encoding_to_the_queue(None) == []


@pytest.mark.parametrize(
    "template",
    [
        '{% photo value.photo "text" alt=value.alt %}',
        "{% photo value.photo %}",
        "{% picture post.lead_photo preset priority=True %}",
        '{% picture photo alt="x" preset="card" %}',
        '{% include "components/card.html" with preset="card" only %}',
    ],
)
def test_presets_are_right(template):
    assert tag_problems(template) == []


@pytest.mark.parametrize(
    "template",
    [
        "{% load static wagtailimages_tags %}",
        "{%load wagtailimages_tags%}",
        '{% photo photo "huge" %}',
        '{% picture photo preset="width-400" %}',
        "{% picture photo whatever %}",
        '{% include "components/card.html" with preset="cards" only %}',
    ],
)
def test_anything_else_is_noticed(template):
    assert len(tag_problems(template)) == 1


def test_templates_and_modules_of_all_rooms_are_looked_at(tmp_path, settings):
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "bad.html").write_text('{% photo photo "huge" %}')
    (tmp_path / "wagtailimages").mkdir()
    (tmp_path / "wagtailimages" / "edit.html").write_text("{% load wagtailimages_tags %}")
    (tmp_path / "bad.py").write_text('photo.get_rendition("width-400")')
    assert [error.id for error in checks.templates_show_photos_by_presets(None)] == ["images.E001"]
    assert [error.obj.name for error in checks.code_leaves_encoding_to_the_queue(None)] == ["bad.py"]
    assert {path.parent.name for path in checks._ours("apps.py")} >= {"images", "news"}
