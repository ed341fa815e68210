"""The convenings of the demo, and what the press is told of them.

Two are past; of those to come, one can be registered for and one is a date to save.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from home.demo.body import Block, Picture, fact_box, heading, paragraph, rich, statement

from .release import Release

CONVENINGS_TITLE = "Convenings"
CONVENINGS_TEASER = "Where members meet: the national convening, meetings in the states, briefings online."
CONVENINGS_INTRODUCTION = rich("Put a date into your calendar once, and it keeps itself right.")

LP2022 = "National convening 2022"
LP2023 = "National convening 2023"
NEXT = "National convening {year}"
BRIEFING = "What renters won this year: an online briefing"


@dataclass(frozen=True)
class Convening:
    """A convening of the demo; place and topics by their names, `{year}` in a name is that of its first day."""

    name: str
    teaser: str
    first_day: date | timedelta  # a date, or how far from today; then it is the first Wednesday from there on
    days: int
    status: str
    picture: Picture
    short_name: str = ""
    place: str = ""
    topics: tuple[str, ...] = ("Network",)
    description: list[Block] = field(default_factory=list)
    more: dict = field(default_factory=dict)  # further fields
    registration_closes: timedelta | None = None  # from its first day

    def starts_on(self, today: date) -> date:
        """Its first day."""
        if isinstance(self.first_day, date):
            return self.first_day
        day = today + self.first_day
        return day + timedelta(days=(2 - day.weekday()) % 7)


CONVENINGS = (
    Convening(
        name=LP2022,
        short_name="LP2022",
        teaser="Members in one building to argue, plan and eat.",
        first_day=date(2022, 7, 27),
        days=4,
        status="closed",
        picture=Picture("crowd", 2, "The network's group photo at the 2022 national convening."),
        description=[
            paragraph("""
                For many members it was the first time to meet those in person with whom they had written a law by
                telephone. The group photo was taken on the last day, before everybody left for the station.
                """),
        ],
    ),
    Convening(
        name=LP2023,
        short_name="LP2023",
        teaser="Four days of comparing what members tried, what worked and what they would not do again.",
        first_day=date(2023, 9, 6),
        days=4,
        status="closed",
        place="St. Louis",
        picture=Picture("network", 61, "Members from all over the country, and what ties them together."),
        description=[
            paragraph("""
                Local officials from all over the country come to St. Louis for four days of workshops, site visits
                and plain talk about governing.
                """),
            fact_box(
                "Who comes",
                """
                - Members of councils, boards and commissions
                - Their staff, if they bring a question
                - Partners who are invited by a member
                """,
            ),
        ],
    ),
    Convening(
        name=BRIEFING,
        teaser="Local officials and reporters go through a year of renter protections, place by place.",
        first_day=timedelta(days=20),
        days=1,
        status="open",
        topics=("Housing",),
        picture=Picture("houses", 61, "A street on which people mean to stay."),
        registration_closes=timedelta(days=-1),
        more={
            "starts_at": "13:00",
            "ends_at": "14:30",
            "time_zone": "America/New_York",
            "attendance": "online",
            "online_address": "https://meet.example.org/renters",
            "registration_url": "https://register.example.org/renters/",
            "audience": "public",
        },
        description=[
            paragraph("""
                Ninety minutes on the laws that let renters stay: what passed, what it took, and what the first
                months of enforcement look like. Half of the time is for questions.
                """),
            heading("What we go through"),
            paragraph("""
                - Good-cause eviction protections in smaller towns
                - Rents that are set by a program, and how two cities ended it
                - What a tenant has to know on the first day
                """),
            paragraph("Whoever registers receives the address the evening before."),
        ],
    ),
    Convening(
        name=NEXT,
        short_name="LP{year}",
        teaser="Three days among people who do the same work somewhere else. Keep them free.",
        first_day=timedelta(days=150),
        days=3,
        status="save-the-date",
        place="Chicago",
        picture=Picture("city", 61, "A city that will be full of local officials for three days."),
        description=[
            paragraph("""
                The next national convening lasts three days. Program, registration and applications for financial
                aid follow; the dates will not change.
                """),
        ],
    ),
)

ANNOUNCEMENT = Release(
    title="Local officials from all over the country will meet at the next national convening",
    teaser="The program of the national convening is announced; registration for reporters opens with it.",
    subhead="Program, and registration for the press",
    kind="release",
    when=timedelta(days=1),
    city="Chicago",
    state="Illinois",
    picture=Picture("hands", 48, "Raised hands at the last gathering."),
    topics=("Network",),
    places=("Illinois", "Chicago"),
    convening=NEXT,
    is_embargoed=True,
    body=[
        paragraph("""
            Local elected officials from all over the country will meet for three days of workshops, site visits and
            plain talk about governing. Registration opens today, for members and for the press.
            """),
        statement(
            "Network team",
            "Local Progress",
            "New York",
            "Nobody learns this job from a book. They learn it from somebody who did it in the next county.",
        ),
        paragraph("Reporters who register receive the program, a map and the names of officials from their state."),
    ],
)

BRIEFING_ADVISORY = Release(
    title="Media advisory: an online briefing on what renters won this year",
    teaser="Local officials explain a year of renter protections to reporters and residents, and answer questions.",
    kind="advisory",
    when=timedelta(days=-3),
    city="New York",
    state="New York",
    picture=Picture("windows", 61, "An evening at home, in a building full of renters."),
    topics=("Housing",),
    convening=BRIEFING,
    body=[
        paragraph("""
            Local Progress invites reporters to an online briefing on the renter protections that towns and cities
            have passed this year. It is open to everybody; questions from reporters come first.
            """),
        paragraph("Please register, so that the press desk can send the address and the texts of the laws."),
    ],
    notes=rich("Officials from three states stay for interviews after the briefing."),
)
