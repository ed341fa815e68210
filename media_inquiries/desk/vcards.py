"""The desk and its people as vCards 3.0 (RFC 2426), which every address book reads."""

import vobject
from django.http import Http404, HttpResponse
from django.utils.text import slugify
from wagtail.models import Page

from core.models import SiteSettings
from media_inquiries.models import MediaContact
from texts.clean import clean_line


def desk_card(request, page_path):
    """The card of the desk at this path; 404 for what is no public desk."""
    desk = _public_desk(request, page_path)
    card = _card_at(request, desk, desk.title, desk.email, desk.phone)
    card.add("x-abshowas").value = "COMPANY"  # as Apple's address book marks what is no person
    _add_line(card, "note", desk.hours_in_a_line)
    return card_response(card, desk.slug)


def person_card(request, page_path, person_id):
    """The card of one of the people at this desk, with the desk's email and phone in place of missing ones."""
    desk = _public_desk(request, page_path)
    person = next((person for person in desk.people.all() if person.pk == int(person_id)), None)
    if person is None:
        raise Http404
    card = _card_at(request, desk, person.name, person.email or desk.email, person.phone or desk.phone)
    _add_line(card, "title", person.role)
    _add_line(card, "note", person.languages)
    return card_response(card, slugify(person.name))


def _public_desk(request, page_path):
    page = Page.find_for_request(request, page_path)
    desk = page and page.specific
    if not isinstance(desk, MediaContact) or not desk.live or desk.get_view_restrictions():
        raise Http404
    return desk


def _card_at(request, desk, name, email, phone):
    organization = SiteSettings.for_request(request).organization_name
    return new_card(name, organization, email, phone, desk.get_full_url(request))


def new_card(name, organization, email, phone, url):
    """A card of somebody at work; the phone number may be empty."""
    card = vobject.vCard()
    _add_line(card, "fn", clean_line(name).strip() or organization)
    # All in one part: nobody can tell which part of a name is the family name.
    card.add("n").value = vobject.vcard.Name(given=card.fn.value)
    card.add("org").value = [clean_line(organization)]
    _add_line(card, "email", email, ["INTERNET", "WORK"])
    _add_line(card, "tel", phone, ["WORK", "VOICE"])
    _add_line(card, "url", url)
    return card


def _add_line(card, name, text, kinds=()):
    """Add a property of one line; none for an empty text."""
    if text := " ".join(clean_line(text).split()):
        line = card.add(name)
        line.value = text
        if kinds:
            line.type_paramlist = list(kinds)


def card_response(card, name):
    """A card to be saved under this name."""
    response = HttpResponse(card.serialize(), content_type="text/vcard; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name or "contact"}.vcf"'
    return response
