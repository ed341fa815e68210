"""The report of photos that somebody should look after."""

import django_filters
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn, UsageCountColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

from .models import Photo
from .viewsets import ThumbnailColumn, ToDo

# What may be wrong with a photo, with the words for it. The first two count where readers see the photo.
PROBLEMS = {
    "alt": (ToDo.ALT.label, Q(is_shown=True, description="")),
    "credit": (ToDo.CREDIT.label, Q(is_shown=True) & (Q(image_caption__credit="") | Q(image_caption=None))),
    "unused": (_("Never used"), Q(uses=0)),
}
IN_A_DRAFT = "unpublished."  # so begin the paths in the reference index that lead into a draft (core.references)


def with_uses(photos):
    """Photos with `uses`, the number of things that show them, and `is_shown`, whether readers see one of these.

    Readers see live pages, and snippets and settings; what stands only in an unpublished version they do not see.
    """
    text = CharField()
    drafts = Page.objects.not_live().annotate(key=Cast("pk", text)).values("key")
    shown = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Photo), to_object_id=Cast(OuterRef("pk"), text)
    )
    shown = shown.exclude(model_path__startswith=IN_A_DRAFT).exclude(
        base_content_type=ContentType.objects.get_for_model(Page), object_id__in=drafts
    )
    return photos.annotate(uses=ReferenceIndex.usage_count_subquery(Photo), is_shown=Exists(shown))


def with_problems(photos):
    """Of these photos those with at least one of `PROBLEMS`, with a truth value for each, such as `problem_unused`."""
    flags = {_flag(name): condition for name, (_words, condition) in PROBLEMS.items()}
    return with_uses(photos).annotate(**flags).filter(Q(*((flag, True) for flag in flags), _connector=Q.OR))


def _flag(problem):
    return f"problem_{problem}"


def problems_of(photo):
    """What is wrong with a photo that comes from `with_problems`, in words."""
    return [str(words) for name, (words, _condition) in PROBLEMS.items() if getattr(photo, _flag(name))]


class PhotosToMendFilterSet(WagtailFilterSet):
    """Shows one kind of problem only."""

    problem = django_filters.ChoiceFilter(
        label=_("To do"),
        choices=[(name, words) for name, (words, _condition) in PROBLEMS.items()],
        method="with_problem",
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Photo
        fields = []

    def with_problem(self, photos, name, value):
        """The photos with this problem."""
        return photos.filter(**{_flag(value): True})


class ProblemsColumn(Column):
    """What is to be done, in words."""

    cell_template_name = "admin/problems_cell.html"


def as_words(value):
    """A text for a CSV file that no spreadsheet takes for a formula."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


class PhotosToMendView(ReportView):
    """The photos with problems, of those that this person may change."""

    model = Photo
    page_title = _("Photos to mend")
    header_icon = "image"
    index_url_name = "photos_to_mend"
    index_results_url_name = "photos_to_mend_results"
    permission_required = "change"
    filterset_class = PhotosToMendFilterSet
    default_ordering = "-created_at"
    columns = [
        ThumbnailColumn("photo", accessor=lambda photo: photo, label=_("Photo"), width="16%"),
        TitleColumn("title", label=_("Title"), url_name="wagtailimages:edit", sort_key="title"),
        ProblemsColumn("problems", accessor=problems_of, label=_("To do")),
        UsageCountColumn("uses", label=_("Used"), sort_key="uses", width="14%"),
    ]
    list_export = ["title", "problems", "uses", "description", "credit"]
    export_filename = "photos-to-mend"
    export_headings = {
        "problems": _("To do"),
        "uses": _("Times used"),
        "description": _("Alt text"),
        "credit": _("Credit"),
    }
    custom_value_preprocess = {**ReportView.custom_value_preprocess, str: {ReportView.FORMAT_CSV: as_words}}

    def get_base_queryset(self):
        """Photos with a problem that this person may change."""
        photos = self.permission_policy.instances_user_has_permission_for(self.request.user, "change")
        return with_problems(photos).for_display("square")

    def to_row_dict(self, item):
        """One row of the exported table."""
        item.problems = problems_of(item)
        return super().to_row_dict(item)


class PhotosToMendMenuItem(MenuItem):
    """The entry in the menu of reports, for those who may change photos."""

    def is_shown(self, request):
        """True if this person may change any photo."""
        return policy_registry.get_by_type(Photo).user_has_permission(request.user, "change")


def menu_item():
    """The entry in the menu of reports."""
    address = reverse(PhotosToMendView.index_url_name)
    return PhotosToMendMenuItem(
        PhotosToMendView.page_title, address, name="photos-to-mend", icon_name="image", order=900
    )


def addresses():
    """The addresses of the report below that of the admin."""
    return [
        path("reports/photos-to-mend/", PhotosToMendView.as_view(), name=PhotosToMendView.index_url_name),
        path(
            "reports/photos-to-mend/results/",
            PhotosToMendView.as_view(results_only=True),
            name=PhotosToMendView.index_results_url_name,
        ),
    ]
