"""The press releases of the demo. Who is quoted is named by an office, never by a person's name."""

from datetime import date, timedelta

from home.demo.body import Picture, fact_box, heading, paragraph, rich, statement, table

from .convenings import ANNOUNCEMENT, BRIEFING_ADVISORY
from .release import Release

RELEASES_TITLE = "Press releases"
RELEASES_TEASER = "Statements, media advisories and press releases of Local Progress, newest first."
RELEASES_INTRODUCTION = rich(
    "What we say on the record, ready to be quoted. Every statement can be copied with its name."
)


LEGACY = Release(
    title="Carrying on the legacy of our colleague Faith",
    teaser="The network mourns a colleague and promises to go on with the work she cared about.",
    kind="statement",
    when=timedelta(days=-410),
    city="New York",
    state="New York",
    picture=Picture("garden", 41, "A garden that neighbors keep together."),
    topics=("Network",),
    body=[
        paragraph("""
            Local Progress mourns its colleague Faith. People all over the network learned from her how to listen
            first, how to prepare a meeting so that the quietest person speaks, and how to leave a room better than
            it was.
            """),
        statement(
            "Network team",
            "Local Progress",
            "New York",
            "She asked each of us what we would do with the office once we had it. We are still answering.",
        ),
        paragraph("""
            Members who wish to share a memory can write to the network team. The next national gathering will open
            with them.
            """),
    ],
)

VETO = Release(
    title="Colorado local officials and unions call for an override of the Worker Protection Act veto",
    teaser="Members and union leaders ask the legislature to override the veto, or voters to overturn it.",
    subhead="A second election before workers may bargain over union dues should go, they say",
    kind="release",
    when=date(2025, 5, 20),
    city="Denver",
    state="Colorado",
    picture=Picture("builders", 42, "People who build the city, on a morning in May."),
    topics=("Workers' rights",),
    places=("Colorado", "Denver"),
    body=[
        paragraph("""
            Local elected officials from across Colorado stood with union leaders today and called for the veto of
            the Worker Protection Act to be overridden by the legislature or overturned at the ballot box.
            """),
        paragraph("""
            The act would remove the second vote that Colorado alone asks of workers who have already chosen a union.
            Cities and counties have a stake in it: where people bargain together, they can afford to live near their
            work.
            """),
        statement(
            "Board member",
            "Council member",
            "Colorado",
            "Workers won their election. Asking them to win it twice is a way of hoping that they tire.",
        ),
        statement(
            "County commissioner",
            "Member of Local Progress",
            "Front Range",
            "Our budget feels it when a full-time job does not pay the rent. This law would have cost nothing.",
        ),
        heading("What happens next"),
        paragraph("""
            - Members are bringing resolutions of support to their councils and boards.
            - Unions and community groups are weighing a measure for the ballot.
            - Officials from six communities are ready to speak to reporters.
            """),
    ],
    notes=rich("Interviews by phone or video are possible on weekdays. Please name your deadline and its time zone."),
)

NEWARK = Release(
    title="Statement on the arrest and release of Newark Mayor Ras Baraka",
    teaser="A mayor who asks to see what happens in his city is doing his job, the network says.",
    kind="statement",
    when=date(2025, 5, 10),
    city="Newark",
    state="New Jersey",
    picture=Picture("town_hall", 43, "City hall, where the doors stay open."),
    topics=("Democracy", "Immigration"),
    places=("New Jersey", "Newark"),
    body=[
        paragraph("""
            Mayor Ras Baraka of Newark has been arrested and released. Local Progress stands with him and with every
            official who insists on seeing what is done in their own community.
            """),
        statement(
            "Communications team",
            "Local Progress",
            "New York",
            "A badge does not end at the city line, and neither does the duty to look. We will keep asking.",
        ),
        paragraph("Members in New Jersey can be reached for interviews through the press desk."),
    ],
)

HENNEPIN = Release(
    title="Statement on the federal investigation of the Hennepin County Attorney’s Office",
    teaser="Local prosecutors answer to the voters who elected them, and civil-rights law must not be turned around.",
    kind="statement",
    when=date(2025, 5, 6),
    city="Minneapolis",
    state="Minnesota",
    topics=("Public safety", "Federal policy"),
    places=("Minnesota", "Minneapolis"),
    body=[
        paragraph("""
            The office of Hennepin County Attorney Mary Moriarty is under a federal civil-rights investigation. Local
            Progress regards it as pressure on an elected local official because of policies that voters chose.
            """),
        statement(
            "Federal advocacy team",
            "Local Progress",
            "Washington",
            "Civil-rights law was written to protect people from power. It is not a tool to discipline a county.",
        ),
    ],
)

