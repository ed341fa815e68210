"""The desk that answers reporters: who, how, and when."""

from datetime import time
from functools import cached_property
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Prefetch, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.queryset import FakeQuerySet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, PageManager
from wagtail.search import index

from core.models import BasePage, SiteSettings
from core.moments import validate_year
from core.publication import Problem
from core.querysets import BasePageQuerySet
from core.time_zones import zone_choices, zone_name
from images.models import Photo
from media_inquiries.desk import hours, structured_data
from page_cache import expires_at


class OpenNow(NamedTuple):
    """Whether a desk is open, and the sentence that says so."""

    is_open: bool
    words: str


class MediaContactQuerySet(BasePageQuerySet):
    """Desks."""

    def for_contact(self):
        """Published, with hours and people: all that other pages show of a desk. Four queries for any number."""
        return self.published().prefetch_related("office_hours", "closed_days", "people")

    def at_a_glance(self):
        """A list of these desks with their week: what the foot of a page shows. One query for any number."""
        columns = {f"row_{name}": F(f"office_hours__{name}") for name in hours.Hours._fields}
        desks = {}
        for row in self.annotate(**columns).order_by("path", "office_hours__sort_order"):
            desk = desks.setdefault(row.pk, row)
            if desk is row:
                desk.week = []
            if row.row_opens is not None:
                desk.week.append(hours.Hours(*(getattr(row, name) for name in columns)))
        return list(desks.values())


MediaContactManager = PageManager.from_queryset(MediaContactQuerySet)


