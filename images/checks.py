"""The rule that keeps pages fast, as a system check: photos are shown by presets, and no page waits for an encoder."""

import re
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.checks import Error, register
from django.utils.text import smart_split

from .presets import PRESETS

_TAG = re.compile(r"{%-?\s*(\w+)\s*(.*?)\s*-?%}")
_ENCODING = re.compile(r"\.(?:get|create)_renditions?\(")
# The one module that may have files made.
_MAY_ENCODE = Path(__file__).with_name("renditions.py")


@register()
def templates_show_photos_by_presets(app_configs, **kwargs):
    """Templates show photos with `{% photo %}` and `{% picture %}` and a preset that exists, never with Wagtail's tags.

    What replaces a template of Wagtail's own admin (a folder whose name begins with "wagtail") may use them.
    """
    return [
        Error(
            problem,
            hint="Use {% photo %} or {% picture %} with a preset of images.presets.",
            obj=path,
            id="images.E001",
        )
        for path in _ours(".html")
        for problem in tag_problems(path.read_text(encoding="utf-8"))
    ]


@register()
def code_leaves_encoding_to_the_queue(app_configs, **kwargs):
    """Only `images.renditions` has files made; everything else shows those that exist."""
    return [
        Error(
            "A file of a photo would be made here, while somebody waits for a page.",
            hint="Show `photo.files`, or let the queue call images.renditions.prepare.",
            obj=path,
            id="images.E002",
        )
        for path in _ours(".py")
        if path != _MAY_ENCODE and _ENCODING.search(path.read_text(encoding="utf-8"))
    ]


def tag_problems(template):
    """What is wrong with how a template shows photos: a list of sentences.

    Args:
        template: its text. The preset may be a variable named `preset`; then whoever sets it is looked at.
    """
    problems = []
    for name, arguments in _TAG.findall(template):
        words = list(smart_split(arguments))
        if name == "load" and "wagtailimages_tags" in words:
            problems.append("Wagtail's image tags are loaded, which encode while a page is rendered.")
        for preset in _presets(name, words):
            if preset != "preset" and preset[1:-1] not in PRESETS:
                problems.append(f"There is no preset {preset} for {{% {name} %}}.")
    return problems


def _presets(tag, words):
    """The presets that a tag names, as they are written: in quotation marks, or as a variable."""
    named = [word.partition("=")[2] for word in words if word.startswith("preset=")]
    if tag not in ("photo", "picture"):
        return [name for name in named if name[:1] in "\"'"]
    positional = [word for word in words if not re.match(r"\w+=", word)]
    return named + positional[1:2]


def _ours(ending):
    """The templates and modules of this project, without its tests."""
    apps_of_ours = (Path(config.path) for config in apps.get_app_configs())
    folders = [path for path in apps_of_ours if path.parent == settings.BASE_DIR]
    folders += map(Path, settings.TEMPLATES[0]["DIRS"])
    for folder in folders:
        for path in folder.rglob(f"*{ending}"):
            parts = path.relative_to(folder).parts
            if "tests" not in parts and not (ending == ".html" and parts[0].startswith("wagtail")):
                yield path
