"""When a page was published, and when it was last shown as updated: one moment each, for all that names it."""

from zoneinfo import ZoneInfo

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from core.moments import DAY, MomentField, plausible, validate_year
from core.publication import Problem
from page_cache.signals import OF_THE_DRAFT


class Dated(models.Model):
    """Mixin for a page with a moment of publication.

    It is set once, when the page goes live: the moment of its schedule, else now. An editor may set it before, or
    change it later, to date a page back. Revisions hold it only if an editor has changed it: so neither a new version
    nor an old one that is restored brings another moment.
    """

    published_at = MomentField(
        _("date"),
        null=True,
        blank=True,
        db_index=True,
        validators=[validate_year],
        help_text=_("Leave it empty: the moment it goes live. Set it only to date the page back."),
    )

    # A copy begins its own life.
    exclude_fields_in_copy = ["published_at", "first_published_at", "last_published_at", "go_live_at", "expire_at"]

    updated_at = None  # see `Updatable`

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Keep the moments of a page that is live; not when a draft of it is kept."""
        fields = kwargs.get("update_fields")
        if self.live and (fields is None or not OF_THE_DRAFT.issuperset(fields)):
            changed = self.keep_moments()
            if fields is not None:
                kwargs["update_fields"] = {*fields, *changed}
        super().save(*args, **kwargs)

    def keep_moments(self) -> set[str]:
        """Set what a live page must have; return the names of the fields that have changed."""
        if self.published_at:
            return set()
        self.published_at = (self.first_published_at or timezone.now()).replace(microsecond=0)
        return {"published_at"}

    def publish(self, revision, *args, **kwargs):
        """Publish as Wagtail does; what was scheduled carries the moment for which it was, however late it is."""
        scheduled = revision.approved_go_live_at
        if (
            scheduled
            and scheduled <= timezone.now()
            and not (self.published_at or revision.content.get("published_at"))
        ):
            revision.content["published_at"] = scheduled.isoformat()
        return super().publish(revision, *args, **kwargs)

    def serializable_data(self):
        """Return the content of a revision: without the moment of publication, unless this version changes it."""
        data = super().serializable_data()
        stored = type(self)._base_manager.filter(pk=self.pk).values_list("published_at", flat=True).first()
        if stored == self.published_at:
            data["published_at"] = None
        return data

    def with_content_json(self, content):
        """Return the page as of a revision; it keeps its moments unless the revision changes them."""
        page = super().with_content_json(content)
        page.published_at = plausible(page.published_at) or self.published_at
        return page

    def date_problems(self):
        """Yield a `Problem` if it would be public before its date."""
        if self.published_at and self.published_at > max(filter(None, [timezone.now(), self.go_live_at])):
            yield Problem(
                "published_at",
                _("The page would be public before this date. Leave the date empty, and set a schedule for it."),
            )

    @property
    def zone(self) -> str:
        """The IANA time zone in which its moment is shown."""
        return timezone.get_default_timezone_name()

    @property
    def public_at(self):
        """The moment of publication in its `zone`; of a draft the one it would have: scheduled, else now."""
        moment = self.published_at or (self.first_published_at if self.live else None)
        moment = moment or max(filter(None, [timezone.now(), plausible(self.go_live_at)]))
        return timezone.localtime(moment.replace(microsecond=0), ZoneInfo(self.zone))

    @property
    def published_on(self):
        """The day of `public_at`."""
        return self.public_at.date()

    @property
    def year(self) -> int:
        """The year that lists have it under, in the zone of the site as in their filters."""
        return timezone.localtime(self.public_at, timezone.get_default_timezone()).year

    @property
    def published_text(self) -> str:
        """When it was published, for readers: “December 3, 2026”."""
        return date_format(self.published_on, DAY)

    @property
    def published_iso(self) -> str:
        """The same for machines: a moment with its offset (ISO 8601)."""
        return self.public_at.isoformat()

    @property
    def updated_text(self) -> str:
        """When an editor last showed it as updated, for readers; empty if never."""
        return date_format(timezone.localtime(self.updated_at), DAY) if self.updated_at else ""

    @property
    def updated_iso(self) -> str:
        """The same for machines."""
        return timezone.localtime(self.updated_at).isoformat() if self.updated_at else ""


class Updatable(models.Model):
    """Mixin, before `Dated`, for a page whose readers are told of an update when an editor says so."""

    show_as_updated = models.BooleanField(
        _("show as updated"),
        default=False,
        help_text=_("Readers see “Updated” with the date, and feeds show it anew. Not for a comma."),
    )
    updated_at = MomentField(null=True, editable=False)

    exclude_fields_in_copy = [*Dated.exclude_fields_in_copy, "show_as_updated", "updated_at"]

    class Meta:
        abstract = True

    def keep_moments(self) -> set[str]:
        """Keep the moment of this publication if it is one that readers are told of."""
        was_public = bool(self.published_at)
        changed = super().keep_moments()
        if not self.show_as_updated:
            return changed
        self.show_as_updated = False
        if was_public:
            self.updated_at = (self.last_published_at or timezone.now()).replace(microsecond=0)
        return {*changed, "show_as_updated", "updated_at"}

    def with_content_json(self, content):
        """Return the page as of a revision; when it was updated is no part of that."""
        page = super().with_content_json(content)
        page.updated_at = self.updated_at
        return page
