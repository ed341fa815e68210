"""What the press desk needs of the settings, as Django system checks."""

from django.conf import settings
from django.core.checks import Tags, Warning, register

SENDS_NOTHING = ("console", "dummy", "filebased", "locmem")


@register(Tags.security, deploy=True)
def mail_is_sent(app_configs, **kwargs):
    """The public site has a mail server and a sender; without, inquiries wait in the inbox until somebody looks."""
    problems = []
    if any(f".{kind}." in settings.EMAIL_BACKEND for kind in SENDS_NOTHING):
        problems.append(
            Warning(
                "No mail server is set: nobody is told of media inquiries, and reporters get no confirmation.",
                hint="Set EMAIL_URL (docs/deploy.md).",
                id="media_inquiries.W001",
            )
        )
    if settings.DEFAULT_FROM_EMAIL == "webmaster@localhost":
        problems.append(
            Warning(
                "Mail has no sender that other mail servers accept.",
                hint="Set DEFAULT_FROM_EMAIL (docs/deploy.md).",
                id="media_inquiries.W002",
            )
        )
    return problems
