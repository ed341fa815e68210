"""Posts of the end of 2022: the election, Congress, the year in review."""

from datetime import date

from home.demo.body import (
    Picture,
    divider,
    fact_box,
    gallery,
    heading,
    pages,
    paragraph,
    photo,
    quote,
)

from .post import DOWNLOAD, FEDERAL, Post

POWER = Post(
    title="Ideas do not govern. People who organize where they live do",
    teaser="After November's election: progressive power is built in local communities, and the building goes on.",
    when=date(2022, 11, 17),
    topics=("Democracy", "Network"),
    authors=("Board member, Colorado",),
    picture=Picture("hands", 8, "Officials and partners raise their hands at a convening."),
    related=("After the count, the work we were made for",),
    body=[
        paragraph("""
            The election is over, and the country is reading it like weather. Which way did the wind blow? That is
            the wrong question for those of us who serve in city halls, county buildings and school boards. Wind is
            what happens to you. Power is what you build.
            """),
        heading("Good ideas were never the shortage"),
        paragraph("""
            We do not lack ideas. Shelves are full of them, and many are popular: homes people can afford, work
            that pays, streets that are safe in every sense of the word. Yet an idea does not change how we govern
            by being right. It changes things when enough people who are organized, in a particular place, expect
            it of somebody who can vote on it.

            Local government is where those two meet. We know our voters by their block. They know where to find us.
            There is no distance behind which to hide, and none that keeps us apart.
            """),
        quote("Wind is what happens to you. Power is what you build.", "Board member, Colorado"),
        heading("What building looks like"),
        paragraph("""
            - It looks like a tenants' meeting that a council member attends without a microphone.
            - It looks like a budget hearing moved to the evening, with somebody to watch the children.
            - It looks like a law written with the workers it protects, then enforced with their help.
            - It looks like calling a colleague two states away, because they passed it last year.
            """),
        heading("Between elections"),
        paragraph("""
            A campaign asks people for a day. Governing should ask for more, and give more back. The officials in
            this network do their best work in the long stretch in which nobody is counting: they keep the coalition
            that elected them in the room, and they let it argue with them.

            Two years is enough time to change what a community expects of its government. It begins with the next
            meeting, which is probably on a Tuesday.
            """),
    ],
)

REFLECTION = Post(
    title="After the count, the work we were made for",
    teaser="A short reflection on why a network of local officials exists, written the week after an election.",
    when=date(2022, 11, 22),
    topics=("Democracy",),
    authors=("Communications team",),
    picture=Picture("ballot", 3, "Many hands, one ballot box."),
    body=[
        paragraph("""
            The counting is nearly done. There will be time for lessons. This week we want to write down something
            simpler: what we are for.

            Local Progress is a movement of local elected officials who advance racial and economic justice through
            local government. Each part of that sentence matters after an election, whoever won.
            """),
        paragraph("""
            - <b>A movement</b>, because officials who act alone are easily tired and easily replaced.
            - <b>Of local elected officials</b>, because somebody has to move the item onto the agenda.
            - <b>Racial and economic justice</b>, because one without the other has never lasted.
            - <b>Through local government</b>, because it is close, it is practical and it is ours.
            """),
        divider(),
        paragraph("""
            To the members who won: welcome, or welcome back. To those who did not: you changed what your community
            talks about, and we still need your number. To the poll workers and clerks: thank you for the patience
            that makes all the rest possible.
            """),
    ],
)

DOWNLOAD_NOVEMBER = Post(
    title="Sending the right person: responders, and a new co-chair",
    teaser="In this issue: community responder programs, a new co-chair for the network, and what is coming up.",
    when=date(2022, 11, 29),
    topics=("Public safety", "Network"),
    series=DOWNLOAD,
    authors=("Network team",),
    picture=Picture("network", 1, "The network, drawn as what it is: people who know each other."),
    body=[
        heading("Community responder programs"),
        paragraph("""
            When somebody calls for help because a neighbor is in distress, who should come? More and more places
            answer: not always an officer. Community responder programs send trained civilians to calls about
            mental health, homelessness or conflicts that need patience more than authority.

            Members compared notes on the unglamorous parts this month: how calls are sorted, what the night shift
            costs, what a responder carries, and how to count a crisis that did not happen.
            """),
        heading("A new co-chair"),
        paragraph("""
            The network has a new co-chair. Co-chairs are local officials themselves; they chair meetings, speak for
            the membership and make sure that a small town gets the floor as readily as a large city.
            """),
        heading("In December"),
        paragraph("""
            - A look at how members use federal recovery funds.
            - The year in review, in pictures.
            - The Federal Advocacy Roundup, with what a divided Congress means for local government.
            """),
        photo(Picture("park", 31, "A park at the end of the day: safety is also a bench and a light that works.")),
    ],
)

