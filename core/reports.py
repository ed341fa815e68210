"""The report of links that readers see as words only, because nobody may see the page that they lead to."""

import re
from collections import defaultdict
from collections.abc import Mapping

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, ForeignObjectRel, Q
from django.db.models.functions import Cast
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.utils import get_latest_str
from wagtail.admin.views.reports import ReportView
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, Page, ReferenceIndex
from wagtail.permissions import policy_registry
from wagtail.rich_text.rewriters import extract_attrs

from images.reports import as_words

from .hidden_links import hidden_pages
from .querysets import public
from .references import without_unpublished

_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_MAY_EDIT = ["add", "change", "publish"]


def links_to_hidden_pages(user):
    """Find what leads from something public to pages that nobody may see, as rows of Wagtail's reference index.

    Args:
        user: whoever asks; only what this person may edit is looked at.
    """
    rows = without_unpublished(ReferenceIndex.objects.filter(to_content_type=ContentType.objects.get_for_model(Page)))
    return rows.exclude(to_object_id__in=_keys(Page.objects.filter(public()))).filter(_sources(user))


def _keys(things):
    """The ids of things as the reference index writes them."""
    return things.annotate(key=Cast("pk", CharField())).order_by().values("key")


def _sources(user):
    """A condition on rows: they come from a public page, a snippet or a setting that somebody may edit."""
    pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    of_pages = Q(base_content_type=ContentType.objects.get_for_model(Page), object_id__in=_keys(pages.filter(public())))
    others = [model for model in ReferenceIndex.indexed_models if not issubclass(model, Page)]
    others = [model for model in others if user.has_perm(f"{model._meta.app_label}.change_{model._meta.model_name}")]
    drafts = [model for model in others if issubclass(model, DraftStateMixin)]
    types = ContentType.objects.get_for_models(*others, for_concrete_models=False)
    found = of_pages | Q(base_content_type__in=[types[model] for model in others if model not in drafts])
    for model in drafts:
        found |= Q(base_content_type=types[model], object_id__in=_keys(model._base_manager.filter(live=True)))
    return found


class HiddenLink:
    """What a row of the report says.

    Attributes:
        source, target: titles in the admin.
        source_url, target_url: of their editors; None where there is none.
        where: the field, and the block in it.
        words: those of the link, if it has any of its own.
        state: why nobody may see the target.
    """

    def __init__(self, reference, source, hidden, user):
        self.source = get_latest_str(source)
        self.source_url = _edit_url(source, user)
        self.where = reference.describe_source_field()
        self.words = ", ".join(dict.fromkeys(filter(None, _words_in(_content(reference, source), reference))))
        self.target = hidden.title if hidden else _("A page that is gone")
        self.target_url = hidden and _edit_url(hidden.page, user)
        self.state = hidden.state if hidden else _("deleted")


def _edit_url(thing, user):
    if isinstance(thing, Page):
        return reverse("wagtailadmin_pages:edit", args=[thing.pk])
    return AdminURLFinder(user).get_edit_url(thing)


def _content(reference, source):
    """What is stored in the field that a reference comes from: of a stream the one block."""
    field = reference.source_field
    if isinstance(field, ForeignObjectRel):
        return ""
    if not isinstance(field, StreamField):
        return field.value_from_object(source)
    _name, block_id, *_path = reference.content_path.split(".")
    return [block for block in getattr(source, field.name).raw_data if block.get("id") == block_id]


def _words_in(content, reference):
    """Yield the words of each link to the target of a reference, within texts and blocks as they are stored."""
    if isinstance(content, str):
        for attributes, words in _LINK.findall(content):
            attrs = extract_attrs(attributes)
            if attrs.get("linktype") == "page" and attrs.get("id") == reference.to_object_id:
                yield strip_tags(words)
    elif isinstance(content, Mapping):
        if str(content.get("page")) == reference.to_object_id:
            yield content.get("label")
        for part in content.values():
            yield from _words_in(part, reference)
    elif isinstance(content, list):
        for part in content:
            yield from _words_in(part, reference)


class HiddenLinksReport(ReportView):
    """Links that readers see as words only, of what this person may edit."""

    page_title = gettext_lazy("Links to hidden pages")
    header_icon = "link"
    model = ReferenceIndex
    verbose_name, verbose_name_plural = gettext_lazy("link"), gettext_lazy("links")
    any_permission_required = _MAY_EDIT
    default_ordering = "-pk"
    index_url_name = "hidden_links"
    index_results_url_name = "hidden_links_results"
    columns = [
        TitleColumn(
            "source", accessor="link.source", label=gettext_lazy("Page"), get_url=lambda row: row.link.source_url
        ),
        Column("words", accessor="link.words", label=gettext_lazy("Link text")),
        Column("where", accessor="link.where", label=gettext_lazy("Where")),
        TitleColumn(
            "target", accessor="link.target", label=gettext_lazy("Leads to"), get_url=lambda row: row.link.target_url
        ),
        Column("state", accessor="link.state", label=gettext_lazy("Not public because it is")),
    ]
    list_export = [column.accessor for column in columns]
    export_filename = "links-to-hidden-pages"
    export_headings = {column.accessor: column.label for column in columns}
    custom_value_preprocess = {**ReportView.custom_value_preprocess, str: {ReportView.FORMAT_CSV: as_words}}

    @cached_property
    def permission_policy(self):
        """It is for those who edit pages."""
        return policy_registry.get_by_type(Page)

    def get_base_queryset(self):
        """The rows of the reference index."""
        return links_to_hidden_pages(self.request.user)

    def decorate_paginated_queryset(self, object_list):
        """Give each row its `link`, a `HiddenLink`, in a fixed number of queries."""
        sources = _fetch_sources(object_list)
        hidden = hidden_pages({int(one.to_object_id) for one in object_list})
        for one in object_list:  # the very rows of the table, which has been made already
            source = sources.get((one.base_content_type_id, one.object_id))
            one.link = HiddenLink(one, source, hidden.get(int(one.to_object_id)), self.request.user)
        return object_list


def _fetch_sources(references):
    """What references come from, by content type and id; a query for each type."""
    ids = defaultdict(set)
    for one in references:
        ids[one.base_content_type_id].add(one.object_id)
    found = {}
    for type_id, keys in ids.items():
        model = ContentType.objects.get_for_id(type_id).model_class()
        things = (
            model._base_manager.filter(pk__in=keys)
            if model is not Page
            else Page.objects.filter(pk__in=keys).specific()
        )
        found |= {(type_id, str(thing.pk)): thing for thing in things}
    return found


class HiddenLinksMenuItem(MenuItem):
    """The entry in the menu of reports, for those who edit pages."""

    def is_shown(self, request):
        """Whether it is for this user."""
        return policy_registry.get_by_type(Page).user_has_any_permission(request.user, _MAY_EDIT)


def menu_item():
    """The report in the menu."""
    address = reverse(HiddenLinksReport.index_url_name)
    return HiddenLinksMenuItem(HiddenLinksReport.page_title, address, name="hidden-links", icon_name="link", order=950)


def addresses():
    """Where the report is."""
    return [
        path("reports/hidden-links/", HiddenLinksReport.as_view(), name=HiddenLinksReport.index_url_name),
        path(
            "reports/hidden-links/results/",
            HiddenLinksReport.as_view(results_only=True),
            name=HiddenLinksReport.index_results_url_name,
        ),
    ]
