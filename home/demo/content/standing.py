"""The pages that stand by themselves: About, privacy, accessibility."""

from dataclasses import dataclass

from home.demo.body import (
    Block,
    Picture,
    call_to_action,
    embed,
    fact_box,
    heading,
    paragraph,
    photo,
    quote,
)


@dataclass(frozen=True)
class Standing:
    """A standard page below the home page."""

    title: str
    slug: str
    teaser: str
    body: list[Block]
    picture: Picture | None = None
    in_menu: bool = False


ABOUT = Standing(
    title="About Local Progress",
    slug="about",
    teaser="A movement of local elected officials who advance racial and economic justice through local government.",
    picture=Picture("crowd", 12, "Members and friends of the network, close together for the photograph."),
    in_menu=True,
    body=[
        paragraph("""
            Local Progress is a movement of local elected officials who advance racial and economic justice through
            local government. Our members serve on city and town councils, county boards and school boards all over
            the United States.

            They were elected to govern places that differ in nearly everything. What they share is the conviction
            that the government closest to people can be the one that does most for them, and that nobody should
            have to find out alone how.
            """),
        heading("What we do together"),
        paragraph("""
            - <b>Learn.</b> Members show each other what they have tried: the draft, the vote, the mistake.
            - <b>Write policy.</b> With the Local Progress Impact Lab they turn what works in one place into a text
            that others can use.
            - <b>Build power.</b> They work with the tenants, workers and neighbors who will be in the room long
            after an election.
            - <b>Speak up.</b> They tell states and Congress what a decision means on their streets.
            """),
        quote("I was elected alone. I have not governed alone since.", "Council member, South"),
        heading("How we meet"),
        paragraph("""
            Once in a while everybody comes together at a national convening. In between there are workshops, calls
            and meetings in the states. What comes of it you can read on <a page="Our Blog + Latest News">our
            blog</a>.
            """),
        photo(Picture("network", 4, "One member knows another: that is how most things begin.")),
        fact_box(
            "For reporters",
            """
            Members are glad to explain what a local decision means. Tell <a page="Have a media inquiry?">our press
            desk</a> your deadline, and we will find the right voice.
            """,
        ),
        call_to_action(
            "Read what members are doing",
            "News from the network, essays and practical guides, every few days.",
            "Go to the blog",
            "Our Blog + Latest News",
        ),
    ],
)

PRIVACY = Standing(
    title="Privacy",
    slug="privacy",
    teaser="What this site learns about its visitors: as little as we could manage.",
    body=[
        paragraph("""
            You can read everything here without telling us who you are. There are no advertisements, and nothing on
            our pages reports to companies that follow people around the web.
            """),
        heading("What happens when you open a page"),
        paragraph("""
            Your browser tells our server its address on the internet and which page it would like. That is how the
            web works. Readers get no cookies. People who sign in to write for this site get one that keeps them
            signed in, and one that protects the forms they send.
            """),
        heading("Videos"),
        paragraph("""
            Some pages show a video from YouTube or Vimeo. Its player comes from there, in the form that these
            companies offer for watching without tracking cookies. They do learn your address when your browser
            loads the player.
            """),
        heading("When you write to us"),
        paragraph("""
            We keep your message for as long as it takes to answer it and to remember what was said. Ask us at
            press@localprogress.org what we have, or to erase it, and we will.
            """),
    ],
)

ACCESSIBILITY = Standing(
    title="Accessibility",
    slug="accessibility",
    teaser="How we make this site usable for everybody, and whom to tell when it is not.",
    body=[
        paragraph("""
            Public business should be readable by the public. We build this site toward the Web Content
            Accessibility Guidelines (WCAG) 2.2, level AA. In practice that means:

            - Every page works with a keyboard alone and with scripts switched off.
            - Photos have a description, unless they only decorate. Videos have a title.
            - Text can be enlarged and the window can be narrow; nothing has to be scrolled sideways.
            - Colors have enough contrast, by day and in dark mode, and never carry a meaning alone.
            - The way to reach us is in the same place on every page.
            """),
        heading("Videos"),
        paragraph("""
            A video has a title that says what it shows, and a link to the place where it comes from. This sample is
            an open short film that belongs to everybody; it has nothing to do with local government, except for the
            rabbit's opinion on shared green space.
            """),
        embed(
            "https://vimeo.com/1084537",
            "Sample video: Big Buck Bunny, an open animated short film by the Blender Foundation",
        ),
        heading("Tell us what does not work"),
        paragraph("""
            Write to press@localprogress.org and say what you were trying to do. If something here is closed to you,
            we will send it in a form that is not, and mend the page. What we know about our visitors is described
            under <a page="Privacy">privacy</a>: very little.
            """),
    ],
)

PAGES = (ABOUT, PRIVACY, ACCESSIBILITY)
