"""Convenings in the admin: their list, their form, and copies for the next year."""

import django_filters
from django import forms
from django.db.models import CharField, OuterRef, Prefetch, Subquery, TextChoices
from django.db.models.functions import Cast
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.models import Revision, WorkflowState
from wagtail.snippets.views.snippets import CopyView, CreateView, EditView, IndexView, SnippetViewSet

from core.admin_moments import outcome_text

from .copying import next_edition
from .models import Convening, Status


class Time(TextChoices):
    """Where a convening stands in time."""

    UPCOMING = "upcoming", _("Upcoming")
    PAST = "past", _("Past")

    def within(self, convenings):
        """Those of a queryset that stand there."""
        return convenings.past() if self == Time.PAST else convenings.upcoming()


class ConveningFilterSet(WagtailFilterSet):
    """Convenings by time and status."""

    time = django_filters.ChoiceFilter(
        label=_("When"), choices=Time.choices, method="filter_time", widget=forms.RadioSelect, empty_label=_("All")
    )
    status = django_filters.MultipleChoiceFilter(
        label=_("Status"), choices=Status.choices, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Convening
        fields = ["time", "status"]

    def filter_time(self, queryset, name, value):
        """The convenings that stand there in time."""
        return Time(value).within(queryset)


def _for_next_year(buttons, copy_url):
    """Buttons with the copy called by what it is for."""
    for button in buttons:
        if button.url == copy_url:
            button.label = _("Duplicate for next year")
    return buttons


class ConveningIndexView(IndexView):
    """All convenings with their days, place and state."""

    default_ordering = "-starts_on"

    def get_list_more_buttons(self, instance):
        """As always, but for the words of the copy."""
        return _for_next_year(super().get_list_more_buttons(instance), self.get_copy_url(instance))


class SaysWhatHappened:
    """Part of a view that saves a convening."""

    def get_success_message(self, instance=None):
        """When it goes live, after somebody has published it; else as always."""
        if self.action != "publish":
            return super().get_success_message(instance)
        return outcome_text(Convening.objects.get(pk=(instance or self.object).pk))


class ConveningCreateView(SaysWhatHappened, CreateView):
    """The form of a new convening."""


class ConveningEditView(SaysWhatHappened, EditView):
    """The form of a convening; what other rooms offer in the list, they offer here too."""

    @cached_property
    def header_more_buttons(self):
        """As always, but for the words of the copy; and the buttons of other rooms."""
        offered = [
            button
            for hook in hooks.get_hooks("register_snippet_listing_buttons")
            for button in hook(self.object, self.request.user, self.request.path)
        ]
        return [*_for_next_year(super().header_more_buttons, self.get_copy_url()), *offered]


class ConveningCopyView(SaysWhatHappened, CopyView):
    """A new convening that begins with what stays the same from year to year."""

    def get_initial_form_instance(self):
        """The next edition of the one to copy, as it was last saved."""
        return next_edition(self.get_object().get_latest_revision_as_object())


class ConveningViewSet(SnippetViewSet):
    """The convenings."""

    model = Convening
    icon = "date"
    menu_label = _("Convenings")
    menu_order = 160
    add_to_admin_menu = True
    index_view_class = ConveningIndexView
    add_view_class = ConveningCreateView
    edit_view_class = ConveningEditView
    copy_view_class = ConveningCopyView
    filterset_class = ConveningFilterSet
    list_display = [
        "name",
        Column("dates", label=_("When"), sort_key="starts_on", accessor="short_dates"),
        Column("place", label=_("Where"), accessor="place_in_words"),
        Column("state", label=_("Status"), sort_key="status", accessor="state.label"),
        LiveStatusTagColumn(label=_("On the site")),
    ]
    list_per_page = 50

    def get_queryset(self, request):
        """Convenings with their places, and with what their status asks for: Wagtail would ask for each by itself."""
        waiting = Revision.objects.filter(
            content_type=Convening.get_content_type(),
            object_id=Cast(OuterRef("pk"), CharField()),
            approved_go_live_at__isnull=False,
        )
        reviews = Prefetch("_workflow_states", WorkflowState.objects.active(), to_attr="_current_workflow_states")
        return (
            Convening.objects.select_related("place__state")
            .annotate(scheduled_revision=Subquery(waiting.values("pk")[:1]))
            .prefetch_related(reviews)
        )
