"""What the emails about an inquiry say; they are written when they are sent."""

from email.utils import formataddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Site

from core.models import SiteSettings
from texts.clean import clean_line, clean_text, cleaned

from .models import DeskSettings, InquiryMessage

Kind = InquiryMessage.Kind


def write(message):
    """The email that an `InquiryMessage` stands for, as a Django `EmailMessage`.

    Its Message-ID is the same each time, so that a message which is sent twice is shown once. What reporters typed
    stands in Reply-To, in the subject and, quoted, in the text for the desk; the confirmation repeats none of it,
    else anybody could have us mail anything to anybody.
    """
    inquiry = message.inquiry
    is_confirmation = message.kind == Kind.CONFIRMATION
    answers_to = desk_address(inquiry) if is_confirmation else formataddr(cleaned((inquiry.name, inquiry.email)))
    with override(settings.LANGUAGE_CODE), timezone.override(inquiry.deadline_zone or None):
        return EmailMessage(
            subject=clean_line(f"[{inquiry.reference}] {_subject(message)}"),
            body=clean_text(render_to_string(f"emails/{message.kind}.txt", _context(inquiry)).strip()) + "\n",
            to=[clean_line(message.recipient)],
            reply_to=[answers_to],
            headers={
                "Message-ID": _message_id(message),
                "Auto-Submitted": "auto-generated",  # RFC 3834: nobody is on holiday for a program
                **_thread(message),
            },
        )


def desk_address(inquiry):
    """Where an inquiry is read: its desk, else the default one, else the address that mail of the site comes from."""
    desk = _desk(inquiry)
    return desk.email if desk else settings.DEFAULT_FROM_EMAIL


def _subject(message):
    inquiry = message.inquiry
    source = inquiry.outlet or inquiry.name
    match message.kind:
        case Kind.NOTIFICATION:
            return _("Media inquiry from %(source)s") % {"source": source}
        case Kind.ASSIGNMENT:
            return _("Yours to answer: media inquiry from %(source)s") % {"source": source}
        case Kind.REMINDER:
            return _("Still open: media inquiry from %(source)s") % {"source": source}
        case Kind.OVERDUE:
            return _("Overdue: media inquiry from %(source)s") % {"source": source}
        case Kind.CONFIRMATION:
            return _("We have your inquiry")


def _context(inquiry):
    desk = _desk(inquiry)
    return {
        "inquiry": inquiry,
        "deadline": _deadline(inquiry),
        "desk_email": desk_address(inquiry),
        "desk_phone": desk.phone if desk else "",
        "promise": desk.promise if desk else "",
        "organization": SiteSettings.for_site(_site()).organization_name,
        "quoted_message": "\n".join(f"> {line}".rstrip() for line in inquiry.message.splitlines()),
        "admin_url": settings.WAGTAILADMIN_BASE_URL + reverse("inquiries_modeladmin_inspect", args=[inquiry.pk]),
    }


def _deadline(inquiry):
    """The deadline as the reporter gave it, in that zone, which is the current one while a letter is written."""
    if inquiry.deadline is None:
        return _("none")
    moment = timezone.localtime(inquiry.deadline)
    return f"{date_format(moment, 'l, F j, Y')}, {date_format(moment, 'P')} {inquiry.get_deadline_zone_display()}"


def _desk(inquiry):
    return inquiry.desk or DeskSettings.desk_of(_site())


def _site():
    return Site.objects.filter(is_default_site=True).first()


def _message_id(message):
    host = urlsplit(settings.BASE_URL).hostname
    return f"<inquiry-{message.inquiry.reference}-{message.pk}@{host}>"


def _thread(message):
    """The headers by which mail programs put what the desk gets about one inquiry into one thread (RFC 5322, 3.6.4)."""
    if message.kind == Kind.CONFIRMATION:
        return {}
    first = message.inquiry.messages.filter(kind=Kind.NOTIFICATION).order_by("pk").first()
    if first is None or first.pk == message.pk:
        return {}
    first.inquiry = message.inquiry
    return {"In-Reply-To": _message_id(first), "References": _message_id(first)}
