"""Pages that nobody may see yet and that something leads to: what editors are told of them.

Readers see the words of such a link without a link (`core.linked_pages`). That is no mistake: a post may be ready
before the release that it leads to. But whoever publishes it should know.
"""

from typing import NamedTuple

from django.db.models import CharField, OuterRef, Subquery
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from .files import ids_in
from .linked_pages import with_publicity


class HiddenPage(NamedTuple):
    """A page that nobody may see: its title in the admin, and why, in words."""

    page: Page
    title: str
    state: str


def hidden_pages_of(thing):
    """List the `HiddenPage`s that a page, a snippet or a setting leads to, as it is in the form. Few queries."""
    if thing is None or thing.pk is None:
        return []
    pks = ids_in(thing, Page)
    # Not itself, nor what it is a copy of.
    own = {thing.pk, thing.alias_of_id} if isinstance(thing, Page) else set()
    return list(hidden_pages(pks - own).values())


def hidden_pages(pks):
    """Fetch those of these pages that nobody may see, as a dict of id and `HiddenPage`.

    At most three queries, and one for each page type.
    """
    if not pks:
        return {}
    scheduled = Revision.page_revisions.filter(object_id=Cast(OuterRef("pk"), CharField())).exclude(
        approved_go_live_at=None
    )
    pages = with_publicity(Page.objects.filter(pk__in=pks)).filter(is_public=False)
    pages = pages.annotate(goes_live_at=Subquery(scheduled.values("approved_go_live_at")[:1]))
    pages = pages.specific().defer_streamfields()
    return {page.pk: HiddenPage(page, page.get_admin_display_title(), state_of(page)) for page in pages}


def state_of(page):
    """Say why nobody may see a page of `hidden_pages`, in words that follow its title."""
    if page.live:
        return _("private") if page.get_view_restrictions() else _("on no site")
    if page.embargo_in_words:
        return _("under embargo until %(moment)s") % {"moment": page.embargo_in_words}
    if page.goes_live_at:
        moment = date_format(timezone.localtime(page.goes_live_at), "DATETIME_FORMAT")
        return _("scheduled for %(moment)s") % {"moment": moment}
    return _("unpublished") if page.first_published_at else _("draft")