class MediaContact(BasePage):
    """A press desk: its people, its hours and the inquiry form. The title is its heading."""

    introduction = RichTextField(
        _("introduction"),
        features=["bold", "italic", "link"],
        blank=True,
        help_text=_("Who you are and whom you speak for, in two or three sentences a reporter can use."),
    )
    email = models.EmailField(_("email"), help_text=_("Where inquiries arrive. Shown to everybody."))
    phone = models.CharField(_("phone"), max_length=40, blank=True, help_text=_("Such as (212) 555-0142."))
    time_zone = models.CharField(
        _("time zone"),
        max_length=50,
        choices=zone_choices,
        default="America/New_York",
        help_text=_("The zone of the office hours and of the closed days."),
    )
    promise = models.CharField(
        _("promise"),
        max_length=160,
        blank=True,
        help_text=_("When reporters hear from you, such as “We answer within two hours on weekdays.”"),
    )
    what_to_include = RichTextField(
        _("what to include"),
        features=["bold", "italic", "ul"],
        blank=True,
        help_text=_("What you need to know to answer quickly. Shown beside the form."),
    )
    has_form = models.BooleanField(
        _("inquiry form"), default=True, help_text=_("Turn it off to be reached by email and phone alone.")
    )

    objects = MediaContactManager()

    content_panels = [
        *BasePage.content_panels[:1],
        "introduction",
        MultiFieldPanel([FieldRowPanel(["email", "phone"]), "promise"], heading=_("How reporters reach you")),
        MultiFieldPanel(
            [
                "time_zone",
                InlinePanel(
                    "office_hours",
                    label=_("Hours"),
                    heading=_("Office hours"),
                    help_text=_(
                        "One row for each run of days. Hours that close before they open end on the next day; "
                        "midnight to midnight is around the clock. Without any, nothing is said about hours."
                    ),
                ),
                InlinePanel(
                    "closed_days",
                    label=_("Closed day"),
                    heading=_("Closed days"),
                    help_text=_("Holidays and other days off. Enter those of the whole year while you are here."),
                ),
            ],
            heading=_("When you answer"),
        ),
        InlinePanel(
            "people",
            label=_("Person"),
            heading=_("People"),
            help_text=_("The first one stands beside the desk’s own number on the press page."),
        ),
        MultiFieldPanel(["has_form", "what_to_include"], heading=_("Inquiries by form")),
        FieldPanel("teaser"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("email"),
        index.SearchField("also_called", boost=2),
        index.RelatedFields("people", [index.SearchField("name"), index.SearchField("role")]),
    ]

    parent_page_types = ["press.PressIndex", "home.HomePage"]
    subpage_types = []
    template = "pages/media_contact.html"
    page_description = _("A press desk with its people, its hours and a form for inquiries.")

    class Meta:
        verbose_name = _("media contact")
        verbose_name_plural = _("media contacts")

    def publication_problems(self):
        """A desk says how long its hours are, and has no end."""
        yield from super().publication_problems()
        if any(one.opens == one.closes != time.min for one in self.office_hours.all()):
            yield Problem(
                None, _("Office hours open and close at the same time. For a whole day, choose midnight for both.")
            )
        if self.expire_at:
            yield Problem("expire_at", _("Pages count on a desk, so it cannot end by itself. Take this date away."))

    @property
    def also_called(self):
        """What reporters call a desk, so that the search finds it by these words too."""
        return gettext("press contact, media contact, press office, spokesperson, interview")

    @property
    def zone_name(self):
        """What people call the time zone, such as “Eastern”."""
        return zone_name(self.time_zone)

    @cached_property
    def week(self):
        """The office hours as `hours.Hours`."""
        return [hours.Hours(row.first_day, row.last_day, row.opens, row.closes) for row in self.office_hours.all()]

    @property
    def week_in_words(self):
        """The office hours as (days, times)."""
        return hours.week_in_words(self.week)

    @property
    def hours_in_a_line(self):
        """The office hours in one line; empty if there are none."""
        return hours.week_in_a_line(self.week, self.zone_name)

    @property
    def first_person(self):
        """Whom to ask for: the first person at the desk, or None."""
        return next(iter(self.people.all()), None)

    def open_now(self, request):
        """Whether the desk is open, as `OpenNow`; None if it has no hours.

        The page that says it for `request` is kept no longer than it is right.
        """
        if not self.week:
            return None
        moment = timezone.now()
        closed_days = [row.date for row in self.closed_days.all()]
        status = hours.status_at(moment, self.week, closed_days, self.time_zone)
        expires_at(request, hours.right_until(status, moment, self.time_zone))
        return OpenNow(status.is_open, hours.status_in_words(status, moment, self.time_zone, self.zone_name))

    def closed_days_ahead(self):
        """The closed days from today on, by date."""
        today = timezone.localdate(timezone=ZoneInfo(self.time_zone))
        return sorted((row for row in self.closed_days.all() if row.date >= today), key=lambda row: row.date)

    def people_in_full(self):
        """The people with photo, topics and places, by five queries for any number."""
        people = self.people.all()
        if isinstance(people, FakeQuerySet):  # a preview: nothing of it need be saved
            return list(people)
        photos = Prefetch("photo", Photo.objects.for_display("square"))
        people = list(people)
        prefetch_related_objects(people, photos, "topics", "places")
        return people

    @staticmethod
    def card_url(person):
        """The address of somebody's vCard, seen from this page; empty in a preview of somebody new."""
        return f"person-{person.pk}.vcf" if person.pk else ""

    def get_context(self, request, *args, **kwargs):
        """Add what the page says about now, its people and its form."""
        from media_inquiries.inquiry_form.forms import empty_form  # forms stand above models

        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "form": empty_form(request, self) if self.has_form else None,
            "open_now": self.open_now(request),
            "closed_days": self.closed_days_ahead(),
            "people": [(person, self.card_url(person)) for person in self.people_in_full()],
        }

    def get_metadata(self, request):
        """Say whom one reaches here."""
        metadata = super().get_metadata(request)
        metadata.json_ld.append(structured_data.contact_page(self, metadata, SiteSettings.for_request(request)))
        return metadata


class Weekday(models.IntegerChoices):
    """The days of the week as `date.weekday()` counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class OfficeHours(Orderable):
    """From when to when the desk is open on a run of weekdays, in the time zone of the desk."""

    contact = ParentalKey(MediaContact, on_delete=models.CASCADE, related_name="office_hours")
    first_day = models.IntegerField(_("from"), choices=Weekday, default=Weekday.MONDAY)
    last_day = models.IntegerField(_("through"), choices=Weekday, default=Weekday.FRIDAY)
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))

    panels = [FieldRowPanel(["first_day", "last_day", "opens", "closes"])]

    class Meta(Orderable.Meta):
        verbose_name = _("office hours")
        verbose_name_plural = _("office hours")


class ClosedDay(Orderable):
    """A day on which the desk stays closed, such as a holiday."""

    contact = ParentalKey(MediaContact, on_delete=models.CASCADE, related_name="closed_days")
    date = models.DateField(_("date"), validators=[validate_year])
    name = models.CharField(_("name"), max_length=60, blank=True, help_text=_("Such as “Thanksgiving”."))

    panels = [FieldRowPanel(["date", "name"])]

    class Meta(Orderable.Meta):
        verbose_name = _("closed day")
        verbose_name_plural = _("closed days")
