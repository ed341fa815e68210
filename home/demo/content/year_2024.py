"""Posts of 2024: enforcement, budgets, heat, responders, transit, elections."""

from datetime import date

from home.demo.body import (
    Picture,
    fact_box,
    heading,
    paragraph,
    photo,
    quote,
    table,
)

from .post import DOWNLOAD, WORKERS, Post

ENFORCEMENT = Post(
    title="Enforcement is the part of the law that workers can feel",
    teaser="A short issue on a long task: how local labor offices choose cases, find partners and show results.",
    when=date(2024, 1, 18),
    topics=("Workers' rights",),
    series=WORKERS,
    picture=Picture("desk", 31, "Papers on a desk: most investigations begin with them."),
    body=[
        paragraph("""
            A complaint is a symptom. Offices that only wait for complaints end up in the industries where people
            already feel safe enough to complain. Members who oversee such offices suggest asking three questions
            at the next budget hearing:

            - In which industries do we believe violations are common and complaints rare?
            - Which organizations do workers there trust, and do we pay them for that work?
            - How long does a case take, and how much of what was owed reaches the worker?
            """),
        paragraph("""
            The answers fit on one page. Publish it once a year and the office will have more friends than before.
            """),
    ],
)

BUDGET = Post(
    title="A budget is the one promise that comes with numbers",
    teaser="How to read a local budget for what it says about us, and how to open it to those who pay for it.",
    when=date(2024, 3, 12),
    topics=("Budgets", "Democracy"),
    authors=("Council member, Midwest",),
    picture=Picture("desk", 12, "Five sheets, three pens, one evening before the vote."),
    body=[
        paragraph("""
            Every year my colleagues and I adopt a document of several hundred pages that most of our residents will
            never open. It decides whether the pool is open on Sundays. It decides how long a pothole lives. It says
            more about our values than any resolution we pass, because it says them in amounts.
            """),
        heading("Read it sideways"),
        paragraph("""
            Budgets are printed by department. People live by neighborhood. So the first thing I do is read across:
            what does all of this mean for a family on the east side, for somebody over seventy, for a teenager with
            nothing to do in July? If staff can answer that in an afternoon, the budget is in good order. If nobody
            can, we have found our first project.
            """),
        heading("Four lines that tell the most"),
        paragraph("""
            - <b>Vacancies.</b> A position that is funded and empty is a decision that nobody voted on.
            - <b>Overtime.</b> It shows where we pretend that work takes less time than it does.
            - <b>Fees and fines.</b> Who pays them, and would we raise the same sum from the same people as a tax?
            - <b>Maintenance.</b> What we put off, our successors will buy at a higher price.
            """),
        table(
            "Three ways to open a budget to residents",
            ["Way", "Best for", "Takes"],
            ["Walk through it at a public table", "A first year", "An evening and a pot of coffee"],
            ["Survey with real trade-offs", "Hearing from people who work late", "A month"],
            ["Residents decide on a share", "Trust, and good small projects", "A year and a patient staff"],
        ),
        heading("Say what you would stop"),
        paragraph("""
            It is easy to campaign for what we would add. The more honest sentence is about what we would do less
            of. I have learned to say it early, in public, and to the people who would notice. They often know
            better than I do what could go.
            """),
    ],
)

HEAT = Post(
    title="A heat plan begins with a list of names",
    teaser="Heat is quiet and it finds people who are alone. What local officials can set up before the summer.",
    when=date(2024, 4, 23),
    topics=("Climate", "Public safety"),
    picture=Picture("roofs", 8, "Roofs that shade, cool and make power."),
    body=[
        paragraph("""
            A flood has pictures. Heat has none, which is part of the danger. It builds for days, it stays at night,
            and it finds people who live alone on the top floor with the windows closed. Much of the harm could be
            prevented by somebody who knew to come by.
            """),
        heading("Who would knock?"),
        paragraph("""
            The best heat plans begin with a list: people who have asked to be checked on, and people who have
            agreed to check. The health department, the library, the letter carriers, the congregation and the
            tenants' association each know a part of it. The work is to bring the parts together, with consent, in
            April and not in July.
            """),
        heading("Cool places that people would really go to"),
        paragraph("""
            - Open in the evening and at night, when apartments are hottest.
            - Close enough to walk, or on a bus line that runs late.
            - A place to sit, to charge a phone and to bring a dog.
            - Nobody asks for identification.
            """),
        photo(
            Picture("garden", 3, "Three gardeners among their beds; plants cool a block at no charge."),
        ),
        heading("Measure what matters to somebody indoors"),
        paragraph("""
            The official temperature is taken at an airport, in the shade. Nobody lives there. Lend out a few cheap
            thermometers, ask residents to write down the reading at ten at night, and put the numbers on a map. In
            one week a council learns more about its housing than from most reports, and the people who took the
            readings will be at the hearing.
            """),
        heading("Then the long list"),
        paragraph("""
            Trees, light roofs, shade at stops, rules that let tenants cool their homes: these take years and should
            start now. But if the council can do only one thing before this summer, it should fund the phone calls.
            """),
    ],
)

