"""Topics and places for tests."""

import factory

from core.models import Place, Topic


class TopicFactory(factory.django.DjangoModelFactory):
    """A topic."""

    class Meta:
        model = Topic

    name = factory.Sequence(lambda number: f"Topic {number}")


class PlaceFactory(factory.django.DjangoModelFactory):
    """A place."""

    class Meta:
        model = Place

    name = factory.Sequence(lambda number: f"Place {number}")
