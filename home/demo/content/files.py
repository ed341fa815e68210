"""Documents of the demo, as plain text that every device can read."""

from inspect import cleandoc

FILES = {
    "fact-sheet.txt": (
        "Fact sheet: Local Progress in one page",
        cleandoc("""
            LOCAL PROGRESS IN ONE PAGE
            A fact sheet for newsrooms

            WHO WE ARE
            Local Progress is a movement of local elected officials who advance racial and economic
            justice through local government.

            WHAT MEMBERS DO
            They sit on city and county councils and on school boards. They learn from each other
            what works, and pass it at home.

            HOW TO NAME US
            "Local Progress" at every mention; not "LP" and not "the Local Progress".

            WHOM TO ASK
            The press desk finds the member who governs where your story happens.
        """),
    ),
    "hearing-checklist.txt": (
        "Checklist: a hearing that hears the public",
        cleandoc("""
            A HEARING THAT HEARS THE PUBLIC
            A checklist from Local Progress

            BEFORE
            [ ] The hour suits people who work. If they are several groups, there are several sessions.
            [ ] The place can be reached by bus, and entered with a wheelchair or a stroller.
            [ ] The notice says in everyday words what may change, for whom and when.
            [ ] The notice says how to ask for an interpreter, and who will answer.
            [ ] Five people who will be affected and have never testified have been called.
            [ ] Somebody looks after the children.

            IN THE ROOM
            [ ] The chair explains the order and the time for each speaker, and keeps to both.
            [ ] Residents can speak before the experts have spoken for an hour.
            [ ] People can speak by phone or video, and are called in turn.
            [ ] Members listen. The screens are for the agenda.
            [ ] Somebody writes down questions that could not be answered.

            AFTER
            [ ] Open questions are answered in writing, within two weeks.
            [ ] What was heard, and what changed because of it, is published.
            [ ] If nothing changed, the reasons are published.
            [ ] Those who came learn the date of the vote.
        """),
    ),
}
