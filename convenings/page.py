"""The page of one convening: what it shows, to visitors and in the preview."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex, Site

from convenings.cards import state_now
from convenings.structured_data import event
from core.metadata import Metadata, ShareImage, breadcrumbs
from core.models import SiteSettings
from core.photos import photos_for_texts
from core.references import without_unpublished
from core.registry import kinds
from images.blocks import photo_ids, photos_at_hand
from media_inquiries.models import DeskSettings, MediaContact
from page_cache import remember

MENTIONS_COUNT = 6


def page_context(convening, request, listed):
    """The context of `pages/convening.html`.

    Args:
        convening: a `Convening`, published or a draft in its preview.
        request: the request.
        listed: the `ConveningIndex` below which it stands; None in a preview while there is none.
    """
    text = convening.description
    wanted = photo_ids(text.stream_block, text.raw_data) | ({convening.photo_id} - {None})
    photos = photos_for_texts(wanted) if wanted else {}
    with photos_at_hand(photos):
        description = text.stream_block.render(text, {"request": request})
    photo = photos.get(convening.photo_id)
    state = state_now(convening, request)
    return {
        "page": listed,
        "convening": convening,
        "state": state,
        "photo": photo,
        "description": description,
        "subjects": [("topics", topic.slug, topic.name) for topic in convening.topics.all()],
        "desk": _desk(convening, request),
        "mentions": mentions_of(convening, Site.find_for_request(request)),
        "meta": _metadata(convening, state, photo, request, listed),
    }


def mentions_of(convening, site):
    """The newest published pages of news on a site that mention a convening; remembered, so nobody may alter them.

    Pages mention it by a block in their text or by the field for it: Wagtail's reference index knows both.
    """
    if convening.pk is None or site is None:
        return []
    return remember(("mentions of convening", convening.pk, site.pk), lambda: _find_mentions(convening, site))


def _find_mentions(convening, site):
    """One query, and at most three for each kind of news."""
    references = without_unpublished(ReferenceIndex.get_references_to(convening))
    references = references.filter(base_content_type=ContentType.objects.get_for_model(Page))
    pks = [int(pk) for pk in references.values_list("object_id", flat=True).distinct()]
    found = []
    for model in [kind.model for kind in kinds() if kind.is_news and pks]:
        newest = model.objects.published().in_site(site).newest_first().filter(pk__in=pks)
        found += model.objects.as_cards(newest.values_list("pk", flat=True)[:MENTIONS_COUNT]).values()
    return sorted(found, key=lambda page: (page.public_at, page.pk), reverse=True)[:MENTIONS_COUNT]


def _desk(convening, request):
    """The desk that answers reporters, or None; remembered, so nobody may alter it."""
    own = convening.contact_id and remember(
        ("desk of convening", convening.contact_id),
        lambda: (MediaContact.objects.for_contact().filter(pk=convening.contact_id).first(),),
    )
    return (own and own[0]) or DeskSettings.desk_of(Site.find_for_request(request))


def _metadata(convening, state, photo, request, listed):
    settings = SiteSettings.for_request(request)
    crumbs = breadcrumbs(listed, request) if listed else []
    url = listed.full_address_of(convening, request) if listed and convening.slug else request.build_absolute_uri()
    crumbs.append((convening.name, url))
    metadata = Metadata.of_address(
        request,
        title=convening.name,
        url=url,
        description=convening.teaser,
        image=ShareImage.of_photo(photo, request),
        breadcrumbs=crumbs,
    )
    if convening.starts_on:
        metadata.json_ld.append(event(convening, state, metadata, settings, photo))
    return metadata
