"""Posts of this year, dated relative to today."""

from datetime import timedelta

from home.demo.body import (
    Picture,
    call_to_action,
    divider,
    gallery,
    heading,
    paragraph,
    photo,
    quote,
)

from .post import DOWNLOAD, FEDERAL, Post

RENT_SOFTWARE = Post(
    title="Should software set the rent? Six questions for a council",
    teaser="Cities have begun to ban algorithmic rent setting, Hoboken and Jersey City among them. What to ask first.",
    when=timedelta(days=-215),
    topics=("Housing",),
    places=("Hoboken", "Jersey City", "New Jersey"),
    authors=("Housing team",),
    picture=Picture("windows", 17, "Many apartments, many landlords, sometimes one program."),
    body=[
        paragraph("""
            Landlords used to set rents by looking at the building next door. Some now ask a program that looks at
            all buildings at once, and may learn from figures that competitors would never tell each other. Cities
            have begun to prohibit that; Hoboken and Jersey City are among those that did.
            """),
        heading("What is the concern?"),
        paragraph("""
            Prices that move together cost tenants money whether people agreed on them over lunch or a program
            recommended them. If the program also suggests leaving some apartments empty, they cost the whole city.
            """),
        heading("What a city can reach"),
        paragraph("""
            A council cannot rewrite competition law. It can say what may be done with rental homes inside its own
            limits, as it does with heating and repairs. A good rule is short. It describes the kind of program it
            means by what that does, so that a new name on the box changes nothing, and it leaves the ordinary tools
            of the trade alone: a spreadsheet, a look at the listings, a call to a colleague who
            manages a building.

            It helps to hear from tenants whose renewal came with a number and no explanation, and from small owners
            who never used such a program and compete with those who do.
            """),
        heading("Six questions for the drafters"),
        paragraph("""
            1. Which data are meant: everything, or what is not public?
            2. Does the rule reach whoever sells the program as well as whoever uses it?
            3. What is allowed? Public averages and published listings usually are.
            4. Who can bring a case?
            5. How would anybody find out?
            6. Who in our government understands the answer?
            """),
        quote(
            "I do not need to know how the program works. I need to know whose numbers are in it.",
            "Council member, Northeast",
        ),
    ],
)

APPROPRIATIONS = Post(
    title="Appropriations for people with a day job",
    teaser="What happens between a president's budget request and a check to your county, in six steps.",
    when=timedelta(days=-150),
    topics=("Federal policy", "Budgets"),
    series=FEDERAL,
    authors=("Federal advocacy team",),
    picture=Picture("capitol", 31, "Where a budget turns into law, or waits."),
    body=[
        paragraph("""
            1. The president sends a request. It is a wish list and binds nobody.
            2. Committees in both chambers divide a total among a dozen bills.
            3. Subcommittees write the bills. This is when a letter from a county is read most closely.
            4. The chambers pass their versions, or do not, and agree on one, or do not.
            5. If time runs out, a short law continues last year's amounts for a while.
            6. Agencies turn amounts into programs, rules and, finally, checks.
            """),
        paragraph("""
            If you can do one thing: find out on which subcommittees your own representatives serve. If you can do
            two: invite their staff to see what last year's money built.
            """),
    ],
)

GARDEN = Post(
    title="What a community garden knows about government",
    teaser="In this issue: notes from a vacant lot, a members' question about water, and dates to keep.",
    when=timedelta(days=-95),
    topics=("Network", "Climate"),
    series=DOWNLOAD,
    authors=("Network team",),
    picture=Picture("garden", 6, "Raised beds behind a picket fence, tended by three neighbors."),
    body=[
        paragraph("""
            A good garden has rules, and they fit on a board by the gate. Who waters when. What to do with a bed
            that nobody tends. Where the key hangs. Whoever wants to change a rule has to be there on a Saturday.

            Much of that can be borrowed.

            - Short rules are kept longer than long ones.
            - People look after what they helped to plan.
            - It matters that somebody has the key, and that it is never the same person for too long.
            """),
        heading("A members' question"),
        paragraph("""
            A member asks: who pays for water at the gardens in your city, and how is it metered? Send us your
            answer and we will share what we learn in the next issue.
            """),
        photo(
            Picture("park", 9, "The park next door, at the hour when gardeners go home."),
            caption="The garden opens onto <b>a park</b>, which helps with the watering and with the company.",
            alt="A park with trees and a winding path beside the garden, people on their way home.",
        ),
    ],
)

