"""The inquiry form: what it asks, what it refuses, and that nothing typed is lost."""

from datetime import timedelta
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import factory
import html5lib
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import escape
from wagtail.models import PageViewRestriction, Site

from core.tests.factories import PlaceFactory, TopicFactory
from home.tests.factories import StandardPageFactory
from media_inquiries.desk import desk_copy
from media_inquiries.inquiry_form import limits, spam
from media_inquiries.inquiry_form.forms import empty_form
from media_inquiries.models import DeskSettings, InquiryMessage, MediaInquiry
from press.tests.factories import PressIndexFactory

from .factories import ContactPersonFactory, MediaContactFactory
from .press_room import somebody

ASK = "/press/media-inquiries/ask/"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def desk(home_page):
    """The default desk of the site."""
    desk = MediaContactFactory(parent=PressIndexFactory(parent=home_page), promise="We answer within two hours.")
    DeskSettings.objects.create(site=Site.objects.get(), default_desk=desk)
    return desk


def typed(**changes):
    """What a reporter sends; a value of None leaves a field out."""
    fields = {
        "stamp": spam.new_stamp(age=timedelta(minutes=1)),
        "name": "Rosa Example",
        "outlet": "The Example Courier",
        "email": "rosa@example.com",
        "phone": "(303) 555-0101",
        "no_deadline": "on",
        "message": "Who speaks about the new ordinance?",
        "consent": "on",
        "subject_line": "",
    }
    return {name: value for name, value in {**fields, **changes}.items() if value is not None}


def send(client, headers=None, **changes):
    """Send the form as a browser does."""
    headers = {"Sec-Fetch-Site": "same-origin", **(headers or {})}
    return client.post(ASK, urlencode(typed(**changes)), content_type=FORM, headers=headers)


def recipients():
    """Who gets mail."""
    return list(InquiryMessage.objects.values_list("recipient", flat=True))


def problems(response):
    """The texts of the error summary and where they lead: a dict."""
    document = html5lib.parse(response.content, namespaceHTMLElements=False)
    [summary] = document.findall(".//*[@class='error-summary']")
    ids = {element.get("id") for element in document.iter()}
    links = {"".join(link.itertext()): link.get("href").removeprefix("#") for link in summary.findall(".//a")}
    assert set(links.values()) <= ids
    return links


