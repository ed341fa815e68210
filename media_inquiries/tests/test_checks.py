"""The public site is told when it cannot send mail."""

from media_inquiries.checks import mail_is_sent

SMTP = "django.core.mail.backends.smtp.EmailBackend"
CONSOLE = "django.core.mail.backends.console.EmailBackend"


class TestMailSettings:
    def test_a_server_and_a_sender_are_enough(self, settings):
        settings.EMAIL_BACKEND, settings.DEFAULT_FROM_EMAIL = SMTP, "Press desk <press@example.org>"
        assert mail_is_sent(None) == []

    def test_each_that_is_missing_is_named(self, settings):
        settings.EMAIL_BACKEND, settings.DEFAULT_FROM_EMAIL = CONSOLE, "webmaster@localhost"
        assert [problem.id for problem in mail_is_sent(None)] == ["media_inquiries.W001", "media_inquiries.W002"]
