"""Posts of 2023: wage theft, St. Louis, public hearings, federal grants."""

from datetime import date

from home.demo.body import (
    Picture,
    call_to_action,
    convening,
    document,
    fact_box,
    heading,
    paragraph,
    quote,
    statement,
    table,
)

from .convenings import LP2023
from .post import DOWNLOAD, FEDERAL, WORKERS, Post

WORKERS_JANUARY = Post(
    title="New year, higher floor: what local laws did for workers this quarter",
    teaser="Local workers' rights laws that passed, enforcement that paid, and a question to bring to your next draft.",
    when=date(2023, 1, 26),
    topics=("Workers' rights",),
    series=WORKERS,
    picture=Picture("market", 6, "Before the first customers: workers at their stalls."),
    body=[
        paragraph("""
            January is when many new standards take effect, so this issue is about the weeks after a law passes. A
            vote makes news once. Whether anything changes in a kitchen or on a night shift is decided by what
            happens next.
            """),
        heading("The first ninety days"),
        paragraph("""
            Places where new workers' rights laws took hold had a few habits in common:

            - The notice for the break room was ready on the first day, in every language spoken there.
            - Small employers got a phone number too, and somebody patient answered it.
            - The office looked at one industry at a time instead of waiting for complaints.
            - Results were published: how many cases, how long, how much was paid back.
            """),
        heading("Enforcement news"),
        paragraph("""
            Local agencies again recovered wages that workers had earned and not received. The sums vary; the
            message does not. An employer who competes by breaking the rules is competing unfairly with every
            employer who keeps them.
            """),
        quote(
            "The first case we closed did more than the whole campaign. Everybody on that street heard of it.",
            "Council member, Midwest",
        ),
        heading("Do not forget the employers who want to comply"),
        paragraph("""
            Many violations begin with a template from the internet and a payroll program that was set up years ago.
            A short visit, a sample notice and a date for a second look settle more cases than a fine does. That
            leaves the fine, and the staff time, for those who knew exactly what they were doing.
            """),
        heading("One question to bring along"),
        paragraph("""
            Ask of any draft: what happens to the worker on the day after she complains? If the answer is nothing
            good, the law needs a section on retaliation before it needs anything else.
            """),
    ],
)

SAVE_THE_DATE = Post(
    title="Save the date: LP2023 comes to St. Louis, September 6–9",
    teaser="Our national convening takes place in St. Louis in September 2023. Put it on the calendar today.",
    when=date(2023, 2, 21),
    topics=("Network",),
    places=("St. Louis", "Missouri"),
    authors=("Communications team",),
    picture=Picture("city", 9, "A skyline over the water, to get us in the mood for September."),
    body=[
        paragraph("""
            Mark the days: the national convening of Local Progress, LP2023, takes place from September 6 to 9, 2023
            in St. Louis. Local officials from all over the country will spend four days comparing what they tried,
            what worked and what they would not do again.
            """),
        convening(LP2023),
        fact_box(
            "What comes next",
            """
            - Registration opens later this year.
            - Applications for financial aid will open with it, so that a small budget keeps nobody home.
            - Travel details follow once registration is open.
            """,
        ),
        paragraph("""
            Nothing to do yet except one thing: ask a colleague who has never been to a convening to keep the dates
            free too.
            """),
        call_to_action(
            "New to the network?",
            "Read who we are, who belongs to it and what a convening is for.",
            "About Local Progress",
            "About Local Progress",
        ),
    ],
)

HEARINGS = Post(
    title="A members' guide to public hearings that hear the public",
    teaser="Time, place, order, language: small decisions decide who speaks. A checklist to take to your clerk.",
    when=date(2023, 4, 18),
    topics=("Democracy",),
    picture=Picture("council", 2, "The view from the public seats during a hearing."),
    body=[
        paragraph("""
            A public hearing can be legal in every detail and still hear almost nobody. The notice was posted, the
            microphone worked, and the room held the same nine people as last time. The rules set the minimum.
            Everything above it is a choice that somebody on the dais can make.
            """),
        heading("Before the hearing"),
        paragraph("""
            1. Choose the hour for those who work. If there are two groups, hold two sessions.
            2. Write the notice in the words people use. "Text amendment" brings lawyers; "what may be built on
            Third Street" brings Third Street.
            3. Offer interpretation without being asked for it, and say so on the notice.
            4. Call five people who will be affected and have never testified. Ask what would make it possible.
            """),
        heading("In the room"),
        paragraph("""
            Let residents speak before the experts do, at least sometimes. Say how long each person has and keep to
            it for friends and opponents alike. Look up from the screen. Thank people for what they said, in
            particular, and not for coming.
            """),
        quote(
            "I used to prepare my remarks. Now I prepare two questions, and leave with better remarks.",
            "School board member, South",
        ),
        heading("After the hearing"),
        paragraph("""
            The step most often left out is the answer. Publish, within a week or two, what was heard and what
            changed because of it. If nothing changed, say why. People can bear to lose an argument. They stop
            coming when there was none.
            """),
        document("hearing-checklist.txt", "Checklist: a hearing that hears the public"),
    ],
)

DOWNLOAD_MAY = Post(
    title="Spring cleaning for committees",
    teaser="In this issue: three ways to give a tired committee its purpose back, and what members are reading.",
    when=date(2023, 5, 16),
    topics=("Democracy", "Network"),
    series=DOWNLOAD,
    authors=("Network team",),
    picture=Picture("workshop", 9, "A committee that meets around a table instead of at one."),
    body=[
        paragraph("""
            Every government has a committee that meets because it always has. Members shared how they brought
            theirs back to life:

            - Give it one question a year, and a date by which the council wants the answer.
            - Fill empty seats with people who use the service, and pay them for their time where you can.
            - Meet where the subject is. The parks committee in a park hears different things.
            """),
        heading("What members are reading"),
        paragraph("""
            Their own charters, mostly. More than one found a power in it that nobody had used for years.
            """),
    ],
)

