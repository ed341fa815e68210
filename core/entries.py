"""Pages as entries of a feed."""

from django.utils import timezone

from core.blocks.body import render_bodies
from core.feeds import FeedItem, FeedPhoto, absolute_html
from core.photos import photos_for_texts
from core.sites import site_of
from images.blocks import photo_ids, photos_at_hand
from images.renditions import file_for_sharing


def feed_items(pages, request):
    """Feed entries for pages of one type, as `.for_feed()` has them, in a fixed number of queries.

    Args:
        pages: an iterable of pages.
        request: the request, for the address of the site.

    Returns:
        a list of `FeedItem`s in the same order.
    """
    pages = list(pages)
    root_url = site_of(request).root_url
    texts = [page.body for page in pages if hasattr(page, "body")]
    wanted = {photo_id for text in texts for photo_id in photo_ids(text.stream_block, text.raw_data)}
    wanted |= {page.lead_photo_id for page in pages if page.lead_photo_id}
    photos = photos_for_texts(wanted)
    with photos_at_hand(photos):
        bodies = render_bodies(texts, request) or [""] * len(pages)
    return [
        _feed_item(page, body, photos.get(page.lead_photo_id), root_url, request)
        for page, body in zip(pages, bodies, strict=True)
    ]


def _feed_item(page, body, photo, root_url, request):
    url = page.get_full_url(request)
    published = page.public_at
    told = {"content": body, **page.feed_fields(body)}
    return FeedItem(
        # The address may change with the slug; the id never does (RFC 4151).
        id=f"tag:{root_url.split('//')[-1].split(':')[0]},2022:{page.pk}",
        title=page.title,
        url=url,
        summary=page.summary,
        published=published,
        updated=max(published, timezone.localtime(page.updated_at or published)),
        categories=tuple(topic.name for topic in page.topics.all()),
        photo=_feed_photo(photo, root_url),
        **{**told, "content": absolute_html(told["content"], url)},
    )


def _feed_photo(photo, root_url):
    file = file_for_sharing(photo)
    if file is None:
        return None
    return FeedPhoto(
        url=file.url if "//" in file.url else root_url + file.url,
        length=file.size,
        width=file.width,
        height=file.height,
        mime_type="image/jpeg",
        alt=photo.default_alt_text,
        credit=photo.credit,
    )
