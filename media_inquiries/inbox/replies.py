"""A reply in the mail program of whoever clicks: a mailto address (RFC 6068)."""

from urllib.parse import quote

from django.utils.translation import gettext as _

# Mail programs and systems cut long addresses; with its escapes this stays below 2,000 signs for most questions.
MOST_QUOTED = 600


def reply_address(inquiry):
    """A `mailto:` address with the reference in the subject and the question quoted below the answer."""
    subject = _("Your inquiry %(reference)s") % {"reference": inquiry.reference}
    question = inquiry.message[:MOST_QUOTED].rstrip() + (" […]" if len(inquiry.message) > MOST_QUOTED else "")
    body = "\r\n".join(
        [
            _("Dear %(name)s,") % {"name": inquiry.name},
            "",
            _("thank you for your question."),
            "",
            "",
            "",
            _("You wrote:"),
            *(f"> {line}" for line in question.splitlines()),
        ]
    )
    return f"mailto:{quote(inquiry.email, safe='@')}?subject={quote(subject)}&body={quote(body)}"
