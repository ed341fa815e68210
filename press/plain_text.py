"""A release as plain text: for an email, for a phone without script, for a newsroom system."""

from bs4 import BeautifulSoup
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from texts.clean import clean_text

# Elements of a rendered text that are one piece of plain text each, unless another of them stands in them.
_PIECES = ("h2", "h3", "h4", "p", "li", "figcaption", "caption", "tr", "blockquote")
# What belongs to the page, not to the text.
_LEFT_OUT = (".statement-tools", "iframe", "script", "template", "button")


def plain_text(html):
    """HTML of a text as plain text: pieces apart by a blank line, addresses of links written out in brackets."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.select(", ".join(_LEFT_OUT)):
        element.decompose()
    for quote in soup.select(".statement blockquote, .quote blockquote"):
        _put_in_quotation_marks(quote)
    for link in soup.select('a[href^="http"]'):
        if link["href"] != link.get_text():
            link.append(f" ({link['href']})")
    for line_break in soup.find_all("br"):
        line_break.replace_with("\n")
    pieces = [_piece(element) for element in soup.find_all(_PIECES) if not element.find(_PIECES)]
    return _joined(pieces)


def _put_in_quotation_marks(quote):
    paragraphs = [one for one in quote.find_all("p") if one.get_text(strip=True)] or [quote]
    for paragraph in paragraphs:
        paragraph.insert(0, "“")  # as newspapers do it: each paragraph opens, only the last one closes
    paragraphs[-1].append("”")


def _piece(element):
    if element.name == "tr":
        return " | ".join(cell.get_text(" ", strip=True) for cell in element.find_all(("th", "td")))
    lines = (" ".join(line.split()) for line in element.get_text().split("\n"))
    return ("- " if element.name == "li" else "") + "\n".join(line for line in lines if line)


def _joined(pieces):
    text = ""
    for piece in filter(None, pieces):
        is_next_in_list = piece.startswith("- ") and text.rpartition("\n")[2].startswith("- ")
        text += ("\n" if is_next_in_list else "\n\n" if text else "") + piece
    return text


def release_as_text(release, context):
    """A whole release as plain text, in the order of its page.

    Args:
        release: a `PressRelease`.
        context: what `PressRelease.get_context` returns.
    """
    contact = contact_lines(context["desk"])
    parts = [
        context["release_line"],
        "" if release.is_under_embargo else release.published_text,
        release.updated_text and f"{_('Updated')} {release.updated_text}",
        contact,
        release.title,
        release.subhead,
        *(
            f"{_('Correction')}, {date_format(correction.date, 'F j, Y')}: {plain_text(html)}"
            for correction, html in context["corrections"]
        ),
        plain_text(context["body"]),
        _section(context["about_title"], plain_text(context["boilerplate"])),
        _section(_("Notes to editors"), plain_text(context["notes"])),
        _section(_("Attachments"), "\n".join(f"{one.label}: {url}" for one, url in context["attachments"])),
        contact,
        "###",
        context["meta"].url,
    ]
    return clean_text("\n\n".join(str(part) for part in parts if part)) + "\n"


def _section(title, text):
    return f"{title}\n\n{text}" if text else ""


def contact_lines(desk):
    """Whom to reach about it, in lines; empty without a desk."""
    if desk is None:
        return ""
    person = desk.first_person
    lines = [
        _("Press contact"),
        f"{person.name}, {person.role}" if person and person.role else person and person.name,
        desk.email,
        desk.phone,
    ]
    return "\n".join(filter(None, lines))