@pytest.mark.django_db
class TestForm:
    def test_it_stands_at_its_own_address_and_names_the_desk(self, client, desk):
        response = client.get(ASK)
        text = response.content.decode()
        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"]
        assert not response.cookies
        assert "We answer within two hours." in text
        assert 'href="tel:+12125550142"' in text
        assert "24 months after your inquiry is closed" in text

    def test_it_names_the_page_it_is_about(self, client, desk, home_page):
        page = StandardPageFactory(parent=home_page, title="The toolkit & more")
        text = client.get(f"{ASK}?about={page.pk}").content.decode()
        assert "The toolkit &amp; more" in text
        assert f'name="about" value="{page.pk}"' in text

    @pytest.mark.parametrize("about", ["0", "1", "-3", "abc", "99999999999999999999999", "٣", "", "1e3", "%00"])
    def test_nonsense_about_a_page_is_no_error(self, client, desk, about):
        response = client.get(f"{ASK}?about={about}&desk={about}")
        assert response.status_code == 200
        assert b"You are asking about" not in response.content

    def test_pages_that_are_not_public_are_not_named(self, client, desk, home_page):
        draft = StandardPageFactory(parent=home_page, title="Secret plan", slug="plan", live=False)
        private = StandardPageFactory(parent=home_page, title="Secret list", slug="list")
        PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
        for page in (draft, private):
            assert b"Secret" not in client.get(f"{ASK}?about={page.pk}").content
            send(client, about=page.pk, message=page.title)
        assert not MediaInquiry.objects.filter(about__isnull=False).exists()

    def test_a_desk_without_form_leads_to_its_page(self, client, desk):
        desk.has_form = False
        desk.save()
        assert client.get(ASK).url.endswith("/press/media-inquiries/")
        response = send(client, message="Is anybody there?")
        assert response.status_code == 403
        assert b"Is anybody there?" in response.content
        assert not MediaInquiry.objects.exists()

    def test_a_site_without_desk_has_no_form(self, client, home_page):
        assert client.get(ASK).status_code == 404
        response = send(client, message="Is anybody there?")
        assert response.status_code == 403
        assert b"Is anybody there?" in response.content

    def test_several_desks_have_one_form(self, client, desk):
        other = MediaContactFactory(parent=desk.get_parent(), slug="west", title="West", email="west@example.org")
        assert f'name="desk" value="{other.pk}"' in client.get(f"{ASK}?desk={other.pk}").content.decode()
        send(client, desk=other.pk)
        assert MediaInquiry.objects.get().desk == other
        assert recipients() == ["west@example.org", "rosa@example.com"]

    def test_every_field_has_a_label_and_says_what_it_is_for(self, client, desk):
        document = html5lib.parse(client.get(ASK).content, namespaceHTMLElements=False)
        form = document.find(".//form[@class='inquiry']")
        labels = {label.get("for") for label in form.iter("label")}
        ids = {element.get("id") for element in document.iter()}
        fields = [field for kind in ("input", "select", "textarea") for field in form.iter(kind)]
        for field in fields:
            if field.get("type") != "hidden" and field.get("name") != "subject_line":
                assert field.get("id") in labels
                assert set((field.get("aria-describedby") or "").split()) <= ids
                assert field.get("maxlength") is None
        kinds = {field.get("name"): (field.get("type"), field.get("autocomplete")) for field in fields}
        assert kinds["email"] == ("email", "email")
        assert kinds["phone"] == ("tel", "tel")
        assert kinds["deadline_date"][0] == "date"
        assert kinds["deadline_time"][0] == "time"
        assert kinds["name"][1] == "name"
        assert kinds["outlet"][1] == "organization"

    def test_its_queries_do_not_grow_with_topics_and_places(self, client, desk):
        client.get(ASK)
        with CaptureQueriesContext(connection) as few:
            client.get(ASK)
        TopicFactory.create_batch(5, name=factory.Sequence("Topic {}".format))
        PlaceFactory.create_batch(5, name=factory.Sequence("Place {}".format))
        with CaptureQueriesContext(connection) as many:
            client.get(ASK)
        assert len(few) == len(many) <= 20

    def test_a_cached_page_ends_before_its_stamp_does(self, rf, desk):
        request = rf.get("/press/media-inquiries/")
        form = empty_form(request, desk)
        ends = timedelta(seconds=request.page_cache_until - timezone.now().timestamp())
        assert timedelta(days=6) < ends < spam.LONGEST / 2  # an outage may double it
        assert spam.age_of(form.stamp) < timedelta(minutes=1)


