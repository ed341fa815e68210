"""A document is served once something public uses it."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.models import PageViewRestriction

from core.files import is_public, used_by
from home.tests.factories import StandardPageFactory
from images.tests.factories import PhotoFactory

pytestmark = [pytest.mark.django_db, pytest.mark.indexes]


@pytest.fixture
def document(db):
    return Document.objects.create(title="The bill", file=ContentFile(b"%PDF", name="bill.pdf"))


def page_with(document, parent, **fields):
    body = [{"type": "document", "value": {"document": document.pk, "label": ""}}]
    page = StandardPageFactory(parent=parent, body=body, **fields)
    page.save()
    return page


def served(client, document):
    return client.get(document.url).status_code == 200


class TestWhoMayFetchIt:
    """By what uses it."""

    def test_nobody_where_nothing_uses_it(self, client, document):
        assert not served(client, document)

    def test_nobody_where_only_a_draft_uses_it(self, client, document, home_page):
        page = page_with(document, home_page, live=False)
        page.save_revision()
        assert not served(client, document)

    def test_everybody_where_a_public_page_uses_it_too(self, client, document, home_page):
        page_with(document, home_page, live=False, slug="draft")
        page_with(document, home_page)
        assert served(client, document)

    def test_nobody_where_only_the_draft_of_a_public_page_uses_it(self, client, document, home_page):
        page = StandardPageFactory(parent=home_page)
        page.body = [{"type": "document", "value": {"document": document.pk, "label": ""}}]
        page.save_revision()
        assert not served(client, document)
        page.get_latest_revision().publish()
        assert served(client, document)

    def test_nobody_once_the_page_is_unpublished(self, client, document, home_page):
        page = page_with(document, home_page)
        page.unpublish()
        assert not served(client, document)

    def test_by_a_link_in_a_text(self, client, document, home_page):
        text = f'<p><a linktype="document" id="{document.pk}">The bill</a></p>'
        page = StandardPageFactory(parent=home_page, body=[{"type": "paragraph", "value": text}])
        page.save()
        assert served(client, document)

    def test_only_those_who_may_see_a_private_page(self, client, document, home_page):
        page = page_with(document, home_page)
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        assert not served(client, document)
        client.force_login(User.objects.create_user("member"))
        assert served(client, document)

    @pytest.mark.parametrize(("group", "answer"), [("Writers", True), ("Press team", True), (None, False)])
    def test_staff_always(self, client, document, group, answer):
        user = User.objects.create_user("somebody")
        user.groups.set(Group.objects.filter(name=group))
        client.force_login(user)
        assert served(client, document) is answer


class TestWhatAPageUses:
    """Photos and documents, in fields and texts, saved or not."""

    def test_they_are_found(self, document, home_page):
        photo, lead = PhotoFactory(), PhotoFactory()
        page = page_with(document, home_page, lead_photo=lead)
        assert used_by(page) == {document, lead}
        page.body = [{"type": "photo", "value": {"photo": photo.pk}}]
        assert used_by(page) == {photo, lead}
        assert is_public(lead)
        assert not is_public(photo)
