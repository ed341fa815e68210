"""A release for search engines: schema.org `NewsArticle` with its dateline, `Quotation`s and corrections."""

from core.blocks.body import statements
from core.metadata import article
from press.plain_text import plain_text


def news_article(release, metadata, settings):
    """The `NewsArticle` of a release; schema.org has no type for press releases.

    Args:
        release: a `PressRelease`.
        metadata: its `core.metadata.Metadata` so far.
        settings: the `SiteSettings`.
    """
    data = article(release, metadata, settings, "NewsArticle")
    data["dateline"] = release.dateline
    if release.subhead:
        data["alternativeHeadline"] = release.subhead
    quoted = [quotation(anchor, value, metadata.url) for anchor, value in statements(release.body)]
    if quoted:
        data["hasPart"] = quoted
    corrections = [correction_comment(correction) for correction in release.corrections_made]
    if corrections:
        data["correction"] = corrections
    return data


def quotation(anchor, statement, page_url):
    """The `Quotation` of a statement that stands on a page under this anchor."""
    speaker = {"@type": "Person", "name": statement["speaker"]}
    if statement["title"].strip():
        speaker["jobTitle"] = statement["title"]
    return {
        "@type": "Quotation",
        "url": f"{page_url}#{anchor}",
        "text": plain(statement["words"].source),
        "creator": speaker,
        "spokenByCharacter": speaker,
    }


def correction_comment(correction):
    """The `CorrectionComment` of a correction."""
    return {
        "@type": "CorrectionComment",
        "text": plain(correction.text),
        "datePublished": correction.date.isoformat(),
    }


def plain(html):
    """Rich text as one line of words."""
    return " ".join(plain_text(html).split())