GOOD_CAUSE = Release(
    title="Eleven towns, eleven victories: renters are protected across Upstate New York",
    teaser="The campaign Road to Good Cause counts its eleventh win and turns to Rochester.",
    subhead="Road to Good Cause looks to Rochester next",
    kind="release",
    when=timedelta(days=-160),
    city="Rochester",
    state="New York",
    picture=Picture("houses", 44, "Row houses on a street where people mean to stay."),
    topics=("Housing",),
    places=("New York", "Rochester"),
    correction="<p>An earlier version said that ten localities had acted. There are eleven.</p>",
    body=[
        paragraph("""
            Eleven localities in Upstate New York have now chosen good-cause eviction protections, which let tenants
            who pay their rent and keep their lease stay in their homes. Members of Local Progress and community
            partners turn to Rochester next.
            """),
        statement(
            "Housing team",
            "Local Progress",
            "New York",
            "Every one of these votes was won in a room where tenants spoke first. That is the whole method.",
        ),
        table(
            "What good cause usually means",
            ["Question", "Answer"],
            ["Who is covered", "Tenants of larger landlords who keep their lease"],
            ["What changes", "An eviction needs a reason that the law names"],
            ["Who decides", "The city or town, by a vote of its own"],
        ),
        paragraph("A list of the localities with the dates of their votes is available from the press desk."),
    ],
)

ALGORITHMS = Release(
    title="Two New Jersey cities end rent setting by algorithm",
    teaser="Hoboken and Jersey City join the communities that ban software which lets landlords set rents together.",
    kind="release",
    when=timedelta(days=-75),
    city="Hoboken",
    state="New Jersey",
    picture=Picture("windows", 45, "Evening in a building with many kitchens."),
    topics=("Housing",),
    places=("New Jersey", "Hoboken", "Jersey City"),
    body=[
        paragraph("""
            Hoboken and Jersey City are the latest cities to ban programs that take in the rents of competing
            landlords and return one recommended price. Members of Local Progress have exchanged drafts of such laws
            since the first were proposed.
            """),
        statement(
            "Council member",
            "Member of Local Progress",
            "New Jersey",
            "If landlords met in a back room to agree on the rent, everybody would know what to call it.",
        ),
        fact_box(
            "For newsrooms",
            """
            - The texts of both ordinances are public
            - Members can explain the drafting, on the record
            """,
        ),
    ],
)

ROUNDTABLE = Release(
    title="Media advisory: mayors and council members on cities without crisis funding",
    teaser="A round table with people who run community responder programs, on how to keep them.",
    kind="advisory",
    when=timedelta(days=-21),
    city="Portland",
    state="Oregon",
    picture=Picture("desk", 46, "A desk from which a team is sent out."),
    topics=("Public safety", "Budgets"),
    places=("Oregon", "Portland"),
    body=[
        paragraph("""
            Local officials and the people who run community responder programs meet in Portland to talk about what
            happens when one-time money ends. Reporters are welcome.
            """),
        table(
            "At a glance",
            ["What", "Details"],
            ["Who", "Members of Local Progress, staff of responder programs"],
            ["Where", "Portland, in person and by video"],
            ["Photos", "Possible at the beginning; people seeking help are not to be photographed"],
        ),
        paragraph("Please tell the press desk by the day before whether you come, and in what language you work."),
    ],
    notes=rich("Two officials stay after the round table for individual interviews."),
)

FAIR_WEEK = Release(
    title="Local officials publish a common standard for enforcing fair schedules",
    teaser="A twelve-point standard helps small cities to check that schedules are posted and changes are paid.",
    kind="release",
    when=timedelta(days=-5),
    city="Chicago",
    state="Illinois",
    picture=Picture("workshop", 47, "Colleagues from many places at one table."),
    topics=("Workers' rights",),
    places=("Illinois", "Chicago"),
    files=("hearing-checklist.txt",),
    body=[
        paragraph("""
            Officials who enforce fair-schedule laws have written down what works: whom to send, what to ask for, and
            how to do it with a staff of two. The standard is free for every city and county to use.
            """),
        statement(
            "Policy team",
            "Local Progress Impact Lab",
            "Chicago",
            "A right that nobody checks is a poster in a break room. This is how a small city checks.",
        ),
        heading("What it contains"),
        paragraph("""
            1. A letter that can be sent in the first week.
            2. Questions for workers, in plain language.
            3. A table by which pay for late changes is worked out.
            """),
    ],
    notes=rich("The standard was written by public servants in their own time; it is no legal advice."),
)

RELEASES = (
    LEGACY,
    HENNEPIN,
    NEWARK,
    VETO,
    GOOD_CAUSE,
    ALGORITHMS,
    ROUNDTABLE,
    FAIR_WEEK,
    BRIEFING_ADVISORY,
    ANNOUNCEMENT,
)