WAGE_THEFT = Post(
    title="How we read a wage theft ordinance",
    teaser="Wage theft is a plain wrong with complicated remedies. Five places to look when a draft crosses your desk.",
    when=date(2023, 7, 20),
    topics=("Workers' rights",),
    series=WORKERS,
    picture=Picture("builders", 12, "Work is paid by the hour; so should every hour be."),
    body=[
        paragraph("""
            Wage theft is pay that was earned and withheld: hours cut from a time sheet, overtime paid as regular
            time, tips that stay in the register, a final check that never comes. It falls hardest on those who have
            the least room to wait. Local governments have passed ordinances against it for years. Some are used
            every week, others never. The difference is usually in the text.
            """),
        heading("Five places to look"),
        paragraph("""
            1. <b>Who may complain.</b> If only the worker can, fear decides. Better drafts let organizations and
            the office itself open a case.
            2. <b>How far back.</b> A short window rewards whoever delays.
            3. <b>What it costs.</b> Paying back only what was owed makes stealing a loan without interest.
            4. <b>Who keeps the records.</b> Where an employer kept none, the worker's own notes should count.
            5. <b>What else the city holds.</b> Licenses, permits and contracts are reasons to settle quickly.
            """),
        table(
            "Cost of the same violation under three kinds of remedy: an illustration with round numbers, in dollars",
            ["Remedy", "Wages owed", "Added", "Total"],
            ["Wages only", 1000, 0, 1000],
            ["Wages and interest", 1000, 120, 1120],
            ["Wages, doubled, and a penalty", 1000, 1500, 2500],
        ),
        heading("Write it with those who will use it"),
        paragraph("""
            Before the first reading, sit down with workers who have lost pay and with the person who will open the
            mail at the office. Go through one real case, step by step, and ask at each line who does what. Wherever
            the answer is a pause, the draft has a hole.
            """),
        statement(
            "Board member",
            "Council member",
            "Colorado",
            """
            Stealing pay is stealing. A city that has inspectors for restaurants and meters for parking can have
            somebody whose job is to get people their wages.
            """,
        ),
    ],
)

TAKE_HOME = Post(
    title="The month after a convening: how to carry it home",
    teaser="LP2023 in St. Louis is over and the notebooks are full. A plan for the four weeks in which ideas fade.",
    when=date(2023, 9, 19),
    topics=("Network",),
    places=("St. Louis",),
    authors=("Network team",),
    picture=Picture("hands", 12, "A show of hands, as at every convening."),
    convening=LP2023,
    related=("Save the date: LP2023 comes to St. Louis, September 6–9",),
    body=[
        paragraph("""
            LP2023 brought members to St. Louis from September 6 to 9. The chairs are stacked, the badges are in a
            drawer, and most of what was said is in notebooks that have not been opened since. Here is what
            experienced members do in the month after.
            """),
        heading("Week one: ten lines"),
        paragraph("""
            Write ten lines before you unpack. Not a report: ten lines about what surprised you. Send them to one
            colleague who was there and one who was not.
            """),
        heading("Week two: one call"),
        paragraph("""
            Call the member whose work you admired. Ask for the document behind it, and for what they would change.
            """),
        heading("Week three: one meeting at home"),
        paragraph("""
            Show it to the people whom it would affect before you show it to staff. If they are not interested, you
            have saved yourself half a year.
            """),
        heading("Week four: a date"),
        paragraph("Put the first public step on the calendar. An idea without a date is a souvenir."),
    ],
)

GRANTS = Post(
    title="Federal money keeps its own calendar: how to be ready for it",
    teaser="Grants reward whoever prepared before the announcement. What a small staff can do in a quiet month.",
    when=date(2023, 11, 14),
    topics=("Federal policy", "Budgets"),
    places=("District of Columbia",),
    series=FEDERAL,
    authors=("Federal advocacy team",),
    picture=Picture("capitol", 37, "The Capitol, seen from the far end of the pool."),
    body=[
        paragraph("""
            Federal grants are announced with a deadline that seems to have been chosen to be missed. Large places
            have departments for this. Small ones have one person who also runs the website. The quiet months are
            when the difference can be made smaller.
            """),
        heading("A folder that is always ready"),
        paragraph("""
            - A page on who lives here, with numbers and their source.
            - Three projects, each with a paragraph on the need, a rough cost and the name of a partner.
            - The resolutions and signatures that every application asks for.
            - Letters of support from last time, as a starting point.
            """),
        heading("Apply together"),
        paragraph("""
            Neighboring towns that share a river, a bus line or a landfill can share an application. Agree early on
            who holds the money and who answers for it. Your members of Congress like to write letters for projects
            that several places want.
            """),
        heading("Count the cost of winning"),
        paragraph("""
            A grant brings reports, audits and a match. Before you apply, ask who will write the reports and which
            line pays the match in the second year. It is no shame to let one pass. It is a pity to send one back.
            """),
        heading("Ask why you lost"),
        paragraph("""
            Agencies often explain their scores to applicants who ask. Ask, write it down, and tell your federal
            representatives if a rule shuts out places of your size. That is advocacy of the most useful kind: a
            specific problem with an address.
            """),
    ],
)

POSTS = (WORKERS_JANUARY, SAVE_THE_DATE, HEARINGS, DOWNLOAD_MAY, WAGE_THEFT, TAKE_HOME, GRANTS)
