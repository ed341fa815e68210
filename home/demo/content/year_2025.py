"""Posts of 2025: who decides what, services for everybody, outdoor work, good cause."""

from datetime import date

from home.demo.body import (
    Picture,
    fact_box,
    heading,
    pages,
    paragraph,
    quote,
    statement,
    table,
)

from .post import FEDERAL, WORKERS, Post

WHO_DECIDES = Post(
    title="City, county, state, Congress: whom to call about what",
    teaser="Residents bring every problem to the nearest official. A table that helps to send it to the right desk.",
    when=date(2025, 1, 21),
    topics=("Federal policy", "Democracy"),
    places=("District of Columbia",),
    series=FEDERAL,
    authors=("Federal advocacy team",),
    picture=Picture("capitol", 14, "One of several places where decisions about your street are made."),
    body=[
        paragraph("""
            A new Congress has begun, and with it the season in which residents ask their council member about
            things that a council cannot decide. That is no reason to send them away. It is a chance to show how the
            levels of government depend on each other.
            """),
        table(
            "Who usually decides; the details differ from state to state",
            ["Subject", "Local", "State", "Federal"],
            ["What may be built where", "Zoning and permits", "The law that allows zoning", "Loans and tax credits"],
            ["Buses and trains", "Stops, lanes, often service", "Funds and agencies", "Grants and safety rules"],
            ["Minimum wage", "In some states", "Sets its own", "Sets the lowest"],
            ["Schools", "Boards, budgets", "Standards and funds", "Civil rights, some funds"],
            ["Immigration status", "No", "No", "Yes"],
        ),
        paragraph("""
            The table hides the most interesting part, which is that hardly anything is decided in one column only.
            A bus lane is painted by a city, with money that a state passes on, under a program that Congress
            created. That is why a no in one place need not be the end, and why officials who know their colleagues
            one level up and one level down get more done than those who know only their own charter.
            """),
        heading("Three sentences for the phone"),
        paragraph("""
            1. "This is decided by somebody else, and here is their number."
            2. "This is the part that we decide, and here is when."
            3. "I will call them too. May I tell them your story?"
            """),
        paragraph("""
            The third sentence is federal advocacy. Members of Congress hear arguments all day. They remember what
            happened to a person on a street they know.
            """),
    ],
)

SERVICES = Post(
    title="Open to everybody who lives here",
    teaser="Libraries, clinics, city hall: how local services can welcome immigrant residents in practice.",
    when=date(2025, 2, 18),
    topics=("Immigration",),
    picture=Picture("town_hall", 9, "The front steps, where trust in a city begins or ends."),
    body=[
        paragraph("""
            The water comes out of the tap no matter where somebody was born. Fire trucks do not ask either. Most of
            what local government does is for everybody who is here, and it works only if everybody feels able to
            use it. A parent who is afraid to enter a clinic is a danger to nobody and a loss to all.
            """),
        heading("Look at the counter"),
        paragraph("""
            Stand in line in your own city hall for an hour. What is asked for that is not needed? Which form exists
            in one language only? Is the guard the first person whom people meet?
            """),
        heading("What members have put in place"),
        paragraph("""
            - Staff ask only for the information that a service really requires, and keep it no longer than needed.
            - Interpreters are a phone call away at every counter, and a sign says so in the languages spoken nearby.
            - Help with applications is offered where people already are: in schools, libraries, congregations.
            - Residents who are not citizens sit on advisory boards wherever the law allows it.
            """),
        quote(
            "We asked people what would make city hall feel safe. Most of the list cost less than the carpet.",
            "County supervisor, California",
        ),
        heading("Say it, then show it"),
        paragraph("""
            A resolution of welcome is a good sentence. Its proof is what happens at the counter on a Monday
            morning. Ask your lawyer what state law requires and permits, train staff accordingly, and repeat the
            training, because people leave and rumors stay.
            """),
    ],
)

OUTDOOR = Post(
    title="Water, shade, rest: local rules for people who work outside",
    teaser="When the heat rises, the lowest-paid work is often the hottest. What a local heat standard can cover.",
    when=date(2025, 4, 15),
    topics=("Workers' rights", "Climate"),
    series=WORKERS,
    picture=Picture("builders", 15, "A crew on a hot morning, dressed for work that cannot move indoors."),
    related=("A heat plan begins with a list of names",),
    body=[
        paragraph("""
            Roofers, farm workers, delivery drivers, the people who keep our parks: for them the forecast is a
            working condition. Three words sum up what they need, and they have not changed in a century. Water,
            shade, rest.
            """),
        heading("What local government can reach"),
        paragraph("""
            Some states leave little room for local labor law. Nearly every place still has these:

            - <b>Its own staff.</b> Begin at home, with the sanitation crew and the crossing guards.
            - <b>Its contracts.</b> Whoever paves our streets can be asked for a written heat plan.
            - <b>Its permits.</b> A site with a crane can also have a shaded place to sit.
            - <b>Its voice.</b> Publish the forecast with advice for work, in the languages of the crews.
            """),
        heading("What a good standard says"),
        paragraph("""
            It names a temperature at which things change. It counts rest as paid time. It lets new workers get used
            to the heat over several days. It says who may stop the work, and protects whoever does.
            """),
        heading("Who will know?"),
        paragraph("""
            Heat illness is easily written down as something else: a fall, a dizzy spell, a bad heart. Ask the
            ambulance service and the clinics what they saw during the last hot week, and where. Ask contractors for
            their plan before the season and not after an accident. And ask the crews, away from the supervisor,
            whether the water came.
            """),
        statement(
            "Board member",
            "County commissioner",
            "Southwest",
            "Nobody should have to choose between a paycheck and coming home. Water, shade and rest are not generous.",
        ),
    ],
)

GOOD_CAUSE = Post(
    title="Good cause, explained without the jargon",
    teaser="What good cause eviction protection does, what it does not, and where it has spread in Upstate New York.",
    when=date(2025, 6, 17),
    topics=("Housing",),
    places=("New York", "Rochester"),
    authors=("Housing team",),
    picture=Picture("houses", 16, "Behind every door a lease, and behind every lease a household."),
    body=[
        paragraph("""
            Across Upstate New York, eleven places have now won protection for renters on the road to good cause.
            Rochester is next on the list. The phrase appears in every article about it. Few explain it.
            """),
        heading("In one sentence"),
        paragraph("""
            A landlord who wants a tenant to leave needs a good reason, such as unpaid rent or damage, and a very
            large rent increase may not be used as a way around that.
            """),
        fact_box(
            "Words you will meet",
            """
            - <b>Opt in:</b> the state has a law, and each place outside New York City decides whether to apply it.
            - <b>Small landlord:</b> an owner of few apartments, who may be exempt; each place decides how few.
            - <b>Renewal:</b> the moment at which most tenants lose their home, without having done anything wrong.
            """,
        ),
        heading("What it does not do"),
        paragraph("""
            It does not end evictions for good reasons. It does not freeze the rent. It does not build homes. It
            lets people who keep their side of the bargain plan further ahead than the end of a lease, so that a
            child can finish a school and a tenant can report a leak.
            """),
        heading("How it travels"),
        paragraph("""
            One council at a time, and by word of mouth. Tenants know the buildings. Officials who have voted on it
            can tell those who have yet to decide what the questions were. Every draft can be a little better than
            the one before.
            """),
        pages("More on housing in New York", "Four rooms, one question: who gets to stay in New York?"),
    ],
)

POSTS = (WHO_DECIDES, SERVICES, OUTDOOR, GOOD_CAUSE)
