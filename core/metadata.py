"""What the head of a document says about the page: for search engines, chat programs and social networks.

OpenGraph (ogp.me) and JSON-LD (schema.org) are built here as plain data; `templates/components/head.html`
writes them out.
"""

from dataclasses import dataclass, field

from images.renditions import file_for_sharing


@dataclass(frozen=True)
class ShareImage:
    """An image for links: address with scheme and host, size in pixels, alt text."""

    url: str
    width: int
    height: int
    alt: str

    @classmethod
    def of_photo(cls, photo, request):
        """The share image made from a photo, or None while the photo has no files yet."""
        file = file_for_sharing(photo)
        if file is None:
            return None
        return cls(request.build_absolute_uri(file.url), file.width, file.height, photo.default_alt_text)


@dataclass
class Metadata:
    """Everything the head of one document says."""

    title: str
    url: str
    description: str = ""
    open_graph_type: str = "website"
    image: ShareImage | None = None
    published: str = ""
    modified: str = ""
    robots: str = ""
    feeds: list = field(default_factory=list)
    json_ld: list = field(default_factory=list)
    breadcrumbs: list = field(default_factory=list)

    @classmethod
    def of_page(cls, page, request):
        """What every page says: title, description, canonical address, image, breadcrumbs."""
        from core.models import SiteSettings

        settings = SiteSettings.for_request(request)
        photo = page.share_image or page.displayed_photo or settings.default_share_image
        url = page.get_full_url(request)
        metadata = cls(
            title=page.seo_title or page.title,
            url=url,
            description=page.search_description or page.summary,
            open_graph_type=page.open_graph_type,
            image=ShareImage.of_photo(photo, request),
            breadcrumbs=breadcrumbs(page, request),
        )
        if metadata.breadcrumbs:
            metadata.json_ld.append(breadcrumb_list(metadata.breadcrumbs))
        return metadata


def breadcrumbs(page, request):
    """The pages from below home down to this page, as (title, full address); empty for home itself.

    Costs no query while the page was reached by its address: the way there is remembered.
    """
    crumbs = []
    current = page
    while current is not None and current.depth > 2:
        crumbs.append((current.title, current.get_full_url(request)))
        current = current.get_parent()
    return crumbs[::-1]


def breadcrumb_list(crumbs):
    """A schema.org `BreadcrumbList` of (title, full address)."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": title, "item": url}
            for position, (title, url) in enumerate(crumbs, start=1)
        ],
    }


def collection_page(metadata):
    """A schema.org `CollectionPage`: a list of pages that is no page of the tree."""
    return {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": metadata.title,
        "url": metadata.url,
        "description": metadata.description,
    }


def organization(settings, root_url):
    """A schema.org `NGO` for the publisher."""
    data = {"@type": "NGO", "name": settings.organization_name, "url": root_url}
    if settings.tagline:
        data["description"] = settings.tagline
    if profiles := [link.value["url"] for link in settings.social_links if link.value["url"]]:
        data["sameAs"] = profiles
    return data


def article(page, metadata, settings, schema_type, authors=()):
    """A schema.org article (`BlogPosting`, `NewsArticle`) of a page.

    Args:
        page: the page.
        metadata: its `Metadata` so far.
        settings: the `SiteSettings`.
        schema_type: the schema.org type.
        authors: names of the authors; the organization if there are none.
    """
    publisher = organization(settings, metadata.url.split("/", 3)[0] + "//" + metadata.url.split("/", 3)[2] + "/")
    data = {
        "@context": "https://schema.org",
        "@type": schema_type,
        "headline": page.title,
        "url": metadata.url,
        "mainEntityOfPage": metadata.url,
        "datePublished": metadata.published,
        "dateModified": metadata.modified or metadata.published,
        "author": [{"@type": "Organization", "name": name} for name in authors] or publisher,
        "publisher": publisher,
    }
    if metadata.description:
        data["description"] = metadata.description
    photo = page.share_image or page.displayed_photo
    if photo and metadata.image:
        data["image"] = image_object(photo, metadata.image)
    return data


def image_object(photo, image):
    """A schema.org `ImageObject` of a photo; `image` is its `ShareImage`."""
    caption = getattr(photo, "image_caption", None)
    texts = {"caption": caption and caption.plain_caption, "creditText": photo.credit}
    return {
        "@type": "ImageObject",
        "contentUrl": image.url,
        "width": image.width,
        "height": image.height,
        **{name: text for name, text in texts.items() if text},
    }
