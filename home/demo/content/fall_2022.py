"""Posts of fall 2022: climate, workers' rights, New York housing, Chicago."""

from datetime import date

from home.demo.body import (
    Picture,
    call_to_action,
    fact_box,
    gallery,
    heading,
    paragraph,
    quote,
    table,
)

from .post import WORKERS, Post

CLIMATE = Post(
    title="Ready for the next storm, and the heat after it",
    teaser="Climate resilience is ordinary local work: streets, shade, clinics and phone lists. How members begin.",
    when=date(2022, 10, 12),
    topics=("Climate", "Transit"),
    picture=Picture("bikes", 4, "City bikes wait under an overpass that neighbors painted."),
    body=[
        paragraph("""
            Ask a council what climate change looks like and few will describe a graph. They describe a bus stop
            without shade, a pump that failed at two in the morning, a school that closed because its classrooms
            were too hot. Floods, smoke and heat waves come more often now, and the first government that residents
            call is the one down the street.

            That makes resilience a local subject long before it is a technical one. Local government decides where
            homes are built, which trees are planted, how people get around and who receives a knock on the door
            when the forecast turns.
            """),
        heading("Begin with who is exposed"),
        paragraph("""
            The same storm is not the same for everybody. A household with a car, savings and a second floor has
            choices that a tenant in a basement does not. Members who plan well start with three questions:

            - Who lives where water, heat or smoke arrives first?
            - Who would not hear about a warning, and who could reach them?
            - Which public buildings would people go to, and would the lights be on?
            """),
        quote(
            "We stopped drawing the map of the water and drew the map of the people who had carried each other out.",
            "Council member, Gulf Coast",
        ),
        heading("Make the everyday thing do two jobs"),
        paragraph("""
            Few places can afford a second city built for emergencies. Most can ask more of the one they have. A
            library with backup power is a cooling center. A bike network keeps people moving when a rail line is
            flooded. A street with trees is several degrees kinder in August, and a better street in May.
            """),
        fact_box(
            "Four places to look first",
            """
            - The capital budget: does every project say how hot and how wet it expects its lifetime to be?
            - The zoning map: are homes still being added where the water returns?
            - The fleet and the depot: what happens to buses when the power is out?
            - The phone tree: who calls whom, in which languages?
            """,
        ),
        heading("Pay for it before the emergency"),
        paragraph("""
            Money after a disaster is plentiful, slow and tied to what was there before. Money before a disaster is
            scarce and flexible. A line in the regular budget, however small, lets staff prepare designs so that a
            grant finds a project waiting. It also tells residents that the plan is more than a binder.

            None of this needs to wait for another level of government. It needs a map, a calendar and the habit of
            asking, with every vote, whether this makes us readier or not.
            """),
    ],
)

WORKERS_OCTOBER = Post(
    title="A law on the books, and somebody to call: local wins for workers this fall",
    teaser="New local workers' rights laws passed across the country. What they share, and what makes them hold.",
    when=date(2022, 10, 20),
    topics=("Workers' rights",),
    series=WORKERS,
    picture=Picture("builders", 7, "From the balcony of a building site, the crew looks over its morning's work."),
    body=[
        paragraph("""
            Across the country, cities and counties kept raising the floor for people who work for a living. The
            subjects differ from place to place: pay, sick time, schedules, safety, the right to organize. The
            pattern behind them does not, and it is worth a look before the next draft lands on your desk.
            """),
        heading("What the new laws share"),
        paragraph("""
            They name who is covered in plain words, and they begin with those who are usually left out: temporary
            workers, people who clean homes, people who are paid by the task. They set a standard that a worker can
            check without a lawyer. And they say which office answers the phone.
            """),
        table(
            "Four parts of a local labor standard, and the question to ask of each",
            ["Part", "What it does", "Ask the drafters"],
            ["Coverage", "Says whose work counts", "Who is left out, and why?"],
            ["Standard", "Says what they are owed", "Can a worker check it on a pay stub?"],
            ["Remedy", "Says what happens if it is broken", "Is breaking it cheaper than keeping it?"],
            ["Enforcement", "Says who acts", "How many people, in which languages?"],
        ),
        heading("Enforcement news"),
        paragraph("""
            Labor standards offices spent the season doing quiet work: answering complaints, recovering pay and
            visiting industries where complaints are rare because fear is common. Several now pay community
            organizations to bring cases forward. Trust, members tell us, is the scarcest part of any investigation.
            """),
        quote(
            "A right without an office is a poster. We funded the office in the same vote.",
            "County commissioner, West",
        ),
        paragraph("""
            The next round up follows in January. If your council passed something we should read, send us the text
            of the ordinance. The details are where the craft is.
            """),
    ],
)

