"""JSON-LD (schema.org) of what every room has, as Python data without empty members."""

from django.conf import settings as django_settings
from django.templatetags.static import static

from images.models import Terms

from .rich_text import one_line

CONTEXT = "https://schema.org"


def filled(data):
    """Data without the members that are empty."""
    return {name: value for name, value in data.items() if value not in ("", None, [], {})}


def root_of(url):
    """The address of the front page of the site that an address belongs to."""
    return "/".join(url.split("/", 3)[:3]) + "/"


def breadcrumb_list(crumbs):
    """A `BreadcrumbList` of (title, full address)."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": title, "item": url}
            for position, (title, url) in enumerate(crumbs, start=1)
        ],
    }


def collection_page(metadata):
    """A `CollectionPage`: a list of pages that is no page of the tree."""
    return {
        "@context": CONTEXT,
        "@type": "CollectionPage",
        "name": metadata.title,
        "url": metadata.url,
        "description": metadata.description,
    }


def organization(settings, root_url):
    """An `NGO` for the publisher, whose site is at `root_url`."""
    return filled(
        {
            "@type": "NGO",
            "@id": f"{root_url}#organization",
            "name": settings.organization_name,
            "url": root_url,
            "logo": root_url.rstrip("/") + static("img/apple-touch-icon.png"),
            "description": settings.tagline,
            "sameAs": [link.value["url"] for link in settings.social_links if link.value["url"]],
        }
    )


def article(page, metadata, settings, schema_type, authors=()):
    """An article (`BlogPosting`, `NewsArticle`) of a page, with the statements in its text.

    Args:
        page: the page.
        metadata: its `core.metadata.Metadata` so far.
        settings: the `SiteSettings`.
        schema_type: the schema.org type.
        authors: names of the authors; the organization if there are none.
    """
    publisher = organization(settings, root_of(metadata.url))
    return filled(
        {
            "@context": CONTEXT,
            "@type": schema_type,
            "headline": page.title,
            "url": metadata.url,
            "mainEntityOfPage": metadata.url,
            "datePublished": metadata.published,
            "dateModified": metadata.modified or metadata.published,
            "inLanguage": django_settings.LANGUAGE_CODE,
            "author": [{"@type": "Organization", "name": name} for name in authors] or publisher,
            "publisher": publisher,
            "description": metadata.description,
            "articleSection": metadata.section,
            "keywords": metadata.tags,
            "image": metadata.image and image_object(page.share_image or page.displayed_photo, metadata),
            "hasPart": [quotation(anchor, value, metadata.url) for anchor, value in page.statements],
        }
    )


def image_object(photo, metadata):
    """An `ImageObject` of the share image in a `Metadata`, with credit and terms of the photo it is made of.

    What may be done with a photo is the one sentence that readers and reporters are told everywhere; where it may be
    asked for, the desk that answers is named.
    """
    image = metadata.image
    data = {"@type": "ImageObject", "contentUrl": image.url, "width": image.width, "height": image.height}
    caption = getattr(photo, "image_caption", None)
    if caption is None:
        return data
    may_be_asked_for = caption.terms != Terms.SITE_ONLY
    return data | filled(
        {
            "caption": caption.plain_caption,
            "creditText": caption.credit,
            "copyrightNotice": caption.credit,
            "license": {"@type": "CreativeWork", "name": str(caption.terms_in_words)},
            "acquireLicensePage": metadata.press_contact if may_be_asked_for else "",
        }
    )


def quotation(anchor, statement, page_url):
    """The `Quotation` of a statement that stands on a page under this anchor."""
    speaker = filled({"@type": "Person", "name": statement["speaker"], "jobTitle": statement["title"].strip()})
    return {
        "@type": "Quotation",
        "url": f"{page_url}#{anchor}",
        "text": one_line(statement["words"].source),
        "creator": speaker,
        "spokenByCharacter": speaker,
    }
