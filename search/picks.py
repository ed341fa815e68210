"""What editors want to stand first for the words of a search: Wagtail's promoted results."""

from dataclasses import dataclass

from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page
from wagtail.search.utils import normalise_query_string

from core.querysets import public
from core.sites import site_of


@dataclass(frozen=True)
class Pick:
    """One of them: where it leads, what it is called and what the editor says of it."""

    url: str
    title: str
    description: str
    page_id: int | None = None


def picks_for(typed, request):
    """The `Pick`s for exactly these words; of pages only those that are public on this site. At most two queries."""
    words = normalise_query_string(typed.text)
    promotions = list(SearchPromotion.objects.filter(query__query_string=words).order_by("sort_order", "pk"))
    pks = [one.page_id for one in promotions if one.page_id]
    pages = Page.objects.filter(public()).in_site(site_of(request)).in_bulk(pks) if pks else {}
    return list(filter(None, (_pick(one, pages, request) for one in promotions)))


def _pick(promotion, pages, request):
    if promotion.page_id is None:
        text = promotion.external_link_text or promotion.external_link_url
        return Pick(promotion.external_link_url, text, promotion.description)
    page = pages.get(promotion.page_id)
    return page and Pick(page.get_url(request), page.title, promotion.description, page.pk)
