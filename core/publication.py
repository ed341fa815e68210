"""The publication rules: what keeps something from being published, in one place for every way to publish.

A page type, or a snippet with drafts, lists its problems in `publication_problems()`. The rules are asked

- by the editor's form, whenever it is more than a draft (publish, schedule, submit for review);
- by `publish()`, which a workflow, a bulk action, a command and a script go through.

They are never asked again at the moment for which a revision has been scheduled: what an editor was
allowed to schedule goes live (`publish_scheduled`). And a draft always saves.
"""

from typing import NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.html import format_html
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.utils import get_latest_str
from wagtail.fields import StreamField

from core.lengths import TEASER_LENGTH, too_long
from images.blocks import photo_ids
from images.models import Photo, Terms
from texts.stored import clean_fields

from .dates_form import DatedForm, ScheduleForm


class Problem(NamedTuple):
    """One reason not to publish: the field to mend (or None) and a sentence that says what to do."""

    field: str | None
    message: str


class Refused(ValidationError):
    """Raised when what somebody asks of a page or a snippet cannot be done; `core.middleware.ExplainRefusals` says why.

    Attributes:
        instance: the page or snippet in question; its editor is where the explanation is shown.
    """

    instance = None

    @property
    def explanation(self):
        """A sentence for the person who asked, safe to be shown as HTML."""
        raise NotImplementedError

    @property
    def reasons(self):
        """The same for a place that names the page or snippet already."""
        return self.explanation


class PublicationRefused(Refused):
    """Raised when something is to be published that its rules do not allow; carries the sentences."""

    def __init__(self, instance, problems):
        self.instance = instance
        self.problems = problems
        super().__init__([problem.message for problem in problems])

    @property
    def explanation(self):
        """What is not ready and why."""
        return format_html(
            _("“{title}” is not ready to be published: {reasons}"),
            title=get_latest_str(self.instance),
            reasons=self.reasons,
        )

    @property
    def reasons(self):
        """Every problem, as sentences."""
        return " ".join(self.messages)


class _AsksRules:
    """Part of an editor's form: shows every problem at its field when more than a draft is to be saved."""

    def _post_clean(self):
        super()._post_clean()
        if self.is_deferred_validation:
            return
        for field, message in self.instance.publication_problems():
            if field not in self.errors:  # what is wrong with the field itself comes first
                self.add_error(field if field in self.fields else None, message)


class PublicationForm(DatedForm, _AsksRules, WagtailAdminPageForm):
    """The form of the page editor."""

    keeps_date = forms.BooleanField(required=False, label=_("Keep this date"))


class SnippetPublicationForm(ScheduleForm, _AsksRules, WagtailAdminModelForm):
    """The form of the editor of snippets; a snippet with rules names it as its `base_form_class`."""


class PublicationRules:
    """Mixin, before all others, for pages and snippets that must be clean and complete to be published."""

    base_form_class = PublicationForm

    def publication_problems(self):
        """Yield a `Problem` for each reason not to publish."""
        yield from ()

    def save(self, *args, **kwargs):
        """Clean all texts before anything is made of them, such as a slug; see `texts`."""
        clean_fields(self)
        return super().save(*args, **kwargs)

    def save_revision(self, *args, **kwargs):
        """Clean all texts, which a draft keeps as well."""
        clean_fields(self)
        return super().save_revision(*args, **kwargs)

    def with_content_json(self, content):
        """Clean all texts of a draft that was kept before there was such a rule."""
        instance = super().with_content_json(content)
        clean_fields(instance)
        return instance

    def publish(self, revision, *args, **kwargs):
        """Publish as Wagtail does, if the rules allow it.

        Raises:
            PublicationRefused: if they do not, except for a revision whose scheduled moment has come.
        """
        if not revision.approved_go_live_at and (problems := list(revision.as_object().publication_problems())):
            raise PublicationRefused(self, problems)
        return super().publish(revision, *args, **kwargs)


def needs_alt_text(page, field):
    """A problem if the page has a photo in this field that nobody has described."""
    photo = getattr(page, field)
    if photo and not photo.default_alt_text.strip():
        yield Problem(
            field,
            format_lazy(
                _("The photo “{title}” has no alt text yet. Open it and describe it for people who cannot see it."),
                title=photo.title,
            ),
        )


def needs_credit(page, offered_ids=frozenset()):
    """Yield a `Problem` for each photo of a page that is offered to the press and has no credit.

    Args:
        page: a page or a snippet; its photo fields and its streams are searched.
        offered_ids: ids of photos that are offered whatever their terms, as those of a press kit.
    """
    fields = dict(_photo_ids(page))
    offered = Q(image_caption__terms=Terms.REPRINT) | Q(pk__in=offered_ids)
    lacking = Photo.objects.without_credit().filter(offered).in_bulk(set().union(*fields.values()))
    message = _("The photo “{title}” is offered to the press and has no credit yet. Open it and add one.")
    for field, ids in fields.items():
        for pk in sorted(ids & lacking.keys()):
            yield Problem(field, format_lazy(message, title=lacking[pk].title))


def _photo_ids(page):
    """The ids of the photos of a page by field."""
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            stream = getattr(page, field.name)
            yield field.name, photo_ids(stream.stream_block, stream.raw_data)
        elif field.related_model is Photo:
            yield field.name, {getattr(page, field.attname)} - {None}


def fits(page, field):
    """Yield a `Problem` if a teaser is too long."""
    length = len(getattr(page, field))
    if length > TEASER_LENGTH:
        yield Problem(field, too_long(length, TEASER_LENGTH))
