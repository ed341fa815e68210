"""What a demo release consists of."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.text import slugify

from home.demo.body import Block, Picture


@dataclass(frozen=True)
class Release:
    """A release of the demo; topics, places and convening by their names."""

    title: str
    teaser: str
    kind: str
    when: date | timedelta  # a date, or how far from today
    city: str
    state: str
    body: list[Block]
    subhead: str = ""
    picture: Picture | None = None
    topics: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    notes: str = ""
    correction: str = ""
    convening: str = ""
    files: tuple[str, ...] = field(default=())
    is_embargoed: bool = False

    @property
    def slug(self) -> str:
        """The end of its address: the first words of the title."""
        return "-".join(slugify(self.title).split("-")[:9])

    def day(self, today: date) -> date:
        """The date of its dateline."""
        return self.when if isinstance(self.when, date) else today + self.when
