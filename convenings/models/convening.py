"""A convening: written once, shown in every place that announces it."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.apps import apps
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.api import APIField
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, Site, WorkflowMixin
from wagtail.search import index

from convenings.api_fields import DescriptionField, StateField
from convenings.cards import card_of
from convenings.dates import in_short, in_words
from convenings.form import PANELS
from convenings.page import page_context
from convenings.querysets import ConveningManager
from convenings.rules import problems_of
from convenings.state import state_at
from core.api import AddressField, PhotoField, TermField, TermsField
from core.blocks.body import BodyBlock
from core.fields import StreamField
from core.gaps import OpensWithGaps
from core.lengths import TeaserField
from core.locks import ScheduleLockMixin
from core.models.taxonomy import Term
from core.publication import PublicationRules, SnippetPublicationForm
from core.references import ReferencedManyField, UnpublishedReferences
from core.time_zones import zone_choices
from page_cache.signals import OF_THE_DRAFT

from .choices import Attendance, Audience, Status

# What `Convening.save` finds out by itself.
KEPT_FIELDS = ("over_at", "sequence", "first_published_at", "last_published_at")

_YEAR = _("Please check the year.")
# What lies far off cannot be converted between zones, and calendars know the rules of the zones until 2100 only.
_YEARS = [MinValueValidator(date(1990, 1, 1), _YEAR), MaxValueValidator(date(2100, 1, 1), _YEAR)]


class Convening(
    PublicationRules,
    ScheduleLockMixin,
    OpensWithGaps,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    Term,
    ClusterableModel,
):
    """A national convention, a state meeting, an online briefing."""

    short_name = models.CharField(
        _("short name"), max_length=30, blank=True, help_text=_("As people say it, such as “LP2023”.")
    )
    starts_on = models.DateField(
        _("first day"),
        null=True,
        blank=True,
        validators=_YEARS,
        help_text=_("A draft may wait for it. Nothing else is needed for a save-the-date."),
    )
    ends_on = models.DateField(
        _("last day"), null=True, blank=True, validators=_YEARS, help_text=_("Leave it empty if it takes one day.")
    )
    starts_at = models.TimeField(
        _("from"), null=True, blank=True, help_text=_("On the first day. Leave it empty until you know it.")
    )
    ends_at = models.TimeField(_("until"), null=True, blank=True, help_text=_("On the last day."))
    time_zone = models.CharField(
        _("time zone"),
        max_length=50,
        choices=zone_choices,
        blank=True,
        help_text=_("The zone of the times, usually that of the place."),
    )
    attendance = models.CharField(_("where"), max_length=10, choices=Attendance, default=Attendance.IN_PERSON)
    venue = models.CharField(
        _("venue"), max_length=120, blank=True, help_text=_("The house people look for, such as “Union Hall”.")
    )
    street = models.CharField(
        _("street"), max_length=120, blank=True, help_text=_("Street and number, so that maps find it.")
    )
    place = models.ForeignKey(
        "core.Place",
        verbose_name=_("city or state"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Pages about this place show it too."),
    )
    online_address = models.URLField(_("online address"), blank=True, help_text=_("Where people join online."))
    online_address_is_public = models.BooleanField(
        _("show the online address to everybody"),
        default=False,
        help_text=_("Until you tick it, nobody but editors sees the address."),
    )
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=Status,
        default=Status.SAVE_THE_DATE,
        help_text=_("Every page that announces it shows this. That it is past, they notice by themselves."),
    )
    registration_url = models.URLField(
        _("registration address"), blank=True, help_text=_("Where the button leads while registration is open.")
    )
    registration_closes_on = models.DateField(
        _("registration closes on"),
        null=True,
        blank=True,
        validators=_YEARS,
        help_text=_("The last day to register. The button goes by itself the day after."),
    )
    audience = models.CharField(_("for whom"), max_length=10, choices=Audience, default=Audience.MEMBERS)
    teaser = TeaserField(_("teaser"), blank=True, help_text=_("Why one should come, in one or two sentences."))
    photo = models.ForeignKey(
        "images.Photo",
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("People at an earlier one say more than a building."),
    )
    description = StreamField(
        BodyBlock(),
        verbose_name=_("description"),
        blank=True,
        help_text=_(
            "Program, travel, aid: what somebody wants to know who thinks of coming. Leave out dates, place and "
            "registration, which its page shows by itself and keeps up to date."
        ),
    )
    contact = models.ForeignKey(
        "media_inquiries.MediaContact",
        verbose_name=_("contact"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The desk that answers reporters. The default desk if left empty."),
    )
    topics = ReferencedManyField("core.Topic", verbose_name=_("topics"), blank=True, related_name="+")
    unpublished = UnpublishedReferences(verbose_name=_("draft or scheduled version"))
    # Calendars (RFC 5545) count the changes of an event; see `convenings.calendar`.
    sequence = models.PositiveIntegerField(default=0, editable=False)
    # The moment at which it is over, so that a query knows; see `save`.
    over_at = models.DateTimeField(null=True, editable=False, db_index=True)

    objects = ConveningManager()
    base_form_class = SnippetPublicationForm

    panels = PANELS

    api_fields = [
        "name",
        "short_name",
        "starts_on",
        "ends_on",
        "starts_at",
        "ends_at",
        "time_zone",
        APIField("state", serializer=StateField()),
        "attendance",
        "venue",
        "street",
        APIField("place", serializer=TermField()),
        "audience",
        "teaser",
        APIField("photo", serializer=PhotoField()),
        APIField("topics", serializer=TermsField()),
        APIField("description", serializer=DescriptionField()),
    ]
    api_meta_fields = [APIField("html_url", serializer=AddressField())]
    search_fields = [
        *Term.search_fields,
        index.SearchField("short_name", boost=2),
        index.AutocompleteField("short_name"),
        index.SearchField("teaser"),
        index.SearchField("venue"),
        index.SearchField("description"),
        index.RelatedFields("place", [index.SearchField("name")]),
        index.RelatedFields("topics", [index.SearchField("name"), index.SearchField("synonyms")]),
        index.FilterField("live"),
        index.FilterField("over_at"),
        index.FilterField("starts_on"),
        index.FilterField("status"),
    ]

    class Meta(Term.Meta):
        ordering = ["-starts_on", "-pk"]
        # Wagtail adds its own after all migrations; the roles are given them during one.
        default_permissions = ("add", "change", "delete", "view", "publish", "lock", "unlock")
        verbose_name = _("convening")
        verbose_name_plural = _("convenings")

    def save(self, *args, **kwargs):
        """Keep the moment at which it is over and its old address, and count what calendars have to be told of."""
        from convenings.calendar import count_change  # these build on this module
        from convenings.redirects import keep_old_address

        known, fields = None, kwargs.get("update_fields")
        if fields is None or not OF_THE_DRAFT.issuperset(fields):
            self.over_at = self.ends
            known = count_change(self)
            if fields is not None:
                kwargs["update_fields"] = {*fields, *KEPT_FIELDS}
        super().save(*args, **kwargs)
        if known and (known.live or known.first_published_at) and known.slug != self.slug:
            keep_old_address(self, known.slug)

    def publication_problems(self):
        """What keeps it from being published: see `convenings.rules`."""
        yield from problems_of(self)

    @property
    def place_in_words(self):
        """Where people meet, in a line: “St. Louis, Missouri”, “Online”; may be empty."""
        if self.attendance == Attendance.ONLINE:
            return self.get_attendance_display()
        city = self.place and ", ".join(one.name for one in (self.place, self.place.state) if one)
        if self.attendance == Attendance.BOTH:
            return _("%(city)s, and online") % {"city": city} if city else _("Online")
        return city or ""

    def get_url(self, request=None):
        """The address of its page; None while it is not published, or no list of convenings is open to everybody."""
        listed = self.live and self.list_for(request)
        return listed.address_of(self, request) if listed else None

    def get_full_url(self, request=None):
        """As `get_url`, with scheme and host."""
        listed = self.live and self.list_for(request)
        return listed.full_address_of(self, request) if listed else None

    @staticmethod
    def list_for(request):
        """The list below which it has its address: that of the site of the request, else the first of any; or None.

        Found once for a request, as its site is.
        """
        lists = apps.get_model("convenings.ConveningIndex").objects
        if request is None:
            return lists.open_to_all()
        if not hasattr(request, "_list_of_convenings"):
            site = Site.find_for_request(request)
            request._list_of_convenings = (site and lists.open_to_all(site)) or lists.open_to_all()
        return request._list_of_convenings

    url = property(get_url)
    full_url = property(get_full_url)

    def card(self, request):
        """What every place that announces it shows of it now; see `convenings.cards.card_of`."""
        return card_of(self, request)

    def get_preview_template(self, request, mode_name):
        """Its page."""
        return "pages/convening.html"

    def get_preview_context(self, request, mode_name):
        """That of its page."""
        return page_context(self, request, self.list_for(request))

    @property
    def state(self):
        """What readers see of it now: a `convenings.state.State`."""
        return state_at(self, timezone.now())

    @property
    def dates(self):
        """When it takes place, in words; see `convenings.dates`."""
        return in_words(self)

    @property
    def short_dates(self):
        """The same as cards say it."""
        return in_short(self)

    @property
    def last_day(self):
        """Its last day; None while it has no dates."""
        return self.ends_on or self.starts_on

    @property
    def starts(self):
        """The moment at which it begins, in its own zone; None while it has no dates."""
        return self.starts_on and datetime.combine(self.starts_on, self.starts_at or time.min, tzinfo=self._zone)

    @property
    def ends(self):
        """The moment at which it is over, in its own zone: its time, or the end of its last day."""
        if not self.last_day:
            return None
        if self.ends_at:
            return datetime.combine(self.last_day, self.ends_at, tzinfo=self._zone)
        return datetime.combine(self.last_day + timedelta(days=1), time.min, tzinfo=self._zone)

    @property
    def public_online_address(self):
        """Where everybody may join online; empty if that is not known or nobody's business."""
        is_online = self.attendance in (Attendance.ONLINE, Attendance.BOTH)
        return self.online_address if is_online and self.online_address_is_public else ""

    @property
    def _zone(self):
        return ZoneInfo(self.time_zone) if self.time_zone else timezone.get_default_timezone()