@pytest.mark.django_db
class TestSending:
    def test_an_inquiry_is_kept_as_it_was_written(self, client, desk, home_page):
        topic, place = TopicFactory(name="Housing"), PlaceFactory(name="Lakeside")
        page = StandardPageFactory(parent=home_page)
        date = timezone.localdate() + timedelta(days=2)
        response = send(
            client,
            topic="Housing",
            place="Lakeside",
            about=page.pk,
            no_deadline=None,
            deadline_date=date.isoformat(),
            deadline_time="17:00",
            deadline_zone="America/Denver",
            message="First line\r\nSecond <b>line</b>",
        )
        inquiry = MediaInquiry.objects.get()
        assert response.status_code == 302
        assert (inquiry.topic, inquiry.place, inquiry.about_id) == (topic, place, page.pk)
        assert inquiry.message == "First line\nSecond <b>line</b>"
        assert (inquiry.state, inquiry.suspicion) == (MediaInquiry.State.NEW, "")
        with timezone.override("America/Denver"):
            assert timezone.localtime(inquiry.deadline).strftime("%Y-%m-%d %H:%M") == f"{date} 17:00"
        assert inquiry.deadline_zone == "America/Denver"

    def test_the_page_that_follows_names_the_reference_and_can_be_loaded_again(self, client, desk):
        response = send(client)
        for _time in range(2):
            page = client.get(response.url)
            assert page.status_code == 200
            assert MediaInquiry.objects.get().reference in page.content.decode()
            assert "no-store" in page["Cache-Control"]
        assert MediaInquiry.objects.get().reference not in response.url

    def test_nobody_can_guess_its_address(self, client, desk):
        url = send(client).url
        assert client.get(f"{url[:-3]}xx/").status_code == 404

    def test_a_double_click_makes_one_inquiry(self, client, desk):
        stamp = spam.new_stamp(age=timedelta(minutes=1))
        statuses = {send(client, stamp=stamp).status_code for _time in range(3)}
        assert statuses == {302}
        assert MediaInquiry.objects.count() == 1
        assert len(recipients()) == 2

    def test_the_same_question_from_a_form_opened_anew_is_another_one(self, client, desk):
        send(client)
        send(client)
        assert MediaInquiry.objects.count() == 2

    def test_two_visitors_of_one_cached_page_are_two(self, client, desk):
        stamp = spam.new_stamp(age=timedelta(days=3))
        send(client, stamp=stamp, email="one@example.com")
        send(client, stamp=stamp, email="two@example.com")
        assert MediaInquiry.objects.count() == 2

    def test_its_queries_do_not_grow_with_topics_and_people(self, client, desk):
        topic = TopicFactory(name="Housing")
        counts = []
        for number in range(3):
            for name in range(5 * number):
                person = ContactPersonFactory(contact=desk, user=somebody(name=f"officer-{number}-{name}"))
                person.topics.add(topic)
                person.save()
            with CaptureQueriesContext(connection) as queries:
                send(client, topic="Housing")
            counts.append(len(queries))
        assert counts[1] == counts[2] <= 50
        assert MediaInquiry.objects.filter(proposed_assignee__username="officer-1-0").count() == 2


