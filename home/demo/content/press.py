"""The press page and its desk. Nobody at the desk has a person's name: they answer by what they look after."""

from dataclasses import dataclass
from datetime import date

from home.demo.body import Block, FileNamed, link, rich
from home.demo.content.front import HOME_PICTURE, SHARE_PICTURE

PRESS_TITLE = "Press"
PRESS_TEASER = "For reporters: whom to reach, how fast we answer, and where to read on."

DESK_TITLE = "Have a media inquiry?"
DESK_TEASER = "The press desk of Local Progress: phone, email, office hours and a form for inquiries."
DESK = {
    "introduction": rich("""
        Local Progress is a movement of local elected officials who advance racial and economic justice through local
        government. Tell us your deadline and we find the member who can speak to it.
        """),
    "email": "press@localprogress.org",
    "phone": "(212) 555-0142",
    "promise": "On weekdays we answer within two hours.",
    "what_to_include": rich("""
        - Your outlet and your deadline, with its time zone
        - The city, county or state you are writing about
        - Whether you need a member on the record, background or a photo
        """),
}
# First and last weekday, from Monday as 0, and the hours from when to when.
HOURS = (0, 4, 9, 18)


@dataclass(frozen=True)
class Officer:
    """Somebody at the desk."""

    name: str
    role: str
    phone: str
    topics: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    languages: str = "English"
    account: str = ""


OFFICERS = (
    Officer(
        "Press officer on duty",
        "National and federal questions",
        "(212) 555-0143",
        topics=("Budgets", "Democracy", "Federal policy"),
        languages="English, Spanish",
        account="press",
    ),
    Officer(
        "Press officer, Mountain states",
        "Workers' rights and transit",
        "(303) 555-0160",
        topics=("Transit", "Workers' rights"),
        places=("Colorado", "Utah", "New Mexico"),
    ),
    Officer(
        "Press officer, Northeast",
        "Housing and public safety",
        "(212) 555-0171",
        topics=("Housing", "Public safety"),
        places=("New York", "New Jersey"),
        languages="English, Spanish",
    ),
)

SECTIONS: list[Block] = [
    ("inquiry_contact", {"desk": None}),
    ("coverage", {"title": "In the news", "introduction": "", "count": 4, "chosen": []}),
    ("releases", {"title": "Press releases", "introduction": "", "count": 5, "chosen": []}),
    (
        "press_kit",
        {
            "title": "Press kit",
            "introduction": rich("For your story: what we are in one page, and photos that you may print."),
            "documents": [{"document": FileNamed("fact-sheet.txt"), "label": "Local Progress in one page"}],
            "photos": [HOME_PICTURE, SHARE_PICTURE],
        },
    ),
    (
        "text",
        {
            "heading": "How we can help",
            "text": rich("""
                Behind every national story there is a council that has already tried something. We can point you to
                the place, the text of the law and the person who voted for it, usually on the same day.

                - <b>A voice.</b> Members who govern where your story happens, and who can say what it means there.
                - <b>Background.</b> What a bill would change for a city or a county, explained without slogans.
                - <b>Examples.</b> Who has done it before, and how it went.
                """),
        },
    ),
    (
        "links",
        {
            "title": "Read on",
            "links": [
                link("What others write", "In the news"),
                link("The latest from members", "Our Blog + Latest News"),
                link("Who we are", "About Local Progress"),
                link("Whom to call about what", "City, county, state, Congress: whom to call about what"),
            ],
        },
    ),
]

_HOLIDAYS = (
    (1, 1, "New Year’s Day"),
    (6, 19, "Juneteenth"),
    (7, 4, "Independence Day"),
    (12, 25, "Christmas Day"),
)


def holidays(today: date) -> list[tuple[date, str]]:
    """The holidays of the next twelve months, each with its name."""
    coming = (
        (day if (day := date(today.year, month, number)) >= today else day.replace(year=today.year + 1), name)
        for month, number, name in _HOLIDAYS
    )
    return sorted(coming)
