"""The pages that texts, buttons and the footer lead to: fetched once for all pages of the site that show them.

A link shows only what everybody may see: the target's title and address are a secret until it is public.
"""

from django.db.models import BooleanField, ExpressionWrapper
from wagtail import blocks
from wagtail.models import Page

from page_cache import remember_each

from .querysets import public


def with_publicity(pages):
    """Give pages `is_public`, whether anybody may see them; see `core.querysets.public`."""
    return pages.annotate(is_public=ExpressionWrapper(public(), BooleanField()))


def linked_pages(pks):
    """Fetch the pages with these ids, each with `is_public`; remembered, so nobody may alter them. At most one query.

    Returns:
        a dict of id and `Page`; hidden pages are among them, so that editors keep what they chose.
    """
    return remember_each("linked page", pks, with_publicity(Page.objects).in_bulk)


def public_page(page):
    """Return the page that a link leads to if anybody may see it, else None; no query after `linked_pages`."""
    if page is None:
        return None
    known = page if hasattr(page, "is_public") else linked_pages([page.pk]).get(page.pk)
    return page if known and known.is_public else None


def keep(pages):
    """Keep pages `with_publicity` that have been fetched for something else."""
    by_id = {page.pk: page for page in pages}
    remember_each("linked page", by_id, lambda pks: by_id)


class LinkedPageBlock(blocks.PageChooserBlock):
    """A page to which something leads; templates show it by `public_page`."""

    def bulk_to_python(self, values):
        """The pages with these ids, in this order; None where there is none."""
        pages = linked_pages([pk for pk in values if pk])
        return [pages.get(pk) for pk in values]
