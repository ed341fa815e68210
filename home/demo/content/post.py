"""What a demo post consists of."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.text import slugify

from home.demo.body import Block, Picture

WORKERS = "Workers' Rights Local Government Round Up"
DOWNLOAD = "The Network Download"
FEDERAL = "Federal Advocacy Roundup"


@dataclass(frozen=True)
class Post:
    """A post of the demo; topics, places, series, authors, related posts and convening by their names."""

    title: str
    teaser: str
    when: date | timedelta  # a date, or how far from today (negative: in the past)
    topics: tuple[str, ...]
    body: list[Block]
    picture: Picture | None = None
    places: tuple[str, ...] = ()
    authors: tuple[str, ...] = ("Policy team",)
    series: str = ""
    related: tuple[str, ...] = field(default=())
    convening: str = ""
    is_draft: bool = False

    @property
    def slug(self) -> str:
        """The end of its address: the title, in which a dash between numbers stays one."""
        return slugify(self.title.replace("–", "-"))

    def day(self, today: date) -> date:
        """The date shown to readers."""
        return self.when if isinstance(self.when, date) else today + self.when

    def issue_label(self, today: date) -> str:
        """Which issue of its series it is, such as “October 2022”; empty outside a series."""
        return f"{self.day(today):%B %Y}" if self.series else ""
