"""Topics, cities, series and authors of the demo."""

from .post import DOWNLOAD, FEDERAL, WORKERS

# Name and one line about what belongs here.
TOPICS = {
    "Budgets": "Where public money comes from, where it goes, and who has a say in it.",
    "Climate": "Heat, water and smoke, and places that are ready for them.",
    "Democracy": "Elections, hearings and everything that lets people take part.",
    "Federal policy": "What Congress and the administration decide, and what it means at home.",
    "Housing": "Homes that people can afford, and the right to stay in them.",
    "Immigration": "Towns and counties that are open to everybody who lives in them.",
    "Network": "Our members, how they learn from each other, and where they meet.",
    "Public safety": "Safety that reaches everybody: responders, neighbors, streets and light.",
    "Transit": "Getting around without a car, safely and on time.",
    "Workers' rights": "Pay, schedules, safety and the offices that enforce them.",
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

SERIES = {
    DOWNLOAD: "Monthly: what members of the network are doing, asking and reading.",
    FEDERAL: "What happens in Washington, read from city halls and county buildings.",
    WORKERS: "Quarterly: local laws for people who work, and the news of their enforcement.",
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
