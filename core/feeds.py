"""Feeds in the three formats that readers use: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1."""

import datetime
import json
import re
from dataclasses import dataclass
from html import escape

from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed, SyndicationFeed, rfc3339_date

from texts.clean import clean_line, clean_text, cleaned

FEED_LENGTH = 20


@dataclass(frozen=True)
class FeedPhoto:
    """A photo of a feed item: full address, size in bytes, pixels, media type, alt text and credit."""

    url: str
    length: int
    width: int
    height: int
    mime_type: str
    alt: str
    credit: str


@dataclass(frozen=True)
class FeedItem:
    """One entry of a feed; addresses have scheme and host, dates have a time zone.

    `external_url` is the address elsewhere that the entry is about, where there is one. Each format has its place
    for it: in JSON Feed `external_url` beside our `url`; in Atom a link `related` beside ours, which is `alternate`
    (RFC 4287, 4.2.7.2); in RSS, where an item has one link, that link: of a synopsis it "points to the full story".
    """

    id: str
    title: str
    url: str
    summary: str
    content: str
    published: datetime.datetime
    updated: datetime.datetime
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    photo: FeedPhoto | None = None
    external_url: str = ""


class _RssFeed(Rss201rev2Feed):
    """RSS 2.0 with full content (`content:encoded`) and photos (MRSS)."""

    content_type = "application/rss+xml; charset=utf-8"

    def rss_attributes(self):
        return {
            **super().rss_attributes(),
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:media": "http://search.yahoo.com/mrss/",
        }

    def add_item_elements(self, handler, item):
        # A description is HTML by custom, and ours is plain text; an author is an email address (RSS 2.0).
        description = escape(item["description"], quote=False)
        link = item["external_url"] or item["link"]
        super().add_item_elements(handler, {**item, "description": description, "link": link})
        for name in item["authors"]:
            handler.addQuickElement("dc:creator", name)
        if item["content"]:
            handler.addQuickElement("content:encoded", item["content"])
        if photo := item["photo"]:
            handler.startElement(
                "media:content",
                {
                    "url": photo.url,
                    "type": photo.mime_type,
                    "medium": "image",
                    "width": str(photo.width),
                    "height": str(photo.height),
                },
            )
            if photo.alt:
                handler.addQuickElement("media:description", photo.alt, {"type": "plain"})
            if photo.credit:
                handler.addQuickElement("media:credit", photo.credit)
            handler.endElement("media:content")
            handler.addQuickElement("media:thumbnail", attrs={"url": photo.url})


class _AtomFeed(Atom1Feed):
    """Atom with full content."""

    content_type = "application/atom+xml; charset=utf-8"

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, {**item, "description": None})
        if item["external_url"]:
            handler.addQuickElement("link", attrs={"href": item["external_url"], "rel": "related"})
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")
        if item["description"]:
            handler.addQuickElement("summary", item["description"])
        if item["content"]:
            handler.addQuickElement("content", item["content"], {"type": "html"})


class _JsonFeed(SyndicationFeed):
    """JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

    content_type = "application/feed+json"

    def write(self, outfile, encoding):
        """Write the feed as JSON."""
        feed = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.feed["title"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "description": self.feed["description"],
            "language": self.feed["language"],
            "authors": [{"name": self.feed["author_name"]}],
            "items": [self._item(item) for item in self.items],
        }
        outfile.write(json.dumps(feed, ensure_ascii=False))

    def _item(self, item):
        entry = {
            "id": item["unique_id"],
            "url": item["link"],
            "title": item["title"],
            "summary": item["description"],
            "content_html": item["content"],
            "date_published": rfc3339_date(item["pubdate"]),
            "date_modified": rfc3339_date(item["updateddate"]),
            "authors": [{"name": name} for name in item["authors"]],
            "tags": list(item["categories"]),
        }
        if item["external_url"]:
            entry["external_url"] = item["external_url"]
        if photo := item["photo"]:
            entry["image"] = photo.url
            entry["attachments"] = [{"url": photo.url, "mime_type": photo.mime_type, "size_in_bytes": photo.length}]
        return {key: value for key, value in entry.items() if value != [] and value is not None}


FORMATS = {"rss": _RssFeed, "atom": _AtomFeed, "json": _JsonFeed}


def feed_response(file_format, *, title, description, author, page_url, feed_url, items):
    """An HTTP response with a feed.

    Args:
        file_format: a key of `FORMATS`.
        title, description: what the feed is.
        author: who stands behind it, and behind entries without an author of their own.
        page_url, feed_url: full addresses of the page that lists the same and of the feed itself.
        items: `FeedItem`s, newest first.
    """
    generator = FORMATS[file_format](
        title=clean_line(title),
        link=page_url,
        description=clean_text(description),
        language="en-us",
        author_name=clean_line(author),
        feed_url=feed_url,
        feed_guid=feed_url,
    )
    for item in map(cleaned, items):
        photo = item.photo
        generator.add_item(
            title=item.title,
            link=item.url,
            description=item.summary,
            content=item.content,
            unique_id=item.id,
            unique_id_is_permalink=item.id == item.url,
            pubdate=item.published,
            updateddate=item.updated,
            authors=item.authors,
            categories=item.categories,
            photo=photo,
            external_url=item.external_url,
            enclosures=[Enclosure(photo.url, str(photo.length), photo.mime_type)] if photo else (),
        )
    response = HttpResponse(content_type=generator.content_type)
    if file_format == "json":
        response.charset = "utf-8"
    response.write(generator.writeString("utf-8"))
    return response


def absolute_html(html, page_url):
    """HTML whose addresses all have scheme and host, since a feed reader is not on our site.

    Args:
        html: safe HTML of a body.
        page_url: the full address of the page that it is from.
    """
    root_url = "/".join(page_url.split("/", 3)[:3])
    html = re.sub(r'((?:href|src)=")/(?!/)', rf"\g<1>{root_url}/", html)
    html = html.replace('href="#', f'href="{page_url}#')
    return re.sub(
        r'(srcset=")([^"]*)',
        lambda found: found[1] + re.sub(r"(^|, )/(?!/)", rf"\g<1>{root_url}/", found[2]),
        html,
    )
