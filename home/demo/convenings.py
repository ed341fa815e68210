"""Makes the convenings of the demo and the page that lists them."""

from datetime import timedelta

from convenings.models import Convening, ConveningIndex
from core.models import Place, Topic
from home.demo.body import ConveningNamed
from home.demo.content import convenings


def add(loader, home):
    """Put the list below home, and make every convening, all unpublished and without text."""
    listed = ConveningIndex(
        title=convenings.CONVENINGS_TITLE,
        slug="convenings",
        show_in_menus=True,
        teaser=convenings.CONVENINGS_TEASER,
        introduction=convenings.CONVENINGS_INTRODUCTION,
    )
    loader.add(home, listed)
    for written in convenings.CONVENINGS:
        day = written.starts_on(loader.today)
        made = Convening.objects.create(
            live=False,
            name=written.name.format(year=day.year),
            short_name=written.short_name.format(year=day.year),
            starts_on=day,
            ends_on=day + timedelta(days=written.days - 1) if written.days > 1 else None,
        )
        loader.ids[ConveningNamed(written.name)] = made.pk


def written(loader):
    """The list and every convening with everything on them, ready to be published."""
    yield loader.pages[convenings.CONVENINGS_TITLE]
    for one in convenings.CONVENINGS:
        yield _written(loader, one)


def _written(loader, one: convenings.Convening):
    made = Convening.objects.get(pk=loader.ids[ConveningNamed(one.name)])
    for name, value in one.more.items():
        setattr(made, name, value)
    made.status, made.teaser = one.status, one.teaser
    made.photo_id = loader.ids[one.picture]
    made.place = Place.objects.filter(name=one.place).first()
    made.topics = Topic.objects.filter(name__in=one.topics)
    made.description = loader.stored(one.description)
    if one.registration_closes is not None:
        made.registration_closes_on = made.starts_on + one.registration_closes
    made.full_clean()  # hours as moments
    return made
