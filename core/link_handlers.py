"""How links in rich text become addresses."""

from wagtail.rich_text.pages import PageLinkHandler

from .linked_pages import linked_pages


class LeanPageLinkHandler(PageLinkHandler):
    """Links to pages by one query; Wagtail's own asks for each type of page besides."""

    @classmethod
    def get_many(cls, attrs_list):
        """The pages of these links in their order; None for one that has been deleted."""
        wanted = [int(attrs["id"]) if str(attrs.get("id", "")).isdigit() else None for attrs in attrs_list]
        pages = linked_pages([pk for pk in wanted if pk])
        return [pages.get(pk) for pk in wanted]