NEW_YORK = Post(
    title="Four rooms, one question: who gets to stay in New York?",
    teaser="Local Progress New York met four times across the state to talk about housing with members and partners.",
    when=date(2022, 11, 3),
    topics=("Housing", "Network"),
    places=("New York",),
    authors=("Housing team",),
    picture=Picture("houses", 4, "A block of row houses: the subject of all four meetings."),
    body=[
        paragraph("""
            Local Progress New York brought its members together four times, in different parts of the state, to
            talk about one thing: housing. Community partners sat at the same tables. The places had little in
            common. The worry did.
            """),
        heading("What we heard in every room"),
        paragraph("""
            - Rents rise faster than the paychecks that are supposed to cover them.
            - Tenants who complain about repairs fear that the lease will not be renewed.
            - Small towns have the shortage of a large city and the staff of a small town.
            - People want to know what their own council can do before they hear what it cannot.
            """),
        gallery(
            "Four meetings, four places",
            Picture("workshop", 3, "Notes from a round of conversation cover the wall."),
            Picture("windows", 11, "Evening in an apartment house, the hour when most people read their mail."),
            Picture("town_hall", 6, "City hall, where every plan has to arrive in the end."),
            Picture("tram", 2, "Where people can live depends on how they can get around."),
        ),
        heading("Where the conversations went"),
        paragraph("""
            Three threads ran through all four meetings. The first was protection: rules that let tenants who pay
            and keep their side of the lease remain. The second was supply that people can afford, on land the
            public already owns. The third was information: nobody should find out about an eviction after it
            happened.

            Members left with homework, most of it modest. Find the records your own city keeps. Ask the tenants'
            association what it needs before you draft. Compare notes with the next town, since landlords do.
            """),
        call_to_action(
            "Are you an elected official in New York?",
            "The conversation goes on between the meetings. Find out how the network works and who belongs to it.",
            "About Local Progress",
            "About Local Progress",
        ),
    ],
)

CHICAGO = Post(
    title="Inside the Housing Leadership Lab: a strategy workshop in Chicago",
    teaser="Our housing cohort met in person to turn shared problems into plans that survive a council calendar.",
    when=date(2022, 11, 15),
    topics=("Housing", "Network"),
    places=("Chicago", "Illinois"),
    authors=("Housing team",),
    picture=Picture("workshop", 5, "Plans on paper first: the cohort works through a calendar."),
    body=[
        paragraph("""
            In November the cohort of our Housing Leadership Lab met in Chicago for an in-person strategy workshop.
            Everybody came with a plan from home. Nobody left with the same one.
            """),
        heading("Strategy is a calendar"),
        paragraph("""
            The workshop began with a simple exercise. Write down the date of the vote you want. Now walk backward:
            the hearing, the draft, the fiscal note, the first conversation with the people who will be affected.
            Most plans turned out to begin some weeks ago. That is not a failure. It is the reason to do the
            exercise early and with others.
            """),
        paragraph("""
            1. Name the change in one sentence that a neighbor would repeat.
            2. List who decides, who advises and who can stop it.
            3. Find the two conversations that would change the most, and put them on the calendar first.
            4. Agree on what you would accept, and on what you would not.
            """),
        quote(
            "The most useful thing I heard was another member describing, in detail, how they lost.",
            "Participant of the Housing Leadership Lab",
        ),
        heading("Three things that returned in every plan"),
        paragraph("""
            <b>Land.</b> Nearly everybody had a parking lot, a closed school or a depot that the public owns. Who may
            build there, and on what terms, is a local decision, and it lasts longer than a subsidy.

            <b>Tenants.</b> A plan that tenants had seen before the workshop was a better plan after it. Those who
            had not asked yet wrote that down as the first step.

            <b>Stamina.</b> Housing takes longer than a term. Members wrote down who would carry each plan on if they
            lost an election, and promised to tell that person.
            """),
        paragraph("""
            The cohort keeps meeting online. Its members will report here on what the calendar did to their plans,
            and what their plans did to the calendar.
            """),
    ],
)

POSTS = (CLIMATE, WORKERS_OCTOBER, NEW_YORK, CHICAGO)
