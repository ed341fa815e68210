"""Topics, cities, series and authors of the demo."""

from home.demo.body import Picture

from .post import DOWNLOAD, FEDERAL, WORKERS

# Name, one line about what belongs here, and what else people search for.
TOPICS = {
    "Budgets": (
        "Where public money comes from, where it goes, and who has a say in it.",
        "spending, taxes, ARP funds, appropriations, public money",
    ),
    "Climate": (
        "Heat, water and smoke, and places that are ready for them.",
        "heat, flood, flooding, resilience, smoke, weather",
    ),
    "Democracy": (
        "Elections, hearings and everything that lets people take part.",
        "voting, elections, public comment, hearings, intimidation",
    ),
    "Federal policy": (
        "What Congress and the administration decide, and what it means at home.",
        "Congress, Senate, House of Representatives, Washington",
    ),
    "Housing": (
        "Homes that people can afford, and the right to stay in them.",
        "rent, renters, tenants, eviction, good cause, landlords",
    ),
    "Immigration": (
        "Towns and counties that are open to everybody who lives in them.",
        "immigrants, sanctuary, newcomers, refugees",
    ),
    "Network": (
        "Our members, how they learn from each other, and where they meet.",
        "members, convening, convention, conference, LP2023",
    ),
    "Public safety": (
        "Safety that reaches everybody: responders, neighbors, streets and light.",
        "police, crisis response, community responders, violence",
    ),
    "Transit": (
        "Getting around without a car, safely and on time.",
        "bus, buses, bikes, trains, streetcar, sidewalks",
    ),
    "Workers' rights": (
        "Pay, schedules, safety and the offices that enforce them.",
        "labor, wages, wage theft, unions, fair scheduling, fair workweek",
    ),
}

# City and its state; the states are part of every site.
CITIES = {
    "Chicago": "Illinois",
    "Denver": "Colorado",
    "Hoboken": "New Jersey",
    "Jersey City": "New Jersey",
    "Minneapolis": "Minnesota",
    "New York City": "New York",
    "Newark": "New Jersey",
    "Portland": "Oregon",
    "Rochester": "New York",
    "St. Louis": "Missouri",
}

# Name, and what is proposed for each new issue.
SERIES = {
    DOWNLOAD: {
        "description": "Monthly: what members of the network are doing, asking and reading.",
        "cadence": "monthly",
        "title_pattern": "The Network Download, {issue}",
        "default_teaser": "What members of the network are doing, asking and reading this month.",
        "picture": Picture("network", 62, "Members of the network, and the lines between them."),
    },
    FEDERAL: {
        "description": "What happens in Washington, read from city halls and county buildings.",
        "cadence": "",
        "title_pattern": "Federal Advocacy Roundup, {issue}",
        "default_teaser": "What Congress did, and what it means for your city or county.",
        "picture": Picture("capitol", 62, "The Capitol, as seen by those who came to ask for something."),
    },
    WORKERS: {
        "description": "Quarterly: local laws for people who work, and the news of their enforcement.",
        "cadence": "quarterly",
        "title_pattern": "Workers' Rights Local Government Round Up, {issue}",
        "default_teaser": "Local workers' rights laws that passed across the country, and news of their enforcement.",
        "picture": Picture("builders", 62, "Builders in bright vests, high above the street."),
    },
}

# Name, and the role and the sentence shown with it.
AUTHORS = {
    "Board member, Colorado": ("Board of Local Progress", "Serves on a council in Colorado and on our board."),
    "Communications team": ("Local Progress", "Writes about the network and answers reporters."),
    "Council member, Midwest": ("Member of Local Progress", "Serves on a city council in the Midwest."),
    "Federal advocacy team": ("Local Progress", "Follows Congress for local officials, and speaks to it with them."),
    "Housing team": ("Local Progress", "Works with members on homes, rents and the right to stay."),
    "Network team": ("Local Progress", "Brings members together, online and in person."),
    "Policy team": ("Local Progress Impact Lab", "Helps members read, draft and defend local laws."),
}
