"""An article of others as structured data names it."""

from core.structured_data import filled


def web_page(mention, metadata):
    """A schema.org `WebPage` that cites the `NewsArticle` of the outlet.

    Args:
        mention: a `NewsMention`.
        metadata: the `Metadata` of its page.
    """
    page = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": mention.title,
        "url": metadata.url,
        "description": metadata.description,
        "citation": _news_article(mention, metadata),
    }
    return filled(page)


def _news_article(mention, metadata):
    article = {
        "@type": "NewsArticle",
        "headline": mention.title,
        "url": mention.article_url,
        "datePublished": metadata.published,
    }
    if mention.byline:
        article["author"] = {"@type": "Person", "name": mention.byline}
    if mention.outlet_id:
        outlet = {"@type": "NewsMediaOrganization", "name": mention.outlet.name, "url": mention.outlet.home_page}
        article["publisher"] = filled(outlet)
    if mention.paywall:
        article["isAccessibleForFree"] = "False"
    return filled(article)
