"""Whatever is sent to the form, there is an answer; and what is taken stands in the mail as text."""

from datetime import timedelta
from email import message_from_bytes, policy
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from wagtail.models import Page, Site

from core.tests.factories import TopicFactory
from home.tests.factories import HomePageFactory
from media_inquiries import letters, mail
from media_inquiries.inquiry_form import limits, spam
from media_inquiries.models import InquiryMessage, MediaInquiry

from .factories import MediaContactFactory
from .test_ask import ASK, FORM, typed

ANSWERS = {200, 302, 400, 403, 413, 422, 429}
NAMES = [*typed(), "deadline_date", "deadline_time", "deadline_zone", "topic", "place", "about", "desk"]
NASTY = st.sampled_from(
    [
        "\n",
        "\r\nBcc: a@b.example",
        "\x00",
        "=?utf-8?q?x?=",
        "<script>",
        "{{ 1 }}",
        "%s",
        "\u202e",
        "٣",
        "9" * 30,
        "=1+1",
    ]
)
TEXTS = st.one_of(NASTY, st.text(max_size=120), st.builds("{}{}".format, NASTY, st.text(max_size=20)))
HEADERS = st.dictionaries(
    st.sampled_from(["Origin", "Referer", "Sec-Fetch-Site", "X-Forwarded-For"]),
    st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=40),
)
EXAMPLES = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


class AskTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        home_page = HomePageFactory(parent=Page.objects.get(depth=1), title="Local Progress")
        Site.objects.update(root_page=home_page, hostname="localhost", port=80)
        Site.clear_site_root_paths_cache()
        MediaContactFactory(parent=home_page)
        TopicFactory(name="Housing")

    def setUp(self):
        patch = self.enterContext(pytest.MonkeyPatch.context())
        for limit in ("PER_ADDRESS", "PER_EMAIL", "ALTOGETHER"):
            patch.setattr(limits, limit, limits.Limit(limit, 10_000))


class TestNoInputFails(AskTestCase):
    @EXAMPLES
    @given(st.dictionaries(st.sampled_from(NAMES), TEXTS), HEADERS, st.booleans())
    def test_fields(self, fields, headers, is_otherwise_good):
        fields = (typed() | fields) if is_otherwise_good else fields
        headers = {
            name: value.replace("\r", "").replace("\n", "").replace("\x00", "") for name, value in headers.items()
        }
        body = urlencode(fields, errors="surrogatepass")
        assert self.client.post(ASK, body, content_type=FORM, headers=headers).status_code in ANSWERS

    @EXAMPLES
    @given(st.binary(max_size=300), st.sampled_from([FORM, "multipart/form-data; boundary=x", "text/plain", "", "é"]))
    def test_bodies(self, body, content_type):
        assert self.client.post(ASK, body, content_type=content_type).status_code in ANSWERS

    @EXAMPLES
    @given(st.dictionaries(st.sampled_from(["about", "desk", "page", "x"]), TEXTS))
    def test_addresses(self, parameters):
        assert self.client.get(f"{ASK}?{urlencode(parameters, errors='surrogatepass')}").status_code == 200


class TestWhatIsTaken(AskTestCase):
    @EXAMPLES
    @given(st.tuples(*[TEXTS] * 3), st.text(min_size=1, max_size=400), st.emails())
    def test_stands_in_the_mail_as_text(self, names, message, email):
        name, outlet, phone = names
        fields = typed(name=name, outlet=outlet, phone=phone[:40], message=message, email=email, topic="Housing")
        fields["stamp"] = spam.new_stamp(age=timedelta(minutes=2))
        response = self.client.post(ASK, urlencode(fields, errors="surrogatepass"), content_type=FORM)
        if response.status_code != 302:
            return
        inquiry = MediaInquiry.objects.latest("pk")
        inquiry.messages.all().delete()  # else what is written now would be an answer to them
        row = InquiryMessage(pk=1, inquiry=inquiry, kind=mail.Kind.NOTIFICATION, recipient="desk@example.org")
        read = message_from_bytes(letters.write(row).message().as_bytes(linesep="\r\n"), policy=policy.default)
        assert set(read.keys()) == {
            *("Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject", "From", "To", "Reply-To", "Date"),
            *("Message-ID", "Auto-Submitted"),
        }
        [answer_to] = read["Reply-To"].addresses
        assert answer_to.addr_spec == inquiry.email
        assert read["To"] == "desk@example.org"
        lines = read.get_content().replace("\r\n", "\n").split("\n")
        assert [line[2:] for line in lines if line.startswith(">")] == [
            line.rstrip() for line in inquiry.message.split("\n")
        ]