@pytest.mark.django_db
class TestMistakes:
    def test_everything_that_is_missing_is_said_at_once(self, client, desk):
        response = client.post(ASK, urlencode({"stamp": typed()["stamp"]}), content_type=FORM)
        assert response.status_code == 422
        assert problems(response) == {
            "Tell us your name.": "id_name",
            "Tell us whom you work for.": "id_outlet",
            "Tell us your email address, so that we can answer.": "id_email",
            "Give your deadline, or tick “I have no deadline”.": "id_deadline_date",
            "Tell us what you would like to know.": "id_message",
            "Tick this box: without your consent we may not answer you.": "id_consent",
        }

    def test_a_field_names_its_error(self, client, desk):
        document = html5lib.parse(send(client, email="rosa").content, namespaceHTMLElements=False)
        [field] = [one for one in document.iter("input") if one.get("name") == "email"]
        assert field.get("aria-invalid") == "true"
        assert "id_email_error" in field.get("aria-describedby").split()
        assert field.get("value") == "rosa"

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"name": "Rosa\nBcc: victim@example.com"}, "id_name"),
            ({"name": "Rosa\u2028Bcc: victim@example.com"}, "id_name"),
            ({"outlet": "Courier\r\nTo: victim@example.com"}, "id_outlet"),
            ({"outlet": "=?utf-8?q?Bcc:?="}, "id_outlet"),
            ({"phone": "1\r2"}, "id_phone"),
            ({"name": "x" * 101}, "id_name"),
            ({"email": "rosa@example.com\nBcc: victim@example.com"}, "id_email"),
            ({"email": '"rosa,victim"@example.com'}, "id_email"),
            ({"email": "rosa@localhost"}, "id_email"),
            ({"message": "x" * 10_001}, "id_message"),
            ({"message": "\x07 \x08"}, "id_message"),
            ({"topic": "No such topic"}, "id_topic"),
            ({"place": "1"}, "id_place"),
            ({"consent": None}, "id_consent"),
            ({"deadline_date": "2030-01-01"}, "id_no_deadline"),
        ],
    )
    def test_what_we_cannot_take_is_shown_again(self, client, desk, changes, field):
        response = send(client, **changes)
        assert response.status_code == 422
        assert list(problems(response).values()) == [field]
        kept = typed(**changes)
        for name in ("name", "outlet", "email", "phone", "message"):
            assert escape(kept[name]) in response.content.decode().replace("\r\n", "\n") or name in changes
        assert not MediaInquiry.objects.exists()

    @pytest.mark.parametrize(
        ("date", "time", "zone", "field"),
        [
            ("", "", "", "id_deadline_date"),
            ("2001-01-01", "12:00", "", "id_deadline_date"),
            ("9999-12-31", "23:59", "Pacific/Honolulu", "id_deadline_date"),
            ("0001-01-01", "00:00", "", "id_deadline_date"),
            ("tomorrow", "", "", "id_deadline_date"),
            ("soon", "25:00", "", "id_deadline_date"),
            ("TOMORROW", "", "America/Denver", "id_deadline_time"),
            ("TOMORROW", "noonish", "", "id_deadline_time"),
            ("TOMORROW", "12:00", "Mars/Olympus", "id_deadline_zone"),
        ],
    )
    def test_a_deadline_is_a_moment_to_come(self, client, desk, date, time, zone, field):
        date = date.replace("TOMORROW", (timezone.localdate() + timedelta(days=1)).isoformat())
        response = send(client, no_deadline=None, deadline_date=date, deadline_time=time, deadline_zone=zone)
        assert field in problems(response).values()

    def test_a_deadline_without_zone_is_in_that_of_the_desk(self, client, desk):
        desk.time_zone = "America/Chicago"
        desk.save()
        tomorrow = timezone.localdate() + timedelta(days=1)
        send(client, no_deadline=None, deadline_date=f"{tomorrow:%m/%d/%Y}", deadline_time="5:00 PM")
        inquiry = MediaInquiry.objects.get()
        assert inquiry.deadline_zone == "America/Chicago"
        assert inquiry.deadline.astimezone(ZoneInfo("America/Chicago")).hour == 17

    def test_a_form_that_was_open_too_long_asks_to_send_once_more(self, client, desk):
        response = send(client, stamp=spam.new_stamp(age=timedelta(days=31)), message="Still here")
        assert response.status_code == 422
        assert "please send it once more" in response.content.decode()
        assert "Still here" in response.content.decode()
        again = send(client, stamp=stamp_of(response), message="Still here")
        assert again.status_code == 302
        assert MediaInquiry.objects.get().state == MediaInquiry.State.NEW

    @pytest.mark.parametrize("stamp", ["", "forged", "a:b:c", None, "\x00", "é" * 500])
    def test_a_form_without_a_stamp_of_ours_is_not_taken_but_kept_in_sight(self, client, desk, stamp):
        response = send(client, stamp=stamp, message="Nothing may be lost")
        assert response.status_code == 422
        assert b"Nothing may be lost" in response.content
        assert not MediaInquiry.objects.exists()

    def test_what_is_shown_back_can_be_read_and_mailed(self, client, desk, settings, tmp_path, monkeypatch):
        settings.DESK_COPY_FILE = tmp_path / "desk.json"
        desk_copy.write(desk_copy.DeskCopy("Desk", "desk@example.org", "(212) 555-0142", "Weekdays"))
        monkeypatch.setattr(limits, "PER_ADDRESS", limits.Limit("address", 0))
        deadline = timezone.localdate() + timedelta(days=1)
        TopicFactory(name="Housing")
        fields = {"deadline_date": deadline.isoformat(), "deadline_time": "17:00", "deadline_zone": "America/Denver"}
        response = send(
            client,
            **fields,
            no_deadline=None,
            topic="Housing",
            phone="",
            about_title="Toolkit",
            message="Ä & b\r\n" * 400,
        )
        document = html5lib.parse(response.content, namespaceHTMLElements=False)
        assert (
            document.find(".//textarea")
            .text.strip()
            .startswith(
                "Name: Rosa Example\nOutlet: The Example Courier\nEmail: rosa@example.com\n"
                f"Deadline: {deadline} 17:00 America/Denver\nTopic: Housing\nAbout the page: Toolkit\n\nÄ & b\n"
            )
        )
        [link] = {one.get("href") for one in document.iter("a") if "subject=" in one.get("href")}
        assert link.startswith("mailto:desk@example.org?subject=Media%20inquiry&body=Name%3A%20Rosa%20Example%0D%0A")
        assert len(link) < 2_000

    def test_what_is_shown_back_can_be_sent_again(self, client, desk, monkeypatch):
        with monkeypatch.context() as patch:
            patch.setattr(limits, "PER_ADDRESS", limits.Limit("address", 0))
            response = send(client, message="First\r\nsecond")
        document = html5lib.parse(response.content, namespaceHTMLElements=False)
        fields = {one.get("name"): one.get("value") for one in document.iter("input")}
        again = client.post(ASK, urlencode(fields), content_type=FORM, headers={"Sec-Fetch-Site": "same-origin"})
        assert again.status_code == 302
        assert MediaInquiry.objects.get().message == "First\nsecond"

    def test_too_much_is_shown_back_to_be_mailed(self, client, desk, settings):
        settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 3_000
        response = send(client, message="A long story. " * 500)
        assert response.status_code == 413
        assert b"A long story. A long story." in response.content
        assert b"Rosa Example" in response.content
        assert client.post(ASK, {"message": "x" * 9_000}).status_code == 413


