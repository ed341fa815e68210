"""Desks and inquiries for tests."""

import factory
import wagtail_factories

from media_inquiries.models import ContactPerson, MediaContact, MediaInquiry


class MediaContactFactory(wagtail_factories.PageFactory):
    """A published desk; give it a `parent`."""

    class Meta:
        model = MediaContact

    title = "Have a media inquiry?"
    slug = "media-inquiries"
    email = "desk@example.org"
    phone = "(212) 555-0142"


class ContactPersonFactory(factory.django.DjangoModelFactory):
    """Somebody at a desk; give it a `contact`."""

    class Meta:
        model = ContactPerson

    name = factory.Sequence(lambda number: f"Press officer {number}")


class MediaInquiryFactory(factory.django.DjangoModelFactory):
    """A new inquiry; give it a `desk`."""

    class Meta:
        model = MediaInquiry

    name = "Reporter"
    outlet = "The Example Courier"
    email = factory.Sequence(lambda number: f"reporter{number}@example.com")
    message = "Whom may I talk to about the new ordinance?"
