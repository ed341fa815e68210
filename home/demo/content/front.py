"""The home page, the blog's introduction and the settings of the site."""

from home.demo.body import Block, PageTitled, Picture, call_to_action, link, rich

BLOG_TITLE = "Our Blog + Latest News"
BLOG_INTRODUCTION = rich("What local elected officials are winning, learning and planning, place by place.")
BLOG_TEASER = "News, essays and practical guides from local elected officials and those who work with them."
FEATURED_ON_BLOG = "A rally is a beginning. Bring a clipboard"

HOME_TITLE = "Local Progress"
HOME_TEASER = "A movement of local elected officials for racial and economic justice."
HOME_PICTURE = Picture("hands", 17, "Raised hands at a gathering of local officials.")


def _photo(picture: Picture) -> dict:
    return {"photo": picture, "own_caption": "", "own_alt": "", "decorative": False}


SECTIONS: list[Block] = [
    (
        "hero",
        {
            "heading": "Justice is local work",
            "text": "City, county and school officials from all over the country put local government to work for "
            "racial and economic justice. This is what they are doing.",
            "photo": _photo(HOME_PICTURE),
            "links": [link("Read the latest", BLOG_TITLE), link("Who we are", "About Local Progress")],
        },
    ),
    (
        "featured_posts",
        {
            "title": "Worth your time",
            "posts": [
                PageTitled("Your first hundred days on a council"),
                PageTitled("What the river asks of the budget"),
                PageTitled("When the threat comes to the front door"),
            ],
        },
    ),
    (
        "text_with_photo",
        {
            "heading": "The government down the street",
            "text": rich("""
                It decides how long the light stays green and whether a lease can be renewed. It hires the person who
                answers the phone. When it works, people notice it in their lives and not in the news.

                - Homes that people can afford to stay in
                - Work that pays, and somebody who checks
                - Streets and parks that are ready for the weather we have now
                """),
            "photo": _photo(Picture("town_hall", 14, "City hall, with people on its steps.")),
            "link": link("About Local Progress", "About Local Progress"),
            "photo_first": False,
        },
    ),
    ("latest_posts", {"title": "Latest news", "count": "6"}),
    ("next_convening", {"title": "Next convening", "convening": None}),
    call_to_action(
        "Do you serve in local government?",
        "Members of the network answer each other's calls. Start with a guide by those who remember their first week.",
        "Your first hundred days",
        "Your first hundred days on a council",
    ),
    (
        "links",
        {
            "title": "Good places to begin",
            "links": [
                link("How to read a budget", "A budget is the one promise that comes with numbers"),
                link("How to hold a hearing", "A members' guide to public hearings that hear the public"),
                link("How to read a wage theft ordinance", "How we read a wage theft ordinance"),
                link("Whom to call about what", "City, county, state, Congress: whom to call about what"),
            ],
        },
    ),
]

SETTINGS = {
    "organization_name": "Local Progress",
    "tagline": "Local elected officials for racial and economic justice.",
    "boilerplate": rich("""
        Local Progress is a movement of local elected officials who advance racial and economic justice through local
        government.
        """),
}
FOOTER: list[Block] = [
    ("link", link("About", "About Local Progress")),
    ("link", link("Privacy", "Privacy")),
    ("link", link("Accessibility", "Accessibility")),
]
# Addresses reserved for examples: the demo speaks for nobody's account.
SOCIAL: list[Block] = [
    ("link", link("Bluesky", "https://bluesky.example.org/")),
    ("link", link("Instagram", "https://instagram.example.org/")),
    ("link", link("LinkedIn", "https://linkedin.example.org/")),
]
SHARE_PICTURE = Picture("city", 16, "A city at the hour when council meetings begin.")
