"""How links in rich text become addresses. One that leads nowhere for readers becomes `<a>`: see `core.rich_text`."""

from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from .files import open_documents
from .linked_pages import linked_pages, public_page


def _ids(attrs_list):
    """The ids that links name, in their order; None for what is no id."""
    return [int(attrs["id"]) if str(attrs.get("id", "")).isdecimal() else None for attrs in attrs_list]


class PublicPageLinkHandler(PageLinkHandler):
    """Links to pages that anybody may see, by one query; Wagtail's own asks for each type of page besides."""

    @classmethod
    def get_many(cls, attrs_list):
        """The pages of these links in their order; None for one that is deleted, or not public."""
        wanted = _ids(attrs_list)
        pages = linked_pages([pk for pk in wanted if pk])
        return [public_page(pages.get(pk)) for pk in wanted]


class PublicDocumentLinkHandler(DocumentLinkHandler):
    """Links to documents that anybody may fetch. A page that is public makes the documents in its text public."""

    @classmethod
    def get_many(cls, attrs_list):
        """The documents of these links in their order; None for one that is deleted, or in a private collection."""
        wanted = _ids(attrs_list)
        documents = cls.get_model().objects.in_bulk({pk for pk in wanted if pk})
        shown = {document.pk: document for document in open_documents(documents.values())}
        return [shown.get(pk) for pk in wanted]
