"""Makes the topics, places, series and authors of the demo; those that exist stay as they are."""

from core.models import Place, Topic
from home.demo.content.taxonomy import AUTHORS, CITIES, SERIES, TOPICS
from news.models import Author, Series


def make(loader) -> None:
    """All of them; the photos have been made before."""
    for name, (description, synonyms) in TOPICS.items():
        Topic.objects.get_or_create(name=name, defaults={"description": description, "synonyms": synonyms})
    for name, state in CITIES.items():
        Place.objects.get_or_create(name=name, defaults={"state": Place.objects.get(name=state)})
    for name, written in SERIES.items():
        defaults = {field: value for field, value in written.items() if field != "picture"}
        defaults["default_photo_id"] = loader.ids[written["picture"]]
        Series.objects.get_or_create(name=name, defaults=defaults)
    for name, (role, about) in AUTHORS.items():
        Author.objects.get_or_create(name=name, defaults={"role": role, "about": about})