@pytest.mark.django_db
class TestOrigin:
    @pytest.mark.parametrize(
        "headers",
        [
            {"Sec-Fetch-Site": "same-origin"},
            {"Sec-Fetch-Site": "none"},
            {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
            {"Sec-Fetch-Site": "", "Origin": "http://testserver"},
            {"Sec-Fetch-Site": "", "Referer": "http://testserver/press/"},
            {"Sec-Fetch-Site": ""},
        ],
    )
    def test_pages_of_this_site_may_send_it(self, client, desk, headers):
        assert send(client, headers).status_code == 302

    @pytest.mark.parametrize(
        "headers",
        [
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site", "Origin": "http://testserver"},
            {"Sec-Fetch-Site": "", "Origin": "https://elsewhere.example"},
            {"Sec-Fetch-Site": "", "Origin": "null"},
            {"Sec-Fetch-Site": "", "Origin": "https://testserver"},
            {"Sec-Fetch-Site": "", "Origin": "http://testserver.elsewhere.example"},
            {"Sec-Fetch-Site": "", "Referer": "http://elsewhere.example/http://testserver/"},
            {"Sec-Fetch-Site": "", "Referer": "http://[bad"},
        ],
    )
    def test_other_pages_may_not_and_the_text_stays(self, client, desk, headers):
        stamp = spam.new_stamp(age=timedelta(minutes=1))
        response = send(client, headers, stamp=stamp, message="My very own words")
        assert response.status_code == 403
        assert b"My very own words" in response.content
        assert not MediaInquiry.objects.exists()
        assert send(client, stamp=stamp_of(response), message="My very own words").status_code == 302


def stamp_of(response):
    """The stamp of the form on a page."""
    document = html5lib.parse(response.content, namespaceHTMLElements=False)
    return next(field.get("value") for field in document.iter("input") if field.get("name") == "stamp")
