"""The pages that texts, buttons and the footer lead to: fetched once for all pages of the site that show them."""

from wagtail import blocks
from wagtail.models import Page

from page_cache import remember_each


def linked_pages(pks):
    """The pages with these ids as a dict of id and `Page`; remembered, so nobody may alter them. At most one query."""
    return remember_each("linked page", pks, Page.objects.in_bulk)


def keep(pages):
    """Keep pages that have been fetched for something else."""
    by_id = {page.pk: page for page in pages}
    remember_each("linked page", by_id, lambda pks: by_id)


class LinkedPageBlock(blocks.PageChooserBlock):
    """A page to which something leads."""

    def bulk_to_python(self, values):
        """The pages with these ids, in this order; None where there is none."""
        pages = linked_pages([pk for pk in values if pk])
        return [pages.get(pk) for pk in values]