RESPONDERS = Post(
    title="Twelve questions to ask about a community responder program",
    teaser="From dispatch to the night shift: what members ask before, during and after a program starts.",
    when=date(2024, 5, 21),
    topics=("Public safety", "Budgets"),
    series=DOWNLOAD,
    authors=("Network team",),
    picture=Picture("windows", 13, "Lights on, late: the hours in which most calls for help come in."),
    body=[
        heading("Before you start"),
        paragraph("""
            1. Which calls, exactly, will the team take?
            2. Who decides that on the phone, and how are they trained?
            3. What happens at three in the morning?
            4. Where do people go who need a bed, a doctor or a shower?
            """),
        heading("In the first year"),
        paragraph("""
            1. How many calls did the team take, and how many might it have taken?
            2. How often did it ask for backup, and how often was it asked?
            3. Do callers ask for it by name?
            4. Who on the team has left, and why?
            """),
        heading("When the first grant ends"),
        paragraph("""
            1. Which line of the regular budget carries it?
            2. What did it save elsewhere, and does that department agree?
            3. Who will stand up for it at the hearing?
            4. What would you build differently?
            """),
        quote(
            "The program was never in danger on its results. It was in danger because its money had an end date.",
            "Council member, Pacific Northwest",
        ),
    ],
)

TRANSIT = Post(
    title="Take the bus to your own council meeting",
    teaser="A test for elected officials that costs one fare, and what members learned by taking it.",
    when=date(2024, 9, 17),
    topics=("Transit", "Climate"),
    picture=Picture("tram", 33, "Riders at the windows, riders at the stop: the same people every day."),
    body=[
        paragraph("""
            Here is a test that needs no consultant. For one week, go to your meetings the way that people without a
            car do. Bring the folder. Do it in the dark at least once.
            """),
        heading("What you will learn"),
        paragraph("""
            - Whether the schedule was written for people who work at night.
            - How far the nearest crossing is from the stop, and how long its light stays green.
            - What it means that the last bus leaves before public comment begins.
            """),
        heading("What a council can do without a transit agency"),
        paragraph("""
            Many councils do not run the buses. They do run the sidewalk, the curb, the trees, the street lights and
            the hour at which a meeting starts. A bench, a shelter and a lane for the bus are decisions of the
            street department. So is a crossing where people cross anyway.

            Small things come first because they can. A trash can at a stop is a courtesy; a light at a stop is
            safety. A list on paper of the ten stops with the most riders and the least shade costs an intern a week.
            Adopt it as a policy, and every paving project that passes one of them can bring the bench along.

            None of it replaces service. A bench at a stop where nothing comes is furniture. When the agency holds
            its own hearing about frequency, be there as the council of the people who wait, and bring some of them.

            Write down what you saw and read it out at the next meeting. Then ask who else in the room came by bus.
            """),
    ],
)

COUNTED = Post(
    title="How your vote is counted, and whom to thank for it",
    teaser="Elections are run by local people. A plain description of what happens after the polls close.",
    when=date(2024, 11, 12),
    topics=("Democracy",),
    authors=("Communications team",),
    picture=Picture("ballot", 33, "Ballots on their way into the box."),
    body=[
        paragraph("""
            Elections in the United States are local work. The details differ from state to state, and your own
            election office is the place to ask. The order of things is much the same everywhere.

            1. When the polls close, poll workers compare the number of ballots with the number of voters who signed
            in.
            2. Ballots and machines travel to the election office, with a record of every hand they pass through.
            3. Mailed ballots are checked against the list of voters before they are opened and counted.
            4. Provisional ballots wait until somebody has looked at each one.
            5. Results on election night are not official. They become so at the canvass, when every number is
            checked again, in public.
            """),
        fact_box(
            "Three ways to help",
            """
            - Work at a polling place. Most offices look for people, above all for those who speak more than one
            language.
            - Watch a canvass. It is public, and it is reassuring.
            - Fund the office in years without an election, which is when it prepares.
            """,
        ),
        paragraph("""
            Then write a note to your clerk. Few people in government hear as much doubt and deserve as little.
            """),
    ],
)

QUESTIONS = Post(
    title="Questions for the quiet week",
    teaser="In this issue: no news at all, only a short list of questions to take into the new year.",
    when=date(2024, 12, 17),
    topics=("Network",),
    series=DOWNLOAD,
    authors=("Network team",),
    picture=Picture("houses", 13, "The week when the street is quiet."),
    body=[
        paragraph("""
            The agenda is short this week and so is this letter. Five questions, to be read slowly:

            - Who came to you this year and received no answer?
            - Which vote would you cast differently, and have you told anybody?
            - What did you stop doing that nobody missed?
            - Whose work made yours look good?
            - Which meeting could be a walk?
            """),
    ],
)

POSTS = (ENFORCEMENT, BUDGET, HEAT, RESPONDERS, TRANSIT, COUNTED, QUESTIONS)
