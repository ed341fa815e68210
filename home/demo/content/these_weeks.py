"""Posts of these weeks, dated relative to today: the latest, a scheduled one and a draft."""

from datetime import timedelta

from home.demo.body import (
    Picture,
    heading,
    paragraph,
    photo,
    quote,
    table,
)

from .post import WORKERS, Post

SAFETY = Post(
    title="When the threat comes to the front door",
    teaser="Intimidation of local leaders is meant to empty chairs. What councils can do so that people stay.",
    when=timedelta(days=-16),
    topics=("Democracy", "Public safety"),
    authors=("Policy team",),
    picture=Picture("podium", 11, "Standing together is the oldest safety measure there is."),
    body=[
        paragraph("""
            Local officials have listed addresses, children in local schools and no staff to open the mail. That
            closeness is what makes local government good. It is also what intimidation uses. Its purpose is rarely
            to win an argument. It is to make somebody decide not to run again.
            """),
        heading("For the body as a whole"),
        paragraph("""
            - Agree on a response before it is needed: who is called, who speaks, who looks after the family.
            - Write every incident down, also the small ones. Patterns are visible only on paper.
            - Protect staff and volunteers by the same rules as members.
            - Say publicly, across differences, that disagreement belongs at the microphone and nowhere else.
            """),
        heading("For whoever is targeted"),
        paragraph("""
            Tell somebody the same day. Let another person read the messages for you. Save everything. Ask the
            clerk which of your details are public because the law requires it, and which by habit.
            """),
        heading("For everybody else"),
        paragraph("""
            Residents can do more than they think. Come to a meeting when nothing is at stake and say thank you for
            something in particular. Answer a rumor with a link to the minutes. If you run a neighborhood page or a
            local paper, decide what you will not print, and tell people why. A threat counts on an audience that
            looks away.
            """),
        quote(
            "What helped most was a colleague from the other side who came and sat with us that evening.",
            "School board member, Great Lakes",
        ),
        paragraph("""
            Nobody owes the public their fear. What we owe each other is to make sure that the next meeting takes
            place with all of its chairs filled.
            """),
    ],
)

SCHEDULES = Post(
    title="Two weeks' notice: fair schedules, explained",
    teaser="A shift that changes overnight is a pay cut with a bus fare. What fair scheduling rules usually contain.",
    when=timedelta(days=-7),
    topics=("Workers' rights",),
    series=WORKERS,
    picture=Picture("market", 11, "Three stalls, six people, and a schedule that had better be right."),
    body=[
        paragraph("""
            Ask people who work in shops and kitchens about their week and many will say: it depends. On a text
            message that may arrive tonight, on how busy it is, on who called in sick. An uncertain schedule makes
            it hard to arrange care for a child, a second job or a class. Some cities have made rules for it, usually
            called fair scheduling or a fair workweek.
            """),
        heading("What such rules usually contain"),
        table(
            "Common parts of a fair scheduling rule",
            ["Part", "What it means for a worker"],
            ["Advance notice", "The schedule is known a set number of days ahead, often fourteen"],
            ["Pay for changes", "A late change by the employer costs something extra"],
            ["Rest between shifts", "Nobody has to close at midnight and open at six"],
            ["Hours first", "People who want more hours are offered them before others are hired"],
        ),
        heading("What to settle early"),
        paragraph("""
            - Which employers are covered: usually large ones, or chains.
            - What counts as a change. Trading a shift with a colleague should remain free.
            - How a worker proves it. A photo of the posted schedule ought to be enough.
            """),
        heading("Start with those you employ"),
        paragraph("""
            A city is a large employer with crossing guards, lifeguards and library pages on short shifts. Post their
            schedules two weeks ahead first. You will find out what gets in the way, and you will be able to say at
            the hearing that it can be done.
            """),
        heading("Talk to both sides of the counter"),
        paragraph("""
            Managers often receive their staffing numbers late, from far away. Good rules move the pressure to where
            the decision is made. Ask managers, privately, what they would need in order to keep them.
            """),
    ],
)

RALLY = Post(
    title="A rally is a beginning. Bring a clipboard",
    teaser="A full square is a gift to a campaign that knows what to do on the morning after.",
    when=timedelta(days=-2),
    topics=("Democracy", "Network"),
    authors=("Communications team",),
    picture=Picture("rally", 11, "A square full of people, and a message that fits through a megaphone."),
    related=("Your first hundred days on a council", "A members' guide to public hearings that hear the public"),
    body=[
        paragraph("""
            There is nothing like a full square. People who thought that they were alone with a worry look around
            and find that they are a crowd. Somebody lifts a megaphone, somebody's child lifts a sign, and for an
            hour the thing that could not be done seems already half done.

            Then everybody goes home. What happens next depends on whether somebody brought a clipboard.
            """),
        heading("The three lists"),
        paragraph("""
            - <b>Who came.</b> A name, a way to reach them, the street they live on. One line each.
            - <b>Who was missing.</b> The people whom the decision affects and who were at work, or afraid, or not
            asked.
            - <b>What each can do.</b> Speak for two minutes. Translate. Drive. Bake. Count.
            """),
        heading("From the square to the agenda"),
        paragraph("""
            A demand becomes a decision when it has a form, a date and a majority. That is the part in which elected
            officials can help. Say openly from the stage which vote you mean, when it takes place, who has not yet
            decided and how public comment works. It is the most useful speech you can give, and the shortest.
            """),
        quote(
            "They applauded my speech. They used my handout.",
            "Council member, Midwest",
        ),
        heading("On the morning after"),
        paragraph("""
            Write to everybody on the first list before noon. Thank them, in one sentence. Tell them the date, in
            another. Ask for one thing. Those who answer are your campaign, and those who do not are glad to have
            been asked.
            """),
        photo(Picture("crowd", 7, "A group photo, taken before everybody left."), decorative=True),
    ],
)

SCHEDULED = Post(
    title="Three hearings worth watching, and how to watch them",
    teaser="A short guide to following a public hearing from your kitchen, and to speaking at one from there.",
    when=timedelta(days=4),
    topics=("Democracy",),
    authors=("Communications team",),
    picture=Picture("council", 31, "The dais, a few minutes before the gavel."),
    body=[
        paragraph("""
            Most councils stream their meetings now, and many let residents speak by phone. Choose a hearing on a
            budget, one on a street and one on a school: together they show you nearly everything that local
            government does.
            """),
        heading("How to watch"),
        paragraph("""
            1. Find the agenda. It is usually posted some days ahead.
            2. Note the number of the item, since the order may change.
            3. Read the first page of the staff report and the last.
            4. Sign up to speak, even if you are not sure yet. You can always pass.
            """),
    ],
)

DRAFT = Post(
    title="Notes toward a piece on libraries after dark",
    teaser="",
    when=timedelta(days=0),
    topics=("Budgets",),
    authors=("Communications team",),
    is_draft=True,
    body=[
        paragraph("""
            Open until ten? Ask members which libraries stay open in the evening, what it costs and who comes. Still
            missing: a teaser, a photo, a second example.
            """),
    ],
)

POSTS = (SAFETY, SCHEDULES, RALLY, SCHEDULED, DRAFT)
