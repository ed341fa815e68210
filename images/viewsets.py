"""The list of captions in the admin."""

import django_filters
from django import forms
from django.db.models import TextChoices
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.snippets.views.snippets import EditView, IndexView, SnippetViewSet

from .files import fetch_files
from .models import ImageCaption, Terms
from .presets import FALLBACK_SPEC, PRESETS


class ToDo(TextChoices):
    """What a photo may still need."""

    CREDIT = "credit", _("Credit is missing")
    ALT = "alt", _("Alt text is missing")
    CHECK = "check", _("Read from the file, not checked")

    @classmethod
    def of(cls, caption):
        """What this caption and its photo need, in words."""
        needs = {cls.CREDIT: not caption.credit, cls.ALT: not caption.photo.description, cls.CHECK: caption.from_file}
        return [need.label for need, is_so in needs.items() if is_so]

    def within(self, captions):
        """Those of a queryset of captions that need this."""
        lookups = {ToDo.CREDIT: {"credit": ""}, ToDo.ALT: {"photo__description": ""}, ToDo.CHECK: {"from_file": True}}
        return captions.filter(**lookups[self])


class ThumbnailColumn(Column):
    """The photo, in a small file that exists; none is made for the list."""

    cell_template_name = "admin/thumbnail_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        """As always, with the file."""
        context = super().get_cell_context_data(instance, parent_context)
        photo = self.get_value(instance)
        file = photo.files.get(PRESETS["square"].specs("jpeg")[0]) or photo.files.get(FALLBACK_SPEC)
        return {**context, "photo": photo, "file": file}


class CaptionColumn(TitleColumn):
    """The photo's title, its caption, and what an editor should look at."""

    cell_template_name = "admin/caption_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        """As always, with caption and what is to be done."""
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "caption": instance.plain_caption, "to_do": ToDo.of(instance)}


class CreditColumn(Column):
    """Credit and terms."""

    cell_template_name = "admin/credit_cell.html"


class CaptionFilterSet(WagtailFilterSet):
    """Photos that need something, and photos with certain terms."""

    to_do = django_filters.ChoiceFilter(
        label=_("To do"), choices=ToDo.choices, method="filter_to_do", widget=forms.RadioSelect, empty_label=_("All")
    )
    terms = django_filters.ChoiceFilter(
        label=_("Terms of use"), choices=Terms.choices, widget=forms.RadioSelect, empty_label=_("All")
    )

    class Meta:
        model = ImageCaption
        fields = ["to_do", "terms"]

    def filter_to_do(self, queryset, name, value):
        """The captions of photos that need this."""
        return ToDo(value).within(queryset)


class CaptionIndexView(IndexView):
    """All photos by what is written about them. Each leads to the form of the photo."""

    page_title = _("Photo captions")
    is_explicitly_ordered = False  # whatever the address says; search would fail on it, and no column sorts
    columns = [
        ThumbnailColumn("photo", label=_("Photo"), width="20%"),
        CaptionColumn("title", accessor=str, label=_("Title and caption"), get_url=ImageCaption.get_absolute_url),
        CreditColumn("credit", label=_("Credit and terms"), width="30%"),
    ]

    def paginate_queryset(self, queryset, page_size):
        """As always, with the files of the photos of this page."""
        paginator, page, captions, has_others = super().paginate_queryset(queryset, page_size)
        page.object_list = captions = list(captions)
        fetch_files([caption.photo for caption in captions], "square")
        return paginator, page, captions, has_others


class PhotoEditView(EditView):
    """Leads to the form of the photo, where its caption is edited too."""

    def dispatch(self, request, *args, **kwargs):
        """Redirect; who may change the photo is decided there."""
        return redirect(self.object)


class ImageCaptionViewSet(SnippetViewSet):
    """Captions are made with their photo, so they can be listed and found, and are changed with the photo."""

    model = ImageCaption
    icon = "comment"
    add_to_admin_menu = True
    menu_label = _("Photo captions")
    menu_name = "captions"
    menu_order = 301  # beside Wagtail's images
    index_view_class = CaptionIndexView
    edit_view_class = PhotoEditView
    filterset_class = CaptionFilterSet
    list_per_page = 40
    copy_view_enabled = False

    def get_queryset(self, request):
        """Captions with their photos, newest first."""
        return ImageCaption.objects.select_related("photo").order_by("-pk")
