"""Only the press team and superusers see inquiries, wherever in the admin they show."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from wagtail.admin import urls as admin_urls

from core.roles import EDITORS, WRITERS
from media_inquiries import handling
from media_inquiries.inbox.exports import log_export
from media_inquiries.inbox.inquiry_views import DONE
from media_inquiries.models import InquiryNote, MediaInquiry

from .factories import MediaInquiryFactory
from .press_room import hours, somebody

pytestmark = pytest.mark.django_db

SECRETS = ("Zora Quill", "zora@example.com", "0199", "The Zephyr Gazette", "what did the mayor know", "a hushed note")
OUTSIDERS = [WRITERS, EDITORS]

GET = {
    "list": lambda one: reverse("inquiries_modeladmin_index"),
    "search": lambda one: reverse("inquiries_modeladmin_index") + "?q=Zora",
    "csv": lambda one: reverse("inquiries_modeladmin_index") + "?export=csv",
    "xlsx": lambda one: reverse("inquiries_modeladmin_index") + "?export=xlsx",
    "inspect": lambda one: reverse("inquiries_modeladmin_inspect", args=[one.pk]),
    "edit": lambda one: reverse("inquiries_modeladmin_edit", args=[one.pk]),
    "statistics": lambda one: reverse("inquiry_statistics"),
    "person": lambda one: reverse("inquiry_person"),
    "missing": lambda one: reverse("inquiries_modeladmin_inspect", args=[one.pk + 1]),
}
POST = {
    **{action: lambda one, action=action: (reverse("inquiry_handle", args=[one.pk, action]), {}) for action in DONE},
    "note": lambda one: (reverse("inquiries_modeladmin_inspect", args=[one.pk]), {"text": "Hello"}),
    "edit": lambda one: (reverse("inquiries_modeladmin_edit", args=[one.pk]), {"outlet": "Mine"}),
    "find": lambda one: (reverse("inquiry_person"), {"email": one.email, "do": "find"}),
    "export": lambda one: (reverse("inquiry_person"), {"email": one.email, "do": "export"}),
    "erase": lambda one: (reverse("inquiry_person"), {"email": one.email, "do": "erase", "sure": "yes"}),
}
# Where anybody in the admin may look, and where inquiries must not show.
ELSEWHERE = {
    "home": lambda one: reverse("wagtailadmin_home"),
    "site history": lambda one: reverse("wagtailadmin_reports:site_history"),
    "site history as a file": lambda one: reverse("wagtailadmin_reports:site_history") + "?export=csv",
    "search for pages": lambda one: reverse("wagtailadmin_explore_root") + "?q=Zora",
    "usage of the page": lambda one: reverse("wagtailadmin_pages:usage", args=[one.about_id]),
    "history of the page": lambda one: reverse("wagtailadmin_pages:history", args=[one.about_id]),
}


@pytest.fixture
def secret(desk, home_page, officer):
    """An inquiry of which nobody else shall learn anything."""
    one = MediaInquiryFactory(
        desk=desk,
        about=home_page,
        name="Zora Quill",
        email="zora@example.com",
        phone="(212) 555-0199",
        outlet="The Zephyr Gazette",
        message="Tell me what did the mayor know.",
        deadline=hours(2),
    )
    InquiryNote.objects.create(inquiry=one, author=officer, text="a hushed note")
    handling.assign(one.pk, officer, officer)
    log_export(1, officer)
    return one


def text_of(response):
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode(errors="replace")


def assert_silent(response, one):
    text = text_of(response)
    assert [secret for secret in (*SECRETS, one.reference) if secret in text] == []


@pytest.mark.parametrize("group", OUTSIDERS)
class TestOutsideThePressTeam:
    @pytest.fixture(autouse=True)
    def _sign_in(self, client, group):
        client.force_login(somebody(group, "outsider"))

    @pytest.mark.parametrize("address", GET.values(), ids=GET)
    def test_reading_is_refused(self, client, secret, address):
        response = client.get(address(secret))
        assert response.status_code == 302
        assert response.url == reverse("wagtailadmin_home")
        assert_silent(response, secret)
        assert_silent(client.get(response.url), secret)

    @pytest.mark.parametrize("request_to", POST.values(), ids=POST)
    def test_acting_is_refused_and_changes_nothing(self, client, secret, request_to):
        before = MediaInquiry.objects.values().get()
        response = client.post(*request_to(secret))
        assert response.status_code == 302
        assert response.url == reverse("wagtailadmin_home")
        assert_silent(response, secret)
        assert MediaInquiry.objects.values().get() == before
        assert InquiryNote.objects.count() == 1

    @pytest.mark.indexes
    @pytest.mark.parametrize("address", ELSEWHERE.values(), ids=ELSEWHERE)
    def test_nothing_shows_elsewhere(self, client, secret, address):
        response = client.get(address(secret), follow=True)
        assert response.status_code == 200
        assert_silent(response, secret)
        assert "nquir" not in text_of(response).replace("media-inquiries", "").replace(secret.desk.title, "")

    def test_the_menu_asks_the_database_nothing_about_inquiries(self, client, secret, django_assert_max_num_queries):
        with django_assert_max_num_queries(100) as asked:
            client.get(reverse("wagtailadmin_home"))
        assert [one["sql"] for one in asked.captured_queries if "mediainquiry" in one["sql"]] == []


class TestThePressTeam:
    @pytest.mark.parametrize("address", [name for name in GET if name != "missing"])
    def test_reads_everything(self, inbox, secret, address):
        assert inbox.get(GET[address](secret)).status_code == 200

    def test_sees_the_log(self, inbox, secret):
        assert secret.reference in inbox.get(ELSEWHERE["site history"](secret)).content.decode()

    def test_so_do_superusers(self, client, secret):
        client.force_login(User.objects.create_superuser("admin", "admin@example.org"))
        assert "Zora Quill" in client.get(GET["inspect"](secret)).content.decode()


def test_visitors_are_asked_to_sign_in(client, secret):
    response = client.get(GET["inspect"](secret))
    assert response.status_code == 302
    assert response.url.startswith(reverse("wagtailadmin_login"))


def test_every_address_of_inquiries_in_the_admin_is_among_these():
    names = {getattr(pattern, "name", None) or "" for pattern in admin_urls.urlpatterns}
    assert {name for name in names if "inquir" in name} == {
        "inquiries_modeladmin_index",
        "inquiries_modeladmin_inspect",
        "inquiries_modeladmin_edit",
        "inquiry_handle",
        "inquiry_person",
        "inquiry_statistics",
    }
