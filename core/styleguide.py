"""Samples for the living style guide: every component and block, mostly without the database."""

from dataclasses import dataclass, field
from types import SimpleNamespace

from images.models import Photo

from .blocks.body import BodyBlock
from .listing import Facet, Option

COLORS = [
    ("paper", "The page"),
    ("surface", "Fields, chips, documents"),
    ("tint", "Boxes, and where a photo will be"),
    ("ink", "Text, strong lines"),
    ("ink-soft", "Teasers, captions, dates"),
    ("line", "Fine lines"),
    ("edge", "Borders of fields, at least 3:1"),
    ("coral", "Kickers, the current page"),
    ("teal", "Links"),
    ("gold", "Highlights, never text on paper"),
    ("panel", "The call to action"),
    ("night", "The footer"),
]
STEPS = ["-2", "-1", "0", "1", "2", "3", "4"]
SPACES = ["1", "2", "3", "4", "5", "6"]


@dataclass
class SamplePost:
    """What a card shows of a post."""

    title: str
    kicker: str = ""
    summary: str = ""
    lead_photo: Photo | None = None
    address: str = "#"
    reading_minutes: int = 6
    published_text: str = "January 26, 2023"
    published_iso: str = "2023-01-26T09:00:00-05:00"
    updated_text: str = ""
    updated_iso: str = ""


@dataclass
class SampleListing:
    """What the filters and page links show of a `core.listing.Listing`."""

    path: str
    count: int = 14
    is_filtered: bool = True
    previous_url: str = "?page=2"
    next_url: str = "?page=4"
    pages: list = field(
        default_factory=lambda: [(1, "?page=1", False), (None, "", False), (3, "?page=3", True), (4, "?page=4", False)]
    )


def samples(request):
    """The context of `pages/styleguide.html`. One query: the newest photo of the library, if there is one."""
    with_files = Photo.objects.for_display().filter(renditions__isnull=False)
    photo = with_files.order_by("-pk").first() or photo_without_files()
    return {
        "colors": COLORS,
        "steps": STEPS,
        "spaces": SPACES,
        "blocks": list(sample_blocks(photo)),
        "photo": photo,
        "posts": sample_posts(photo),
        "listing": SampleListing(path=request.path),
        "filters": sample_filters(),
        "authors": [SimpleNamespace(name="Policy team", role=""), SimpleNamespace(name="Press desk", role="New York")],
        "subjects": [("topics", "housing", "Housing"), ("places", "colorado", "Colorado")],
        "desk": SimpleNamespace(email="desk@example.org", phone="(555) 010-0142"),
        "crumbs": [("About", "#"), ("How we decide", "#"), ("This page", "#")],
        "hero": {
            "heading": "Local officials. Lasting change.",
            "text": "We are city, county and school officials who put local government to work.",
            "photo": {"photo": photo},
            "links": [sample_link("Read the news"), sample_link("Who we are")],
        },
        "text_with_photo": {
            "heading": "The work is local, the network is national",
            "text": "Members trade model laws, budgets and hard-won lessons.",
            "photo": {"photo": photo},
            "link": sample_link("About us"),
            "photo_first": True,
        },
        "links": {"title": "Ways to go on", "shown_links": [sample_link("Our work"), sample_link("Our convenings")]},
        "latest": {"title": "Latest news", "count": "3"},
        "featured": {"title": "Featured"},
    }


def photo_without_files():
    """A photo as it is right after its upload, before any file of it has been made."""
    photo = Photo(title="Sample", description="A sample photo whose files are not made yet")
    photo.files = {}
    return photo


def sample_posts(photo):
    """Posts with a photo, without one, with a photo whose files are missing, and with a long title."""
    return [
        SamplePost(
            "City councils raise the floor for workers, again",
            kicker="Workers’ Rights Round Up",
            summary="Five laws that passed this quarter, and the enforcement wins that give them teeth.",
            lead_photo=photo,
        ),
        SamplePost(
            "A post without a photo",
            kicker="The Network Download",
            summary="Its card is a quiet tile with a larger headline.",
        ),
        SamplePost(
            "A post whose photo has no files yet, and whose headline runs on over several lines of the card",
            summary="A calm box keeps its place, so that nothing jumps.",
            lead_photo=photo_without_files(),
        ),
    ]


def sample_filters():
    """Filters as `Listing.filters` gives them: two chosen, one with long names."""
    series = ["Federal Advocacy Roundup", "The Network Download", "Workers’ Rights Local Government Round Up"]
    return [
        (
            Facet("series", "Series", "series"),
            [Option(name, name, 9, name == series[1], "?series=sample") for name in series],
            series[1],
            "?",
        ),
        (Facet("topic", "Topic", "topics"), [Option("housing", "Housing", 8, True, "?")], "Housing", "?"),
        (Facet("year", "Year", "published_at", by_year=True), [Option("2023", "2023", 4, False, "?")], "", "?"),
    ]


def sample_link(text):
    """A link as a `LinkValue` appears to templates."""
    return {"text": text, "href": "#", "is_shown": True}


def sample_blocks(photo):
    """Each block of the body as (its label, the bound block); those without a sample show their preview value."""
    body = BodyBlock()
    in_use = {"photo": photo, "own_caption": "", "own_alt": "", "decorative": False}
    values = {
        "photo": in_use,
        "gallery": {"title": "Scenes of the convening", "photos": [in_use] * 3},
        "embed": {"url": "https://vimeo.com/76979871", "title": "A short film about a town meeting"},
        "document": {
            "document": SimpleNamespace(url="#", title="Model ordinance", file_extension="pdf", file_size=83_000),
            "label": "",
        },
        "pages": {
            "title": "Read more",
            "pages": [SimpleNamespace(title=title, url="#", live=True) for title in ("A year in review", "About")],
        },
        "table": sample_table(body),
    }
    for name, block in body.child_blocks.items():
        value = block.normalize(values[name]) if name in values else block.get_preview_value()
        yield block.label, block.bind(value)


def sample_table(body):
    """A table of three columns."""
    columns = [("text", "City"), ("text", "What passed"), ("number", "Households")]
    return body.child_blocks["table"].to_python(
        {
            "columns": [{"type": kind, "heading": heading} for kind, heading in columns],
            "rows": [
                {"values": ["Hoboken", "Ban on algorithmic rent setting", "29800"]},
                {"values": ["Jersey City", "Ban on algorithmic rent setting", "132000"]},
            ],
            "caption": "Who acted on rent software",
        }
    )
