"""The inbox: the list of inquiries with its filters, its search and its export."""

from datetime import timedelta

from django import forms
from django.contrib.admin import SimpleListFilter
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.helpers import DjangoORMSearchHandler
from wagtail_modeladmin.views import IndexView

from core.models import Place, Topic
from media_inquiries.models import MediaInquiry
from media_inquiries.permissions import display_name, press_officers

from . import exports
from .breadcrumbs import below_inbox

SOON = timedelta(hours=24)
MOST_WORDS = 8  # of a search; each costs a condition on every column


class InboxFilter(SimpleListFilter):
    """A filter by one parameter of the address. A value that is none of its choices is as good as none."""

    def value(self):
        """The chosen value, or None."""
        chosen = super().value()
        return chosen if chosen in {value for value, _label in self.lookup_choices} else None

    def queryset(self, request, queryset):
        """The inquiries that the chosen value leaves."""
        return self.narrow(request, queryset, self.value()) if self.value() else queryset


class StateFilter(InboxFilter):
    """By where it stands."""

    title = _("State")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        """The states, and the open ones together."""
        return [("open", _("Open")), *MediaInquiry.State.choices]

    def narrow(self, request, queryset, value):
        """Those in a state."""
        return queryset.open() if value == "open" else queryset.filter(state=value)


class DeadlineFilter(InboxFilter):
    """By how urgent it is."""

    title = _("Deadline")
    parameter_name = "due"

    def lookups(self, request, model_admin):
        """Overdue, soon, none."""
        return [("overdue", _("Overdue")), ("soon", _("Within 24 hours")), ("none", _("No deadline"))]

    def narrow(self, request, queryset, value):
        """Open ones whose deadline is like that."""
        now = timezone.now()
        if value == "overdue":
            return queryset.overdue(now)
        if value == "soon":
            return queryset.open().filter(deadline__range=(now, now + SOON))
        return queryset.open().filter(deadline=None)


class AssigneeFilter(InboxFilter):
    """By who answers."""

    title = _("Assigned to")
    parameter_name = "assignee"

    def lookups(self, request, model_admin):
        """Me, nobody, and each of the press team."""
        team = [(str(user.pk), display_name(user)) for user in press_officers()]
        return [("mine", _("Me")), ("nobody", _("Nobody")), *team]

    def narrow(self, request, queryset, value):
        """Those of one person, or of nobody."""
        people = {"mine": request.user.pk, "nobody": None}
        return queryset.filter(assignee=people.get(value, value))


class TermFilter(InboxFilter):
    """By a topic or a place, of those that inquiries have."""

    def lookups(self, request, model_admin):
        """The terms that occur, by name."""
        used = MediaInquiry.objects.values(self.parameter_name)
        return [(str(pk), name) for pk, name in self.terms.objects.filter(pk__in=used).values_list("pk", "name")]

    def narrow(self, request, queryset, value):
        """Those about a term."""
        return queryset.filter(**{self.parameter_name: value})


class TopicFilter(TermFilter):
    """By topic."""

    title = _("Topic")
    parameter_name = "topic"
    terms = Topic


class PlaceFilter(TermFilter):
    """By place."""

    title = _("Place")
    parameter_name = "place"
    terms = Place


FILTERS = (StateFilter, DeadlineFilter, AssigneeFilter, TopicFilter, PlaceFilter)


class InboxSearch(DjangoORMSearchHandler):
    """Every word must occur in one of the fields; whatever is typed is a search."""

    def search_queryset(self, queryset, search_term, **kwargs):
        """The inquiries that have these words."""
        words = search_term.replace("\0", " ").split()[:MOST_WORDS]
        return super().search_queryset(queryset, " ".join(words), **kwargs)


class InboxView(IndexView):
    """The list. Unknown parameters of its address are ignored: as lookups they would tell what the list does not."""

    export_headings = exports.COLUMNS

    def get_filters_params(self, params=None):
        """What the filters read."""
        known = {one.parameter_name for one in FILTERS}
        return {name: values for name, values in self.params.lists() if name in known}

    def get_queryset(self, request=None):
        """The inquiries to list; asked for twice, made once."""
        return self.queryset if request is None else super().get_queryset(request)

    def get_filename(self):
        """Name of an exported file, with the date."""
        return f"media-inquiries-{timezone.localdate():%Y-%m-%d}"

    def to_row_dict(self, item):
        """One line of an export."""
        return exports.row(item)

    def as_spreadsheet(self, queryset, spreadsheet_format):
        """The list as a file; who took how much of it is logged."""
        exports.log_export(queryset.count(), self.request.user)
        return super().as_spreadsheet(queryset, spreadsheet_format)

    @property
    def media(self):
        """With the look of the inbox."""
        return super().media + forms.Media(css={"all": ["css/inquiries.css"]})

    def get_context_data(self, **kwargs):
        """With the shortcuts above the list: query string, words, number."""
        now = timezone.now()
        is_open = Q(state__in=MediaInquiry.OPEN)
        counts = MediaInquiry.objects.aggregate(
            open=Count("pk", is_open),
            overdue=Count("pk", is_open & Q(deadline__lt=now)),
            mine=Count("pk", is_open & Q(assignee=self.request.user)),
            quarantine=Count("pk", Q(state=MediaInquiry.State.QUARANTINE, erased_at=None)),
        )
        shortcuts = [
            ("?state=open", _("Open"), counts["open"]),
            ("?due=overdue", _("Overdue"), counts["overdue"]),
            ("?state=open&assignee=mine", _("Mine"), counts["mine"]),
            ("?state=quarantine", _("In quarantine"), counts["quarantine"]),
        ]
        return super().get_context_data(shortcuts=shortcuts, breadcrumbs_items=below_inbox(), **kwargs)