FEDERAL_DECEMBER = Post(
    title="A divided Congress, a short session and one law to celebrate",
    teaser="Democrats hold the Senate, Republicans take the House, and the Respect for Marriage Act has passed.",
    when=date(2022, 12, 14),
    topics=("Federal policy",),
    places=("District of Columbia",),
    series=FEDERAL,
    authors=("Federal advocacy team",),
    picture=Picture("capitol", 3, "The Capitol, where the outgoing Congress has a few weeks left."),
    body=[
        heading("What the election decided"),
        paragraph("""
            The new Congress will be divided: Democrats keep the Senate and Republicans take the House. For local
            officials this means fewer large bills, more deadlines and a good deal of attention to how money that
            was already approved is spent.
            """),
        heading("The lame-duck session"),
        paragraph("""
            Until January the outgoing Congress can still act, and it has. The Respect for Marriage Act passed with
            votes from both parties. It requires that marriages between two people be recognized across state lines
            regardless of sex, race or ethnicity. Clerks and registrars will be the ones who make it real.
            """),
        heading("What to do at home before the new year"),
        paragraph("""
            - Tell your representatives, in writing, what a delay in federal funds would stop. Be specific.
            - Thank the offices that helped. They hear it seldom and remember it long.
            - Keep a list of grants you were turned down for, with reasons. It is the best evidence we have.
            """),
    ],
)

REVIEW = Post(
    title="2022 in pictures: a year of showing up",
    teaser="Local Progress and the Local Progress Impact Lab look back on a year of meetings, laws and company.",
    when=date(2022, 12, 16),
    topics=("Network",),
    authors=("Communications team",),
    picture=Picture("crowd", 2, "The network's group photo at the 2022 national convening."),
    related=(
        "Ready for the next storm, and the heat after it",
        "Four rooms, one question: who gets to stay in New York?",
    ),
    body=[
        paragraph("""
            A year of local government is hard to photograph. Most of it happens under fluorescent light. Still,
            when we laid the pictures of 2022 side by side, something showed that no single agenda does: the same
            people kept turning up for each other.
            """),
        heading("Together again"),
        paragraph("""
            The national convening brought members into one building to argue, plan and eat. The group photo shows
            who came. It cannot show the conversations in the hallway, which are still going.
            """),
        gallery(
            "The year, in six pictures",
            Picture("podium", 6, "Standing with partners behind the microphones."),
            Picture("market", 3, "A market day: the people whom workers' rights laws are written for."),
            Picture("garden", 1, "A community garden between houses: public space that people made themselves."),
            Picture("river", 2, "Rain again: climate work is local work."),
            Picture("rally", 5, "Signs without slogans, for once, and a voice that carried."),
            Picture("council", 4, "The long part: sitting, listening, voting."),
        ),
        heading("The Impact Lab"),
        paragraph("""
            The Local Progress Impact Lab is where members learn from research and from each other. In 2022 it
            helped officials read budgets, draft laws and prepare for the questions that come after the press
            conference.

            To everybody who opened a meeting, set up chairs or stayed to take them down: this was your year.
            """),
        pages(
            "More from 2022",
            "Inside the Housing Leadership Lab: a strategy workshop in Chicago",
            "A law on the books, and somebody to call: local wins for workers this fall",
        ),
    ],
)

DOWNLOAD_DECEMBER = Post(
    title="Recovery funds, housing work and a look over the shoulder",
    teaser="In this issue: how members put ARP funds to work, what the housing teams did, and thanks for a full year.",
    when=date(2022, 12, 20),
    topics=("Budgets", "Housing", "Network"),
    series=DOWNLOAD,
    authors=("Network team",),
    picture=Picture("desk", 3, "A budget workshop, seen from the ceiling."),
    body=[
        heading("Putting recovery funds to work"),
        paragraph("""
            The American Rescue Plan Act, ARP for short, sent recovery funds directly to cities, counties and towns.
            Two questions came up wherever members met. Does a one-time dollar start something that the regular
            budget can carry? And did the people who were hit hardest have a say in where it went?
            """),
        fact_box(
            "Before you commit the last of it",
            """
            - Know your dates: funds have to be obligated by the end of 2024 and spent by the end of 2026.
            - Write down who benefits, in numbers you can check in a year.
            - Publish the list. Rumors grow where lists are missing.
            """,
        ),
        heading("Housing work"),
        paragraph("""
            The New York meetings and the Housing Leadership Lab in Chicago ended the year with a stack of plans.
            Both are written up on this blog.
            """),
        heading("The year in review"),
        paragraph("We chose the pictures. The members did the rest. Thank you, rest well, and see you in January."),
    ],
)

POSTS = (POWER, REFLECTION, DOWNLOAD_NOVEMBER, FEDERAL_DECEMBER, REVIEW, DOWNLOAD_DECEMBER)
