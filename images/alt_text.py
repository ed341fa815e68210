"""What makes a good alt text, and where editors are told.

The rules are written once, here. static/js/alt-text.js applies them: under the field while somebody types, and
in the checks of the editor and the user bar to the page as readers get it. They advise and never refuse.
"""

import json
from dataclasses import dataclass
from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

LONGEST = 150  # characters; about what a screen reader says in one breath


@dataclass(frozen=True)
class Rule:
    """One thing that an alt text should not be. An empty one breaks no rule.

    Attributes:
        name: names it among the rules of axe.
        message: what is wrong.
        advice: what to do instead.
        pattern: a regular expression, in the words that JavaScript and Python share, that must not be found;
            upper and lower case are the same.
        longest: the number of characters it may have.
        repeats: "title" or "caption": the text that it must not repeat.
    """

    name: str
    message: str
    advice: str
    pattern: str = ""
    longest: int = 0
    repeats: str = ""

    looks_at: ClassVar = "figure.photo img[alt]"  # see templates/components/photo.html

    @property
    def options(self):
        """What the browser needs to apply it."""
        return {"pattern": self.pattern, "longest": self.longest, "repeats": self.repeats}


ALT_TEXT_RULES = [
    Rule(
        "alt-text-quality",  # takes the place of Wagtail's own rule of this name, which knows fewer file names
        _("The alt text is a file name"),
        _("Say in a sentence what a person who cannot see the photo should know."),
        pattern=(
            r"\.(avif|bmp|gif|heic|heif|jpe?g|png|svg|tiff?|webp)$"
            r"|_|^(img|image|dsc[nf]?|p|pxl|photo|pic|picture|scan|screen ?shot|untitled|unnamed)?[\d .-]*$"
        ),
    ),
    Rule(
        "alt-text-opening",
        _("The alt text says that it is a photo"),
        _("Screen readers say that already. Begin with what the photo shows."),
        pattern=r"^\W*(an? |the |this )?(image|photo|photograph|picture|pic) (of|shows|showing|that shows|depicts)\b",
    ),
    Rule(
        "alt-text-credit",
        _("The alt text holds a credit"),
        _("Write who made the photo into the credit line. It is shown under the photo."),
        pattern=(
            r"\b(photos?|photographs?|image|picture|pic):? (by|credit|courtesy)\b|\b(photos?|credits?|source):"
            r"|\bcourtesy of\b|\bgetty images\b|\ball rights reserved\b|©|\(c\)"
        ),
    ),
    Rule(
        "alt-text-too-long",
        _("The alt text is longer than 150 characters"),
        _("Keep what matters most. The rest can go into the caption or the text."),
        longest=LONGEST,
    ),
    Rule(
        "alt-text-repeats-caption",
        _("The alt text repeats the caption"),
        _("Screen readers read both. The alt text says what can be seen; the caption says who, where and when."),
        repeats="caption",
    ),
    Rule(
        "alt-text-repeats-title",
        _("The alt text repeats the title"),
        _("Say what can be seen in the photo."),
        repeats="title",
    ),
]


@dataclass(frozen=True)
class Need:
    """What a photo on a page should have: a CSS selector to be found within its figure."""

    name: str
    message: str
    advice: str
    selector: str

    looks_at: ClassVar = "figure.photo"

    @property
    def options(self):
        """What the browser needs to look for it."""
        return {"selector": self.selector}


NEEDS = [
    Need(
        "photo-alt-text",
        _("This photo has no alt text"),
        _("Open the photo and describe it for people who cannot see it. If they miss nothing, tick “Decorative”."),
        selector="img:not([alt='']), img[data-decorative], .no-photo",
    ),
    Need(
        "photo-credit",
        _("This photo has no credit"),
        _("Open the photo and write who made it into the credit line."),
        selector=".credit",
    ),
]


class AltTextArea(forms.Textarea):
    """The field of an alt text, with advice below it while somebody types."""

    class Media:
        js = ["js/alt-text.js"]

    def __init__(self, attrs=None):
        super().__init__({"rows": 2, **(attrs or {})})

    def build_attrs(self, base_attrs, extra_attrs=None):
        """The attributes by which the script finds the field and its rules."""
        rules = [{"sentence": f"{rule.message}. {rule.advice}", **rule.options} for rule in ALT_TEXT_RULES]
        ours = {"data-controller": "alt-text", "data-alt-text-rules-value": json.dumps(rules)}
        return super().build_attrs(base_attrs, {**(extra_attrs or {}), **ours})


class PhotoChecks(ContentCheckerItem):
    """Wagtail's checks of a page, and ours of its photos."""

    class Media:
        js = ["js/alt-text.js"]

    def get_axe_run_only(self, request):
        """The names of all rules."""
        return list(dict.fromkeys([*super().get_axe_run_only(request), *(rule.name for rule in _all_rules())]))

    def get_axe_custom_rules(self, request):
        """Which part of the page each rule looks at."""
        ours = [
            {
                "id": rule.name,
                "impact": "serious",
                "selector": rule.looks_at,
                "tags": ["best-practice"],
                "any": [f"check-{rule.name}"],
                "enabled": True,
            }
            for rule in _all_rules()
        ]
        return _last_of_each_name([*super().get_axe_custom_rules(request), *ours])

    def get_axe_custom_checks(self, request):
        """What the script is told to look for."""
        ours = [{"id": f"check-{rule.name}", "options": rule.options} for rule in _all_rules()]
        return [*super().get_axe_custom_checks(request), *ours]

    def get_axe_messages(self, request):
        """The sentences for editors."""
        ours = {rule.name: {"error_name": rule.message, "help_text": rule.advice} for rule in _all_rules()}
        return super().get_axe_messages(request) | ours


def _all_rules():
    return [*ALT_TEXT_RULES, *NEEDS]


def _last_of_each_name(rules):
    return list({rule["id"]: rule for rule in rules}.values())


def check_photos(request, items, page):
    """Put `PhotoChecks` in place of Wagtail's checks, in the list of what the user bar shows."""
    items[:] = [
        PhotoChecks(in_editor=item.in_editor) if isinstance(item, ContentCheckerItem) else item for item in items
    ]