HUNDRED_DAYS = Post(
    title="Your first hundred days on a council",
    teaser="Nobody hands you a manual after the oath. Members who remember it well wrote down what they wish they had.",
    when=timedelta(days=-60),
    topics=("Democracy", "Network"),
    authors=("Network team",),
    picture=Picture("council", 8, "Seven chairs, and one of them is new."),
    body=[
        paragraph("""
            You won. The signs are still in the garage. On the first evening somebody hands you a parking permit, a
            binder and a microphone that you do not know how to switch on. Members who have been there suggest an
            order for what comes next.
            """),
        heading("Days 1 to 30: listen and find the doors"),
        paragraph("""
            - Meet the clerk first. The clerk knows where everything is and how it has to be done.
            - Visit every department where it works, the depot before the office.
            - Read the rules of procedure once, slowly, and the last budget twice.
            - Call three residents who voted for somebody else.
            """),
        heading("Days 31 to 60: learn to count"),
        paragraph("""
            A council moves when enough of its members do. Learn what each of your colleagues came to office to
            accomplish. You will disagree often enough; know where you need not. Find one small thing that all of
            you want and help to finish it.
            """),
        quote(
            "I came with forty ideas and no second. Then I asked a colleague what she was working on.",
            "First-term council member, Mountain West",
        ),
        heading("Days 61 to 100: one promise"),
        paragraph("""
            Choose one promise of your campaign and take it through the whole process: the question to staff, the
            draft, the committee, the hearing, the vote, the follow-up. You will learn more from it than from any
            orientation, and the people who elected you will see how long a good thing takes, and that it comes.
            """),
        divider(),
        paragraph("""
            And rest. The work lasts longer than the excitement. Keep one evening a week that belongs to nobody's
            agenda.
            """),
        call_to_action(
            "You do not have to do it alone",
            "Local officials in our network answer each other's calls, on the first day and on the worst.",
            "Read about the network",
            "About Local Progress",
        ),
    ],
)

RIVER = Post(
    title="What the river asks of the budget",
    teaser="Water finds the line item that was cut. A way to look at storm drains, maps and money together.",
    when=timedelta(days=-33),
    topics=("Climate", "Budgets"),
    picture=Picture("river", 12, "Three people on the bank on a wet day, watching the level."),
    body=[
        paragraph("""
            A storm drain is the kind of thing that appears in a budget only when it fails. Cleaning it is somebody's
            job, in a department that lost positions, on a schedule that slipped. Then it rains.
            """),
        heading("Walk the line of the water"),
        paragraph("""
            Ask your public works director for an hour and a map. Start where the water arrives last and walk up.
            At every low point ask who owns it, who cleans it, when that last happened and which year's budget would
            repair it. It is the most instructive budget hearing you will ever attend, and nobody has to sit.
            """),
        gallery(
            "One stream through town",
            Picture("river", 7, "Upstream, the bridge that everybody measures by."),
            Picture("bikes", 10, "Under the overpass, which floods first and dries last."),
            Picture("houses", 21, "The row that knows which stairs to put the boxes on."),
        ),
        heading("Read the budget from the curb"),
        paragraph("""
            Back indoors, look for what you saw. The crew that cleans drains is one line, the truck another, overtime
            in storms a third, claims by residents with wet basements a fourth, in a different department. Add them
            up for the last five years. The sum is what the water already costs. Only then does it make sense to talk
            about what it would cost to be ready.
            """),
        heading("Put it together"),
        paragraph("""
            - Maintenance before monuments: a cleaned drain is worth more than a planned tunnel.
            - Green before gray where there is room: parks can hold water for a day and be parks again.
            - People before property: begin with the homes whose owners or tenants cannot afford to wait.
            """),
    ],
)

POSTS = (RENT_SOFTWARE, APPROPRIATIONS, GARDEN, HUNDRED_DAYS, RIVER)
