"""Convenings for tests."""

from datetime import date

import factory
import wagtail_factories

from convenings.models import Convening, ConveningIndex


class ConveningIndexFactory(wagtail_factories.PageFactory):
    """A published list of convenings; give it a `parent`."""

    class Meta:
        model = ConveningIndex

    title = "Convenings"
    slug = "convenings"


class ConveningFactory(factory.django.DjangoModelFactory):
    """A published save-the-date, long ago unless told otherwise."""

    class Meta:
        model = Convening

    name = factory.Sequence(lambda number: f"Convening {number}")
    starts_on = date(2023, 9, 6)
    ends_on = date(2023, 9, 9)
