"""Coverage by others in the demo.

But for the one that is named in our press work, outlets and articles are made up, and named so that nobody can take
them for real; every address is one of those reserved for examples.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from home.demo.body import Picture, rich

COVERAGE_TITLE = "In the news"
COVERAGE_TEASER = "What newspapers, magazines and stations write about local officials and their work."
COVERAGE_INTRODUCTION = rich("What others write about our members and their work. Headlines lead to the outlet.")

NATION, TRIBUNE, COURIER = "The Nation", "The Example Tribune", "Example City Courier"
MONTHLY, RADIO, LEDGER, BUSINESS = "The Sample Monthly", "Example Public Radio", "The Placeholder Ledger", "Sample Week"
OUTLETS = {
    NATION: "https://nation.example.org/",
    TRIBUNE: "https://tribune.example.org/",
    COURIER: "https://courier.example.org/",
    MONTHLY: "https://monthly.example.org/",
    RADIO: "https://radio.example.org/",
    LEDGER: "https://ledger.example.org/",
    BUSINESS: "https://week.example.org/",
}


@dataclass(frozen=True)
class Mention:
    """An article about us; topics, places and the outlet by their names."""

    title: str
    outlet: str
    note: str
    when: date | timedelta  # a date, or how far from today (negative: in the past)
    picture: Picture
    kind: str = "news"
    byline: str = ""
    topics: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    paywall: bool = False
    has_archive: bool = False

    def day(self, today: date) -> date:
        """The date on which it was published."""
        return self.when if isinstance(self.when, date) else today + self.when


MENTIONS = (
    Mention(
        "Councils compare notes on fair schedules",
        TRIBUNE,
        "Cities that have made rules for shift work say what they would write differently now.",
        timedelta(days=-4),
        Picture("market", 51, "A market where somebody has to open at six."),
        topics=("Workers' rights",),
    ),
    Mention(
        "Who answers when the mayor is threatened",
        RADIO,
        "Twenty minutes on what a city council can agree on before anything happens.",
        timedelta(days=-19),
        Picture("podium", 51, "A podium, and people who stand behind it together."),
        kind="broadcast",
        topics=("Democracy", "Public safety"),
    ),
    Mention(
        "A planner's guide to a summer of smoke",
        COURIER,
        "Three members explain where a city can offer clean air, and who has the keys.",
        timedelta(days=-46),
        Picture("park", 51, "A park with shade, the oldest cooling system there is."),
        kind="interview",
        topics=("Climate",),
    ),
    Mention(
        "An alternative to police that worked is losing its budget",
        NATION,
        "Portland Street Response showed another answer is possible. A colleague of ours explains what is at stake.",
        date(2025, 7, 16),
        Picture("city", 52, "An evening in the city, when calls for help come in."),
        topics=("Budgets", "Public safety"),
        places=("Portland",),
        paywall=True,
        has_archive=True,
    ),
    Mention(
        "The organizer who went to Congress",
        MONTHLY,
        "A portrait of Greg Casar, member of Congress and former co-chair of our network.",
        date(2025, 5, 22),
        Picture("rally", 52, "A rally: where organizers learn to listen."),
        kind="feature",
        topics=("Federal policy", "Network"),
    ),
    Mention(
        "Eleven towns, and Rochester next",
        COURIER,
        "How the Road to Good Cause brought protection for renters to Upstate New York.",
        date(2025, 5, 6),
        Picture("houses", 52, "Houses on a hill, all of them lived in."),
        topics=("Housing",),
        places=("New York", "Rochester"),
    ),
    Mention(
        "Two New Jersey cities join the move against rent algorithms",
        LEDGER,
        "Software should not set the rent. Hoboken and Jersey City are the latest to say so by law.",
        date(2025, 4, 15),
        Picture("windows", 52, "Windows in the evening, each with a rent behind it."),
        topics=("Housing",),
        places=("Hoboken", "Jersey City"),
        has_archive=True,
    ),
    Mention(
        "What intimidation of local leaders is meant to do",
        MONTHLY,
        "Our executive director and his predecessor on a threat that grows, and what helps against it.",
        date(2025, 3, 11),
        Picture("town_hall", 52, "City hall, with its doors open."),
        kind="op_ed",
        byline="Ivan Luevanos-Elms and Sarah Johnson",
        topics=("Democracy",),
        paywall=True,
    ),
    Mention(
        "What a city's bikes have to do with its next flood",
        BUSINESS,
        "A report on places that prepare for heat and water with what they have.",
        date(2024, 9, 18),
        Picture("bikes", 52, "City bikes in a row, dry so far."),
        topics=("Climate", "Transit"),
        paywall=True,
    ),
    Mention(
        "The night shift that is not the police",
        RADIO,
        "A reporter rides along with community responders and asks what a city needs to keep them.",
        date(2024, 4, 9),
        Picture("network", 52, "Neighbors who know whom to call."),
        kind="broadcast",
        topics=("Public safety",),
    ),
    Mention(
        "Local officials fill a hotel in St. Louis, and a notebook",
        TRIBUNE,
        "What members took home from LP2023, told by somebody who sat in the back.",
        date(2023, 9, 12),
        Picture("crowd", 52, "A full room at a convening."),
        kind="feature",
        topics=("Network",),
        places=("St. Louis",),
    ),
    Mention(
        "Housing lab: a weekend without slides",
        COURIER,
        "Officials from many cities met in Chicago to plan what they would try at home.",
        date(2022, 11, 30),
        Picture("workshop", 52, "A workshop, with more questions than chairs."),
        topics=("Housing", "Network"),
        places=("Chicago",),
    ),
)
