"""A release for search engines: schema.org `NewsArticle` with its dateline and corrections."""

from core.rich_text import one_line
from core.structured_data import article


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
    corrections = [correction_comment(correction) for correction in release.corrections_made]
    if corrections:
        data["correction"] = corrections
    return data


def correction_comment(correction):
    """The `CorrectionComment` of a correction."""
    return {
        "@type": "CorrectionComment",
        "text": one_line(correction.text),
        "datePublished": correction.date.isoformat(),
    }
