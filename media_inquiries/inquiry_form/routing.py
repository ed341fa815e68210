"""Whom an inquiry is proposed to.

Of the people at the desk who have an account on the press team: first who is responsible for both its topic and its
place, then for the place, then for the topic; among equals, who stands first on the desk's page. Who is responsible
for a state is so for its cities. Nobody, where nobody is responsible: then the desk decides.
"""

from django.db.models import Exists, OuterRef, Q

from media_inquiries.models import ContactPerson
from media_inquiries.permissions import press_officers


def propose(inquiry):
    """The user to propose an inquiry to, or None; one query, or none at all without desk, topic and place."""
    if not inquiry.desk_id or not (inquiry.topic_id or inquiry.place_id):
        return None
    places = [inquiry.place_id, inquiry.place.state_id] if inquiry.place_id else []
    people = ContactPerson.objects.filter(contact=inquiry.desk_id, user__in=press_officers(), user__is_active=True)
    responsible = people.annotate(
        for_topic=_has("topics", "topic", [inquiry.topic_id]), for_place=_has("places", "place", places)
    ).filter(Q(for_topic=True) | Q(for_place=True))
    person = responsible.select_related("user").order_by("-for_place", "-for_topic", "sort_order", "pk").first()
    return person and person.user


def _has(field, name, ids):
    through = getattr(ContactPerson, field).through
    return Exists(through.objects.filter(**{"contactperson": OuterRef("pk"), f"{name}__in": ids}))
