"""What the sections of the press page show, in a fixed number of queries however many sections and rows there are."""

from itertools import islice

from wagtail.models import Site

from core.rich_text import expand_together
from media_inquiries.models import DeskSettings, MediaContact
from news.models import NewsMention, NewsMentionIndex

from .models import PressPhoto, PressRelease, PressReleaseIndex

# For each kind of section that shows rows: what they are, and the page type of their whole list.
LISTED = {"coverage": (NewsMention, NewsMentionIndex), "releases": (PressRelease, PressReleaseIndex)}


def lists_of(page):
    """The public lists right below a press page: a dict of kind of section and page, in the order of `LISTED`."""
    found = {
        kind: index_type.objects.published().child_of(page).order_by("path").first()
        for kind, (_model, index_type) in LISTED.items()
    }
    return {kind: one for kind, one in found.items() if one}


def with_contents(page, lists, request):
    """The sections of a press page as pairs of bound block and a dict of what it shows.

    Args:
        page: a `PressIndex`.
        lists: `lists_of(page)`.
        request: the request, for the default desk and the addresses.
    """
    sections = list(page.sections)
    expand_together(block.value for block in sections)
    of_kind = {
        kind: [block for block in sections if block.block_type == kind]
        for kind in ("inquiry_contact", "press_kit", *LISTED)
    }
    shown = {
        **_desks(page, of_kind["inquiry_contact"], request),
        **_press_kits(of_kind["press_kit"]),
    }
    for kind, (model, _index_type) in LISTED.items():
        url = lists[kind].get_url(request) if kind in lists else ""
        shown |= {id(block): {"rows": rows, "list_url": url} for block, rows in _rows(page, of_kind[kind], model)}
    return [(block, shown.get(id(block), {})) for block in sections]


def _desks(page, blocks, request):
    """Desks; the default desk also stands in for one that is not public."""
    wanted = page.desks_named()
    chosen = MediaContact.objects.for_contact().in_bulk(wanted) if wanted else {}
    shown = {}
    for block in blocks:
        desk = block.value["desk"] and chosen.get(block.value["desk"].pk)
        desk = desk or DeskSettings.contact_of(Site.find_for_request(request))
        shown[id(block)] = {"desk": desk, "open_now": desk and desk.open_now(request)}
    return shown


def _rows(page, blocks, model):
    """Each section with its rows: those that editors chose, then the newest; no row stands in two sections."""
    if not blocks:
        return
    chosen = {id(block): [one.pk for one in block.value["chosen"] if one] for block in blocks}
    all_chosen = {pk for pks in chosen.values() for pk in pks}
    wanted = sum(block.value["count"] for block in blocks)
    newest = model.objects.published().descendant_of(page).newest_first().values_list("pk", flat=True)
    newest = list(newest[: wanted + len(all_chosen)])
    cards = model.objects.as_cards([*all_chosen, *newest])
    rest = (cards[pk] for pk in newest if pk not in all_chosen and pk in cards)
    for block in blocks:
        picked = [cards[pk] for pk in dict.fromkeys(chosen[id(block)]) if pk in cards]
        yield block, [*picked, *islice(rest, max(0, block.value["count"] - len(picked)))]


def _press_kits(blocks):
    """The documents that readers may fetch and the photos that still exist; photos with their press copy, or None."""
    photos = {id(block): [photo for photo in block.value["photos"] if photo] for block in blocks}
    ids = [photo.pk for some in photos.values() for photo in some]
    copies = {copy.photo_id: copy for copy in PressPhoto.objects.of_photos(ids)} if ids else {}
    return {
        id(block): {
            "documents": [one for one in block.value["documents"] if one.is_shown],
            "photos": [(photo, copies.get(photo.pk)) for photo in photos[id(block)]],
        }
        for block in blocks
    }
